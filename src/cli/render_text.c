// SPDX-License-Identifier: MIT
// Text for people: entries, whole and as lines of a list.

#include "render_text.h"

#include <string.h>

#include "cell.h"
#include "render.h"
#include "set.h"
#include "words.h"
#include "wrap.h"

enum { TOKEN_WIDTH = 13 /* "transaction  " */ };

/* "486 Busy Here" to the left, what kind of code it is to the right or below. */
static void put_title(struct view *view, const struct sipcode *entry)
{
	char text[CELL_SIZE];
	cell_title(view, entry, text);
	size_t width = set_prose_width(view), left = set_columns(text);
	set_title(view, entry, text, width);
	if (sipcode_kind_of(entry) == SIPCODE_KIND_CLASS) {
		set_newline(view);
		return;
	}
	cell_nature(view, entry, text);
	size_t right = set_columns(text);
	if (left + GAP + right <= width) {
		set_spaces(view, width - left - right);
		out_str(view->out, text);
		set_newline(view);
	} else {
		set_newline(view);
		set_spaces(view, 4);
		set_wrapped(view, text, 4, 4, width);
	}
}

static void put_says(struct view *view, const struct sipcode *entry)
{
	char text[CELL_SIZE];
	cell_says(view, entry, text);
	set_wrapped(view, text, 0, 0, set_prose_width(view));
}

/* "  Retry         later        unchanged, after a while" */
static void put_row(struct view *view, const struct sipcode *entry, const struct row *row)
{
	char text[CELL_SIZE];
	cell_text(view, entry, row->field, text);
	if (text[0] == '\0')
		return;
	size_t width = set_prose_width(view);
	size_t at = set_label(view, view_word(view, row->heading), GAP, LABEL_WIDTH + GAP);
	const char *explanation = cell_explanation(view, entry, row->field);
	if (*explanation == '\0') {
		set_wrapped(view, text, at, LABEL_WIDTH + GAP, width);
		return;
	}
	size_t columns = set_columns(text), token = columns + GAP > TOKEN_WIDTH ? columns + GAP : TOKEN_WIDTH;
	out_str(view->out, text);
	if (at + token + COLUMN_MIN > width) {
		set_newline(view);
		set_spaces(view, 4);
		set_wrapped(view, explanation, 4, 4, width);
		return;
	}
	set_spaces(view, token - columns);
	set_wrapped(view, explanation, at + token, LABEL_WIDTH + GAP + TOKEN_WIDTH, width);
}

static void put_rows(struct view *view, const struct sipcode *entry, const struct row *rows)
{
	for (; rows->heading; rows++)
		put_row(view, entry, rows);
}

static void put_section(struct view *view, enum word heading, const char *text)
{
	if (*text == '\0')
		return;
	set_heading(view, heading);
	set_spaces(view, 4);
	set_wrapped(view, text, 4, 4, set_prose_width(view));
}

void text_value(struct view *view, const char *value)
{
	for (const char *item = value; *item; item = sipcode_value_next(item)) {
		if (item != value)
			out_char(view->out, ',');
		for (const char *c = item; *c; c++)
			out_bytes(view->out, *c == '\n' ? " " : c, 1);
	}
}

void text_values(struct view *view, const struct sipcode *entry)
{
	for (size_t i = 0; i < view->field_count; i++) {
		if (i > 0)
			out_char(view->out, '\t');
		text_value(view, view_value(view, entry, view->fields[i]));
	}
	set_newline(view);
}

static void put_entry(struct view *view, const struct sipcode *entry)
{
	static const struct row sections[] = {
		{ WORD_heading_when_seen, SIPCODE_WHEN_SEEN },
		{ WORD_heading_resolution, SIPCODE_RESOLUTION },
		{ WORD_heading_description, SIPCODE_DESCRIPTION },
		{ WORD_heading_mapping, SIPCODE_MAPPING },
		{ WORD_heading_send_when, SIPCODE_SEND_WHEN },
	};
	put_title(view, entry);
	put_says(view, entry);
	if (cell_rows_first(entry)->heading)
		set_newline(view);
	put_rows(view, entry, cell_rows_first(entry));
	for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++)
		put_section(view, sections[i].heading, view_value(view, entry, sections[i].field));
	if (cell_rows_last(entry)->heading)
		set_newline(view);
	put_rows(view, entry, cell_rows_last(entry));
}

static void text_begin(struct view *view)
{
	(void)view;
}

static void text_entry(struct view *view, const struct sipcode *entry)
{
	if (view->field_count > 0) {
		text_values(view, entry);
		return;
	}
	if (view->printed++ > 0)
		set_newline(view);
	view->whole = true;
	put_entry(view, entry);
}

static void text_line(struct view *view, const struct sipcode *code)
{
	enum { PHRASE_WIDTH = 26, NARROW = 60 };
	if (view->field_count > 0) {
		text_values(view, code);
		return;
	}
	if (view->whole)
		set_newline(view);
	view->printed++;
	view->whole = false;
	char title[CELL_SIZE], summary[CELL_SIZE];
	cell_title(view, code, title);
	cell_summary(view, code, summary);
	size_t columns = set_columns(title), end = view->width < NARROW ? 0 : PHRASE_WIDTH + 4;
	size_t at = columns + GAP > end ? columns + GAP : end;
	set_class_color(view, code);
	set_cut(view, title, view->width);
	set_plain(view);
	if (!view->long_form && at + 12 < view->width) {
		set_spaces(view, at - columns);
		set_cut(view, summary, view->width - at);
	}
	set_newline(view);
	const char *const more[] = { summary, view_value(view, code, SIPCODE_ACTION) };
	for (size_t i = 0; view->long_form && i < sizeof more / sizeof more[0]; i++) {
		set_spaces(view, 4);
		set_wrapped(view, more[i], 4, 4, view->width);
	}
}

const struct renderer render_text = { "text",       text_begin, text_entry, text_line,
	                              text_compare, text_flow,  text_count };
