// SPDX-License-Identifier: MIT
// Text for people: comparisons, in columns where they fit and stacked where not.

#include <assert.h>
#include <string.h>

#include "comparison.h"
#include "number.h"
#include "render_text.h"
#include "set.h"
#include "words.h"
#include "wrap.h"

enum {
	COLUMNS_MAX = 13, /* of a table: more than codes, or fields that are compared and a label */
	CODE_WIDTH = 5,   /* "486  " */
	CELL_MOST = 26    /* columns of a cell in a table with a line a code; what is longer is wrapped */
};

/* Cells side by side, each wrapped in its column; their lines go on until the last is told. */
struct cells {
	size_t label_width; /* of what stands before them, 0 for nothing */
	size_t count;
	size_t bold; /* how many of them */
	size_t widths[COLUMNS_MAX];
	char text[COLUMNS_MAX][CELL_SIZE];
};

/* The label of a row of cells; one that is too long for its column has a line of its own. Returns the column reached. */
static size_t put_label(struct view *view, const char *label, size_t width)
{
	if (set_columns(label) < width)
		return set_label(view, label, 0, width);
	set_bold(view);
	out_str(view->out, label);
	set_plain(view);
	set_newline(view);
	return 0;
}

static void put_cells(struct view *view, const char *label, const struct cells *cells)
{
	const char *rest[COLUMNS_MAX];
	for (size_t i = 0; i < cells->count; i++)
		rest[i] = cells->text[i][0] ? cells->text[i] : "-";
	for (bool first = true, more = true; more; first = false) {
		struct wrap_line lines[COLUMNS_MAX];
		size_t last = 0, at = 0;
		for (size_t i = 0; i < cells->count; i++) {
			if (!wrap_next(&rest[i], cells->widths[i], &lines[i]))
				lines[i] = (struct wrap_line){ "", 0, 0 };
			if (lines[i].length > 0)
				last = i + 1;
		}
		more = last > 0;
		if (!more && !first)
			break;
		if (cells->label_width > 0)
			at = put_label(view, first ? label : "", cells->label_width);
		for (size_t i = 0, column = cells->label_width; i < last;
		     column += cells->widths[i++] + GAP) {
			set_spaces(view, column - at);
			if (i < cells->bold)
				set_bold(view);
			out_bytes(view->out, lines[i].text, lines[i].length);
			if (i < cells->bold)
				set_plain(view);
			at = column + lines[i].columns;
		}
		set_newline(view);
	}
}

static void read_cell(struct view *view, const struct sipcode *code, enum sipcode_field field,
                      char buffer[CELL_SIZE])
{
	cell_text(view, code, field, buffer);
	if (sipcode_field_form(field) == SIPCODE_FORM_LIST)
		cell_shorten(view, buffer);
}

static size_t column_width(const struct view *view, const struct comparison *comparison)
{
	size_t column = (view->width - LABEL_WIDTH + GAP) / comparison->count;
	return column > GAP ? column - GAP : 0;
}

/* Whether the codes have room for a column each. */
static bool fits_columns(const struct view *view, const struct comparison *comparison)
{
	return column_width(view, comparison) >= COLUMN_MIN;
}

static void put_rule(struct view *view, size_t columns)
{
	out_repeat(view->out, view->ascii ? "-" : "\xe2\x94\x80", columns);
}

/* What all codes have in common, in one row. */
static void put_shared(struct view *view, const struct comparison *comparison)
{
	char shared[CELL_SIZE];
	comparison_shared(view, comparison, shared);
	if (shared[0] == '\0')
		return;
	if (!fits_columns(view, comparison))
		set_newline(view);
	size_t at = set_label(view, view_word(view, comparison_shared_heading(comparison)), 0, LABEL_WIDTH);
	set_wrapped(view, shared, at, LABEL_WIDTH, view->width);
}

/* A column a code. */
static void put_columns(struct view *view, const struct comparison *comparison, size_t column)
{
	struct cells cells = { .label_width = LABEL_WIDTH, .count = comparison->count };
	for (size_t i = 0; i < cells.count; i++) {
		cells.widths[i] = column;
		cell_title(view, comparison->codes[i], cells.text[i]);
	}
	put_cells(view, "", &cells);
	for (size_t i = 0; i < cells.count; i++) {
		set_spaces(view, i ? GAP : LABEL_WIDTH);
		put_rule(view, column);
	}
	set_newline(view);
	for (const struct row *row = comparison_rows(comparison); row->heading; row++) {
		if (!comparison_sets_apart(view, comparison, row->field))
			continue;
		for (size_t i = 0; i < cells.count; i++)
			read_cell(view, comparison->codes[i], row->field, cells.text[i]);
		put_cells(view, view_word(view, row->heading), &cells);
	}
}

