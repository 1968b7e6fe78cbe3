// SPDX-License-Identifier: MIT
// A count of responses as text: a line and a bar a code, then what it comes to.

#include "cell.h"
#include "number.h"
#include "render_text.h"
#include "set.h"
#include "tally.h"
#include "words.h"

enum { BAR_MIN = 6, BAR_MAX = 24 };

/** How wide the columns of a count are; 0 for one that is left out. */
struct layout {
	size_t count, share, bar, title, class;
};

/* What stands before the bar or the text. */
static size_t numbers_width(const struct layout *layout)
{
	return layout->count + GAP + layout->share + GAP;
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static const char *class_name(const struct view *view, const struct tally *tally, const struct tally_row *row)
{
	char number[NUMBER_SIZE];
	const char *class = tally_value(tally, row, SIPCODE_CLASS, view->language, number);
	const char *name = sipcode_token(view->language, SIPCODE_CLASS, class);
	return name ? name : class;
}

static void put_right(struct view *view, const char *text, size_t width)
{
	size_t columns = set_columns(text);
	set_spaces(view, columns < width ? width - columns : 0);
	out_str(view->out, text);
}

/* What there is no room for goes: the name of the class first, then the bar. */
static struct layout lay_out(struct view *view, const struct tally *tally)
{
	struct layout layout = { .count = set_columns(view_word(view, WORD_heading_count)) };
	char text[CELL_SIZE];
	layout.count = larger(layout.count, set_columns(number_text(text, tally->total)));
	cell_share(view, 1, 1, text);
	layout.share = larger(set_columns(view_word(view, WORD_heading_share)), set_columns(text));
	for (size_t i = 0; i < tally->code_count; i++) {
		cell_counted(view, tally, tally->codes + i, text);
		layout.title = larger(layout.title, set_columns(text));
		layout.class = larger(layout.class, set_columns(class_name(view, tally, tally->codes + i)));
	}
	size_t taken = numbers_width(&layout) + layout.title;
	size_t room = view->width > taken ? view->width - taken : 0, bar_room = GAP + BAR_MIN;
	if (room < bar_room + GAP + layout.class)
		layout.class = 0;
	room -= layout.class ? GAP + layout.class : 0;
	layout.bar = room < bar_room ? 0 : room - GAP > BAR_MAX ? BAR_MAX : room - GAP;
	return layout;
}

/* Each column of a bar has eight steps, unless it is set in ASCII; what is there at all shows. */
static void put_bar(struct view *view, unsigned long long part, unsigned long long most, size_t width)
{
	static const char *const eighths[] = { "",
		                               "\xe2\x96\x8f",
		                               "\xe2\x96\x8e",
		                               "\xe2\x96\x8d",
		                               "\xe2\x96\x8c",
		                               "\xe2\x96\x8b",
		                               "\xe2\x96\x8a",
		                               "\xe2\x96\x89" };
	size_t steps = view->ascii ? 1 : 8;
	size_t length = (size_t)((double)part / (double)most * (double)(width * steps) + 0.5);
	length = larger(length, 1);
	size_t full = length / steps, rest = length % steps;
	out_repeat(view->out, view->ascii ? "#" : "\xe2\x96\x88", full);
	out_str(view->out, eighths[rest]);
	set_spaces(view, width - full - (rest ? 1 : 0));
}

static void put_numbers(struct view *view, const struct layout *layout, unsigned long long part,
                        unsigned long long whole)
{
	char number[NUMBER_SIZE], share[CELL_SIZE];
	put_right(view, number_text(number, part), layout->count);
	set_spaces(view, GAP);
	cell_share(view, part, whole, share);
	put_right(view, share, layout->share);
	set_spaces(view, GAP);
}

static void put_code(struct view *view, const struct tally *tally, const struct tally_row *row,
                     const struct layout *layout)
{
	char title[CELL_SIZE];
	size_t at = numbers_width(layout);
	const struct sipcode *class = sipcode_find_class(row->number / 100);
	put_numbers(view, layout, row->count, tally->total);
	if (layout->bar > 0) {
		set_class_color(view, class);
		put_bar(view, row->count, tally->codes[0].count, layout->bar);
		set_plain(view);
		set_spaces(view, GAP);
		at += layout->bar + GAP;
	}
	cell_counted(view, tally, row, title);
	set_class_color(view, class);
	set_cut(view, title, view->width - at);
	set_plain(view);
	if (layout->class > 0) {
		set_spaces(view, layout->title - set_columns(title) + GAP);
		out_str(view->out, class_name(view, tally, row));
	}
	set_newline(view);
	const char *action =
	        row->entry && view->long_form ? view_value(view, row->entry, SIPCODE_ACTION) : "";
	if (*action) {
		set_spaces(view, 4);
		set_wrapped(view, action, 4, 4, set_prose_width(view));
	}
}

static void put_codes(struct view *view, const struct tally *tally, const struct layout *layout)
{
	set_bold(view);
	put_right(view, view_word(view, WORD_heading_count), layout->count);
	set_spaces(view, GAP);
	put_right(view, view_word(view, WORD_heading_share), layout->share);
	set_plain(view);
	set_newline(view);
	for (size_t i = 0; i < tally->code_count; i++)
		put_code(view, tally, tally->codes + i, layout);
}

static void put_sum(struct view *view, const struct layout *layout, unsigned long long part,
                    unsigned long long whole, const char *text)
{
	size_t at = numbers_width(layout);
	put_numbers(view, layout, part, whole);
	set_wrapped(view, text, at, at, set_prose_width(view));
}

static void put_classes(struct view *view, const struct tally *tally, const struct layout *layout)
{
	set_heading(view, WORD_count_classes);
	for (int digit = 1; digit <= TALLY_CLASSES; digit++) {
		char title[CELL_SIZE];
		if (tally->classes[digit - 1] == 0)
			continue;
		cell_title(view, sipcode_find_class(digit), title);
		put_sum(view, layout, tally->classes[digit - 1], tally->total, title);
	}
	put_sum(view, layout, tally->total, tally->total, view_word(view, WORD_count_total));
}

static void put_metrics(struct view *view, const struct tally *tally, const struct layout *layout)
{
	if (tally->final == 0)
		return;
	set_heading(view, WORD_count_metrics);
	for (size_t i = 0; i < TALLY_METRICS; i++) {
		if (tally->metrics[i] == 0)
			continue;
		put_sum(view, layout, tally->metrics[i], tally->final, view_word(view, cell_metrics[i]));
	}
}

static void put_note(struct view *view, const char *text)
{
	if (view->printed > 0)
		set_newline(view);
	set_wrapped(view, text, 0, 0, set_prose_width(view));
}

/* For scripts, as text_values(). */
static void put_values(struct view *view, const struct tally *tally, const struct tally_row *row)
{
	for (size_t i = 0; i < view->field_count; i++) {
		char number[NUMBER_SIZE];
		if (i > 0)
			out_char(view->out, '\t');
		text_value(view, tally_value(tally, row, view->fields[i], view->language, number));
	}
	set_newline(view);
}

static void put_all_values(struct view *view, const struct tally *tally)
{
	for (size_t i = 0; i < tally->code_count; i++)
		put_values(view, tally, tally->codes + i);
	if (tally->malformed > 0)
		put_values(view, tally, NULL);
}

void text_count(struct view *view, const struct tally *tally)
{
	if (view->field_count > 0) {
		put_all_values(view, tally);
		return;
	}
	char text[CELL_SIZE];
	if (tally->total > 0) {
		struct layout layout = lay_out(view, tally);
		view->printed = tally->code_count;
		put_codes(view, tally, &layout);
		put_classes(view, tally, &layout);
		put_metrics(view, tally, &layout);
		put_note(view, view_word(view, cell_counted_note(tally)));
	}
	cell_malformed(view, tally, text);
	if (text[0])
		put_note(view, text);
}
