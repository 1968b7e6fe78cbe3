// SPDX-License-Identifier: MIT
// The data as the generator understands it: entries with their values, and the words of each
// language.

#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "../cli/utf8.h"
#include "schema.h"

/* Where mistakes are reported while a document is taken in. */
struct place {
	struct model *model;
	const char *file;
};

#define MISTAKE(place, line, ...) report_error((place)->model->report, (place)->file, (line), __VA_ARGS__)

static struct value *value_of(struct entry *entry, enum sipcode_field field, size_t language)
{
	return field < SIPCODE_SUMMARY ? &entry->facts[field]
	                               : &entry->texts[language].value[field - SIPCODE_SUMMARY];
}

static void value_add(struct model *model, struct value *value, const char *text, size_t length)
{
	value->bytes = arena_grow(model->arena, value->bytes, value->size, value->size + length + 1);
	memcpy(value->bytes + value->size, text, length);
	value->size += length + 1;
}

static void value_set(struct model *model, struct value *value, const char *text)
{
	*value = (struct value){ NULL, 0 };
	if (*text)
		value_add(model, value, text, strlen(text));
}

/* "field|source"; a field that is repeated gathers its sources: "alias|RFC 3891 3; RFC 3911". */
static void source_add(struct model *model, struct entry *entry, const char *field, const char *source)
{
	struct value *sources = &entry->facts[SIPCODE_SOURCES];
	size_t last = sources->size;
	while (last > 0 && (last == sources->size || sources->bytes[last - 1] != '\0'))
		last--;
	const char *so_far = sources->size ? sources->bytes + last : "";
	bool again = strncmp(so_far, field, strlen(field)) == 0 && so_far[strlen(field)] == '|';
	size_t size = strlen(again ? so_far : field) + 2 + strlen(source) + 1;
	char *text = arena_alloc(model->arena, size);
	snprintf(text, size, "%s%s%s", again ? so_far : field, again ? "; " : "|", source);
	if (again)
		sources->size = last;
	value_add(model, sources, text, strlen(text));
}

static struct entry *find(struct model *model, enum sipcode_kind kind, unsigned number, unsigned other)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == kind && entry->number == number && entry->other == other)
			return entry;
	}
	return NULL;
}

static struct entry *add_entry(const struct place *place, enum sipcode_kind kind, unsigned number,
                               unsigned other, unsigned line)
{
	struct model *model = place->model;
	if (find(model, kind, number, other))
		MISTAKE(place, line, "this stands here already");
	const struct entry *last = model->entry_count ? &model->entries[model->entry_count - 1] : NULL;
	if (last && last->kind == kind &&
	    (last->number > number || (last->number == number && last->other > other)))
		MISTAKE(place, line, "out of order: stanzas ascend");
	struct entry *entry = ARENA_PUSH(model->arena, model->entries, model->entry_count);
	*entry = (struct entry){
		.kind = kind, .number = number, .other = other, .file = place->file, .line = line
	};
	return entry;
}

static bool parse_number(const char *text, unsigned low, unsigned high, unsigned *number)
{
	size_t digits = strspn(text, "0123456789");
	if (digits == 0 || digits > 3 || text[digits] != '\0' || text[0] == '0')
		return false;
	*number = (unsigned)strtoul(text, NULL, 10);
	return *number >= low && *number <= high;
}

/* "301 603" */
static bool parse_pair(struct model *model, const char *text, unsigned *number, unsigned *other)
{
	const char *blank = strchr(text, ' ');
	return blank &&
	       parse_number(arena_text(model->arena, text, (size_t)(blank - text)), 100, 999, number) &&
	       parse_number(blank + 1, 100, 999, other) && *number < *other;
}

static bool is_token(const char *tokens, const char *text, size_t length)
{
	if (length == 0 || memchr(text, ' ', length))
		return false;
	for (const char *at = tokens; (at = strstr(at, " ")) && at[1]; at++)
		if (strncmp(at + 1, text, length) == 0 && at[1 + length] == ' ')
			return true;
	return false;
}

