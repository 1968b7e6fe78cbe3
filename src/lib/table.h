// SPDX-License-Identifier: MIT
// The compiled table, as the generator writes it: numbers that point into one pool of strings.

#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>

#include "sipcode.h"

/*
 * Offsets instead of pointers keep the table free of relocations: it stays in read-only memory
 * shared by all processes, and starting the program costs the same however many codes and languages
 * are compiled in.
 */

enum {
	TABLE_FACTS = SIPCODE_SUMMARY, /* the fields before it are facts, the others texts */
	TABLE_TEXTS = SIPCODE_FIELD_COUNT - SIPCODE_SUMMARY,
	TABLE_KINDS = SIPCODE_KIND_REASON + 1
};

/** What a pair calls a variant, the `index`th of its code; codes and classes go by their number. */
#define TABLE_SIDE(number, index) ((number) + 1000 * ((index) + 1))

/** One entry, with nothing for what it does not have. */
struct sipcode {
	uint64_t has; /* a bit a field */
	uint32_t
	        values; /* where in the pool their offsets are: of the facts, then of the texts in each language */
	uint16_t kind;
	uint16_t number; /* entries of a kind are sorted by it, then by `other` */
	uint16_t other;  /* the second of a pair; the index of a variant or flow among those of its number */
};

_Static_assert(SIPCODE_FIELD_COUNT <= 64, "each field has its bit");

/** The words whose keys begin alike, as "token.retry." */
struct table_group {
	uint16_t first, count;
	uint16_t prefix; /* how long that beginning is */
};

/* The parts of one object, which keeps together what every answer needs. */
extern const struct sipcode *const table_entries;
extern const uint16_t *const table_kinds; /* where the entries of each kind begin; the count last */

extern const uint32_t *const table_languages; /* the tags, English first */
extern const uint16_t table_language_count;

extern const uint32_t *const table_keys; /* of the words, sorted */
extern const uint16_t table_key_count;
extern const uint32_t *const table_words; /* by language, then by key */

extern const struct table_group *const table_tokens;       /* by field: "token.<field>." */
extern const struct table_group *const table_explanations; /* by field: "explain.<field>." */

extern const uint32_t table_registry_date;

extern const char *const table_pool; /* all strings, and the offsets of each entry's */

/** The string at an offset; a value's strings follow each other and end with an empty one. */
static inline const char *table_string(uint32_t offset)
{
	return table_pool + offset;
}

/** Where the strings of an entry's values are, for the fields it has. */
static inline const uint32_t *table_values(const struct sipcode *entry)
{
	const void *values = table_pool + entry->values;
	return values;
}

#endif
