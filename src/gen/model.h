// SPDX-License-Identifier: MIT
// The data as the generator understands it: entries with their values, and the words of each
// language.

#ifndef MODEL_H
#define MODEL_H

#include "../lib/table.h"
#include "reader.h"

enum { LANGUAGES_MAX = 16 };

/** The strings of a value, a NUL after each; `size` counts them all. */
struct value {
	char *bytes;
	size_t size;
	unsigned line; /* of a text, where its language's file has it */
};

struct texts {
	struct value value[TABLE_TEXTS];
};

struct entry {
	enum sipcode_kind kind;
	unsigned number, other;
	const char *file;
	unsigned line;
	const char *title; /* what its stanza in English is about, as it begins: "code: 486" */
	struct value facts[TABLE_FACTS];
	struct texts texts[LANGUAGES_MAX];
	unsigned told[LANGUAGES_MAX]; /* the line at which its stanza begins in each language; 0 for none */
};

struct word {
	const char *key;
	const char *texts[LANGUAGES_MAX];
	unsigned lines[LANGUAGES_MAX];
};

/** A file of a language, and what its pieces were when somebody last compared them with English. */
struct language {
	const char *tag, *file;
	const struct document *seen; /* NULL when nobody kept that */
};

struct model {
	struct arena *arena;
	struct report *report;
	struct entry *entries;
	size_t entry_count;
	struct word *words; /* sorted by key once finished */
	size_t word_count;
	struct language languages[LANGUAGES_MAX]; /* English first */
	size_t language_count;
	const char *registry_date;
};

/** The entry of a kind by its numbers, or NULL. */
struct entry *model_find(struct model *model, enum sipcode_kind kind, unsigned number, unsigned other);

/** The value of a field; `language` matters to texts only. */
struct value *entry_value(struct entry *entry, enum sipcode_field field, size_t language);

/** Append a string to a value, or make it the only one ("" for none). */
void value_add(struct model *model, struct value *value, const char *text, size_t length);
void value_set(struct model *model, struct value *value, const char *text);

/** Note a source; a field that is repeated gathers them: "alias|RFC 3891 3; RFC 3911". */
void entry_add_source(struct model *model, struct entry *entry, const char *field, const char *source);

/** Whether IANA lists the code, be it as deprecated. */
bool entry_is_listed(const struct entry *entry);

#endif
