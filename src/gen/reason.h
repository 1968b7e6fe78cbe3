// SPDX-License-Identifier: MIT
// What the Reason and Warning header fields say, as the generator takes it in: protocols, causes, warnings, stacks.

#ifndef REASON_H
#define REASON_H

#include "stanza.h"

/** Take in data/causes.txt, data/warnings.txt and data/stacks.txt, in this order, once the codes are known. */
void reason_add_causes(struct model *model, const struct document *document);
void reason_add_warnings(struct model *model, const struct document *document);
void reason_add_stacks(struct model *model, const struct document *document);

/** The entry that a stanza of a language file is about: "cause: 17", "reason: Preemption 1"; NULL for none. */
struct entry *reason_find(struct model *model, const char *key, const char *text,
                          const struct schema **schema);

/** Work out what a cause becomes by default, and which causes and codes become each other. */
void reason_finish(struct model *model);

#endif
