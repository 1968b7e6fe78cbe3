// SPDX-License-Identifier: MIT
// What the Reason and Warning header fields say, as the generator takes it in: protocols, causes, warnings, stacks.

#include "reason.h"

#include <string.h>

/* The response that any other cause becomes, and where that is said. */
static const char default_code[] = "500", iso_source[] = "RFC 3398 7.2.4.1", qsig_source[] = "RFC 4497 8.4.1";

static const char *first(const struct value *value)
{
	return value->size ? value->bytes : "";
}

static struct entry *find_protocol(struct model *model, const char *name, size_t length)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		const char *known = first(&entry->facts[SIPCODE_PROTOCOL]);
		if (entry->kind == SIPCODE_KIND_PROTOCOL && strncmp(known, name, length) == 0 &&
		    known[length] == '\0')
			return entry;
	}
	return NULL;
}

/* "Preemption 1": the protocol and the number; NULL when there is no such protocol. */
static struct entry *parse_reason(struct model *model, const char *text, unsigned *number)
{
	const char *blank = strchr(text, ' ');
	return blank && line_number(blank + 1, 1, 999, number)
	               ? find_protocol(model, text, (size_t)(blank - text))
	               : NULL;
}

static void add_protocol(const struct place *place, const struct stanza *stanza)
{
	const struct line *line = &stanza->lines[0];
	struct model *model = place->model;
	unsigned count = 0;
	if (find_protocol(model, line->value, strlen(line->value)))
		MISTAKE(place, line->number, "this stands here already");
	while (model_find(model, SIPCODE_KIND_PROTOCOL, count + 1, 0))
		count++;
	struct entry *entry = stanza_entry(place, SIPCODE_KIND_PROTOCOL, count + 1, 0, line->number);
	value_set(model, &entry->facts[SIPCODE_PROTOCOL], line->value);
	stanza_take(place, entry, &schema_protocols, stanza, 0);
}

/* A cause of Q.850, or a code of Warning: an entry by its number. */
static struct entry *add_numbered(const struct place *place, const struct stanza *stanza,
                                  enum sipcode_kind kind, unsigned low, unsigned high,
                                  const struct schema *schema)
{
	const struct line *line = &stanza->lines[0];
	unsigned number;
	if (!line_number(line->value, low, high, &number)) {
		MISTAKE(place, line->number, "'%s' is no number from %u to %u", line->value, low, high);
		return NULL;
	}
	struct entry *entry = stanza_entry(place, kind, number, 0, line->number);
	value_set(place->model, &entry->facts[SIPCODE_CODE], line->value);
	stanza_take(place, entry, schema, stanza, 0);
	return entry;
}

static void add_reason(const struct place *place, const struct stanza *stanza)
{
	const struct line *line = &stanza->lines[0];
	unsigned number;
	const struct entry *protocol = parse_reason(place->model, line->value, &number);
	if (!protocol) {
		MISTAKE(place, line->number, "'%s' is no protocol and number", line->value);
		return;
	}
	const struct value name = protocol->facts[SIPCODE_PROTOCOL],
	                   reference = protocol->facts[SIPCODE_REFERENCE];
	struct entry *entry =
	        stanza_entry(place, SIPCODE_KIND_REASON, protocol->number, number, line->number);
	entry->facts[SIPCODE_PROTOCOL] = name;
	entry->facts[SIPCODE_REFERENCE] = reference;
	value_set(place->model, &entry->facts[SIPCODE_CODE], strchr(line->value, ' ') + 1);
	stanza_take(place, entry, &schema_reasons, stanza, 0);
}

void reason_add_causes(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		const char *key = stanza->lines[0].field;
		if (strcmp(key, "protocol") == 0) {
			add_protocol(&place, stanza);
		} else if (strcmp(key, "reason") == 0) {
			add_reason(&place, stanza);
		} else if (stanza_begins(&place, stanza, "cause")) {
			struct entry *cause =
			        add_numbered(&place, stanza, SIPCODE_KIND_CAUSE, 1, 127, &schema_causes);
			if (cause)
				value_set(model, &cause->facts[SIPCODE_PROTOCOL], "Q.850");
		}
	}
}

void reason_add_warnings(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++)
		if (stanza_begins(&place, &document->stanzas[i], "warning"))
			add_numbered(&place, &document->stanzas[i], SIPCODE_KIND_WARNING, 300, 399,
			             &schema_warnings);
}

/* "405 127" of two numbers, the first of which is that of an entry, the second of another. */
static struct entry *parse_deed(struct model *model, const struct line *line, const char **value)
{
	bool of_cause = strcmp(line->field, "code") == 0, to_cause = strcmp(line->field, "cause") == 0;
	const char *blank = strchr(line->value, ' ');
	unsigned from, to;
	if (!blank || !line_number(blank + 1, 1, 999, &to) ||
	    !line_number(arena_text(model->arena, line->value, (size_t)(blank - line->value)), 1, 999,
	                 &from) ||
	    !model_find(model, to_cause ? SIPCODE_KIND_CAUSE : SIPCODE_KIND_CODE, to, 0))
		return NULL;
	*value = blank + 1;
	return model_find(model, of_cause ? SIPCODE_KIND_CAUSE : SIPCODE_KIND_CODE, from, 0);
}

