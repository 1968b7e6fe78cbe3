// SPDX-License-Identifier: MIT
// What the two halves of the text format share.

#ifndef RENDER_TEXT_H
#define RENDER_TEXT_H

#include "view.h"

struct comparison;
struct tally;

/** A value, bare: its items joined by commas. */
void text_value(struct view *view, const char *value);

/** The fields asked for, bare, for scripts: a tab between, a line a code, nothing wrapped. */
void text_values(struct view *view, const struct sipcode *entry);

/** A whole comparison. */
void text_compare(struct view *view, const struct comparison *comparison);

/** A count of responses. */
void text_count(struct view *view, const struct tally *tally);

/** The steps of a flow, as a ladder where it fits and as a list where not. */
void text_ladder(struct view *view, const struct sipcode *flow, const struct sipcode *code);

/** A flow, whole. */
void text_flow(struct view *view, const struct sipcode *flow, const struct sipcode *code);

/** The flows of a comparison, side by side where they fit. */
void text_flows(struct view *view, const struct comparison *comparison);

#endif