/* What a column takes for its heading and the cells of all codes. */
static size_t natural_width(struct view *view, const struct comparison *comparison, const struct row *row)
{
	char text[CELL_SIZE];
	size_t most = set_columns(view_word(view, row->heading));
	for (size_t i = 0; i < comparison->count; i++) {
		read_cell(view, comparison->codes[i], row->field, text);
		size_t columns = set_columns(text);
		most = columns > most ? columns : most;
	}
	return most < CELL_MOST ? most : CELL_MOST;
}

static size_t label_width(const struct comparison *comparison)
{
	size_t most = 0;
	for (size_t i = 0; i < comparison->count; i++) {
		char label[CELL_SIZE];
		sipcode_label(comparison->codes[i], label, sizeof label);
		size_t columns = set_columns(label);
		most = columns > most ? columns : most;
	}
	return most < LABEL_WIDTH ? most : LABEL_WIDTH;
}

/* A line a code: its label, then the cells of these rows. */
static void put_lines(struct view *view, const struct comparison *comparison, const struct row *const *rows,
                      struct cells *cells)
{
	size_t count = cells->count;
	cells->bold = count;
	cell_set(cells->text[0], " ");
	for (size_t i = 1; i < count; i++)
		cell_set(cells->text[i], view_word(view, rows[i]->heading));
	put_cells(view, "", cells);
	cells->bold = 1;
	for (size_t i = 0; i < comparison->count; i++) {
		sipcode_label(comparison->codes[i], cells->text[0], CELL_SIZE);
		for (size_t j = 1; j < count; j++)
			read_cell(view, comparison->codes[i], rows[j]->field, cells->text[j]);
		put_cells(view, "", cells);
	}
}

/* A line a code, in several tables where one has no room for all the columns. */
static void put_by_line(struct view *view, const struct comparison *comparison)
{
	const struct row *rows[COLUMNS_MAX];
	struct cells cells = { .count = 1, .widths = { label_width(comparison) } };
	size_t start = cells.widths[0] + GAP, used = start;
	for (const struct row *row = comparison_rows(comparison); row->heading; row++) {
		if (!comparison_sets_apart(view, comparison, row->field))
			continue;
		size_t width = natural_width(view, comparison, row);
		if ((cells.count > 1 && used + width > view->width) || cells.count == COLUMNS_MAX) {
			put_lines(view, comparison, rows, &cells);
			set_newline(view);
			used = start;
			cells.count = 1;
		}
		size_t room = view->width - used;
		cells.widths[cells.count] = width < room ? width : room;
		rows[cells.count++] = row;
		used += width + GAP;
	}
	put_lines(view, comparison, rows, &cells);
}

