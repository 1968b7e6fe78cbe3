// SPDX-License-Identifier: MIT
// sipcode help: made from the tables of commands and options.

#include <string.h>

#include "cell.h"
#include "cli.h"
#include "message.h"
#include "nearest.h"
#include "utf8.h"
#include "words.h"
#include "wrap.h"

enum { INDENT = 2, NAME_WIDTH = 26, SIDE_BY_SIDE = 52, HELP_WIDTH = 80 };

static size_t width(const struct cli *cli)
{
	return cli->view.width < HELP_WIDTH ? cli->view.width : HELP_WIDTH;
}

static void put_prose(struct cli *cli, const char *text, size_t indent)
{
	struct wrap_line line;
	while (wrap_next(&text, width(cli) - indent, &line)) {
		out_repeat(&cli->out, " ", indent);
		out_bytes(&cli->out, line.text, line.length);
		out_char(&cli->out, '\n');
	}
}

/* A name and what it is for, side by side where they fit. */
static void put_item(struct cli *cli, size_t indent, const char *name, const char *text)
{
	size_t columns = indent + utf8_width(name, strlen(name));
	bool narrow = columns + 1 > NAME_WIDTH || width(cli) < SIDE_BY_SIDE;
	struct wrap_line line;
	out_repeat(&cli->out, " ", indent);
	out_str(&cli->out, name);
	if (narrow) {
		out_char(&cli->out, '\n');
		put_prose(cli, text, indent + 4);
		return;
	}
	for (size_t at = columns; wrap_next(&text, width(cli) - NAME_WIDTH, &line); at = 0) {
		out_spaces(&cli->out, NAME_WIDTH - at);
		out_bytes(&cli->out, line.text, line.length);
		out_char(&cli->out, '\n');
	}
}

static void put_heading(struct cli *cli, enum word word)
{
	out_char(&cli->out, '\n');
	put_prose(cli, view_word(&cli->view, word), 0);
}

static void put_options(struct cli *cli)
{
	put_heading(cli, WORD_help_options);
	for (const struct option *o = options_table; o->name; o++) {
		char name[CELL_SIZE], letter[] = "-x, ";
		letter[1] = o->letter;
		cell_set(name, o->letter ? letter : "");
		cell_append(name, "", "--");
		cell_append(name, "", o->name);
		if (o->argument)
			cell_append(name, " ", view_word(&cli->view, o->argument));
		put_item(cli, o->letter ? INDENT : INDENT + sizeof letter - 1, name,
		         view_word(&cli->view, o->help));
	}
}

static void put_fields(struct cli *cli)
{
	char names[CELL_SIZE] = "";
	for (unsigned i = 0; i < SIPCODE_FIELD_COUNT; i++) {
		enum sipcode_field field = (enum sipcode_field)i;
		if (options_take_field(field))
			cell_append(names, ", ", sipcode_field_name(field));
	}
	put_heading(cli, WORD_help_fields);
	put_prose(cli, names, INDENT);
	names[0] = '\0';
	for (unsigned i = 0; i < PART_COUNT; i++)
		cell_append(names, ", ", part_names[i]);
	put_heading(cli, WORD_help_parts);
	put_prose(cli, names, INDENT);
	names[0] = '\0';
	for (unsigned i = COLUMN_TIMES; i < COLUMN_END; i++)
		cell_append(names, ", ", options_column_name((enum sipcode_field)i));
	put_heading(cli, WORD_help_columns);
	put_prose(cli, names, INDENT);
}

static void put_usage(struct cli *cli, const struct command *command)
{
	char line[CELL_SIZE] = "sipcode";
	cell_append(line, " ", command->name);
	cell_append(line, " ", view_word(&cli->view, command->synopsis));
	put_prose(cli, line, INDENT);
}

static void put_program(struct cli *cli)
{
	put_prose(cli, view_word(&cli->view, WORD_help_about), 0);
	put_heading(cli, WORD_help_usage);
	put_prose(cli, view_word(&cli->view, WORD_help_short), INDENT);
	for (const struct command *c = commands; c->name; c++)
		put_usage(cli, c);
	put_heading(cli, WORD_help_commands);
	for (const struct command *c = commands; c->name; c++)
		put_item(cli, INDENT, c->name, view_word(&cli->view, c->help));
	put_heading(cli, WORD_help_selectors);
	put_prose(cli, view_word(&cli->view, WORD_help_selector_forms), INDENT);
	put_options(cli);
	put_fields(cli);
	put_heading(cli, WORD_help_statuses);
	put_prose(cli, view_word(&cli->view, WORD_help_status_list), INDENT);
}

void help_print(struct cli *cli, const struct command *command)
{
	if (!command) {
		put_program(cli);
		return;
	}
	put_prose(cli, view_word(&cli->view, WORD_help_usage), 0);
	put_usage(cli, command);
	out_char(&cli->out, '\n');
	put_prose(cli, view_word(&cli->view, command->about), 0);
}

void run_help(struct cli *cli)
{
	const struct options *o = &cli->options;
	const struct command *command = o->operand_count ? command_find(o->operands[0]) : NULL;
	if (o->operand_count == 1 && !command) {
		struct nearest nearest = nearest_begin(o->operands[0]);
		for (const struct command *c = commands; c->name; c++)
			nearest_try(&nearest, c->name);
		struct problem problem;
		problem_set(&problem, WORD_message_command, o->operands[0], nearest.name);
		problem_put(cli->err, cli->view.language, &problem);
		cli->status = CLI_ERROR;
		return;
	}
	if (o->operand_count > 1) {
		message_put(cli->err, cli->view.language, WORD_message_help_many, NULL, 0);
		cli->status = CLI_ERROR;
		return;
	}
	if (!o->quiet)
		help_print(cli, command);
}
