// SPDX-License-Identifier: MIT
// The selectors that a command was given, as operands or on standard input.

#include "operands.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "nearest.h"
#include "number.h"
#include "system.h"
#include "words.h"

/* One line, without the blanks around it; what is longer than an operand may be is cut just beyond that. */
struct input {
	char text[SIPCODE_OPERAND_MAX + 2];
	size_t length;
	char bytes[4096]; /* as they were read */
	size_t at, count;
	bool end;
	int error; /* errno of what failed */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool next_byte(struct input *input, char *c)
{
	if (input->at == input->count) {
		errno = 0;
		long count = system_read(input->bytes, sizeof input->bytes);
		input->end = count <= 0;
		if (count < 0)
			input->error = errno ? errno : EDOM;
		if (input->end)
			return false;
		input->at = 0;
		input->count = (size_t)count;
	}
	*c = input->bytes[input->at++];
	return true;
}

static void read_line(struct input *input)
{
	char c;
	input->length = 0;
	while (next_byte(input, &c) && c != '\n') {
		if ((input->length == 0 && is_blank(c)) || input->length > SIPCODE_OPERAND_MAX)
			continue;
		input->text[input->length++] = c ? c : '\1'; /* a NUL is no part of any selector */
	}
	while (input->length > 0 && is_blank(input->text[input->length - 1]))
		input->length--;
	input->text[input->length] = '\0';
}

/* 0, or the errno of what failed. */
static int read_lines(struct operands *operands)
{
	struct input input = { .end = false };
	size_t room = 0;
	while (!input.end) {
		read_line(&input);
		if (input.length == 0)
			continue;
		if (operands->count == room) {
			room = 2 * room + 64;
			char **lines = realloc(operands->lines, room * sizeof *lines);
			if (!lines)
				return ENOMEM;
			operands->lines = lines;
		}
		char *copy = malloc(input.length + 1);
		if (!copy)
			return ENOMEM;
		memcpy(copy, input.text, input.length + 1);
		operands->lines[operands->count++] = copy;
	}
	return input.error;
}

/* The command or phrase that was perhaps meant, or NULL. */
static const char *hint_for(const struct cli *cli, const struct sipcode_selector *selector)
{
	const char *word = selector->operands[0];
	struct nearest nearest = nearest_begin(word);
	bool may_be_command = cli->command_implied && selector->operands == cli->options.operands;
	for (const struct command *c = commands; may_be_command && c->name; c++)
		nearest_try(&nearest, c->name);
	const struct sipcode *code = nearest.name ? NULL : sipcode_nearest(word);
	return code ? sipcode_value(code, SIPCODE_PHRASE, 0) : nearest.name;
}

static void complain(struct cli *cli, const struct sipcode_selector *selector, const char *key)
{
	struct problem problem;
	bool invalid = selector->kind == SIPCODE_SELECT_INVALID;
	problem_set(&problem, key, selector->operands[0], invalid ? NULL : hint_for(cli, selector));
	problem_put(cli->err, cli->view.language, &problem);
}

/* A word before a number that is neither command nor phrase is a misspelt command. */
static bool check(struct operands *operands, struct cli *cli)
{
	struct sipcode_selector selector, before = { .kind = SIPCODE_SELECT_INVALID };
	while (operands_next(operands, &selector)) {
		bool invalid = selector.kind == SIPCODE_SELECT_INVALID;
		if ((invalid || selector.low > 0) && before.kind == SIPCODE_SELECT_NOTHING &&
		    !operands->by_line) {
			complain(cli, &before, WORD_message_command);
			return false;
		}
		if (invalid) {
			complain(cli, &selector, WORD_message_selector);
			return false;
		}
		before = selector;
	}
	operands->next = 0;
	return true;
}

bool operands_begin(struct operands *operands, struct cli *cli)
{
	const struct options *o = &cli->options;
	*operands = (struct operands){ .items = o->operands, .count = o->operand_count };
	int error = 0;
	for (size_t i = 0; i < o->operand_count; i++) {
		if (strcmp(o->operands[i], "-") != 0)
			continue;
		if (o->operand_count > 1) {
			message_put(cli->err, cli->view.language, WORD_message_input_alone, NULL, 0);
			cli->status = CLI_ERROR;
			return false;
		}
		operands->count = 0;
		operands->by_line = true;
		error = read_lines(operands);
		operands->items = (const char *const *)operands->lines;
	}
	if (error) {
		const struct sipcode_argument arguments[] = { { "reason", strerror(error) } };
		message_put(cli->err, cli->view.language, WORD_message_input, arguments, 1);
	}
	if (error || !check(operands, cli)) {
		cli->status = CLI_ERROR;
		return false;
	}
	return true;
}

bool operands_next(struct operands *operands, struct sipcode_selector *selector)
{
	if (operands->next == operands->count)
		return false;
	size_t left = operands->by_line ? 1 : operands->count - operands->next;
	sipcode_select(operands->items + operands->next, left, selector);
	operands->next += selector->count;
	return true;
}

/* A number that is not in the table. */
static void unregistered(struct cli *cli, const struct sipcode_selector *selector)
{
	char number[NUMBER_SIZE], treat[NUMBER_SIZE],
	        class[] = { (char)('0' + selector->low / 100), 'x', 'x', '\0' };
	int fallback = sipcode_treat_as(selector->low);
	const struct sipcode_argument arguments[] = { { "number",
		                                        number_text(number, (size_t)selector->low) },
		                                      { "treat", number_text(treat, (size_t)fallback) },
		                                      { "class", class } };
	message_put(cli->err, cli->view.language,
	            fallback ? WORD_message_unregistered : WORD_message_no_class, arguments, 3);
}

void operands_not_found(struct cli *cli, const struct sipcode_selector *selector)
{
	/* a list leaves out what it could show */
	const char *empty =
	        sipcode_selected(selector, NULL) ? WORD_message_empty_registered : WORD_message_empty;
	if (cli->status == CLI_OK)
		cli->status = CLI_NO_MATCH;
	if (cli->options.quiet)
		return;
	if (selector->kind == SIPCODE_SELECT_NUMBER)
		unregistered(cli, selector);
	else
		complain(cli, selector,
		         selector->kind == SIPCODE_SELECT_NOTHING ? WORD_message_phrase : empty);
}

void operands_end(struct operands *operands)
{
	for (size_t i = 0; operands->lines && i < operands->count; i++)
		free(operands->lines[i]);
	free(operands->lines);
	operands->lines = NULL;
}
