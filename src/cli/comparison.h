// SPDX-License-Identifier: MIT
// What a comparison says of the codes side by side, whatever the format.

#ifndef COMPARISON_H
#define COMPARISON_H

#include "cell.h"
#include "words.h"

/** The codes and variants that are compared, or classes; at least two of them. */
struct comparison {
	const struct sipcode *const *codes;
	size_t count;
};

enum { PART_SIZE = 8192 }; /* a part of a comparison of eight codes */

/** Whether classes are compared, which have facts of their own and are not sent. */
bool comparison_is_of_classes(const struct comparison *comparison);

/** The rows of the table; one without a heading ends them. */
const struct row *comparison_rows(const struct comparison *comparison);

/**
 * Whether a row has its place in the comparison: not where the question does not arise for one of the
 * codes, and no next step that is told to whoever receives the code anyway.
 */
bool comparison_tells(const struct view *view, const struct comparison *comparison, enum sipcode_field field);

/** Whether all codes have the same phrase in a row. */
bool comparison_shares(const struct view *view, const struct comparison *comparison,
                       enum sipcode_field field);

/** Whether a row stands in the table: told, and not the same for all. */
bool comparison_sets_apart(const struct view *view, const struct comparison *comparison,
                           enum sipcode_field field);

/** What all codes share: "Class: 4xx request failure. Retry: later". */
void comparison_shared(const struct view *view, const struct comparison *comparison, char buffer[CELL_SIZE]);

/** Its heading: both, or all of them. */
enum word comparison_shared_heading(const struct comparison *comparison);

/** When to send a code: the pair's own words in a comparison of two, else the code's, else from its summary; 
 * of classes only the pair's. */
void comparison_send(const struct view *view, const struct comparison *comparison, size_t index,
                     char buffer[CELL_SIZE]);

/** What to do on getting it, likewise; "" when there is nothing to say. */
const char *comparison_receive(const struct view *view, const struct comparison *comparison, size_t index);

/** The sentences of what differs; how many there are. */
size_t comparison_differences(const struct view *view, const struct comparison *comparison,
                              char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE]);

/**
 * The flow that stands for a code: its most typical one, unless two codes have flows between the same
 * actors, whose pictures tell more. NULL when it has none.
 */
const struct sipcode *comparison_flow(const struct comparison *comparison, size_t index);

/** A part as bare text: sentences with a blank between them, lists with a comma. */
void comparison_part(const struct view *view, const struct comparison *comparison, enum part part,
                     char buffer[PART_SIZE]);

#endif
