// SPDX-License-Identifier: MIT
// Messages on stderr: one line each, with the user's own words made safe.

#ifndef MESSAGE_H
#define MESSAGE_H

#include <stddef.h>
#include <stdio.h>

#include "sipcode.h"
#include "words.h"

enum {
	QUOTE_COLUMNS = 40, /* how much of what was typed a message repeats */
	QUOTE_SIZE = 4 * QUOTE_COLUMNS + 4
};

/**
 * Copy text as it may stand in a message: what is not printable escaped, at most QUOTE_COLUMNS
 * columns, the rest shown by "...". Several `words` are joined by blanks.
 */
void message_quote(char buffer[QUOTE_SIZE], const char *const *words, size_t count);

/** Something that went wrong, in words that do not yet have a language. */
struct problem {
	enum word sentence;
	char word[QUOTE_SIZE];
	char hint[QUOTE_SIZE]; /* what was perhaps meant; "" when nothing is near */
};

/** Fill in a problem with what was typed; `hint` may be NULL. */
void problem_set(struct problem *problem, enum word sentence, const char *word, const char *hint);

/** Write "sipcode: " and a sentence, filled in, as one line. */
void message_put(FILE *err, int language, enum word sentence, const struct sipcode_argument *arguments,
                 size_t count);

/** Write a problem, with "did you mean" when it has a hint. */
void problem_put(FILE *err, int language, const struct problem *problem);

#endif
