// SPDX-License-Identifier: MIT
// Setting text for people: columns, wrapped lines, labels and colours.

#ifndef SET_H
#define SET_H

#include "view.h"

enum {
	LABEL_WIDTH = 14, /* "  In a dialog " */
	GAP = 2,          /* between columns, and before a label that is indented */
	COLUMN_MIN = 20   /* a column narrower than this is not set beside another */
};

/** How many columns a text takes. */
size_t set_columns(const char *text);

/** The width of prose: that of the output, but 80 columns at most. */
size_t set_prose_width(const struct view *view);

void set_spaces(struct view *view, size_t count);
void set_newline(struct view *view);

/** Bold, or the colour of an entry's class, until set_plain(); nothing when the view has no colour. */
void set_bold(struct view *view);
void set_class_color(struct view *view, const struct sipcode *entry);
void set_plain(struct view *view);

/** Text from the column `at` on, its further lines from `indent` on, up to `width`; ends the line. */
void set_wrapped(struct view *view, const char *text, size_t at, size_t indent, size_t width);

/** A title in the colour of its entry's class, wrapped, without the last line end. */
void set_title(struct view *view, const struct sipcode *entry, const char *title, size_t width);

/**
 * A label, `indent` columns in, that is given `width` columns in all.
 *
 * Returns where the text goes on: one column behind a label that is longer.
 */
size_t set_label(struct view *view, const char *label, size_t indent, size_t width);

/** A blank line, then a word as a heading. */
void set_heading(struct view *view, enum word heading);

/** As many whole words as fit, and "..." in place of the others. */
void set_cut(struct view *view, const char *text, size_t width);

#endif
