// SPDX-License-Identifier: MIT
// Walking UTF-8 text, and how many columns of a terminal it takes.

#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A character; one that is not `valid` is the single byte `code`. */
struct utf8 {
	uint32_t code;
	size_t length; /* in bytes, at least 1 */
	bool valid;
};

/** The character at the start of `text`; `size` bytes are there, at least 1. */
struct utf8 utf8_next(const char *text, size_t size);

/** Columns a character takes: 0 for combining ones, 2 for wide ones, else 1. */
size_t utf8_char_width(uint32_t code);

/** Columns that `size` bytes of text take; a byte that is no UTF-8 takes one. */
size_t utf8_width(const char *text, size_t size);

#endif
