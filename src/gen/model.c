// SPDX-License-Identifier: MIT
// The data as the generator understands it: entries with their values, and the words of each language.

#include "model.h"

#include <string.h>

struct entry *model_find(struct model *model, enum sipcode_kind kind, unsigned number, unsigned other)
{
	for (size_t i = 0; i < model->entry_count; i++) {
		struct entry *entry = &model->entries[i];
		if (entry->kind == kind && entry->number == number && entry->other == other)
			return entry;
	}
	return NULL;
}

bool entry_is_listed(const struct entry *entry)
{
	const struct value *status = &entry->facts[SIPCODE_STATUS];
	return status->size && (!strcmp(status->bytes, "registered") || !strcmp(status->bytes, "deprecated"));
}

struct value *entry_value(struct entry *entry, enum sipcode_field field, size_t language)
{
	return field < SIPCODE_SUMMARY ? &entry->facts[field]
	                               : &entry->texts[language].value[field - SIPCODE_SUMMARY];
}

void value_add(struct model *model, struct value *value, const char *text, size_t length)
{
	value->bytes = arena_grow(model->arena, value->bytes, value->size, value->size + length + 1);
	memcpy(value->bytes + value->size, text, length);
	value->size += length + 1;
}

void value_set(struct model *model, struct value *value, const char *text)
{
	*value = (struct value){ .bytes = NULL };
	if (*text)
		value_add(model, value, text, strlen(text));
}

void entry_add_source(struct model *model, struct entry *entry, const char *field, const char *source)
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
