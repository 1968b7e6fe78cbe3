// SPDX-License-Identifier: MIT
// Flows as the generator takes them in.

#include "flow.h"

#include <string.h>

static bool has_word(const struct model *model, const char *kind, const char *key)
{
	size_t length = strlen(kind);
	for (size_t i = 0; i < model->word_count; i++)
		if (strncmp(model->words[i].key, kind, length) == 0 &&
		    strcmp(model->words[i].key + length, key) == 0)
			return true;
	return false;
}

void flow_check_notes(struct model *model, const struct entry *flow)
{
	const struct value *steps = &flow->facts[SIPCODE_STEP];
	for (size_t at = 0; at < steps->size; at += strlen(steps->bytes + at) + 1) {
		const char *step = steps->bytes + at, *bar = strchr(step, '|');
		if (memchr(step, '>', (size_t)(bar - step)) || memchr(step, 'x', (size_t)(bar - step)) ||
		    has_word(model, "note.", bar + 1))
			continue;
		report_error(model->report, flow->file, flow->line, "no word for the note '%s'", bar + 1);
	}
}

/* A code by its number, or a variant by its name. */
static const struct entry *find_code(struct model *model, const char *text)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *entry = &model->entries[i];
		bool variant = entry->kind == SIPCODE_KIND_VARIANT;
		const struct value *label = &entry->facts[variant ? SIPCODE_NAME : SIPCODE_CODE];
		if ((variant || entry->kind == SIPCODE_KIND_CODE) && label->size &&
		    strcmp(label->bytes, text) == 0)
			return entry;
	}
	return NULL;
}

/* "603 603+": what a flow shows; whether all of it is in the table. */
static bool take_flow_codes(const struct place *place, const struct line *line, struct value *codes,
                            unsigned *first)
{
	struct model *model = place->model;
	const char *text = line->value;
	*first = 0;
	for (bool more = true; more;) {
		size_t length = strcspn(text, " ");
		const struct entry *code = find_code(model, arena_text(model->arena, text, length));
		if (!code) {
			MISTAKE(place, line->number, "'%.*s' is no code in the table", (int)length, text);
			return false;
		}
		*first = *first ? *first : code->number;
		value_add(model, codes, text, length);
		more = text[length] == ' ';
		text += length + (more ? 1 : 0);
	}
	return true;
}

void flow_add(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		struct value codes = { .bytes = NULL };
		unsigned number, index = 0;
		if (!stanza_begins(&place, stanza, "flow") ||
		    !take_flow_codes(&place, &stanza->lines[0], &codes, &number))
			continue;
		while (model_find(model, SIPCODE_KIND_FLOW, number, index))
			index++;
		struct entry *flow =
		        stanza_entry(&place, SIPCODE_KIND_FLOW, number, index, stanza->lines[0].number);
		flow->facts[SIPCODE_CODES] = codes;
		stanza_take(&place, flow, &schema_flows, stanza, 0);
	}
}

struct entry *flow_find_untold(struct model *model, const char *text, size_t language)
{
	unsigned number;
	struct entry *flow = NULL;
	if (!line_number(text, 100, 999, &number))
		return NULL;
	for (unsigned index = 0; (flow = model_find(model, SIPCODE_KIND_FLOW, number, index)); index++)
		if (entry_value(flow, SIPCODE_TITLE, language)->size == 0)
			return flow;
	return NULL;
}
