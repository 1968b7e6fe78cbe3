// SPDX-License-Identifier: MIT
// Any bytes as the data files, parted by form feeds: classes, codes, pairs, flows, the registry, then languages.

#include "fuzz.h"

#include <string.h>

#include "data.h"
#include "emit.h"

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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	enum { DOCUMENTS_MAX = DATA_LANGUAGE + LANGUAGES_MAX + 1 };
	struct arena arena = { NULL };
	struct report report = { fopen("/dev/null", "wb"), 0 };
	FUZZ_CHECK(report.to);
	struct model model = { .arena = &arena, .report = &report };
	const char *at = (const char *)bytes, *end = at + size;
	for (size_t i = 0; i < DOCUMENTS_MAX && (at < end || i <= DATA_LANGUAGE); i++) {
		const char *stop = at < end ? memchr(at, '\f', (size_t)(end - at)) : NULL;
		size_t length = (size_t)((stop ? stop : end) - at);
		struct document document;
		/* a copy of just its size, since the part that follows would hide a byte read too many */
		char *part = malloc(length ? length : 1);
		FUZZ_CHECK(part);
		if (length)
			memcpy(part, at, length);
		document_read(&document, "part", part, length, &arena, &report);
		check_document(&document);
		free(part);
		data_take(&model, i, &document);
		FUZZ_CHECK(model.entry_count <= size); /* each has been written down somewhere */
		at = stop ? stop + 1 : end;
	}
	data_finish(&model);
	if (report.errors == 0)
		check_written(&model);
	fclose(report.to);
	arena_free(&arena);
	return 0;
}
