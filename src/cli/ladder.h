// SPDX-License-Identifier: MIT
// Drawing a flow as a ladder: a column an actor, an arrow a message.

#ifndef LADDER_H
#define LADDER_H

#include "step.h"
#include "wrap.h"

enum {
	LADDER_COLUMN_MIN = 14, /* for an actor; where there is less, a flow is better told as a list */
	LADDER_WIDTH_MAX = 400
};

/** A ladder, drawn line by line so that two can stand side by side. */
struct ladder {
	struct view *view;
	const struct sipcode *flow, *code;
	size_t width;
	size_t count;
	struct actor actors[ACTORS_MAX];
	size_t columns[ACTORS_MAX]; /* where each actor's line stands */
	char names[ACTORS_MAX][CELL_SIZE];
	const char *name_rest[ACTORS_MAX];
	bool named;       /* the names are drawn */
	size_t before;    /* blanks to write before the next line */
	const char *item; /* the step that is drawn; "" after the last */
	struct sipcode_step step;
	bool asked;         /* it is the response that the flow is asked for */
	size_t left, right; /* the actors it goes between; the same for a note at one */
	char label[CELL_SIZE];
	const char *label_rest;
};

/** Whether a flow can be drawn in that width. */
bool ladder_fits(const struct view *view, const struct sipcode *flow, size_t width);

/** Begin to draw a flow, of which `code` is to stand out, in `width` columns. */
void ladder_begin(struct ladder *ladder, struct view *view, const struct sipcode *flow,
                  const struct sipcode *code, size_t width);

/** Write the next line, without a line end, and say how many columns it took; false after the last. */
bool ladder_next(struct ladder *ladder, size_t *columns);

#endif