static void take_deed(const struct place *place, const char *stack, const struct line *line)
{
	static const char deeds[] = " cause code rewrite ";
	struct model *model = place->model;
	const char *value = "";
	struct entry *entry = line_is_token(deeds, line->field, strlen(line->field))
	                              ? parse_deed(model, line, &value)
	                              : NULL;
	if (!entry) {
		MISTAKE(place, line->number,
		        "expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'");
		return;
	}
	if (*line->source == '\0')
		MISTAKE(place, line->number, "'%s' wants its source in brackets", line->field);
	size_t size = strlen(stack) + strlen(line->field) + strlen(value) + strlen(line->source) + 4;
	char *text = arena_alloc(model->arena, size);
	snprintf(text, size, "%s|%s|%s|%s", stack, line->field, value, line->source);
	value_add(model, &entry->facts[SIPCODE_STACKS], text, size - 1);
}

void reason_add_stacks(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		if (!stanza_begins(&place, stanza, "stack"))
			continue;
		if (strchr(stanza->lines[0].value, '|'))
			MISTAKE(&place, stanza->lines[0].number, "a stack has no '|' in its name");
		for (size_t j = 1; j < stanza->count; j++)
			take_deed(&place, stanza->lines[0].value, &stanza->lines[j]);
	}
}

struct entry *reason_find(struct model *model, const char *key, const char *text,
                          const struct schema **schema)
{
	unsigned number;
	if (strcmp(key, "cause") == 0) {
		*schema = &schema_cause_texts;
		return line_number(text, 1, 127, &number) ? model_find(model, SIPCODE_KIND_CAUSE, number, 0)
		                                          : NULL;
	}
	if (strcmp(key, "warning") == 0) {
		*schema = &schema_warning_texts;
		return line_number(text, 300, 399, &number)
		               ? model_find(model, SIPCODE_KIND_WARNING, number, 0)
		               : NULL;
	}
	if (strcmp(key, "protocol") == 0) {
		*schema = &schema_protocol_texts;
		return find_protocol(model, text, strlen(text));
	}
	if (strcmp(key, "reason") != 0)
		return NULL;
	*schema = &schema_reason_texts;
	const struct entry *protocol = parse_reason(model, text, &number);
	return protocol ? model_find(model, SIPCODE_KIND_REASON, protocol->number, number) : NULL;
}

static bool has_item(const struct value *value, const char *item)
{
	for (size_t at = 0; at < value->size; at += strlen(value->bytes + at) + 1)
		if (strcmp(value->bytes + at, item) == 0)
			return true;
	return false;
}

/* A code arises from the causes that either RFC lists with it. */
static void gather_causes(struct model *model, struct entry *code)
{
	const char *number = first(&code->facts[SIPCODE_CODE]);
	struct value *causes = &code->facts[SIPCODE_Q850_FROM];
	bool iso = false, qsig = false;
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *cause = &model->entries[i];
		if (cause->kind != SIPCODE_KIND_CAUSE)
			continue;
		bool by_iso = has_item(&cause->facts[SIPCODE_SIP], number);
		bool by_qsig = has_item(&cause->facts[SIPCODE_SIP_QSIG], number);
		if (by_iso || by_qsig)
			value_add(model, causes, first(&cause->facts[SIPCODE_CODE]),
			          strlen(first(&cause->facts[SIPCODE_CODE])));
		iso = iso || by_iso;
		qsig = qsig || by_qsig;
	}
	if (iso)
		entry_add_source(model, code, sipcode_field_name(SIPCODE_Q850_FROM), iso_source);
	if (qsig)
		entry_add_source(model, code, sipcode_field_name(SIPCODE_Q850_FROM), qsig_source);
}

static void gather_codes(struct model *model, const struct entry *code)
{
	const struct value *causes = &code->facts[SIPCODE_Q850];
	for (size_t at = 0; at < causes->size; at += strlen(causes->bytes + at) + 1) {
		unsigned number;
		if (!line_number(causes->bytes + at, 1, 127, &number)) /* which is reported where it stands */
			continue;
		struct entry *cause = model_find(model, SIPCODE_KIND_CAUSE, number, 0);
		const char *text = first(&code->facts[SIPCODE_CODE]);
		if (cause)
			value_add(model, &cause->facts[SIPCODE_SIP_FROM], text, strlen(text));
		else
			report_error(model->report, code->file, code->line, "there is no cause %u", number);
	}
}

/* "none" is said where a cause becomes no response; one that is not listed becomes the default. */
static void fill_in(struct model *model, struct entry *cause, enum sipcode_field field, const char *source)
{
	struct value *codes = &cause->facts[field];
	if (strcmp(first(codes), "none") == 0) {
		*codes = (struct value){ .bytes = NULL };
	} else if (codes->size == 0) {
		value_set(model, codes, default_code);
		entry_add_source(model, cause, sipcode_field_name(field), source);
	}
}

void reason_finish(struct model *model)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind != SIPCODE_KIND_CODE)
			continue;
		gather_causes(model, entry);
		gather_codes(model, entry);
	}
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *cause = &model->entries[i];
		if (cause->kind != SIPCODE_KIND_CAUSE)
			continue;
		fill_in(model, cause, SIPCODE_SIP, iso_source);
		fill_in(model, cause, SIPCODE_SIP_QSIG, qsig_source);
	}
}