static size_t count_words(const char *text)
{
	size_t words = 0;
	for (bool inside = false; *text; text++) {
		bool blank = *text == ' ' || *text == '\n';
		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

static bool is_name(const char *text, size_t length)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
	return length > 0 && strspn(text, allowed) >= length;
}

static void check_item(const struct place *place, const struct rule *rule, const struct line *line,
                       const char *text, size_t length)
{
	unsigned number;
	enum sipcode_field field = rule->field;
	if (rule->tokens && !is_token(rule->tokens, text, length))
		MISTAKE(place, line->number, "'%.*s' is none of%s", (int)length, text, rule->tokens);
	bool is_cause = field == SIPCODE_Q850 || field == SIPCODE_Q850_FROM;
	if (is_cause && !parse_number(arena_text(place->model->arena, text, length), 1, 127, &number))
		MISTAKE(place, line->number, "'%.*s' is no cause from 1 to 127", (int)length, text);
	if (field == SIPCODE_UNKNOWN && !parse_number(line->value, 100, 999, &number))
		MISTAKE(place, line->number, "'%s' is no response code", line->value);
	bool is_header =
	        field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY || field == SIPCODE_METHODS;
	if (is_header && !is_name(text, length))
		MISTAKE(place, line->number, "'%.*s' is no bare name", (int)length, text);
}

static void check_text(const struct place *place, const struct rule *rule, const struct line *line)
{
	size_t words = count_words(line->value), columns = utf8_width(line->value, strlen(line->value));
	if (rule->columns && columns > rule->columns)
		MISTAKE(place, line->number, "'%s' takes %zu columns, %u at most", line->field, columns,
		        rule->columns);
	if (rule->words_max && (words < rule->words_min || words > rule->words_max))
		MISTAKE(place, line->number, "'%s' has %zu words, %u to %u are wanted", line->field, words,
		        rule->words_min, rule->words_max);
}

static bool is_list(enum sipcode_field field)
{
	switch (field) {
	case SIPCODE_METHODS:
	case SIPCODE_SENT_BY:
	case SIPCODE_HEADERS_MUST:
	case SIPCODE_HEADERS_MAY:
	case SIPCODE_Q850:
	case SIPCODE_Q850_FROM:
		return true;
	default:
		return false;
	}
}

static void take_value(const struct place *place, struct entry *entry, const struct rule *rule,
                       const struct line *line, size_t language)
{
	struct value *value = value_of(entry, rule->field, language);
	const char *text = line->value;
	bool more = is_list(rule->field);
	while (more) {
		size_t length = strcspn(text, ",");
		more = text[length] == ',';
		check_item(place, rule, line, text, length);
		value_add(place->model, value, text, length);
		text += length + (more ? 1 : 0);
		text += strspn(text, " ");
	}
	if (is_list(rule->field))
		return;
	check_item(place, rule, line, text, strlen(text));
	check_text(place, rule, line);
	value_add(place->model, value, text, strlen(text));
}

/* "603+ | Network Blocked | North American carriers" */
static void take_variant(const struct place *place, struct entry *code, const struct line *line)
{
	struct model *model = place->model;
	const char *part[3] = { "", "", "" };
	size_t parts = 0;
	for (const char *text = line->value; parts < 3; parts++) {
		const char *bar = parts < 2 ? strstr(text, " | ") : NULL;
		size_t length = bar ? (size_t)(bar - text) : strlen(text);
		part[parts] = arena_text(model->arena, text, length);
		if (!bar) {
			parts++;
			break;
		}
		text = bar + 3;
	}
	if (parts != 3 || strchr(part[0], '|') || !*part[1] || !*part[2] || strchr(part[1], '|') ||
	    strchr(part[2], '|')) {
		MISTAKE(place, line->number, "expected 'variant: NAME | PHRASE | WHO'");
		return;
	}
	if (strcmp(part[0], "-") == 0)
		part[0] = "";
	size_t size = strlen(part[0]) + strlen(part[1]) + strlen(part[2]) + strlen(line->source) + 4;
	char *text = arena_alloc(model->arena, size);
	snprintf(text, size, "%s|%s|%s|%s", part[0], part[1], part[2], line->source);
	value_add(model, &code->facts[SIPCODE_VARIANT], text, size - 1);
}

static const struct rule *find_rule(const struct schema *schema, const char *field)
{
	for (size_t i = 0; i < schema->count; i++)
		if (strcmp(sipcode_field_name(schema->rules[i].field), field) == 0)
			return &schema->rules[i];
	return NULL;
}

static void take_line(const struct place *place, struct entry *entry, const struct schema *schema,
                      const struct line *line, const struct rule **previous, size_t language)
{
	const struct rule *rule = find_rule(schema, line->field);
	if (!rule) {
		MISTAKE(place, line->number, "unknown field '%s'", line->field);
		return;
	}
	if (*previous && rule == *previous && !(rule->flags & RULE_REPEATED))
		MISTAKE(place, line->number, "'%s' stands twice", line->field);
	if (*previous && rule < *previous)
		MISTAKE(place, line->number, "'%s' stands before '%s'", line->field,
		        sipcode_field_name((*previous)->field));
	*previous = rule;
	if ((rule->flags & RULE_SOURCED) && *line->source == '\0')
		MISTAKE(place, line->number, "'%s' wants its source in brackets", line->field);
	if (strncmp(line->source, "RFC", 3) == 0 &&
	    (line->source[3] != ' ' || strspn(line->source + 4, "0123456789") == 0))
		MISTAKE(place, line->number, "'%s' is no source: write 'RFC 3261 21.4.24'", line->source);
	if (*line->source)
		source_add(place->model, entry, line->field, line->source);
	if (rule->field == SIPCODE_VARIANT)
		take_variant(place, entry, line);
	else
		take_value(place, entry, rule, line, language);
}

static bool is_listed(const struct entry *entry)
{
	const struct value *status = &entry->facts[SIPCODE_STATUS];
	return status->size && (!strcmp(status->bytes, "registered") || !strcmp(status->bytes, "deprecated"));
}

static void take_stanza(const struct place *place, struct entry *entry, const struct schema *schema,
                        const struct stanza *stanza, size_t language)
{
	const struct rule *previous = NULL;
	bool failure = entry->kind == SIPCODE_KIND_CODE && entry->number >= 400;
	bool local = failure && entry->number >= 700; /* where an RFC has nothing to say */
	for (size_t i = 1; i < stanza->count; i++)
		take_line(place, entry, schema, &stanza->lines[i], &previous, language);
	for (size_t i = 0; i < schema->count; i++) {
		const struct rule *rule = &schema->rules[i];
		bool there = value_of(entry, rule->field, language)->size > 0;
		bool wanted = (rule->flags & RULE_REQUIRED) ||
		              ((rule->flags & RULE_LISTED) && is_listed(entry)) ||
		              ((rule->flags & RULE_FAILURE) && failure && !local);
		if (wanted && !there)
			MISTAKE(place, stanza->lines[0].number, "no '%s' here",
			        sipcode_field_name(rule->field));
		if (there && (rule->flags & RULE_FAILURE) && !failure)
			MISTAKE(place, stanza->lines[0].number, "'%s' belongs to final failures only",
			        sipcode_field_name(rule->field));
	}
}

static bool begins_with(const struct place *place, const struct stanza *stanza, const char *key)
{
	bool yes = strcmp(stanza->lines[0].field, key) == 0;
	if (!yes)
		MISTAKE(place, stanza->lines[0].number, "a stanza begins with '%s: ' here", key);
	return yes;
}

static bool parse_class(const char *text, unsigned *digit)
{
	*digit = (unsigned)(text[0] - '0');
	return text[0] >= '1' && text[0] <= '6' && strcmp(text + 1, "xx") == 0;
}

void model_add_classes(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		unsigned digit;
		if (!begins_with(&place, stanza, "class"))
			continue;
		if (!parse_class(stanza->lines[0].value, &digit)) {
			MISTAKE(&place, stanza->lines[0].number, "'%s' is no class", stanza->lines[0].value);
			continue;
		}
		struct entry *entry =
		        add_entry(&place, SIPCODE_KIND_CLASS, digit, 0, stanza->lines[0].number);
		value_set(model, &entry->facts[SIPCODE_CLASS], stanza->lines[0].value);
		take_stanza(&place, entry, &schema_classes, stanza, 0);
	}
}

