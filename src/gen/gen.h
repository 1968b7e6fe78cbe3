// SPDX-License-Identifier: MIT
// Memory and reports, which all parts of the generator share.

#ifndef GEN_H
#define GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Memory that is freed all at once. Running out of it ends the program. */
struct arena {
	struct block *blocks;
};

void *arena_alloc(struct arena *arena, size_t size);
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);
char *arena_text(struct arena *arena, const char *text, size_t length);
void arena_free(struct arena *arena);

/** Append a zeroed element to an array in an arena; evaluates to a pointer to it. */
#define ARENA_PUSH(arena, array, count) \
	((array) = arena_push((arena), (array), (count), sizeof *(array)), &(array)[(count)++])
void *arena_push(struct arena *arena, void *array, size_t count, size_t size);

/** Mistakes go to `to`, one a line: "data/codes.txt:41: what is wrong". */
struct report {
	FILE *to;
	unsigned errors;
};

void report_error(struct report *report, const char *file, unsigned line, const char *format, ...);

/** The same for what is no mistake: it does not count. */
void report_warning(struct report *report, const char *file, unsigned line, const char *format, ...);

#endif
