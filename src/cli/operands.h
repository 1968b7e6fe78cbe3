// SPDX-License-Identifier: MIT
// The selectors that a command was given, as operands or on standard input.

#ifndef OPERANDS_H
#define OPERANDS_H

#include "cli.h"

/** Operands, and how far they are read. */
struct operands {
	const char *const *items;
	size_t count, next;
	enum sipcode_kind of; /* what their bare numbers and phrases are */
	bool by_line;         /* each item is a selector of its own */
	char **lines; /* what was read from standard input, and the values of header fields, to be freed */
	size_t line_count, room;
	const char **expanded; /* the items, where header fields stand for their values; to be freed */
	int error;             /* errno of what failed, be it reading or getting memory */
};

/**
 * Begin with the run's operands; a single "-" stands for the lines of standard input, a pasted Reason or
 * Warning header field for its values. Bare numbers and phrases are those of the view's kind.
 *
 * Looks through all of them: false, with a message and CLI_ERROR, when one is no selector or input
 * failed. Call operands_end() in any case.
 */
bool operands_begin(struct operands *operands, struct cli *cli);

/** The next selector; false after the last. */
bool operands_next(struct operands *operands, struct sipcode_selector *selector);

/** Say that a selector is without an answer. */
void operands_not_found(struct cli *cli, const struct sipcode_selector *selector);

void operands_end(struct operands *operands);

#endif
