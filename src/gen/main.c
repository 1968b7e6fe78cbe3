// SPDX-License-Identifier: MIT
// sipcode-gen: compiles the text files of data/ into const C tables.

#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "emit.h"

static void read_file(struct document *document, const char *name, struct arena *arena, struct report *report)
{
	*document = (struct document){ .name = name };
	FILE *file = fopen(name, "rb");
	if (!file) {
		report_error(report, name, 0, "this file cannot be opened");
		return;
	}
	char *bytes = NULL;
	size_t size = 0, room = 0, got;
	do {
		if (size == room) {
			bytes = arena_grow(arena, bytes, size, 2 * room + 65536);
			room = 2 * room + 65536;
		}
		got = fread(bytes + size, 1, room - size, file);
		size += got;
	} while (got > 0);
	if (ferror(file))
		report_error(report, name, 0, "this file cannot be read");
	fclose(file);
	document_read(document, name, bytes, size, arena, report);
}

static bool write_file(const char *name, const struct model *model,
                       void (*emit)(const struct model *model, FILE *to))
{
	FILE *file = fopen(name, "wb");
	if (!file) {
		fprintf(stderr, "sipcode-gen: cannot write '%s'\n", name);
		return false;
	}
	emit(model, file);
	bool written = !ferror(file);
	return fclose(file) == 0 && written;
}

int main(int argc, char **argv)
{
	enum { FIRST = 3 };
	if (argc <= FIRST + DATA_LANGUAGE) {
		fputs("usage: sipcode-gen table.c words.h classes.txt codes.txt pairs.txt flows.txt "
		      "causes.txt warnings.txt stacks.txt registry.txt en.txt...\n",
		      stderr);
		return 2;
	}
	struct arena arena = { NULL };
	struct report report = { stderr, 0 };
	struct model model = { .arena = &arena, .report = &report };
	for (int i = FIRST; i < argc; i++) {
		struct document document;
		read_file(&document, argv[i], &arena, &report);
		data_take(&model, (size_t)(i - FIRST), &document);
	}
	data_finish(&model);
	bool good = report.errors == 0;
	if (good)
		good = write_file(argv[1], &model, emit_table) && write_file(argv[2], &model, emit_words);
	arena_free(&arena);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
