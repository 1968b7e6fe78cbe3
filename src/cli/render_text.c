// SPDX-License-Identifier: MIT
// Text for people: wrapped, aligned by display columns, coloured on a terminal.

#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "utf8.h"
#include "words.h"
#include "wrap.h"

enum {
	PROSE_WIDTH = 80, /* prose is never set wider */
	LABEL_WIDTH = 14, /* "  In a dialog " */
	TOKEN_WIDTH = 13, /* "transaction  " */
	COLUMN_MIN = 21,  /* of a comparison; narrower ones are stacked */
	COLUMNS_MAX = 8,
	GAP = 2
};

static size_t columns_of(const char *text)
{
	return utf8_width(text, strlen(text));
}

static size_t prose_width(const struct view *view)
{
	return view->width < PROSE_WIDTH ? view->width : PROSE_WIDTH;
}

static void style(struct view *view, const char *sequence)
{
	if (view->color)
		out_str(view->out, sequence);
}

static void bold(struct view *view)
{
	style(view, "\033[1m");
}

static void class_color(struct view *view, const struct sipcode *entry)
{
	static const char *const colors[] = { "36", "32", "34", "33", "31", "35" };
	int number = sipcode_number(entry), digit = number >= 100 ? number / 100 : number;
	if (!view->color)
		return;
	out_str(view->out, "\033[1;");
	out_str(view->out, digit <= 6 ? colors[digit - 1] : "37");
	out_char(view->out, 'm');
}

static void plain(struct view *view)
{
	style(view, "\033[0m");
}

static void spaces(struct view *view, size_t count)
{
	out_repeat(view->out, " ", count);
}

static void newline(struct view *view)
{
	out_char(view->out, '\n');
}

/* Text from the column `at` on, its further lines from `indent` on, to `width`. */
static void put_wrapped(struct view *view, const char *text, size_t at, size_t indent, size_t width)
{
	struct wrap_line line;
	bool first = true;
	while (wrap_next(&text, width - (first ? at : indent), &line)) {
		if (!first)
			spaces(view, indent);
		out_bytes(view->out, line.text, line.length);
		newline(view);
		first = false;
	}
	if (first)
		newline(view);
}

/* A label in its column; where the label is longer the text begins one blank after it. */
static size_t put_label(struct view *view, const char *label, size_t indent, size_t width)
{
	size_t columns = indent + columns_of(label);
	spaces(view, indent);
	bold(view);
	out_str(view->out, label);
	plain(view);
	size_t end = columns + 1 > width ? columns + 1 : width;
	spaces(view, end - columns);
	return end;
}

static void put_heading(struct view *view, const char *key)
{
	newline(view);
	bold(view);
	out_str(view->out, view_word(view, key));
	plain(view);
	newline(view);
}

/* "486 Busy Here" to the left, what kind of code it is to the right or below. */
static void put_title(struct view *view, const struct sipcode *entry)
{
	char title[CELL_SIZE], nature[CELL_SIZE];
	cell_title(view, entry, title);
	cell_nature(view, entry, nature);
	size_t width = prose_width(view), left = columns_of(title), right = columns_of(nature);
	struct wrap_line line;
	const char *rest = title;
	bool first = true;
	while (wrap_next(&rest, width, &line)) {
		if (!first)
			newline(view);
		class_color(view, entry);
		out_bytes(view->out, line.text, line.length);
		plain(view);
		first = false;
	}
	if (sipcode_kind_of(entry) == SIPCODE_KIND_CLASS) {
		newline(view);
	} else if (left + GAP + right <= width) {
		spaces(view, width - left - right);
		out_str(view->out, nature);
		newline(view);
	} else {
		newline(view);
		spaces(view, 4);
		put_wrapped(view, nature, 4, 4, width);
	}
}

/* "  Retry         later        unchanged, after a while" */
static void put_row(struct view *view, const struct sipcode *entry, const struct row *row)
{
	char text[CELL_SIZE];
	cell_text(view, entry, row->field, text);
	if (text[0] == '\0')
		return;
	size_t width = prose_width(view);
	size_t at = put_label(view, view_word(view, row->heading), GAP, LABEL_WIDTH + GAP);
	const char *explanation = cell_explanation(view, entry, row->field);
	if (*explanation == '\0') {
		put_wrapped(view, text, at, LABEL_WIDTH + GAP, width);
		return;
	}
	size_t columns = columns_of(text), token = columns + GAP > TOKEN_WIDTH ? columns + GAP : TOKEN_WIDTH;
	out_str(view->out, text);
	if (at + token + COLUMN_MIN > width) {
		newline(view);
		spaces(view, 4);
		put_wrapped(view, explanation, 4, 4, width);
		return;
	}
	spaces(view, token - columns);
	put_wrapped(view, explanation, at + token, LABEL_WIDTH + GAP + TOKEN_WIDTH, width);
}

