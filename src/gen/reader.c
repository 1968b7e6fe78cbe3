// SPDX-License-Identifier: MIT
// Reading the text files of data/: stanzas of "field: value [source]" lines.

#include "reader.h"

#include <string.h>

#include "../cli/utf8.h"

/* Where reading stands. */
struct reader {
	struct document *document;
	struct arena *arena;
	struct report *report;
	struct stanza *stanza; /* NULL between stanzas */
	struct line *line;     /* the line that an indented one continues, or NULL */
	bool paragraph;        /* " ." was the last line */
	unsigned number;
};

static bool is_field_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' ||
	       c == '+';
}

static bool check_bytes(struct reader *r, const char *text, size_t length)
{
	const char *end = text + length;
	if (length > 0 && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r')) {
		report_error(r->report, r->document->name, r->number, "the line ends in a blank or CR");
		return false;
	}
	while (text < end) {
		struct utf8 c = utf8_next(text, (size_t)(end - text));
		if (!c.valid) {
			report_error(r->report, r->document->name, r->number, "this is not UTF-8");
			return false;
		}
		if (c.code < 0x20 || (c.code >= 0x7f && c.code < 0xa0)) {
			report_error(r->report, r->document->name, r->number, "a control character");
			return false;
		}
		text += c.length;
	}
	return true;
}

static void continue_value(struct reader *r, const char *text, size_t length)
{
	size_t blanks = strspn(text, " ");
	if (blanks >= length || !r->line) {
		report_error(r->report, r->document->name, r->number, "this continues no field");
		return;
	}
	text += blanks;
	length -= blanks;
	if (length == 1 && *text == '.') {
		r->paragraph = true;
		return;
	}
	size_t old = strlen(r->line->value);
	char *value = arena_alloc(r->arena, old + 1 + length + 1);
	memcpy(value, r->line->value, old);
	value[old] = r->paragraph ? '\n' : ' ';
	memcpy(value + old + 1, text, length);
	r->line->value = old > 0 ? value : value + 1;
	r->paragraph = false;
}

/* A " ." wants more of its value to come. */
static void end_value(struct reader *r)
{
	if (r->paragraph)
		report_error(r->report, r->document->name, r->number, "'%s' ends with an empty paragraph",
		             r->line->field);
	r->paragraph = false;
	r->line = NULL;
}

static void read_field(struct reader *r, const char *text, size_t length)
{
	size_t name = 0;
	while (name < length && is_field_char(text[name]))
		name++;
	end_value(r);
	if (name == 0 || name == length || text[name] != ':' ||
	    (name + 1 < length && text[name + 1] != ' ')) {
		report_error(r->report, r->document->name, r->number, "expected 'field: value'");
		return;
	}
	if (!r->stanza)
		r->stanza = ARENA_PUSH(r->arena, r->document->stanzas, r->document->count);
	r->line = ARENA_PUSH(r->arena, r->stanza->lines, r->stanza->count);
	size_t value = name + 1;
	while (value < length && text[value] == ' ')
		value++;
	*r->line = (struct line){ .field = arena_text(r->arena, text, name),
		                  .value = arena_text(r->arena, text + value, length - value),
		                  .source = "",
		                  .number = r->number };
}

/* A value's last "[...]" is its source. */
static void split_source(struct reader *r, struct line *line)
{
	size_t length = strlen(line->value);
	const char *open = strrchr(line->value, '[');
	if (length > 0 && line->value[length - 1] == ']' && open && open > line->value && open[-1] == ' ') {
		line->source = arena_text(r->arena, open + 1, strlen(open) - 2);
		line->value = arena_text(r->arena, line->value, (size_t)(open - 1 - line->value));
	}
	if (*line->value == '\0')
		report_error(r->report, r->document->name, line->number, "'%s' has no value", line->field);
}

static void end_stanza(struct reader *r)
{
	end_value(r);
	for (size_t i = 0; r->stanza && i < r->stanza->count; i++)
		split_source(r, &r->stanza->lines[i]);
	r->stanza = NULL;
}

static void read_line(struct reader *r, const char *text, size_t length)
{
	if (length == 0) {
		end_stanza(r);
		return;
	}
	if (!check_bytes(r, text, length) || text[0] == '#')
		return;
	if (text[0] == ' ')
		continue_value(r, text, length);
	else
		read_field(r, text, length);
}

void document_read(struct document *document, const char *name, const char *bytes, size_t size,
                   struct arena *arena, struct report *report)
{
	*document = (struct document){ .name = name };
	struct reader r = { .document = document, .arena = arena, .report = report };
	size_t at = 0;
	while (at < size) {
		const char *end = memchr(bytes + at, '\n', size - at);
		size_t length = end ? (size_t)(end - bytes) - at : size - at;
		r.number++;
		read_line(&r, bytes + at, length);
		at += length + 1;
	}
	end_stanza(&r);
}
