// SPDX-License-Identifier: MIT
// Writing the model as C.

#ifndef EMIT_H
#define EMIT_H

#include "model.h"

/** Write table.c, the constant tables behind src/lib/table.h. */
void emit_table(const struct model *model, FILE *to);

/** Write words.h: WORD_help_compare is "help.compare", so that a misspelt key does not compile. */
void emit_words(const struct model *model, FILE *to);

#endif
