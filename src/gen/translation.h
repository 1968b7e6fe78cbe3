// SPDX-License-Identifier: MIT
// Whether a language has what English has, and whether English has changed since it was written.

#ifndef TRANSLATION_H
#define TRANSLATION_H

#include "model.h"

/**
 * Report each piece, a word or a text, that English has and the language has not, or the other way round; warn of those
 * whose English has changed since.
 */
void translation_check(struct model *model, size_t language);

/** Take in the file that translation_write() has written, for the language that was added last. */
void translation_take(struct model *model, const struct document *seen);

/** Write how much of each language is up to date, and which pieces are not, with their English. */
void translation_status(const struct model *model, FILE *to);

/** Write fingerprints of a language's pieces and of their English, to tell later which of the two has changed. */
void translation_write(const struct model *model, size_t language, FILE *to);

#endif
