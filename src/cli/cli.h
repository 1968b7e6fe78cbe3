// SPDX-License-Identifier: MIT
// The command line: what a run is asked for, and the commands that answer it.

#ifndef CLI_H
#define CLI_H

#include "options.h"
#include "render.h"
#include "words.h"

enum cli_status {
	CLI_OK = 0,       /* answered; also for help and version when they were asked for */
	CLI_NO_MATCH = 1, /* a fair question, but nothing matches it */
	CLI_ERROR = 2     /* misuse, or input or output failed */
};

/** One run of the program. */
struct cli {
	struct options options;
	struct view view;
	struct out out;
	FILE *err;
	bool command_implied;   /* no command was named: "show" it is */
	enum cli_status status; /* the worst so far */
};

/** Run the program as main() would, once the streams are given; returns its exit status. */
int cli_run(int argc, char **argv, FILE *out, FILE *err);

typedef void (*command_fn)(struct cli *cli);

struct command {
	const char *name;
	enum word help;     /* its line in the list of commands */
	enum word synopsis; /* what follows its name */
	enum word about;    /* its page */
	command_fn run;
	size_t operands_min;
};

/** The commands, in alphabetical order; a row without a name ends them. */
extern const struct command commands[];

/** The command of that name, or NULL. */
const struct command *command_find(const char *name);

void run_annotate(struct cli *cli);
void run_cause(struct cli *cli);
void run_compare(struct cli *cli);
void run_count(struct cli *cli);
void run_flow(struct cli *cli);
void run_help(struct cli *cli);
void run_list(struct cli *cli);
void run_search(struct cli *cli);
void run_show(struct cli *cli);
void run_warning(struct cli *cli);

/** Show what the operands select, whose bare numbers and phrases are those of a kind. */
void show_operands(struct cli *cli, enum sipcode_kind kind);

/** Print a command's page, or the program's when `command` is NULL. */
void help_print(struct cli *cli, const struct command *command);

#endif
