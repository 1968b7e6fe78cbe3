// SPDX-License-Identifier: MIT
// Drawing a flow as a ladder: a column an actor, an arrow a message.

#include "ladder.h"

#include <string.h>

#include "set.h"
#include "utf8.h"

enum { MARGIN = 2 /* between an actor's line and what stands beside it */ };

/* Something that covers part of a line. */
struct piece {
	size_t column, columns;
	const char *text;
	size_t length;
	bool asked;
};

bool ladder_fits(const struct view *view, const struct sipcode *flow, size_t width)
{
	struct actor actors[ACTORS_MAX];
	return width / step_actors(view, flow, actors) >= LADDER_COLUMN_MIN;
}

static size_t index_of(const struct ladder *ladder, const char *id)
{
	size_t index = 0;
	while (index + 1 < ladder->count && strcmp(ladder->actors[index].id, id) != 0)
		index++;
	return index;
}

/* Take up a step: where it goes, and what stands above its arrow. */
static void read_step(struct ladder *ladder, const char *item)
{
	char text[CELL_SIZE], details[CELL_SIZE];
	ladder->item = item;
	ladder->label_rest = "";
	if (*item == '\0')
		return;
	sipcode_step(item, &ladder->step);
	size_t from = index_of(ladder, ladder->step.from);
	size_t to = ladder->step.to[0] ? index_of(ladder, ladder->step.to) : from;
	ladder->left = from < to ? from : to;
	ladder->right = from < to ? to : from;
	ladder->asked = step_is_asked(&ladder->step, ladder->code);
	step_text(ladder->view, ladder->flow, ladder->code, &ladder->step, text);
	step_details(ladder->view, &ladder->step, "\n", details);
	bool marked = ladder->asked && !ladder->view->color, note = ladder->left == ladder->right;
	cell_set(ladder->label, marked ? "[" : note ? "(" : "");
	cell_append(ladder->label, "", text);
	cell_append(ladder->label, "", marked ? "]" : note ? ")" : "");
	if (*details)
		cell_append(ladder->label, "\n", details);
	ladder->label_rest = ladder->label;
}

/* The gap beside which a step's words stand: of a note at the last actor that before it. */
static size_t gap_of(const struct ladder *ladder)
{
	return ladder->left + 1 < ladder->count ? ladder->left : ladder->left - 1;
}

static size_t longest(const char *text, const char *ends)
{
	size_t most = 0;
	while (*text) {
		size_t length = strcspn(text, ends), columns = utf8_width(text, length);
		most = columns > most ? columns : most;
		text += length + (text[length] ? 1 : 0);
	}
	return most;
}

static size_t at_least(size_t value, size_t least)
{
	return value > least ? value : least;
}

/* Widen the gaps by turns towards what they want, as long as there is room. */
static size_t widen(size_t *gaps, const size_t *wanted, size_t count, size_t room)
{
	for (bool more = true; more && room > 0;) {
		more = false;
		for (size_t i = 0; i < count && room > 0; i++) {
			if (gaps[i] >= wanted[i])
				continue;
			gaps[i]++;
			room--;
			more = true;
		}
	}
	return room;
}

/* First room for the names, then for the longest words, then for whole labels. */
static void lay_out(struct ladder *ladder)
{
	size_t gaps[ACTORS_MAX], names[ACTORS_MAX] = { 0 }, words[ACTORS_MAX] = { 0 },
	                         labels[ACTORS_MAX] = { 0 };
	size_t count = ladder->count - 1, last = set_columns(ladder->names[count]);
	const char *item = sipcode_value(ladder->flow, SIPCODE_STEP, 0);
	for (size_t i = 0; i < count; i++) {
		gaps[i] = MARGIN + 2;
		names[i] = set_columns(ladder->names[i]) + MARGIN;
	}
	for (; *item; item = sipcode_value_next(item)) {
		read_step(ladder, item);
		size_t gap = gap_of(ladder);
		if (ladder->right > ladder->left + 1) /* there is room enough */
			continue;
		words[gap] = at_least(words[gap], longest(ladder->label, " \n") + MARGIN + 1);
		labels[gap] = at_least(labels[gap], longest(ladder->label, "\n") + MARGIN + 1);
	}
	size_t most =
	        ladder->width / ladder->count; /* for the last name, which is broken where it is longer */
	size_t room = ladder->width - (last < most ? last : most) - count * (MARGIN + 2);
	room = widen(gaps, names, count, room);
	room = widen(gaps, words, count, room);
	widen(gaps, labels, count, room);
	for (size_t i = 0; i < count; i++)
		ladder->columns[i + 1] = ladder->columns[i] + gaps[i];
}

void ladder_begin(struct ladder *ladder, struct view *view, const struct sipcode *flow,
                  const struct sipcode *code, size_t width)
{
	*ladder = (struct ladder){ .view = view, .flow = flow, .code = code, .width = width };
	ladder->count = step_actors(view, flow, ladder->actors);
	for (size_t i = 0; i < ladder->count; i++) {
		cell_set(ladder->names[i], ladder->actors[i].id);
		cell_append(ladder->names[i], " ", ladder->actors[i].name);
		ladder->name_rest[i] = ladder->names[i];
	}
	lay_out(ladder);
	read_step(ladder, sipcode_value(flow, SIPCODE_STEP, 0));
}

