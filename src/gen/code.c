// SPDX-License-Identifier: MIT
// Classes, codes with their variants, pairs, and the registry, as the generator takes them in.

#include "code.h"

#include <string.h>

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

struct entry *code_find_class(struct model *model, const char *text)
{
	unsigned digit;
	return parse_class(text, &digit) ? model_find(model, SIPCODE_KIND_CLASS, digit, 0) : NULL;
}

struct entry *code_find(struct model *model, const char *text)
{
	unsigned number;
	return line_number(text, 100, 999, &number) ? model_find(model, SIPCODE_KIND_CODE, number, 0) : NULL;
}

struct entry *code_find_pair(struct model *model, const char *text)
{
	unsigned number, other;
	return parse_pair(model, text, &number, &other) ? model_find(model, SIPCODE_KIND_PAIR, number, other)
	                                                : NULL;
}

struct entry *code_find_variant(struct model *model, const char *text)
{
	const struct entry *code = NULL;
	const char *blank = strchr(text, ' ');
	if (blank)
		code = code_find(model, arena_text(model->arena, text, (size_t)(blank - text)));
	for (size_t i = 0; code && i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == SIPCODE_KIND_VARIANT && entry->number == code->number &&
		    strcmp(blank + 1, entry->facts[SIPCODE_PHRASE].bytes) == 0)
			return entry;
	}
	return NULL;
}

void code_add_classes(struct model *model, const struct document *document)
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
		value_set(model, &entry->facts[SIPCODE_CLASS], stanza->lines[0].value);
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
		variant->facts[always[i]] = (struct value){ .bytes = NULL };
	for (size_t i = 0; variant->facts[SIPCODE_NAME].size == 0 && i < sizeof nameless / sizeof nameless[0];
	     i++)
		variant->facts[nameless[i]] = (struct value){ .bytes = NULL };
	const struct value sources = variant->facts[SIPCODE_SOURCES];
	variant->facts[SIPCODE_SOURCES] = (struct value){ .bytes = NULL };
	for (const char *s = sources.bytes; sources.size && s < sources.bytes + sources.size;
	     s += strlen(s) + 1) {
		const char *bar = strchr(s, '|');
		enum sipcode_field field = sipcode_field_find(arena_text(model->arena, s, (size_t)(bar - s)));
		if (field < SIPCODE_SUMMARY && variant->facts[field].size > 0)
			value_add(model, &variant->facts[SIPCODE_SOURCES], s, strlen(s));
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

void code_add_codes(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		unsigned number;
		if (!stanza_begins(&place, stanza, "code"))
			continue;
		if (!line_number(stanza->lines[0].value, 100, 999, &number)) {
			MISTAKE(&place, stanza->lines[0].number, "'%s' is no number from 100 to 999",
			        stanza->lines[0].value);
			continue;
		}
		struct entry *entry =
		        stanza_entry(&place, SIPCODE_KIND_CODE, number, 0, stanza->lines[0].number);
		value_set(model, &entry->facts[SIPCODE_CODE], stanza->lines[0].value);
		stanza_take(&place, entry, &schema_codes, stanza, 0);
	}
	add_variants(model);
}

void code_add_pairs(struct model *model, const struct document *document)
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
		entry->facts[SIPCODE_SOURCES] = (struct value){ .bytes = NULL };
		entry_add_source(model, entry, "pair", source);
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

static bool is_date(const char *text)
{
	static const char form[] = "dddd-dd-dd";
	size_t i = 0;
	while (form[i] && (form[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == form[i]))
		i++;
	return !form[i] && !text[i];
}

void code_add_registry(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	model->registry_date = "";
	if (document->count == 0)
		MISTAKE(&place, 1, "a copy of the registry begins with 'registry: DATE'");
	if (document->count == 0 || !stanza_begins(&place, &document->stanzas[0], "registry"))
		return;
	const struct stanza *stanza = &document->stanzas[0];
	model->registry_date = stanza->lines[0].value;
	if (!is_date(model->registry_date))
		MISTAKE(&place, stanza->lines[0].number, "'%s' is no date such as 2026-07-30",
		        model->registry_date);
	size_t registered = 0, listed = 0;
	unsigned last = 0;
	for (size_t i = 1; i < stanza->count; i++) {
		const struct line *line = &stanza->lines[i];
		unsigned number = 0;
		struct entry *code = line_number(line->field, 100, 699, &number)
		                             ? model_find(model, SIPCODE_KIND_CODE, number, 0)
		                             : NULL;
		if (!code)
			MISTAKE(&place, line->number, "no code '%s' in the table", line->field);
		else
			check_registered(&place, line, code);
		if (number > 0 && number <= last)
			MISTAKE(&place, line->number, "%u stands after %u", number, last);
		last = number;
		listed++;
	}
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *entry = &model->entries[i];
		registered += entry->kind == SIPCODE_KIND_CODE && entry_is_listed(entry);
	}
	if (registered != listed)
		MISTAKE(&place, stanza->lines[0].number,
		        "%zu codes stand here, the table has %zu as registered", listed, registered);
}
