// SPDX-License-Identifier: MIT
// Documents as they were read: stanzas of "field: value [source]" lines.

#ifndef READER_H
#define READER_H

#include "gen.h"

/** A "field: value [source]" of a stanza. Values of several lines are joined, paragraphs parted by
 * '\n'. */
struct line {
	const char *field;
	const char *value;
	const char *source; /* "" when none is given */
	unsigned number;
};

struct stanza {
	struct line *lines;
	size_t count;
};

struct document {
	const char *name; /* as it is to stand in reports */
	struct stanza *stanzas;
	size_t count;
};

/**
 * Read a document from memory; `size` bytes, any bytes.
 *
 * Everything that is not understood is reported, and reading goes on with the next line.
 */
void document_read(struct document *document, const char *name, const char *bytes, size_t size,
                   struct arena *arena, struct report *report);

#endif
