// SPDX-License-Identifier: MIT
// Memory and reports, which all parts of the generator share.

#include "gen.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct block {
	struct block *next;
	max_align_t data[];
};

void *arena_alloc(struct arena *arena, size_t size)
{
	struct block *block = calloc(1, sizeof *block + size);
	if (!block) {
		fputs("sipcode-gen: out of memory\n", stderr);
		exit(2);
	}
	block->next = arena->blocks;
	arena->blocks = block;
	return block->data;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	void *grown = arena_alloc(arena, new_size);
	if (old_size > 0)
		memcpy(grown, old, old_size);
	return grown;
}

void *arena_push(struct arena *arena, void *array, size_t count, size_t size)
{
	bool full = (count & (count + 1)) == 0 || count == 0; /* room for 2^n - 1 */
	return full ? arena_grow(arena, array, count * size, (2 * count + 1) * size) : array;
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);
	memcpy(copy, text, length);
	return copy;
}

void arena_free(struct arena *arena)
{
	while (arena->blocks) {
		struct block *next = arena->blocks->next;
		free(arena->blocks);
		arena->blocks = next;
	}
}

static void put_report(struct report *report, const char *file, unsigned line, const char *kind,
                       const char *format, va_list arguments)
{
	fprintf(report->to, "%s:%u: %s", file, line, kind);
	vfprintf(report->to, format, arguments);
	fputc('\n', report->to);
}

void report_error(struct report *report, const char *file, unsigned line, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	put_report(report, file, line, "", format, arguments);
	va_end(arguments);
	report->errors++;
}

void report_warning(struct report *report, const char *file, unsigned line, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	put_report(report, file, line, "warning: ", format, arguments);
	va_end(arguments);
}
