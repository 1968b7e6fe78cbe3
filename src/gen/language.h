// SPDX-License-Identifier: MIT
// A language file, as the generator takes it in.

#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "stanza.h"

/** Take in data/en.txt, then its kin, once all entries are known. */
void language_add(struct model *model, const struct document *document);

#endif
