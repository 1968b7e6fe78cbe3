// SPDX-License-Identifier: MIT
// sipcode-gen: compiles the text files of data/ into const C tables.

#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "emit.h"
#include "translation.h"

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

static FILE *open_output(const char *name)
{
	FILE *file = fopen(name, "wb");
	if (!file)
		fprintf(stderr, "sipcode-gen: cannot write '%s'\n", name);
	return file;
}

static bool close_output(FILE *file)
{
	bool written = !ferror(file);
	return fclose(file) == 0 && written;
}

static bool write_file(const char *name, const struct model *model,
                       void (*emit)(const struct model *model, FILE *to))
{
	FILE *file = open_output(name);
	if (!file)
		return false;
	emit(model, file);
	return close_output(file);
}

static bool ends_in(const char *name, const char *end)
{
	size_t length = strlen(name), size = strlen(end);
	return length >= size && strcmp(name + length - size, end) == 0;
}

/* Files of fingerprints stand behind their language's. They come last: what they are about must be known. */
static void read_data(struct model *model, char **names)
{
	size_t index = 0;
	for (; *names; names++) {
		struct document *document = arena_alloc(model->arena, sizeof *document);
		read_file(document, *names, model->arena, model->report);
		if (ends_in(*names, ".seen") && model->language_count > 0)
			translation_take(model, document);
		else
			data_take(model, index++, document);
	}
	data_finish(model);
}

static bool compile(struct model *model, char **arguments)
{
	read_data(model, arguments + 2);
	return model->report->errors == 0 && write_file(arguments[0], model, emit_table) &&
	       write_file(arguments[1], model, emit_words);
}

static bool print_status(struct model *model, char **arguments)
{
	struct report *report = model->report;
	FILE *to = report->to;
	report->to = stdout;
	read_data(model, arguments);
	report->to = to;
	translation_status(model, stdout);
	return report->errors == 0;
}

/* The language of the first argument has been compared with English: its fingerprints go to the second. */
static bool accept(struct model *model, char **arguments)
{
	read_data(model, arguments + 2);
	size_t language = 1;
	while (language < model->language_count && strcmp(model->languages[language].tag, arguments[0]) != 0)
		language++;
	if (model->report->errors > 0)
		return false;
	if (language >= model->language_count) {
		fprintf(stderr, "sipcode-gen: no language '%s' beside English\n", arguments[0]);
		return false;
	}
	FILE *file = open_output(arguments[1]);
	if (!file)
		return false;
	translation_write(model, language, file);
	return close_output(file);
}

int main(int argc, char **argv)
{
	enum { FIRST = 4 };
	static const struct {
		const char *name;
		bool (*run)(struct model *model, char **arguments);
	} modes[] = { { "compile", compile }, { "status", print_status }, { "accept", accept } };
	struct arena arena = { NULL };
	struct report report = { stderr, 0 };
	struct model model = { .arena = &arena, .report = &report, .registry_date = "" };
	for (size_t i = 0; argc > FIRST && i < sizeof modes / sizeof modes[0]; i++) {
		if (strcmp(argv[1], modes[i].name) != 0)
			continue;
		bool good = modes[i].run(&model, argv + 2);
		arena_free(&arena);
		return good ? EXIT_SUCCESS : EXIT_FAILURE;
	}
	fputs("usage: sipcode-gen compile table.c words.h FILE...\n"
	      "       sipcode-gen status FILE...\n"
	      "       sipcode-gen accept TAG TAG.seen FILE...\n"
	      "The files are classes.txt codes.txt pairs.txt flows.txt causes.txt warnings.txt stacks.txt "
	      "registry.txt\n"
	      "en.txt, then TAG.txt and perhaps TAG.seen of each other language.\n",
	      stderr);
	return 2;
}
