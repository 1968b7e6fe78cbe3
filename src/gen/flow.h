// SPDX-License-Identifier: MIT
// Flows as the generator takes them in.

#ifndef FLOW_H
#define FLOW_H

#include "stanza.h"

/** Take in data/flows.txt, once the codes are known. */
void flow_add(struct model *model, const struct document *document);

/** The first flow of a code, "486", that has no words in a language yet; NULL when all have. */
struct entry *flow_find_untold(struct model *model, const char *text, size_t language);

/** Report the notes of a flow that have no word. */
void flow_check_notes(struct model *model, const struct entry *flow);

#endif
