// SPDX-License-Identifier: MIT
// The selectors that a command was given, as operands or on standard input.

#ifndef OPERANDS_H
#define OPERANDS_H

#include "cli.h"

/** Operands, and how far they are read. */
struct operands {
	const char *const *items;
	size_t count, next;
	bool by_line; /* each item is a selector of its own */
	char **lines; /* what was read from standard input, to be freed */
};

/**
 * Begin with the run's operands; a single "-" stands for the lines of standard input.
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
