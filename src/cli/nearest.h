// SPDX-License-Identifier: MIT
// "Did you mean": the nearest of a few names.

#ifndef NEAREST_H
#define NEAREST_H

#include <stddef.h>

/** The nearest name so far. */
struct nearest {
	const char *text; /* what was typed */
	size_t distance;  /* of the best name; what is farther than this is no likely slip */
	const char *name; /* NULL while none is near */
};

struct nearest nearest_begin(const char *text);
void nearest_try(struct nearest *nearest, const char *name);

#endif