static bool is_covered(const struct piece *pieces, size_t count, size_t column)
{
	for (size_t i = 0; i < count; i++)
		if (column >= pieces[i].column && column < pieces[i].column + pieces[i].columns)
			return true;
	return false;
}

static void put_piece(struct ladder *ladder, const struct piece *piece, size_t *at)
{
	set_spaces(ladder->view, piece->column - *at);
	if (piece->asked)
		set_class_color(ladder->view, ladder->code);
	out_bytes(ladder->view->out, piece->text, piece->length);
	if (piece->asked)
		set_plain(ladder->view);
	*at = piece->column + piece->columns;
}

/* The pieces from left to right, and the actors' lines where they are not covered. */
static size_t put_line(struct ladder *ladder, const struct piece *pieces, size_t count, bool lines)
{
	size_t at = 0, next = 0;
	set_spaces(ladder->view, ladder->before);
	for (size_t i = 0; i < ladder->count && lines; i++) {
		size_t column = ladder->columns[i];
		while (next < count && pieces[next].column < column)
			put_piece(ladder, &pieces[next++], &at);
		if (is_covered(pieces, count, column))
			continue;
		set_spaces(ladder->view, column - at);
		out_str(ladder->view->out, ladder->view->ascii ? "|" : "\xe2\x94\x82");
		at = column + 1;
	}
	while (next < count)
		put_piece(ladder, &pieces[next++], &at);
	return at;
}

static bool put_names(struct ladder *ladder, size_t *columns)
{
	struct piece pieces[ACTORS_MAX];
	size_t count = 0;
	for (size_t i = 0; i < ladder->count; i++) {
		size_t end = i + 1 < ladder->count ? ladder->columns[i + 1] - 1 : ladder->width;
		struct wrap_line line;
		if (wrap_next(&ladder->name_rest[i], end - ladder->columns[i], &line))
			pieces[count++] = (struct piece){ ladder->columns[i], line.columns, line.text,
				                          line.length, false };
	}
	*columns = count > 0 ? put_line(ladder, pieces, count, false) : 0;
	return count > 0;
}

/* One line of what stands above an arrow or beside an actor; false once all of it is drawn. */
static bool put_label(struct ladder *ladder, size_t *columns)
{
	bool note = ladder->left == ladder->right, last = note && ladder->left + 1 == ladder->count;
	size_t from = last ? ladder->columns[ladder->left - 1] : ladder->columns[ladder->left];
	size_t to = last   ? ladder->columns[ladder->left]
	            : note ? ladder->columns[ladder->left + 1]
	                   : ladder->columns[ladder->right];
	struct wrap_line line;
	if (!wrap_next(&ladder->label_rest, to - from - MARGIN - 1, &line))
		return false;
	size_t column = last ? to - 1 - line.columns : from + MARGIN;
	struct piece piece = { column, line.columns, line.text, line.length, ladder->asked };
	*columns = put_line(ladder, &piece, 1, true);
	return true;
}

static void append_times(char *text, size_t *length, const char *part, size_t times)
{
	for (size_t size = strlen(part); times > 0; times--, *length += size)
		memcpy(text + *length, part, size);
}

/* What the shaft of an arrow is made of: media flows both ways, a plain note has no direction. */
static const char *shaft_of(const struct ladder *ladder)
{
	const struct sipcode_step *step = &ladder->step;
	bool ascii = ladder->view->ascii;
	if (step->is_media)
		return ascii ? "=" : "\xe2\x95\x90";
	if (step->is_note)
		return ascii ? "." : "\xe2\x94\x84";
	return ascii ? "-" : "\xe2\x94\x80";
}

static size_t put_arrow(struct ladder *ladder)
{
	char text[3 * LADDER_WIDTH_MAX];
	const struct sipcode_step *step = &ladder->step;
	size_t from = ladder->columns[ladder->left], columns = ladder->columns[ladder->right] - from - 1,
	       length = 0;
	bool leftwards = strcmp(ladder->actors[ladder->left].id, step->from) != 0;
	bool left_head = step->is_media || (leftwards && !step->is_note),
	     right_head = step->is_media || (!leftwards && !step->is_note);
	const char *shaft = shaft_of(ladder);
	append_times(text, &length, step->is_lost ? "x" : "<", left_head);
	for (size_t i = 0; i < columns - left_head - right_head; i++)
		append_times(text, &length, step->is_lost && i % 2 ? " " : shaft, 1);
	append_times(text, &length, step->is_lost ? "x" : ">", right_head);
	struct piece piece = { from + 1, columns, text, length, ladder->asked };
	return put_line(ladder, &piece, 1, true);
}

bool ladder_next(struct ladder *ladder, size_t *columns)
{
	if (!ladder->named && put_names(ladder, columns))
		return true;
	ladder->named = true;
	while (*ladder->item) {
		if (put_label(ladder, columns))
			return true;
		bool arrow = ladder->left != ladder->right;
		if (arrow)
			*columns = put_arrow(ladder);
		read_step(ladder, sipcode_value_next(ladder->item));
		if (arrow)
			return true;
	}
	return false;
}
