// SPDX-License-Identifier: MIT
// Text for people: comparisons, in columns where they fit and stacked where not.

#include <string.h>

#include "cell.h"
#include "number.h"
#include "render_text.h"
#include "set.h"
#include "words.h"
#include "wrap.h"

enum { COLUMNS_MAX = 8, CODE_WIDTH = 5 /* "486  " */ };

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
		size_t at = set_label(view, first ? label : "", 0, LABEL_WIDTH);
		for (size_t i = 0; i < last; i++) {
			set_spaces(view, LABEL_WIDTH + i * (column + GAP) - at);
			out_bytes(view->out, lines[i].text, lines[i].length);
			at = LABEL_WIDTH + i * (column + GAP) + lines[i].columns;
		}
		set_newline(view);
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

static bool has_rows(const struct view *view, const struct comparison *comparison)
{
	for (const struct row *row = rows_compared; row->heading; row++)
		if (is_row(view, comparison, row->field))
			return true;
	return false;
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
	size_t at =
	        set_label(view, view_word(view, comparison->count > 2 ? WORD_heading_all : WORD_heading_both),
	                  0, LABEL_WIDTH);
	set_wrapped(view, shared, at, LABEL_WIDTH, view->width);
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
		set_spaces(view, i ? GAP : LABEL_WIDTH);
		put_rule(view, column);
	}
	set_newline(view);
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
			set_newline(view);
		cell_title(view, comparison->codes[i], table.text[0]);
		set_class_color(view, comparison->codes[i]);
		set_cut(view, table.text[0], view->width);
		set_plain(view);
		set_newline(view);
		for (const struct row *row = rows_compared; row->heading; row++) {
			if (!is_row(view, comparison, row->field))
				continue;
			read_row(view, comparison, row->field, &table);
			size_t at = set_label(view, view_word(view, row->heading), GAP, LABEL_WIDTH + GAP);
			set_wrapped(view, table.cells[i], at, LABEL_WIDTH + GAP, view->width);
		}
	}
	set_newline(view);
}

/* "301 Moved Permanently  |  603 Decline" */
static void put_titles(struct view *view, const struct comparison *comparison)
{
	const char *bar = view->ascii ? "|" : "\xe2\x94\x82";
	size_t at = 0;
	for (size_t i = 0; i < comparison->count; i++) {
		char title[CELL_SIZE];
		cell_title(view, comparison->codes[i], title);
		size_t columns = set_columns(title);
		if (i > 0 && at + 5 + columns > set_prose_width(view)) {
			set_newline(view);
			at = 0;
		} else if (i > 0) {
			out_str(view->out, "  ");
			out_str(view->out, bar);
			out_str(view->out, "  ");
			at += 5;
		}
		set_class_color(view, comparison->codes[i]);
		set_cut(view, title, set_prose_width(view));
		set_plain(view);
		at += columns;
	}
	set_newline(view);
}

static void put_differences(struct view *view, const struct comparison *comparison)
{
	char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE], number[NUMBER_SIZE], label[CELL_SIZE];
	size_t count = cell_differences(view, comparison, texts);
	if (count > 0)
		set_heading(view, WORD_heading_differences);
	for (size_t i = 0; i < count; i++) {
		cell_set(label, number_text(number, i + 1));
		cell_append(label, "", ".");
		size_t at = set_label(view, label, GAP, GAP + 3);
		set_wrapped(view, texts[i], at, at, set_prose_width(view));
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
			set_heading(view, heading);
		bool is_long = set_columns(code) > CODE_WIDTH; /* a variant without a name */
		if (lead) {
			set_label(view, first ? view_word(view, lead) : "", GAP, label);
			cell_append(text, ": ", words);
			size_t indent = label + (is_long ? GAP : set_columns(code) + 2);
			set_wrapped(view, text, label, indent, set_prose_width(view));
		} else if (is_long) {
			set_spaces(view, GAP);
			set_wrapped(view, code, GAP, GAP, set_prose_width(view));
			set_spaces(view, GAP + CODE_WIDTH);
			set_wrapped(view, words, GAP + CODE_WIDTH, GAP + CODE_WIDTH, set_prose_width(view));
		} else {
			size_t at = set_label(view, code, GAP, GAP + CODE_WIDTH);
			set_wrapped(view, words, at, GAP + CODE_WIDTH, set_prose_width(view));
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

/* What to make of it, below the table. */
static void put_advice(struct view *view, const struct comparison *comparison)
{
	put_differences(view, comparison);
	set_heading(view, WORD_heading_which);
	put_by_code(view, comparison, NULL, WORD_heading_sending, cell_send);
	put_by_code(view, comparison, NULL, WORD_heading_receiving, receive_of);
	put_by_code(view, comparison, WORD_heading_when_seen, NULL, when_seen_of);
	put_by_code(view, comparison, WORD_heading_resolution, NULL, resolution_of);
}

void text_compare(struct view *view, const struct comparison *comparison)
{
	if (view->field_count > 0) {
		for (size_t i = 0; i < comparison->count; i++)
			text_values(view, comparison->codes[i]);
		return;
	}
	char sentence[CELL_SIZE];
	put_titles(view, comparison);
	sipcode_tell_apart(comparison->codes, comparison->count, view->language, sentence, sizeof sentence);
	set_wrapped(view, sentence, 0, 0, set_prose_width(view));
	set_newline(view);
	if (!has_rows(view, comparison)) {
		put_shared(view, comparison);
		put_advice(view, comparison);
		return;
	}
	size_t column = (view->width - LABEL_WIDTH + GAP) / comparison->count - GAP;
	if (column >= COLUMN_MIN && view->width > LABEL_WIDTH + comparison->count * (COLUMN_MIN + GAP) - GAP)
		put_columns(view, comparison, column);
	else
		put_stacked(view, comparison);
	put_shared(view, comparison);
	put_advice(view, comparison);
}
