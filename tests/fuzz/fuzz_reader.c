// SPDX-License-Identifier: MIT
// Any bytes as the data files, parted by form feeds: in the order of data.h, then languages. A part that begins with a
// vertical tab holds the fingerprints of the language before it.

#include "fuzz.h"

#include <string.h>

#include "data.h"
#include "emit.h"
#include "translation.h"

static void check_document(const struct document *document)
{
	for (size_t i = 0; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		FUZZ_CHECK(stanza->count > 0);
		for (size_t j = 0; j < stanza->count; j++) {
			const struct line *line = &stanza->lines[j];
			FUZZ_CHECK(line->field && *line->field && line->value && line->source &&
			           line->number > 0);
		}
	}
}

/* What is found to be without mistakes can be written. */
static void check_written(const struct model *model)
{
	FILE *table = fopen("/dev/null", "wb"), *words = fopen("/dev/null", "wb");
	FUZZ_CHECK(table && words);
	emit_table(model, table);
	emit_words(model, words);
	FUZZ_CHECK(!ferror(table) && !ferror(words));
	fclose(table);
	fclose(words);
}

/* Whatever the mistakes, it can be told how far each language is. */
static void check_status(const struct model *model)
{
	FILE *to = fopen("/dev/null", "wb");
	FUZZ_CHECK(to);
	translation_status(model, to);
	for (size_t language = 1; language < model->language_count; language++)
		translation_write(model, language, to);
	FUZZ_CHECK(!ferror(to));
	fclose(to);
}

/* Read a part, from a copy of just its size: the part behind it would hide a byte read too many. */
static struct document *read_part(struct arena *arena, struct report *report, const char *bytes, size_t size)
{
	struct document *document = arena_alloc(arena, sizeof *document);
	char *part = malloc(size ? size : 1);
	FUZZ_CHECK(part);
	if (size)
		memcpy(part, bytes, size);
	document_read(document, "part", part, size, arena, report);
	free(part);
	check_document(document);
	return document;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	enum { DOCUMENTS_MAX = DATA_LANGUAGE + LANGUAGES_MAX + 1 };
	struct arena arena = { NULL };
	struct report report = { fopen("/dev/null", "wb"), 0 };
	FUZZ_CHECK(report.to);
	struct model model = { .arena = &arena, .report = &report };
	const char *at = (const char *)bytes, *end = at + size;
	for (size_t i = 0; i < DOCUMENTS_MAX && (at < end || i <= DATA_LANGUAGE);) {
		const char *stop = at < end ? memchr(at, '\f', (size_t)(end - at)) : NULL;
		bool seen = at < end && *at == '\v' && model.language_count > 0;
		at += seen;
		struct document *document =
		        read_part(&arena, &report, at, (size_t)((stop ? stop : end) - at));
		if (seen)
			translation_take(&model, document);
		else
			data_take(&model, i++, document);
		FUZZ_CHECK(model.entry_count <= size); /* each has been written down somewhere */
		at = stop ? stop + 1 : end;
	}
	data_finish(&model);
	check_status(&model);
	if (report.errors == 0)
		check_written(&model);
	fclose(report.to);
	arena_free(&arena);
	return 0;
}
