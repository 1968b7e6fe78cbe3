// SPDX-License-Identifier: MIT
// Output formats: what a command shows, a renderer decides how it looks.

#ifndef RENDER_H
#define RENDER_H

#include "view.h"

struct comparison;
struct tally;

/** A format, with every slot filled in. */
struct renderer {
	const char *name; /* for --format, such as "json" */
	void (*begin)(struct view *view);
	void (*entry)(struct view *view,
	              const struct sipcode *entry);                  /* whole: a code, a variant or a class */
	void (*line)(struct view *view, const struct sipcode *code); /* one line of a list */
	void (*compare)(struct view *view, const struct comparison *comparison);
	void (*flow)(struct view *view, const struct sipcode *flow, const struct sipcode *code);
	void (*count)(struct view *view, const struct tally *tally); /* without begin() before it */
};

extern const struct renderer render_text, render_json, render_tsv, render_markdown;

/** All of them, the default first; NULL ends them. */
extern const struct renderer *const renderers[];

#endif
