// SPDX-License-Identifier: MIT
// Classes, codes with their variants, pairs, and the registry, as the generator takes them in.

#ifndef CODE_H
#define CODE_H

#include "stanza.h"

/** Take in data/classes.txt, data/codes.txt, data/pairs.txt, in this order, and data/registry.txt. */
void code_add_classes(struct model *model, const struct document *document);
void code_add_codes(struct model *model, const struct document *document);
void code_add_pairs(struct model *model, const struct document *document);
void code_add_registry(struct model *model, const struct document *document);

/** The entry that "4xx", "486", "486 600" or "603 Network Blocked" names; NULL for none. */
struct entry *code_find_class(struct model *model, const char *text);
struct entry *code_find(struct model *model, const char *text);
struct entry *code_find_pair(struct model *model, const char *text);
struct entry *code_find_variant(struct model *model, const char *text);

#endif