void model_add_codes(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		unsigned number;
		if (!begins_with(&place, stanza, "code"))
			continue;
		if (!parse_number(stanza->lines[0].value, 100, 999, &number)) {
			MISTAKE(&place, stanza->lines[0].number, "'%s' is no number from 100 to 999",
			        stanza->lines[0].value);
			continue;
		}
		struct entry *entry =
		        add_entry(&place, SIPCODE_KIND_CODE, number, 0, stanza->lines[0].number);
		value_set(model, &entry->facts[SIPCODE_CODE], stanza->lines[0].value);
		take_stanza(&place, entry, &schema_codes, stanza, 0);
	}
}

void model_add_pairs(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		const struct line *first = &stanza->lines[0];
		unsigned number, other;
		if (!begins_with(&place, stanza, "pair"))
			continue;
		if (!parse_pair(model, first->value, &number, &other)) {
			MISTAKE(&place, first->number, "'%s' is no pair: the lower code first", first->value);
			continue;
		}
		if (!find(model, SIPCODE_KIND_CODE, number, 0) || !find(model, SIPCODE_KIND_CODE, other, 0))
			MISTAKE(&place, first->number, "there is no such code");
		struct entry *entry = add_entry(&place, SIPCODE_KIND_PAIR, number, other, first->number);
		take_stanza(&place, entry, &schema_pairs, stanza, 0);
		const char *source =
		        entry->facts[SIPCODE_SOURCES].size ? entry->facts[SIPCODE_SOURCES].bytes : "";
		entry->facts[SIPCODE_SOURCES] = (struct value){ NULL, 0 };
		source_add(model, entry, "pair", source);
	}
}

