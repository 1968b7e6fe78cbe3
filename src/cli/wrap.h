// SPDX-License-Identifier: MIT
// Breaking text into lines of a given number of columns.

#ifndef WRAP_H
#define WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap_line {
	const char *text;
	size_t length;  /* in bytes */
	size_t columns; /* at most the width asked for, unless one character is wider */
};

/**
 * Take the next line off `*text`, at most `width` columns of it; false once nothing is left.
 *
 * Lines break at blanks, which are dropped there, and at '\n'. A word longer than the width is
 * broken.
 */
bool wrap_next(const char **text, size_t width, struct wrap_line *line);

#endif
