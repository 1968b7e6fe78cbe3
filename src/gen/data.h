// SPDX-License-Identifier: MIT
// The files of data/, one after the other, and what follows from them all.

#ifndef DATA_H
#define DATA_H

#include "model.h"

enum { DATA_LANGUAGE = 8 /* the files before those of languages */ };

/**
 * Take in the file at `index` of: classes, codes, pairs, flows, causes, warnings, stacks, the registry, English, and any
 * number of other languages, in this order.
 *
 * What is not understood is reported.
 */
void data_take(struct model *model, size_t index, const struct document *document);

/** Work out what follows from all of it, sort, and report what is missing. */
void data_finish(struct model *model);

#endif
