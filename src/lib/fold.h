// SPDX-License-Identifier: MIT
// Comparing text by its letters and digits, in ASCII and without a locale.

#ifndef FOLD_H
#define FOLD_H

#include <stdbool.h>
#include <stddef.h>

/** The longest folded phrase; no reason phrase in the table comes near. */
enum { FOLD_MAX = 120 };

bool fold_is_digit(char c);
bool fold_is_blank(char c);

/** Whether the character may stand in a token, RFC 3261 section 25.1. */
bool fold_is_token(char c);

/** Lower case for A to Z, everything else as it is. */
char fold_lower(char c);

/** Whether the byte counts when phrases are compared: a letter, a digit, or part of a non-ASCII
 * character. */
bool fold_counts(char c);

/** A phrase reduced to what counts, built up from pieces. */
struct fold {
	size_t length; /* FOLD_MAX + 1 once it is too long to be a phrase */
	char text[FOLD_MAX + 1];
};

/** Append a piece of text, `length` bytes of it. */
void fold_add(struct fold *fold, const char *text, size_t length);

/** Whether `phrase` folds to the same. Nothing equals an empty or an overlong fold. */
bool fold_equals(const struct fold *fold, const char *phrase);

#endif
