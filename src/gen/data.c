// SPDX-License-Identifier: MIT
// The files of data/, one after the other, and what follows from them all.

#include "data.h"

#include <stdlib.h>
#include <string.h>

#include "code.h"
#include "flow.h"
#include "language.h"
#include "reason.h"
#include "translation.h"

void data_take(struct model *model, size_t index, const struct document *document)
{
	static void (*const take[])(struct model *, const struct document *) = {
		code_add_classes,  code_add_codes,      code_add_pairs,    flow_add,
		reason_add_causes, reason_add_warnings, reason_add_stacks, code_add_registry,
	};
	_Static_assert(sizeof take / sizeof take[0] == DATA_LANGUAGE, "each file has its place");
	if (index < DATA_LANGUAGE)
		take[index](model, document);
	else
		language_add(model, document);
}

static int compare_words(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->key, ((const struct word *)b)->key);
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
		unsigned other = pair->number == code->number ? pair->other : pair->number;
		char number[8];
		if (other > 999) /* a variant, which its code names by itself */
			continue;
		int length = snprintf(number, sizeof number, "%u", other);
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
	enum sipcode_field field = entry->kind == SIPCODE_KIND_PAIR   ? SIPCODE_SENTENCE
	                           : entry->kind == SIPCODE_KIND_FLOW ? SIPCODE_TITLE
	                                                              : SIPCODE_SUMMARY;
	if (entry_value(entry, field, language)->size == 0)
		report_error(model->report, entry->file, entry->line, "no words in '%s' for %u%s%s",
		             model->languages[language].tag, entry->number,
		             entry->kind == SIPCODE_KIND_VARIANT ? " " : "",
		             entry->kind == SIPCODE_KIND_VARIANT ? entry->facts[SIPCODE_PHRASE].bytes : "");
}

void data_finish(struct model *model)
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
	for (size_t language = 1; language < model->language_count; language++)
		translation_check(model, language);
	if (model->entry_count > 0)
		qsort(model->entries, model->entry_count, sizeof *model->entries, compare_entries);
	if (model->word_count > 0)
		qsort(model->words, model->word_count, sizeof *model->words, compare_words);
}