/* The registry's phrase without its remark, "Accepted (Deprecated)". */
static void check_registered(const struct place *place, const struct line *line, struct entry *code)
{
	const char *remark = strstr(line->value, " (Deprecated)");
	size_t length = remark ? (size_t)(remark - line->value) : strlen(line->value);
	const char *phrase = code->facts[SIPCODE_PHRASE].size ? code->facts[SIPCODE_PHRASE].bytes : "";
	const char *status = code->facts[SIPCODE_STATUS].size ? code->facts[SIPCODE_STATUS].bytes : "";
	if (strlen(phrase) != length || strncmp(phrase, line->value, length) != 0)
		MISTAKE(place, line->number, "%s:%u calls it '%s'", code->file, code->line, phrase);
	if (strcmp(status, remark ? "deprecated" : "registered") != 0)
		MISTAKE(place, line->number, "%s:%u says that it is %s", code->file, code->line, status);
}

void model_add_registry(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	model->registry_date = "";
	if (document->count == 0 || !begins_with(&place, &document->stanzas[0], "registry"))
		return;
	const struct stanza *stanza = &document->stanzas[0];
	model->registry_date = stanza->lines[0].value;
	size_t registered = 0, listed = 0;
	for (size_t i = 1; i < stanza->count; i++) {
		const struct line *line = &stanza->lines[i];
		unsigned number;
		struct entry *code = parse_number(line->field, 100, 699, &number)
		                             ? find(model, SIPCODE_KIND_CODE, number, 0)
		                             : NULL;
		if (!code)
			MISTAKE(&place, line->number, "no code '%s' in the table", line->field);
		else
			check_registered(&place, line, code);
		listed++;
	}
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *entry = &model->entries[i];
		registered += entry->kind == SIPCODE_KIND_CODE && is_listed(entry);
	}
	if (registered != listed)
		MISTAKE(&place, stanza->lines[0].number,
		        "%zu codes stand here, the table has %zu as registered", listed, registered);
}

/* The entry that a stanza of a language file is about. */
static struct entry *find_subject(const struct place *place, const struct line *line,
                                  const struct schema **schema)
{
	struct model *model = place->model;
	unsigned number, other;
	*schema = NULL;
	if (strcmp(line->field, "class") == 0) {
		*schema = &schema_class_texts;
		return parse_class(line->value, &number) ? find(model, SIPCODE_KIND_CLASS, number, 0) : NULL;
	}
	if (strcmp(line->field, "code") == 0) {
		*schema = &schema_code_texts;
		return parse_number(line->value, 100, 999, &number)
		               ? find(model, SIPCODE_KIND_CODE, number, 0)
		               : NULL;
	}
	if (strcmp(line->field, "pair") == 0) {
		*schema = &schema_pair_texts;
		return parse_pair(model, line->value, &number, &other)
		               ? find(model, SIPCODE_KIND_PAIR, number, other)
		               : NULL;
	}
	if (strcmp(line->field, "variant") != 0)
		return NULL;
	*schema = &schema_variant_texts;
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == SIPCODE_KIND_VARIANT && strtoul(line->value, NULL, 10) == entry->number &&
		    strlen(line->value) > 4 &&
		    strcmp(line->value + 4, entry->facts[SIPCODE_PHRASE].bytes) == 0)
			return entry;
	}
	return NULL;
}

static int compare_words(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->key, ((const struct word *)b)->key);
}

