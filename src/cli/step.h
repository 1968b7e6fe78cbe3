// SPDX-License-Identifier: MIT
// The steps of a flow as phrases for people, whatever the format.

#ifndef STEP_H
#define STEP_H

#include "cell.h"

enum { ACTORS_MAX = 8 /* more than a flow has */ };

/** Who takes part in a flow. */
struct actor {
	char id[SIPCODE_ACTOR_SIZE];
	const char *role; /* token */
	const char *name; /* the same in words, "phone" */
};

/** List the actors of a flow from left to right; how many there are. */
size_t step_actors(const struct view *view, const struct sipcode *flow, struct actor actors[ACTORS_MAX]);

/** The code of a response, that of `code` where the flow leaves it open; NULL for anything else. */
const struct sipcode *step_response(const struct sipcode_step *step, const struct sipcode *code);

/** Whether it is a response with the code that was asked for. */
bool step_is_asked(const struct sipcode_step *step, const struct sipcode *code);

/**
 * Write what a step says: "INVITE", "486 Busy Here", "200 OK (CANCEL)" or the words of a note.
 *
 * The method that a response answers is left out where it is INVITE, or where the flow has no other.
 */
void step_text(const struct view *view, const struct sipcode *flow, const struct sipcode *code,
               const struct sipcode_step *step, char buffer[CELL_SIZE]);

/**
 * Write "SDP offer", the details with `glue` between, but for a reason phrase, which step_text() has.
 *
 * What is no protocol is in the view's language; without a view it is as in the data.
 */
void step_details(const struct view *view, const struct sipcode_step *step, const char *glue,
                  char buffer[CELL_SIZE]);

/** Write the heading of a flow: "486 Busy Here: one phone is busy and the other rings on". */
void step_title(const struct view *view, const struct sipcode *flow, const struct sipcode *code,
                char buffer[CELL_SIZE]);

#endif
