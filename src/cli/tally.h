// SPDX-License-Identifier: MIT
// Responses counted: by code, by class, and as RFC 6076 reads them.

#ifndef TALLY_H
#define TALLY_H

#include "number.h"
#include "options.h"

enum tally_bounds {
	TALLY_FIRST = 100,
	TALLY_LAST = 699,
	TALLY_CODES = TALLY_LAST - TALLY_FIRST + 1,
	TALLY_CLASSES = 6
};

/** How often a code came. */
struct tally_row {
	int number;
	const struct sipcode *entry; /* NULL for a code that is not in the table */
	unsigned long long count;
};

/** What RFC 6076 sections 4.7 and 4.8 make of final responses. */
enum tally_metric { TALLY_SUCCESS, TALLY_USER, TALLY_NETWORK, TALLY_EXCLUDED, TALLY_NONE, TALLY_METRICS };

/** The token of such a metric, as the field "metric" has it; "none" for what the RFC does not name. */
extern const char *const tally_metrics[TALLY_METRICS];

struct tally {
	struct tally_row codes[TALLY_CODES]; /* the most frequent first, equals in ascending order */
	size_t code_count;
	unsigned long long classes[TALLY_CLASSES]; /* 1xx first */
	unsigned long long metrics[TALLY_METRICS];
	unsigned long long total, final; /* all of them, and those above 199 */
	unsigned long long malformed;    /* not part of them */
	bool numbers; /* the first numbers of lines were counted, not status lines; false unless it is set */
};

/** Make a tally of how often each code came, TALLY_FIRST first. */
void tally_make(struct tally *tally, const unsigned long long counts[TALLY_CODES],
                unsigned long long malformed);

/** The fields that programs get of a row unless they ask for others; returns how many. */
size_t tally_columns(bool long_form, const enum sipcode_field **columns);

/** Write a share of a whole in per cent, with one decimal: "36.9"; returns `buffer`. */
const char *tally_share(char buffer[NUMBER_SIZE], unsigned long long part, unsigned long long whole);

/**
 * The value of a field or a column of a count, "" when the code has none: a value as of sipcode_value().
 *
 * `buffer` holds it when it is a number. Without a row it is that of what is malformed, whose code is "malformed".
 */
const char *tally_value(const struct tally *tally, const struct tally_row *row, enum sipcode_field column,
                        int language, char buffer[NUMBER_SIZE]);

#endif
