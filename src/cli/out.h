// SPDX-License-Identifier: MIT
// Output that is gathered in a buffer and written at once.

#ifndef OUT_H
#define OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Where output goes. Remembers a failed write: one look at the end is enough. */
struct out {
	FILE *file;
	char *buffer; /* the caller's, `size` bytes */
	size_t size;
	size_t length;
	int error; /* errno of the first failed write, 0 while all went well */
};

/** Begin output to a stream on which nothing was done yet. */
void out_open(struct out *out, FILE *file, char *buffer, size_t size);

void out_bytes(struct out *out, const char *bytes, size_t length);
void out_str(struct out *out, const char *text);
void out_char(struct out *out, char c);

/** Write `count` blanks. */
void out_spaces(struct out *out, size_t count);

/** Write `text` `count` times. */
void out_repeat(struct out *out, const char *text, size_t count);

/** Write what is left in the buffer; whether everything was written, ever since out_open(). */
bool out_flush(struct out *out);

#endif
