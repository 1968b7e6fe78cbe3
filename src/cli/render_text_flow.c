// SPDX-License-Identifier: MIT
// Text for people: flows, as ladders where they fit and as numbered lists where not.

#include <string.h>

#include "comparison.h"
#include "ladder.h"
#include "number.h"
#include "render_text.h"
#include "set.h"
#include "words.h"

/* "A caller, P proxy" */
static void put_actors(struct view *view, const struct sipcode *flow)
{
	struct actor actors[ACTORS_MAX];
	char text[CELL_SIZE] = "";
	size_t count = step_actors(view, flow, actors);
	for (size_t i = 0; i < count; i++) {
		cell_append(text, ", ", actors[i].id);
		cell_append(text, " ", actors[i].name);
	}
	set_wrapped(view, text, 0, 0, view->width);
}

/* What stands between the two ends of a step. */
static const char *arrow_of(const struct sipcode_step *step)
{
	if (!step->to[0])
		return "";
	return step->is_media ? " = " : step->is_note ? " - " : step->is_lost ? " x " : " > ";
}

/* "1. A > P  INVITE, SDP offer" */
static void put_step(struct view *view, const struct sipcode *flow, const struct sipcode *code,
                     const struct sipcode_step *step, size_t place)
{
	char label[CELL_SIZE], text[CELL_SIZE], details[CELL_SIZE], number[NUMBER_SIZE];
	bool asked = step_is_asked(step, code), marked = asked && !view->color;
	cell_set(label, number_text(number, place));
	cell_append(label, "", ". ");
	cell_append(label, "", step->from);
	cell_append(label, "", arrow_of(step));
	cell_append(label, "", step->to);
	cell_append(label, "", marked ? "  [" : "  ");
	step_text(view, flow, code, step, text);
	cell_append(label, "", text);
	cell_append(label, "", marked ? "]" : "");
	step_details(view, step, ", ", details);
	cell_append(label, *details ? ", " : "", details);
	if (asked)
		set_class_color(view, code);
	set_spaces(view, GAP);
	set_wrapped(view, label, GAP, GAP + (place > 9 ? 4 : 3), view->width);
	if (asked)
		set_plain(view);
}

static void put_list(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	size_t place = 0;
	put_actors(view, flow);
	for (const char *item = sipcode_value(flow, SIPCODE_STEP, 0); *item;
	     item = sipcode_value_next(item)) {
		struct sipcode_step step;
		sipcode_step(item, &step);
		put_step(view, flow, code, &step, ++place);
	}
}

static void put_ladder(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	struct ladder ladder;
	size_t columns;
	ladder_begin(&ladder, view, flow, code, view->width);
	while (ladder_next(&ladder, &columns))
		set_newline(view);
}

void text_ladder(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	(ladder_fits(view, flow, view->width) ? put_ladder : put_list)(view, flow, code);
}

static void put_reference(struct view *view, const struct sipcode *flow)
{
	size_t at = set_label(view, view_word(view, WORD_heading_reference), 0, LABEL_WIDTH);
	set_wrapped(view, view_value(view, flow, SIPCODE_REFERENCE), at, LABEL_WIDTH, set_prose_width(view));
}

void text_flow(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	char title[CELL_SIZE];
	if (view->printed++ > 0)
		set_newline(view);
	step_title(view, flow, code, title);
	set_title(view, code, title, set_prose_width(view));
	set_newline(view);
	set_newline(view);
	text_ladder(view, flow, code);
	set_newline(view);
	put_reference(view, flow);
}

enum { MIDDLE = 4 /* between two ladders side by side */ };

/* Two texts side by side, each wrapped in its half. */
static void put_halves(struct view *view, const char *left, const char *right, size_t half)
{
	struct wrap_line a = { "", 0, 0 }, b = { "", 0, 0 };
	for (bool more = true; more;) {
		bool first = wrap_next(&left, half, &a), second = wrap_next(&right, half, &b);
		more = first || second;
		if (!more)
			break;
		if (first)
			out_bytes(view->out, a.text, a.length);
		if (second) {
			set_spaces(view, half + MIDDLE - (first ? a.columns : 0));
			out_bytes(view->out, b.text, b.length);
		}
		set_newline(view);
	}
}

static void put_side_by_side(struct view *view, const struct sipcode *const flows[2],
                             const struct sipcode *const codes[2], size_t half)
{
	char titles[2][CELL_SIZE];
	struct ladder ladders[2];
	for (size_t i = 0; i < 2; i++) {
		step_title(view, flows[i], codes[i], titles[i]);
		ladder_begin(&ladders[i], view, flows[i], codes[i], half);
	}
	put_halves(view, titles[0], titles[1], half);
	set_newline(view);
	for (bool left = true, right = true; left || right;) {
		size_t columns = 0, ignored;
		left = left && ladder_next(&ladders[0], &columns);
		ladders[1].before = half + MIDDLE - (left ? columns : 0);
		right = right && ladder_next(&ladders[1], &ignored);
		if (left || right)
			set_newline(view);
	}
	set_newline(view);
	put_halves(view, view_value(view, flows[0], SIPCODE_REFERENCE),
	           view_value(view, flows[1], SIPCODE_REFERENCE), half);
}

void text_flows(struct view *view, const struct comparison *comparison)
{
	const struct sipcode *flows[2] = { NULL, NULL };
	size_t half = (view->width - MIDDLE) / 2;
	for (size_t i = 0; i < 2 && comparison->count == 2; i++)
		flows[i] = comparison_flow(comparison, i);
	if (flows[0] && flows[1] && ladder_fits(view, flows[0], half) && ladder_fits(view, flows[1], half)) {
		set_newline(view);
		put_side_by_side(view, flows, comparison->codes, half);
		return;
	}
	for (size_t i = 0; i < comparison->count; i++) {
		const struct sipcode *flow = comparison_flow(comparison, i);
		view->printed++;
		if (flow)
			text_flow(view, flow, comparison->codes[i]);
	}
}