static void put_rows(struct view *view, const struct sipcode *entry, const struct row *rows)
{
	for (; rows->heading; rows++)
		put_row(view, entry, rows);
}

static void put_section(struct view *view, const char *heading, const char *text)
{
	if (*text == '\0')
		return;
	put_heading(view, heading);
	spaces(view, 4);
	put_wrapped(view, text, 4, 4, prose_width(view));
}

/* Bare values for scripts: a tab between, a line a code, nothing wrapped. */
static void put_values(struct view *view, const struct sipcode *entry)
{
	for (size_t i = 0; i < view->field_count; i++) {
		if (i > 0)
			out_char(view->out, '\t');
		const char *start = view_value(view, entry, view->fields[i]);
		for (const char *item = start; *item; item = sipcode_value_next(item)) {
			if (item != start)
				out_char(view->out, ',');
			for (const char *c = item; *c; c++)
				out_bytes(view->out, *c == '\n' ? " " : c, 1);
		}
	}
	newline(view);
}

static void put_class(struct view *view, const struct sipcode *class)
{
	static const enum sipcode_field fields[] = { SIPCODE_FORK, SIPCODE_ACK, SIPCODE_SCOPE,
		                                     SIPCODE_UNKNOWN };
	static const char *const headings[] = { WORD_heading_fork, WORD_heading_ack, WORD_heading_scope,
		                                WORD_heading_unknown };
	char text[CELL_SIZE];
	put_title(view, class);
	cell_says(view, class, text);
	put_wrapped(view, text, 0, 0, prose_width(view));
	newline(view);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		put_row(view, class, &(struct row){ headings[i], fields[i] });
	newline(view);
	put_wrapped(view, view_value(view, class, SIPCODE_DESCRIPTION), 0, 0, prose_width(view));
	newline(view);
}

static void put_code(struct view *view, const struct sipcode *code)
{
	char text[CELL_SIZE];
	put_title(view, code);
	cell_says(view, code, text);
	put_wrapped(view, text, 0, 0, prose_width(view));
	newline(view);
	put_rows(view, code, rows_first);
	put_section(view, WORD_heading_when_seen, view_value(view, code, SIPCODE_WHEN_SEEN));
	put_section(view, WORD_heading_resolution, view_value(view, code, SIPCODE_RESOLUTION));
	put_section(view, WORD_heading_description, view_value(view, code, SIPCODE_DESCRIPTION));
	put_section(view, WORD_heading_send_when, view_value(view, code, SIPCODE_SEND_WHEN));
	newline(view);
	put_rows(view, code, rows_last);
}

static void text_begin(struct view *view)
{
	(void)view;
}

static void text_entry(struct view *view, const struct sipcode *entry)
{
	if (view->field_count > 0) {
		put_values(view, entry);
		return;
	}
	if (view->printed++ > 0)
		newline(view);
	if (sipcode_kind_of(entry) == SIPCODE_KIND_CLASS)
		put_class(view, entry);
	else
		put_code(view, entry);
}

/* Whole words that fit, and "..." where some do not. */
static void put_cut(struct view *view, const char *text, size_t width)
{
	const char *more = view->ascii ? "..." : "\xe2\x80\xa6", *rest = text;
	struct wrap_line line;
	if (columns_of(text) <= width) {
		out_str(view->out, text);
		return;
	}
	if (width > 3 && wrap_next(&rest, width - columns_of(more), &line)) {
		out_bytes(view->out, line.text, line.length);
		out_str(view->out, more);
	}
}

static void text_line(struct view *view, const struct sipcode *code)
{
	enum { PHRASE_WIDTH = 26 };
	if (view->field_count > 0) {
		put_values(view, code);
		return;
	}
	view->printed++;
	char title[CELL_SIZE], summary[CELL_SIZE];
	cell_title(view, code, title);
	cell_summary(view, code, summary);
	size_t columns = columns_of(title), end = PHRASE_WIDTH + 4;
	class_color(view, code);
	put_cut(view, title, view->width);
	plain(view);
	size_t at = columns + GAP > end ? columns + GAP : end;
	if (at + 12 < view->width) {
		spaces(view, at - columns);
		put_cut(view, summary, view->width - at);
	}
	newline(view);
	if (!view->long_form)
		return;
	const char *const more[] = { summary, view_value(view, code, SIPCODE_ACTION) };
	for (size_t i = at + columns_of(summary) <= view->width ? 1 : 0; i < 2; i++) {
		spaces(view, 4);
		put_wrapped(view, more[i], 4, 4, view->width);
	}
}

