// SPDX-License-Identifier: MIT
// What a line of a document says, and where it is reported.

#ifndef LINE_H
#define LINE_H

#include "model.h"

/** Where mistakes are reported while a document is taken in. */
struct place {
	struct model *model;
	const char *file;
};

#define MISTAKE(place, line, ...) report_error((place)->model->report, (place)->file, (line), __VA_ARGS__)

/** Read a number of up to three digits within bounds; whether the text is one. */
bool line_number(const char *text, unsigned low, unsigned high, unsigned *number);

/** Whether `length` bytes of text are one of `tokens`, which stand between blanks: " yes no ". */
bool line_is_token(const char *tokens, const char *text, size_t length);

#endif
