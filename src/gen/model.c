// SPDX-License-Identifier: MIT
// The data as the generator understands it: entries with their values, and the words of each
// language.

#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "flow.h"
#include "reason.h"

struct entry *model_find(struct model *model, enum sipcode_kind kind, unsigned number, unsigned other)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == kind && entry->number == number && entry->other == other)
			return entry;
	}
	return NULL;
}

/* "603", "603+" for a variant with that name, "4xx": the number that a pair knows it by, 0 for none. */
static unsigned parse_side(const struct model *model, const char *text)
{
	static const enum sipcode_field names[] = { [SIPCODE_KIND_CLASS] = SIPCODE_CLASS,
		                                    [SIPCODE_KIND_CODE] = SIPCODE_CODE,
		                                    [SIPCODE_KIND_VARIANT] = SIPCODE_NAME };
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *entry = &model->entries[i];
		if (entry->kind > SIPCODE_KIND_VARIANT)
			continue;
		const struct value *name = &entry->facts[names[entry->kind]];
		if (name->size && strcmp(name->bytes, text) == 0)
			return entry->kind == SIPCODE_KIND_VARIANT ? TABLE_SIDE(entry->number, entry->other)
			                                           : entry->number;
	}
	return 0;
}

/* "301 603" */
static bool parse_pair(struct model *model, const char *text, unsigned *number, unsigned *other)
{
	const char *blank = strchr(text, ' ');
	if (!blank)
		return false;
	*number = parse_side(model, arena_text(model->arena, text, (size_t)(blank - text)));
	*other = parse_side(model, blank + 1);
	return *number > 0 && *number < *other;
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
		if (!stanza_begins(&place, stanza, "class"))
			continue;
		if (!parse_class(stanza->lines[0].value, &digit)) {
			MISTAKE(&place, stanza->lines[0].number, "'%s' is no class", stanza->lines[0].value);
			continue;
		}
		struct entry *entry =
		        stanza_entry(&place, SIPCODE_KIND_CLASS, digit, 0, stanza->lines[0].number);
		stanza_value_set(model, &entry->facts[SIPCODE_CLASS], stanza->lines[0].value);
		stanza_take(&place, entry, &schema_classes, stanza, 0);
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
			stanza_value_add(model, &variant->facts[SIPCODE_SOURCES], s, strlen(s));
	}
}

/* Variants become entries of their own once all codes are known, before pairs and words speak of them. */
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
			stanza_value_set(model, &variant->facts[SIPCODE_NAME],
			                 arena_text(model->arena, s, (size_t)(phrase - 1 - s)));
			stanza_value_set(model, &variant->facts[SIPCODE_PHRASE],
			                 arena_text(model->arena, phrase, (size_t)(who - 1 - phrase)));
			stanza_value_set(model, &variant->facts[SIPCODE_REFERENCE], source);
			forget_facts(model, variant);
			stanza_value_set(model, &variant->facts[SIPCODE_VARIANT], s);
		}
	}
}

void model_add_codes(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		unsigned number;
		if (!stanza_begins(&place, stanza, "code"))
			continue;
		if (!stanza_number(stanza->lines[0].value, 100, 999, &number)) {
			MISTAKE(&place, stanza->lines[0].number, "'%s' is no number from 100 to 999",
			        stanza->lines[0].value);
			continue;
		}
		struct entry *entry =
		        stanza_entry(&place, SIPCODE_KIND_CODE, number, 0, stanza->lines[0].number);
		stanza_value_set(model, &entry->facts[SIPCODE_CODE], stanza->lines[0].value);
		stanza_take(&place, entry, &schema_codes, stanza, 0);
	}
	add_variants(model);
}

void model_add_pairs(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		const struct line *first = &stanza->lines[0];
		unsigned number, other;
		if (!stanza_begins(&place, stanza, "pair"))
			continue;
		if (!parse_pair(model, first->value, &number, &other)) {
			MISTAKE(&place, first->number,
			        "'%s' is no pair of codes in the table, the lower one first", first->value);
			continue;
		}
		struct entry *entry = stanza_entry(&place, SIPCODE_KIND_PAIR, number, other, first->number);
		stanza_take(&place, entry, &schema_pairs, stanza, 0);
		const char *source =
		        entry->facts[SIPCODE_SOURCES].size ? entry->facts[SIPCODE_SOURCES].bytes : "";
		entry->facts[SIPCODE_SOURCES] = (struct value){ NULL, 0 };
		stanza_source_add(model, entry, "pair", source);
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
	if (document->count == 0 || !stanza_begins(&place, &document->stanzas[0], "registry"))
		return;
	const struct stanza *stanza = &document->stanzas[0];
	model->registry_date = stanza->lines[0].value;
	size_t registered = 0, listed = 0;
	for (size_t i = 1; i < stanza->count; i++) {
		const struct line *line = &stanza->lines[i];
		unsigned number;
		struct entry *code = stanza_number(line->field, 100, 699, &number)
		                             ? model_find(model, SIPCODE_KIND_CODE, number, 0)
		                             : NULL;
		if (!code)
			MISTAKE(&place, line->number, "no code '%s' in the table", line->field);
		else
			check_registered(&place, line, code);
		listed++;
	}
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *entry = &model->entries[i];
		registered += entry->kind == SIPCODE_KIND_CODE && stanza_is_listed(entry);
	}
	if (registered != listed)
		MISTAKE(&place, stanza->lines[0].number,
		        "%zu codes stand here, the table has %zu as registered", listed, registered);
}

