// SPDX-License-Identifier: MIT
// Output formats: what a command shows, a renderer decides how it looks.

#ifndef RENDER_H
#define RENDER_H

#include "options.h"
#include "out.h"
#include "sipcode.h"

struct comparison;
struct renderer;

/** How the output of a run is to look. */
struct view {
	const struct renderer *renderer;
	struct out *out;
	int language;
	enum sipcode_kind kind; /* of what is shown: codes, causes, warnings or flows */
	size_t width; /* columns of the output */
	bool color, ascii, long_form, flows;
	const enum sipcode_field *fields; /* --fields; NULL for the renderer's own choice */
	size_t field_count;
	const enum part *parts; /* the same for a comparison */
	size_t part_count;
	size_t printed; /* entries and lines so far */
};

/** A format, with every slot filled in. */
struct renderer {
	const char *name;                                         /* for --format, such as "json" */
	void (*begin)(struct view *view);
	void (*entry)(struct view *view,
	              const struct sipcode *entry);                  /* whole: a code, a variant or a class */
	void (*line)(struct view *view, const struct sipcode *code); /* one line of a list */
	void (*compare)(struct view *view, const struct comparison *comparison);
	void (*flow)(struct view *view, const struct sipcode *flow, const struct sipcode *code);
};

extern const struct renderer render_text, render_json, render_tsv, render_markdown;

/** All of them, the default first; NULL ends them. */
extern const struct renderer *const renderers[];

/** A word of the interface in the view's language. */
const char *view_word(const struct view *view, const char *key);

/** A field's value in the view's language. */
const char *view_value(const struct view *view, const struct sipcode *entry, enum sipcode_field field);

#endif