static void take_words(const struct place *place, const struct stanza *stanza, size_t language)
{
	struct model *model = place->model;
	for (size_t i = 1; i < stanza->count; i++) {
		const struct line *line = &stanza->lines[i];
		struct word *word = NULL;
		for (size_t j = 0; j < model->word_count && !word; j++)
			if (strcmp(model->words[j].key, line->field) == 0)
				word = &model->words[j];
		if (word && word->texts[language])
			MISTAKE(place, line->number, "'%s' stands twice", line->field);
		if (!word && language > 0) {
			MISTAKE(place, line->number, "'%s' is no word of English", line->field);
			continue;
		}
		if (!word) {
			word = ARENA_PUSH(model->arena, model->words, model->word_count);
			*word = (struct word){ .key = line->field,
				               .file = place->file,
				               .line = line->number };
		}
		word->texts[language] = line->value;
	}
}

/*
 * A variant bears its code's number, so that what a client does by number holds for it too. Who sends it is said
 * by the variant itself, and RFC 6076 knows no variants. One without a name is another meaning altogether.
 */
static void forget_facts(struct model *model, struct entry *variant)
{
	static const enum sipcode_field always[] = { SIPCODE_ALIAS, SIPCODE_SENT_BY, SIPCODE_METRIC,
		                                     SIPCODE_VARIANT };
	static const enum sipcode_field nameless[] = { SIPCODE_METHODS,     SIPCODE_HEADERS_MUST,
		                                       SIPCODE_HEADERS_MAY, SIPCODE_HTTP,
		                                       SIPCODE_RETRY,       SIPCODE_FAILOVER,
		                                       SIPCODE_Q850_FROM };
	for (size_t i = 0; i < sizeof always / sizeof always[0]; i++)
		variant->facts[always[i]] = (struct value){ NULL, 0 };
	for (size_t i = 0; variant->facts[SIPCODE_NAME].size == 0 && i < sizeof nameless / sizeof nameless[0];
	     i++)
		variant->facts[nameless[i]] = (struct value){ NULL, 0 };
	const struct value sources = variant->facts[SIPCODE_SOURCES];
	variant->facts[SIPCODE_SOURCES] = (struct value){ NULL, 0 };
	for (const char *s = sources.bytes; sources.size && s < sources.bytes + sources.size;
	     s += strlen(s) + 1) {
		const char *bar = strchr(s, '|');
		enum sipcode_field field = sipcode_field_find(arena_text(model->arena, s, (size_t)(bar - s)));
		if (field < SIPCODE_SUMMARY && variant->facts[field].size > 0)
			value_add(model, &variant->facts[SIPCODE_SOURCES], s, strlen(s));
	}
}

/* Variants become entries of their own once all codes are known, before their words are read. */
static void add_variants(struct model *model)
{
	size_t codes = model->entry_count;
	for (size_t i = 0; i < codes; i++) {
		const struct value list = model->entries[i].facts[SIPCODE_VARIANT];
		unsigned count = 0;
		for (const char *s = list.bytes; list.size && s < list.bytes + list.size;
		     s += strlen(s) + 1) {
			struct entry *variant = ARENA_PUSH(model->arena, model->entries, model->entry_count);
			*variant = model->entries[i];
			variant->kind = SIPCODE_KIND_VARIANT;
			variant->other = count++;
			const char *phrase = strchr(s, '|') + 1, *who = strchr(phrase, '|') + 1;
			const char *source = strchr(who, '|') + 1;
			value_set(model, &variant->facts[SIPCODE_NAME],
			          arena_text(model->arena, s, (size_t)(phrase - 1 - s)));
			value_set(model, &variant->facts[SIPCODE_PHRASE],
			          arena_text(model->arena, phrase, (size_t)(who - 1 - phrase)));
			value_set(model, &variant->facts[SIPCODE_REFERENCE], source);
			forget_facts(model, variant);
			value_set(model, &variant->facts[SIPCODE_VARIANT], s);
		}
	}
}

