// SPDX-License-Identifier: MIT
// Setting text for people: columns, wrapped lines, labels and colours.

#include "set.h"

#include <string.h>

#include "utf8.h"
#include "wrap.h"

enum {
	PROSE_WIDTH = 80, /* prose is never set wider */
	WORD_ROOM = 12    /* less than this is no room for text */
};

size_t set_columns(const char *text)
{
	return utf8_width(text, strlen(text));
}

size_t set_prose_width(const struct view *view)
{
	return view->width < PROSE_WIDTH ? view->width : PROSE_WIDTH;
}

static void style(struct view *view, const char *sequence)
{
	if (view->color)
		out_str(view->out, sequence);
}

void set_bold(struct view *view)
{
	style(view, "\033[1m");
}

void set_class_color(struct view *view, const struct sipcode *entry)
{
	static const char *const colors[] = { "36", "32", "34", "33", "31", "35" };
	/* causes and their kin are in no class */
	bool plain = sipcode_kind_of(entry) >= SIPCODE_KIND_CAUSE;
	int number = sipcode_number(entry), digit = plain ? 7 : number >= 100 ? number / 100 : number;
	if (!view->color)
		return;
	out_str(view->out, "\033[1;");
	out_str(view->out, digit <= 6 ? colors[digit - 1] : "37");
	out_char(view->out, 'm');
}

void set_plain(struct view *view)
{
	style(view, "\033[0m");
}

void set_spaces(struct view *view, size_t count)
{
	out_spaces(view->out, count);
}

void set_newline(struct view *view)
{
	out_char(view->out, '\n');
}

void set_wrapped(struct view *view, const char *text, size_t at, size_t indent, size_t width)
{
	struct wrap_line line;
	bool first = true;
	if (at > indent && at + WORD_ROOM > width) { /* behind a long label */
		set_newline(view);
		set_spaces(view, indent);
		at = indent;
	}
	while (wrap_next(&text, width - (first ? at : indent), &line)) {
		if (!first)
			set_spaces(view, indent);
		out_bytes(view->out, line.text, line.length);
		set_newline(view);
		first = false;
	}
	if (first)
		set_newline(view);
}

void set_title(struct view *view, const struct sipcode *entry, const char *title, size_t width)
{
	struct wrap_line line;
	for (bool first = true; wrap_next(&title, width, &line); first = false) {
		if (!first)
			set_newline(view);
		set_class_color(view, entry);
		out_bytes(view->out, line.text, line.length);
		set_plain(view);
	}
}

size_t set_label(struct view *view, const char *label, size_t indent, size_t width)
{
	size_t columns = indent + set_columns(label);
	set_spaces(view, indent);
	set_bold(view);
	out_str(view->out, label);
	set_plain(view);
	size_t end = columns + 1 > width ? columns + 1 : width;
	set_spaces(view, end - columns);
	return end;
}

void set_heading(struct view *view, enum word heading)
{
	const char *word = view_word(view, heading);
	struct wrap_line line;
	set_newline(view);
	while (wrap_next(&word, view->width, &line)) {
		set_bold(view);
		out_bytes(view->out, line.text, line.length);
		set_plain(view);
		set_newline(view);
	}
}

void set_cut(struct view *view, const char *text, size_t width)
{
	const char *more = view->ascii ? "..." : "\xe2\x80\xa6", *rest = text;
	struct wrap_line line;
	if (set_columns(text) <= width) {
		out_str(view->out, text);
		return;
	}
	if (width > 3 && wrap_next(&rest, width - set_columns(more), &line)) {
		out_bytes(view->out, line.text, line.length);
		out_str(view->out, more);
	}
}