/* The entry that a stanza of a language file is about. */
static struct entry *find_subject(const struct place *place, const struct line *line, size_t language,
                                  const struct schema **schema)
{
	struct model *model = place->model;
	unsigned number, other;
	*schema = NULL;
	if (strcmp(line->field, "class") == 0) {
		*schema = &schema_class_texts;
		return parse_class(line->value, &number) ? model_find(model, SIPCODE_KIND_CLASS, number, 0)
		                                         : NULL;
	}
	if (strcmp(line->field, "code") == 0) {
		*schema = &schema_code_texts;
		return stanza_number(line->value, 100, 999, &number)
		               ? model_find(model, SIPCODE_KIND_CODE, number, 0)
		               : NULL;
	}
	if (strcmp(line->field, "pair") == 0) {
		*schema = &schema_pair_texts;
		return parse_pair(model, line->value, &number, &other)
		               ? model_find(model, SIPCODE_KIND_PAIR, number, other)
		               : NULL;
	}
	if (strcmp(line->field, "flow") == 0) {
		*schema = &schema_flow_texts;
		return flow_find_untold(model, line->value, language);
	}
	struct entry *entry = reason_find(model, line->field, line->value, schema);
	if (*schema || strcmp(line->field, "variant") != 0)
		return entry;
	*schema = &schema_variant_texts;
	for (size_t i = 0; i < model->entry_count; i++) {
		entry = &model->entries[i];
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

void model_add_language(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	if (document->count == 0 || model->language_count == LANGUAGES_MAX ||
	    !stanza_begins(&place, &document->stanzas[0], "language")) {
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
		struct entry *entry = find_subject(&place, &stanza->lines[0], language, &schema);
		if (!schema)
			MISTAKE(&place, stanza->lines[0].number, "unknown stanza '%s'",
			        stanza->lines[0].field);
		else if (!entry)
			MISTAKE(&place, stanza->lines[0].number, "no such %s: '%s'", schema->key,
			        stanza->lines[0].value);
		else if (stanza_value(entry, SIPCODE_SUMMARY, language)->size ||
		         stanza_value(entry, SIPCODE_SENTENCE, language)->size)
			MISTAKE(&place, stanza->lines[0].number, "this stands here already");
		else
			stanza_take(&place, entry, schema, stanza, language);
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
	const struct entry *class = model_find(model, SIPCODE_KIND_CLASS, code->number / 100, 0);
	if (!class)
		return;
	code->facts[SIPCODE_CLASS] = class->facts[SIPCODE_CLASS];
	code->facts[SIPCODE_FINAL] = class->facts[SIPCODE_FINAL];
	if (answers_invite(code))
		code->facts[SIPCODE_ACK] = class->facts[SIPCODE_ACK];
	if (code->facts[SIPCODE_FORK].size == 0)
		code->facts[SIPCODE_FORK] = class->facts[SIPCODE_FORK];
	if (code->facts[SIPCODE_LOCAL].size == 0)
		stanza_value_set(model, &code->facts[SIPCODE_LOCAL], "no");
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
		unsigned other = pair->number == code->number ? pair->other : pair->number;
		char number[8];
		if (other > 999) /* a variant, which its code names by itself */
			continue;
		int length = snprintf(number, sizeof number, "%u", other);
		stanza_value_add(model, &code->facts[SIPCODE_RELATED], number, (size_t)length);
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
	enum sipcode_field field = entry->kind == SIPCODE_KIND_PAIR   ? SIPCODE_SENTENCE
	                           : entry->kind == SIPCODE_KIND_FLOW ? SIPCODE_TITLE
	                                                              : SIPCODE_SUMMARY;
	if (stanza_value(entry, field, language)->size == 0)
		report_error(model->report, entry->file, entry->line, "no words in '%s' for %u%s%s",
		             model->languages[language], entry->number,
		             entry->kind == SIPCODE_KIND_VARIANT ? " " : "",
		             entry->kind == SIPCODE_KIND_VARIANT ? entry->facts[SIPCODE_PHRASE].bytes : "");
}

void model_finish(struct model *model)
{
	reason_finish(model);
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == SIPCODE_KIND_CODE || entry->kind == SIPCODE_KIND_VARIANT) {
			inherit(model, entry);
			relate(model, entry);
		}
		if (entry->kind == SIPCODE_KIND_FLOW)
			flow_check_notes(model, entry);
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