static void put_table(struct view *view, const struct comparison *comparison)
{
	bool any = false;
	for (const struct row *row = comparison_rows(comparison); row->heading && !any; row++)
		any = comparison_sets_apart(view, comparison, row->field);
	if (!any)
		return;
	if (fits_columns(view, comparison))
		put_columns(view, comparison, column_width(view, comparison));
	else
		put_by_line(view, comparison);
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
	size_t count = comparison_differences(view, comparison, texts);
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

/* "Sending     301: when the callee ..."; the lead stands before the first code only. */
static void put_led(struct view *view, const char *lead, const char *code, const char *words)
{
	char text[CELL_SIZE];
	size_t at = set_label(view, lead, GAP, LABEL_WIDTH);
	size_t mark = set_columns(view_word(view, WORD_mark_colon)) + 1;
	size_t indent = set_columns(code) > CODE_WIDTH ? GAP : set_columns(code) + mark;
	cell_set(text, code);
	cell_mark(view, text, WORD_mark_colon, words);
	set_wrapped(view, text, at, LABEL_WIDTH + indent, set_prose_width(view));
}

/* "301  Redirect servers ..."; a variant without a name, whose label is its phrase, stands in a line above. */
static void put_told(struct view *view, const char *code, const char *words)
{
	size_t indent = GAP + CODE_WIDTH, at = indent;
	if (set_columns(code) > CODE_WIDTH) {
		set_spaces(view, GAP);
		set_wrapped(view, code, GAP, GAP, set_prose_width(view));
		set_spaces(view, indent);
	} else {
		at = set_label(view, code, GAP, indent);
	}
	set_wrapped(view, words, at, indent, set_prose_width(view));
}

/* A text for each code that has one, with a lead or under a heading. */
static void put_by_code(struct view *view, const struct comparison *comparison, enum word heading,
                        enum word lead, text_fn text_of)
{
	bool first = true;
	for (size_t i = 0; i < comparison->count; i++) {
		char code[CELL_SIZE], words[CELL_SIZE];
		sipcode_label(comparison->codes[i], code, sizeof code);
		text_of(view, comparison, i, words);
		if (words[0] == '\0')
			continue;
		if (first && heading)
			set_heading(view, heading);
		if (lead)
			put_led(view, first ? view_word(view, lead) : "", code, words);
		else
			put_told(view, code, words);
		first = false;
	}
}

static void receive_of(const struct view *view, const struct comparison *comparison, size_t index,
                       char buffer[CELL_SIZE])
{
	cell_set(buffer, comparison_receive(view, comparison, index));
}

static void field_of(const struct view *view, const struct comparison *comparison, size_t index,
                     enum sipcode_field field, char buffer[CELL_SIZE])
{
	cell_set(buffer, view_value(view, comparison->codes[index], field));
}

static void when_seen_of(const struct view *view, const struct comparison *comparison, size_t index,
                         char buffer[CELL_SIZE])
{
	field_of(view, comparison, index, SIPCODE_WHEN_SEEN, buffer);
}

static void resolution_of(const struct view *view, const struct comparison *comparison, size_t index,
                          char buffer[CELL_SIZE])
{
	field_of(view, comparison, index, SIPCODE_RESOLUTION, buffer);
}

static void description_of(const struct view *view, const struct comparison *comparison, size_t index,
                           char buffer[CELL_SIZE])
{
	/* codes say when they are seen instead */
	bool seen = *view_value(view, comparison->codes[index], SIPCODE_WHEN_SEEN) != '\0';
	field_of(view, comparison, index, SIPCODE_DESCRIPTION, buffer);
	buffer[0] = seen ? '\0' : buffer[0];
}

/* What to make of it, below the table. */
static void put_advice(struct view *view, const struct comparison *comparison)
{
	char text[CELL_SIZE];
	comparison_send(view, comparison, 0, text);
	if (text[0])
		set_heading(view, WORD_heading_which);
	put_by_code(view, comparison, WORD_NONE, WORD_heading_sending, comparison_send);
	put_by_code(view, comparison, WORD_NONE, WORD_heading_receiving, receive_of);
	put_by_code(view, comparison, WORD_heading_when_seen, WORD_NONE, when_seen_of);
	put_by_code(view, comparison, WORD_heading_resolution, WORD_NONE, resolution_of);
	put_by_code(view, comparison, WORD_heading_description, WORD_NONE, description_of);
}

static void put_parts(struct view *view, const struct comparison *comparison)
{
	for (size_t i = 0; i < view->part_count; i++) {
		char text[PART_SIZE];
		comparison_part(view, comparison, view->parts[i], text);
		out_str(view->out, i ? "\t" : "");
		out_str(view->out, text);
	}
	set_newline(view);
}

/* One sentence for two; a line each for more. */
static void put_sentence(struct view *view, const struct comparison *comparison)
{
	char text[CELL_SIZE];
	if (comparison->count == 2) {
		sipcode_tell_apart(comparison->codes, comparison->count, view->language, text, sizeof text);
		set_wrapped(view, text, 0, 0, set_prose_width(view));
	}
	for (size_t i = 0; i < comparison->count && comparison->count > 2; i++) {
		cell_says(view, comparison->codes[i], text);
		set_wrapped(view, text, 0, GAP, set_prose_width(view));
	}
	set_newline(view);
}

void text_compare(struct view *view, const struct comparison *comparison)
{
	assert(comparison->count > 1);
	for (size_t i = 0; i < comparison->count && view->field_count > 0; i++)
		text_values(view, comparison->codes[i]);
	if (view->part_count > 0)
		put_parts(view, comparison);
	if (view->field_count > 0 || view->part_count > 0)
		return;
	put_titles(view, comparison);
	put_sentence(view, comparison);
	put_table(view, comparison);
	put_shared(view, comparison);
	put_differences(view, comparison);
	put_advice(view, comparison);
	if (view->flows)
		text_flows(view, comparison);
}
