// SPDX-License-Identifier: MIT
// The data as the generator understands it: entries with their values, and the words of each
// language.

#ifndef MODEL_H
#define MODEL_H

#include "../lib/table.h"
#include "gen.h"

enum { LANGUAGES_MAX = 16 };

/** The strings of a value, a NUL after each; `size` counts them all. */
struct value {
	char *bytes;
	size_t size;
};

struct texts {
	struct value value[TABLE_TEXTS];
};

struct entry {
	enum sipcode_kind kind;
	unsigned number, other;
	const char *file;
	unsigned line;
	struct value facts[TABLE_FACTS];
	struct texts texts[LANGUAGES_MAX];
};

struct word {
	const char *key;
	const char *file;
	unsigned line;
	const char *texts[LANGUAGES_MAX];
};

struct model {
	struct arena *arena;
	struct report *report;
	struct entry *entries;
	size_t entry_count;
	struct word *words; /* sorted by key once finished */
	size_t word_count;
	const char *languages[LANGUAGES_MAX];
	size_t language_count;
	const char *registry_date;
};

/**
 * Take in the documents, in this order: classes, codes, pairs, flows, causes, warnings, stacks, the
 * registry, then English and its kin; flow.h and reason.h have the rest.
 *
 * Each reports what it does not understand and goes on.
 */
void model_add_classes(struct model *model, const struct document *document);
void model_add_codes(struct model *model, const struct document *document);
void model_add_pairs(struct model *model, const struct document *document);
void model_add_registry(struct model *model, const struct document *document);
void model_add_language(struct model *model, const struct document *document);

/** The entry of a kind by its numbers, or NULL. */
struct entry *model_find(struct model *model, enum sipcode_kind kind, unsigned number, unsigned other);

/** Work out what follows from the rest, sort, and report what is missing. */
void model_finish(struct model *model);

#endif
