// SPDX-License-Identifier: MIT
// Reading the options of a command line.

#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "sipcode.h"
#include "words.h"

struct renderer;

enum color {
	COLOR_AUTO,
	COLOR_ALWAYS,
	COLOR_NEVER,
	COLOR_UNSET /* no option said anything: the environment decides */
};

enum { WIDTH_MIN = 40, WIDTH_MAX = 400, WIDTH_DEFAULT = 80 };

/** The parts of a comparison that --fields can ask for, in their order as JSON keys. */
enum part { PART_CODES, PART_SENTENCE, PART_DIFFERENCES, PART_BOTH, PART_WHICH, PART_COUNT };

/** Their names, such as "sentence". */
extern const char *const part_names[PART_COUNT];

/** What a count has beside the fields of codes; --fields takes it with that command only. */
enum { COLUMN_TIMES = SIPCODE_FIELD_COUNT, COLUMN_SHARE, COLUMN_END };

/** The name of a field or of such a column, such as "phrase" or "count". */
const char *options_column_name(enum sipcode_field column);

enum { ONLY_FIRST = 100, ONLY_CODES = 600 /* the codes there can be, 100 to 699 */ };

struct options {
	const struct renderer *renderer;
	enum sipcode_field fields[COLUMN_END]; /* --fields, as given */
	size_t field_count;
	enum part parts[PART_COUNT]; /* --fields that are parts of a comparison; then there are no others */
	size_t part_count;
	const char *lang; /* NULL when not given */
	enum color color;
	int width;             /* 0 when not given */
	bool narrowed;         /* --only is given, */
	bool only[ONLY_CODES]; /* and these codes are wanted */
	bool long_form, all, flows, codes, ascii, quiet, help, version;
	const char *const *operands;
	size_t operand_count;
	bool first_is_operand; /* "--" stood before the first operand */
};

struct option {
	const char *name;
	char letter;        /* 0 when it has only a name */
	enum word argument; /* what stands for its value in help; WORD_NONE when it takes none */
	enum word help;     /* its line in help */
};

/** The options, in the order in which help shows them; a row without a name ends them. */
extern const struct option options_table[];

/** Whether --fields takes a field: one of what a line can be about, which a class is not. */
bool options_take_field(enum sipcode_field field);

/** Whether --only leaves a code in. */
bool options_want(const struct options *options, int code);

struct problem;

/**
 * Read the options in `argv`, which is rewritten to hold the operands only.
 *
 * Returns false after filling in `problem` when something is not understood.
 */
bool options_parse(struct options *options, int argc, char **argv, struct problem *problem);

#endif
