// SPDX-License-Identifier: MIT
// Facts as short phrases for people: what text and markdown put in a row or a cell.

#ifndef CELL_H
#define CELL_H

#include "view.h"
#include "words.h"

enum { CELL_SIZE = 1024 }; /* of the phrases of a fact; the generator keeps texts shorter, for comparisons */

/** A row of facts: its heading, and how its phrase is made. */
struct row {
	enum word heading;
	enum sipcode_field field;
};

/** The rows under the title of an entry, those at its end, and those of a class; one with WORD_NONE ends each. */
const struct row *cell_rows_first(const struct sipcode *entry);
const struct row *cell_rows_last(const struct sipcode *entry);
extern const struct row rows_class[];

/** Copy a text, cut to what there is room for. */
void cell_set(char buffer[CELL_SIZE], const char *text);

/** Append text, after `glue` when something stands there already; what has no room is cut off. */
void cell_append(char buffer[CELL_SIZE], const char *glue, const char *text);

/** Append text, after a mark of punctuation and a blank when something stands there already: a word such as
 * WORD_mark_colon, for languages set blanks around them in their own ways. */
void cell_mark(const struct view *view, char buffer[CELL_SIZE], enum word mark, const char *text);

/** Write the row's phrase, such as "later" or "sends 17, arises from 17"; "" when the fact does not
 * apply. */
void cell_text(const struct view *view, const struct sipcode *entry, enum sipcode_field field,
               char buffer[CELL_SIZE]);

/** Cut a list to its first items and the number of the others, as a table has room for. */
void cell_shorten(const struct view *view, char buffer[CELL_SIZE]);

/** What a token means, as a phrase; "" for a value that explains itself. */
const char *cell_explanation(const struct view *view, const struct sipcode *entry, enum sipcode_field field);

/** "486 Busy Here", "603+ Network Blocked", "4xx request failure". */
void cell_title(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE]);

/** "4xx request failure, final, INVITE" */
void cell_nature(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE]);

/** "486 says that the called device takes no further call at the moment." */
void cell_says(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE]);

/** The summary as a list shows it: "[vendor code] OpenSIPS could not parse a URI it had to route
 * by". */
void cell_summary(const struct view *view, const struct sipcode *code, char buffer[CELL_SIZE]);

struct tally;
struct tally_row;

/** The title of a code that was counted, also of one that is not in the table: "499 not registered, as 400". */
void cell_counted(const struct view *view, const struct tally *tally, const struct tally_row *row,
                  char buffer[CELL_SIZE]);

/** The words for what RFC 6076 makes of responses, by enum tally_metric. */
extern const enum word cell_metrics[];

/** A share as a reader has it: "36.9%". */
void cell_share(const struct view *view, unsigned long long part, unsigned long long whole,
                char buffer[CELL_SIZE]);

/** The words for what was counted, and what was not. */
enum word cell_counted_note(const struct tally *tally);

/** How much was malformed, as a sentence; "" when nothing was. */
void cell_malformed(const struct view *view, const struct tally *tally, char buffer[CELL_SIZE]);

#endif