/* Cells side by side, each wrapped in its column; their lines go on until the last is told. */
static void put_cells(struct view *view, const char *label, const char *const *cells, size_t count,
                      size_t column)
{
	const char *rest[COLUMNS_MAX];
	memcpy(rest, cells, count * sizeof cells[0]);
	for (bool first = true, more = true; more; first = false) {
		struct wrap_line lines[COLUMNS_MAX];
		size_t last = 0;
		for (size_t i = 0; i < count; i++) {
			if (!wrap_next(&rest[i], column, &lines[i]))
				lines[i] = (struct wrap_line){ "", 0, 0 };
			if (lines[i].length > 0)
				last = i + 1;
		}
		more = last > 0;
		if (!more && !first)
			break;
		size_t at = put_label(view, first ? label : "", 0, LABEL_WIDTH);
		for (size_t i = 0; i < last; i++) {
			spaces(view, LABEL_WIDTH + i * (column + GAP) - at);
			out_bytes(view->out, lines[i].text, lines[i].length);
			at = LABEL_WIDTH + i * (column + GAP) + lines[i].columns;
		}
		newline(view);
	}
}

struct table {
	char text[COLUMNS_MAX][CELL_SIZE];
	const char *cells[COLUMNS_MAX];
};

static void read_row(struct view *view, const struct comparison *comparison, enum sipcode_field field,
                     struct table *table)
{
	for (size_t i = 0; i < comparison->count; i++) {
		cell_text(view, comparison->codes[i], field, table->text[i]);
		if (sipcode_field_form(field) == SIPCODE_FORM_LIST)
			cell_shorten(view, table->text[i]);
		table->cells[i] = table->text[i][0] ? table->text[i] : "-";
	}
}

/* What is the same for all stands in the last row instead. */
static bool is_row(const struct view *view, const struct comparison *comparison, enum sipcode_field field)
{
	return cell_is_told(view, comparison, field) && !cell_is_shared(view, comparison, field);
}

static void put_rule(struct view *view, size_t columns)
{
	out_repeat(view->out, view->ascii ? "-" : "\xe2\x94\x80", columns);
}

/* What all codes have in common, in one row. */
static void put_shared(struct view *view, const struct comparison *comparison)
{
	char shared[CELL_SIZE] = "", text[CELL_SIZE];
	for (const struct row *row = rows_compared; row->heading; row++) {
		if (!cell_is_shared(view, comparison, row->field))
			continue;
		cell_text(view, comparison->codes[0], row->field, text);
		if (text[0] == '\0')
			continue;
		cell_append(shared, "; ", view_word(view, row->heading));
		cell_append(shared, ": ", text);
	}
	if (shared[0] == '\0')
		return;
	size_t at = put_label(view, view_word(view, WORD_heading_both), 0, LABEL_WIDTH);
	put_wrapped(view, shared, at, LABEL_WIDTH, view->width);
}

static void put_columns(struct view *view, const struct comparison *comparison, size_t column)
{
	struct table table;
	for (size_t i = 0; i < comparison->count; i++) {
		cell_title(view, comparison->codes[i], table.text[i]);
		table.cells[i] = table.text[i];
	}
	put_cells(view, "", table.cells, comparison->count, column);
	for (size_t i = 0; i < comparison->count; i++) {
		spaces(view, i ? GAP : LABEL_WIDTH);
		put_rule(view, column);
	}
	newline(view);
	for (const struct row *row = rows_compared; row->heading; row++) {
		if (!is_row(view, comparison, row->field))
			continue;
		read_row(view, comparison, row->field, &table);
		put_cells(view, view_word(view, row->heading), table.cells, comparison->count, column);
	}
}

static void put_stacked(struct view *view, const struct comparison *comparison)
{
	struct table table;
	for (size_t i = 0; i < comparison->count; i++) {
		if (i > 0)
			newline(view);
		cell_title(view, comparison->codes[i], table.text[0]);
		class_color(view, comparison->codes[i]);
		put_cut(view, table.text[0], view->width);
		plain(view);
		newline(view);
		for (const struct row *row = rows_compared; row->heading; row++) {
			if (!is_row(view, comparison, row->field))
				continue;
			read_row(view, comparison, row->field, &table);
			size_t at = put_label(view, view_word(view, row->heading), GAP, LABEL_WIDTH + GAP);
			put_wrapped(view, table.cells[i], at, LABEL_WIDTH + GAP, view->width);
		}
	}
	newline(view);
}