void model_add_language(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	if (!model->has_variants)
		add_variants(model);
	model->has_variants = true;
	if (document->count == 0 || model->language_count == LANGUAGES_MAX ||
	    !begins_with(&place, &document->stanzas[0], "language")) {
		MISTAKE(&place, 1, "a language file begins with 'language: TAG'");
		return;
	}
	size_t language = model->language_count++;
	model->languages[language] = document->stanzas[0].lines[0].value;
	for (size_t i = 1; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		if (strcmp(stanza->lines[0].field, "words") == 0) {
			take_words(&place, stanza, language);
			continue;
		}
		const struct schema *schema;
		struct entry *entry = find_subject(&place, &stanza->lines[0], &schema);
		if (!schema)
			MISTAKE(&place, stanza->lines[0].number, "unknown stanza '%s'",
			        stanza->lines[0].field);
		else if (!entry)
			MISTAKE(&place, stanza->lines[0].number, "no such %s: '%s'", schema->key,
			        stanza->lines[0].value);
		else if (value_of(entry, SIPCODE_SUMMARY, language)->size ||
		         value_of(entry, SIPCODE_SENTENCE, language)->size)
			MISTAKE(&place, stanza->lines[0].number, "this stands here already");
		else
			take_stanza(&place, entry, schema, stanza, language);
	}
}

static bool answers_invite(const struct entry *code)
{
	const struct value *methods = &code->facts[SIPCODE_METHODS];
	for (size_t at = 0; at < methods->size; at += strlen(methods->bytes + at) + 1)
		if (strcmp(methods->bytes + at, "any") == 0 || strcmp(methods->bytes + at, "INVITE") == 0)
			return true;
	return false;
}

/* What follows from the first digit. */
static void inherit(struct model *model, struct entry *code)
{
	const struct entry *class = find(model, SIPCODE_KIND_CLASS, code->number / 100, 0);
	if (!class)
		return;
	code->facts[SIPCODE_CLASS] = class->facts[SIPCODE_CLASS];
	code->facts[SIPCODE_FINAL] = class->facts[SIPCODE_FINAL];
	if (answers_invite(code))
		code->facts[SIPCODE_ACK] = class->facts[SIPCODE_ACK];
	if (code->facts[SIPCODE_FORK].size == 0)
		code->facts[SIPCODE_FORK] = class->facts[SIPCODE_FORK];
	if (code->facts[SIPCODE_LOCAL].size == 0)
		value_set(model, &code->facts[SIPCODE_LOCAL], "no");
}

/* The codes that it is confused with; a variant with the code whose number it bears. */
static void relate(struct model *model, struct entry *code)
{
	if (code->kind == SIPCODE_KIND_VARIANT) {
		code->facts[SIPCODE_RELATED] = code->facts[SIPCODE_CODE];
		return;
	}
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *pair = &model->entries[i];
		if (pair->kind != SIPCODE_KIND_PAIR ||
		    (pair->number != code->number && pair->other != code->number))
			continue;
		char number[8];
		int length = snprintf(number, sizeof number, "%u",
		                      pair->number == code->number ? pair->other : pair->number);
		value_add(model, &code->facts[SIPCODE_RELATED], number, (size_t)length);
	}
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->other > y->other) - (x->other < y->other);
}

static void check_texts(struct model *model, struct entry *entry, size_t language)
{
	bool is_pair = entry->kind == SIPCODE_KIND_PAIR;
	enum sipcode_field field = is_pair ? SIPCODE_SENTENCE : SIPCODE_SUMMARY;
	if (value_of(entry, field, language)->size == 0)
		report_error(model->report, entry->file, entry->line, "no words in '%s' for %u%s%s",
		             model->languages[language], entry->number,
		             entry->kind == SIPCODE_KIND_VARIANT ? " " : "",
		             entry->kind == SIPCODE_KIND_VARIANT ? entry->facts[SIPCODE_PHRASE].bytes : "");
}

void model_finish(struct model *model)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == SIPCODE_KIND_CODE || entry->kind == SIPCODE_KIND_VARIANT) {
			inherit(model, entry);
			relate(model, entry);
		}
		for (size_t language = 0; language < model->language_count; language++)
			check_texts(model, entry, language);
	}
	for (size_t i = 0; i < model->word_count; i++)
		for (size_t language = 1; language < model->language_count; language++)
			if (!model->words[i].texts[language])
				report_error(model->report, model->words[i].file, model->words[i].line,
				             "'%s' is missing in '%s'", model->words[i].key,
				             model->languages[language]);
	if (model->entry_count > 0)
		qsort(model->entries, model->entry_count, sizeof *model->entries, compare_entries);
	if (model->word_count > 0)
		qsort(model->words, model->word_count, sizeof *model->words, compare_words);
}
