// SPDX-License-Identifier: MIT
// Taking in a stanza: its lines against the schema, their values into the entry that it is about.

#ifndef STANZA_H
#define STANZA_H

#include "line.h"
#include "schema.h"

/** Add an entry for a stanza that begins in that line, and report one that is there already or out of order. */
struct entry *stanza_entry(const struct place *place, enum sipcode_kind kind, unsigned number, unsigned other,
                           unsigned line);

/** Whether a stanza begins with that field; reports one that does not. */
bool stanza_begins(const struct place *place, const struct stanza *stanza, const char *key);

/** Take all lines but the first, which names the entry, and report what is wrong or missing. */
void stanza_take(const struct place *place, struct entry *entry, const struct schema *schema,
                 const struct stanza *stanza, size_t language);

#endif