/* "301 Moved Permanently  |  603 Decline" */
static void put_titles(struct view *view, const struct comparison *comparison)
{
	const char *bar = view->ascii ? "|" : "\xe2\x94\x82";
	size_t at = 0;
	for (size_t i = 0; i < comparison->count; i++) {
		char title[CELL_SIZE];
		cell_title(view, comparison->codes[i], title);
		size_t columns = columns_of(title);
		if (i > 0 && at + 5 + columns > prose_width(view)) {
			newline(view);
			at = 0;
		} else if (i > 0) {
			out_str(view->out, "  ");
			out_str(view->out, bar);
			out_str(view->out, "  ");
			at += 5;
		}
		class_color(view, comparison->codes[i]);
		put_cut(view, title, prose_width(view));
		plain(view);
		at += columns;
	}
	newline(view);
}

static void put_differences(struct view *view, const struct comparison *comparison, const char *sentence)
{
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(comparison->codes, comparison->count, view->language, found), shown = 0;
	for (size_t i = 0; i < count; i++) {
		char text[CELL_SIZE], number[8];
		sipcode_difference_text(&found[i], view->language, text, sizeof text);
		if (strcmp(text, sentence) == 0) /* said at the top */
			continue;
		if (shown == 0)
			put_heading(view, WORD_heading_differences);
		snprintf(number, sizeof number, "%zu.", ++shown);
		size_t at = put_label(view, number, GAP, GAP + 3);
		put_wrapped(view, text, at, at, prose_width(view));
	}
}

typedef void (*text_fn)(const struct view *view, const struct comparison *comparison, size_t index,
                        char buffer[CELL_SIZE]);

/* A text for each code under its number, as "301  Redirect servers ..." */
static void put_by_code(struct view *view, const struct comparison *comparison, const char *heading,
                        const char *lead, text_fn text_of)
{
	bool first = true;
	size_t label = LABEL_WIDTH;
	for (size_t i = 0; i < comparison->count; i++) {
		char code[CELL_SIZE], words[CELL_SIZE], text[CELL_SIZE];
		sipcode_label(comparison->codes[i], code, sizeof code);
		text[0] = '\0';
		cell_append(text, "", code);
		text_of(view, comparison, i, words);
		if (words[0] == '\0')
			continue;
		if (first && heading)
			put_heading(view, heading);
		if (lead) {
			put_label(view, first ? view_word(view, lead) : "", GAP, label);
			cell_append(text, ": ", words);
			put_wrapped(view, text, label, label + columns_of(code) + 2, prose_width(view));
		} else {
			size_t at = put_label(view, code, GAP, GAP + 5);
			put_wrapped(view, words, at, GAP + 5, prose_width(view));
		}
		first = false;
	}
}

static void receive_of(const struct view *view, const struct comparison *comparison, size_t index,
                       char buffer[CELL_SIZE])
{
	buffer[0] = '\0';
	cell_append(buffer, "", cell_receive(view, comparison, index));
}

static void when_seen_of(const struct view *view, const struct comparison *comparison, size_t index,
                         char buffer[CELL_SIZE])
{
	buffer[0] = '\0';
	cell_append(buffer, "", view_value(view, comparison->codes[index], SIPCODE_WHEN_SEEN));
}

static void resolution_of(const struct view *view, const struct comparison *comparison, size_t index,
                          char buffer[CELL_SIZE])
{
	buffer[0] = '\0';
	cell_append(buffer, "", view_value(view, comparison->codes[index], SIPCODE_RESOLUTION));
}

static void text_compare(struct view *view, const struct comparison *comparison)
{
	if (view->field_count > 0) {
		for (size_t i = 0; i < comparison->count; i++)
			put_values(view, comparison->codes[i]);
		return;
	}
	char sentence[CELL_SIZE];
	put_titles(view, comparison);
	sipcode_tell_apart(comparison->codes, comparison->count, view->language, sentence, sizeof sentence);
	put_wrapped(view, sentence, 0, 0, prose_width(view));
	newline(view);
	size_t column = (view->width - LABEL_WIDTH + GAP) / comparison->count - GAP;
	if (column >= COLUMN_MIN && view->width > LABEL_WIDTH + comparison->count * (COLUMN_MIN + GAP) - GAP)
		put_columns(view, comparison, column);
	else
		put_stacked(view, comparison);
	put_shared(view, comparison);
	put_differences(view, comparison, sentence);
	put_heading(view, WORD_heading_which);
	put_by_code(view, comparison, NULL, WORD_heading_sending, cell_send);
	put_by_code(view, comparison, NULL, WORD_heading_receiving, receive_of);
	put_by_code(view, comparison, WORD_heading_when_seen, NULL, when_seen_of);
	put_by_code(view, comparison, WORD_heading_resolution, NULL, resolution_of);
}

const struct renderer render_text = { "text", text_begin, text_entry, text_line, text_compare };
