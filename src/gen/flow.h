// SPDX-License-Identifier: MIT
// Flows as the generator takes them in: who takes part, and each step.

#ifndef FLOW_H
#define FLOW_H

#include "stanza.h"

/** Take in data/flows.txt, once the codes are known. */
void flow_add(struct model *model, const struct document *document);

/** The first flow of a code, "486", that has no words in a language yet; NULL when all have. */
struct entry *flow_find_untold(struct model *model, const char *text, size_t language);

/** Take "A caller, P proxy" in, and report what is wrong with it. */
void flow_take_actors(const struct place *place, struct entry *flow, const struct line *line);

/** Take "A > P | INVITE | SDP offer" in as "A>P|INVITE|SDP offer"; the actors are known by then. */
void flow_take_step(const struct place *place, struct entry *flow, const struct line *line);

/** Report the notes of a flow that have no word. */
void flow_check_notes(struct model *model, const struct entry *flow);

#endif
