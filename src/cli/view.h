// SPDX-License-Identifier: MIT
// How the output of a run is to look, whatever is shown.

#ifndef VIEW_H
#define VIEW_H

#include "options.h"
#include "out.h"
#include "sipcode.h"
#include "words.h"

struct renderer;

/** How the output of a run is to look. */
struct view {
	const struct renderer *renderer;
	struct out *out;
	int language;
	enum sipcode_kind kind; /* of what is shown: codes, causes, warnings or flows */
	size_t width;           /* columns of the output */
	bool color, ascii, long_form, flows;
	const enum sipcode_field *fields; /* --fields; NULL for the renderer's own choice */
	size_t field_count;
	const enum part *parts; /* the same for a comparison */
	size_t part_count;
	size_t printed; /* entries and lines so far */
	bool whole;     /* the last of them was an entry */
};

/** A word of the interface in the view's language. */
const char *view_word(const struct view *view, enum word word);

/**
 * A name that is no protocol in the view's language: the word of the key that `kind` and its letters and digits make,
 * such as "who.stir-verifier" for "STIR verifier"; `name` itself where there is none.
 */
const char *view_term(const struct view *view, const char *kind, const char *name);

/** A field's value in the view's language. */
const char *view_value(const struct view *view, const struct sipcode *entry, enum sipcode_field field);

#endif
