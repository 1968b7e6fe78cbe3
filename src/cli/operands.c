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
		long count = system_read(NULL, input->bytes, sizeof input->bytes);
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

static void *no_memory(struct operands *operands)
{
	operands->error = ENOMEM;
	return NULL;
}

/* Keep a copy of text; NULL when there is no memory for it. */
static const char *keep(struct operands *operands, const char *text, size_t length)
{
	if (operands->line_count == operands->room) {
		size_t room = 2 * operands->room + 64;
		char **lines = realloc(operands->lines, room * sizeof *lines);
		if (!lines)
			return no_memory(operands);
		operands->lines = lines;
		operands->room = room;
		if (operands->by_line) /* the items are these lines */
			operands->items = (const char *const *)lines;
	}
	char *copy = malloc(length + 1);
	if (!copy)
		return no_memory(operands);
	memcpy(copy, text, length);
	copy[length] = '\0';
	operands->lines[operands->line_count++] = copy;
	return copy;
}

static void read_lines(struct operands *operands)
{
	struct input input = { .end = false };
	while (!input.end) {
		read_line(&input);
		if (input.length == 0)
			continue;
		if (!keep(operands, input.text, input.length))
			return;
	}
	operands->count = operands->line_count;
	operands->error = input.error;
}

/* Add one more item; false when there is no memory for it, or was none for the item itself. */
static bool expand(struct operands *operands, size_t *count, const char *item)
{
	if (!item)
		return false;
	const char **items = realloc(operands->expanded, (*count + 1) * sizeof *items);
	if (!items)
		return no_memory(operands);
	operands->expanded = items;
	items[(*count)++] = item;
	return true;
}

/* How many of the items, from `first` on, a header field takes that goes up to `end` of them all joined; 0 when that
 * is within one. */
static size_t items_taken(const struct operands *operands, size_t first, size_t end)
{
	size_t i = first;
	for (size_t at = 0; at < end && i < operands->count; i++) {
		at += strlen(operands->items[i]) + 1;
		if (at > end + 1)
			return 0;
	}
	return i - first;
}

/* The items from `first` on, each in a line of its own; of standard input just that line. */
static const char *join_items(struct operands *operands, size_t first)
{
	size_t length = 0, last = operands->by_line ? first + 1 : operands->count;
	for (size_t i = first; i < last; i++)
		length += strlen(operands->items[i]) + 1;
	char *joined = calloc(length, 1);
	const char *kept = joined ? keep(operands, joined, length - 1) : no_memory(operands);
	free(joined);
	if (!kept)
		return NULL;
	char *to = operands->lines[operands->line_count - 1];
	for (size_t i = first; i < last; i++) {
		size_t size = strlen(operands->items[i]);
		memcpy(to, operands->items[i], size);
		to[size] = i + 1 < last ? '\n' : '\0';
		to += size + 1;
	}
	return kept;
}

/* Put the values of the header field at `first` in its place; how many items it takes, 0 when it cannot be read. */
static size_t expand_header(struct operands *operands, size_t first, size_t *count)
{
	enum { SHORT_FORM = 64 };
	struct sipcode_header header;
	char value[SHORT_FORM];
	const char *text =
	        strlen(operands->items[first]) <= SIPCODE_OPERAND_MAX ? join_items(operands, first) : NULL;
	if (!text || !sipcode_header_begin(&header, text))
		return 0;
	while (sipcode_header_next(&header, value, sizeof value))
		if (!expand(operands, count, keep(operands, value, strlen(value))))
			return 0;
	if (header.malformed || (operands->by_line && *header.rest))
		return 0;
	return operands->by_line ? 1 : items_taken(operands, first, (size_t)(header.rest - text));
}

static void complain_of_header(const struct operands *operands, size_t item, struct cli *cli)
{
	const struct sipcode_argument argument = { "reason", strerror(operands->error) };
	struct problem problem;
	if (operands->error) {
		message_put(cli->err, cli->view.language, WORD_message_memory, &argument, 1);
		return;
	}
	problem_set(&problem, WORD_message_header, operands->items[item], NULL);
	problem_put(cli->err, cli->view.language, &problem);
}

/* False, with a message, when a header field cannot be read. */
static bool expand_headers(struct operands *operands, struct cli *cli)
{
	struct sipcode_header header;
	size_t i = 0, count = 0;
	while (i < operands->count && !sipcode_header_begin(&header, operands->items[i]))
		i++;
	if (i == operands->count) /* the usual case */
		return true;
	for (i = 0; i < operands->count;) {
		bool is_header = sipcode_header_begin(&header, operands->items[i]);
		size_t taken = is_header ? expand_header(operands, i, &count)
		                         : expand(operands, &count, operands->items[i]);
		if (taken == 0) {
			complain_of_header(operands, i, cli);
			return false;
		}
		i += taken;
	}
	operands->items = operands->expanded;
	operands->count = count;
	return true;
}

/* The command or phrase that was perhaps meant, or NULL. */
static const char *hint_for(const struct cli *cli, const struct sipcode_selector *selector)
{
	const char *word = selector->operands[0];
	struct nearest nearest = nearest_begin(word);
	bool may_be_command = cli->command_implied && selector->operands == cli->options.operands;
	for (const struct command *c = commands; may_be_command && c->name; c++)
		nearest_try(&nearest, c->name);
	const struct sipcode *entry = nearest.name ? NULL : sipcode_nearest(selector->of, word);
	return entry ? sipcode_value(entry, SIPCODE_PHRASE, 0) : nearest.name;
}

static void complain(struct cli *cli, const struct sipcode_selector *selector, enum word sentence)
{
	struct problem problem;
	bool invalid = selector->kind == SIPCODE_SELECT_INVALID;
	problem_set(&problem, sentence, selector->operands[0], invalid ? NULL : hint_for(cli, selector));
	problem_put(cli->err, cli->view.language, &problem);
}

/* What would be a selector. */
static enum word selector_sentence(enum sipcode_kind of)
{
	return of == SIPCODE_KIND_CAUSE     ? WORD_message_selector_cause
	       : of == SIPCODE_KIND_WARNING ? WORD_message_selector_warning
	                                    : WORD_message_selector;
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
			complain(cli, &selector, selector_sentence(operands->of));
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
	*operands =
	        (struct operands){ .items = o->operands, .count = o->operand_count, .of = cli->view.kind };
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
		read_lines(operands);
		operands->items = (const char *const *)operands->lines;
	}
	bool failed = operands->error != 0;
	if (failed) {
		const struct sipcode_argument arguments[] = { { "reason", strerror(operands->error) } };
		message_put(cli->err, cli->view.language, WORD_message_input, arguments, 1);
	}
	if (failed || !expand_headers(operands, cli) || !check(operands, cli)) {
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
	sipcode_select(operands->items + operands->next, left, operands->of, selector);
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
		                                        number_text(number, (unsigned)selector->low) },
		                                      { "treat", number_text(treat, (unsigned)fallback) },
		                                      { "class", class } };
	message_put(cli->err, cli->view.language,
	            fallback ? WORD_message_unregistered : WORD_message_no_class, arguments, 3);
}

/* Whether the protocol of "foo:3" is registered. */
static bool is_known_protocol(const char *word)
{
	char name[SIPCODE_OPERAND_MAX + 1] = "";
	const char *operand = name;
	struct sipcode_selector selector;
	memcpy(name, word, strcspn(word, ":") + 1);
	sipcode_select(&operand, 1, SIPCODE_KIND_CODE, &selector);
	return selector.entry != NULL;
}

static enum word not_found_sentence(const struct sipcode_selector *selector)
{
	bool nothing = selector->kind == SIPCODE_SELECT_NOTHING;
	if (selector->kind == SIPCODE_SELECT_REASON)
		return is_known_protocol(selector->operands[0]) ? WORD_message_reason : WORD_message_protocol;
	if (selector->of == SIPCODE_KIND_CAUSE)
		return nothing ? WORD_message_cause_phrase : WORD_message_no_cause;
	if (selector->of == SIPCODE_KIND_WARNING)
		return nothing ? WORD_message_warning_phrase : WORD_message_no_warning;
	if (nothing)
		return WORD_message_phrase;
	/* a list leaves out what it could show */
	return sipcode_selected(selector, NULL) ? WORD_message_empty_registered : WORD_message_empty;
}

void operands_not_found(struct cli *cli, const struct sipcode_selector *selector)
{
	if (cli->status == CLI_OK)
		cli->status = CLI_NO_MATCH;
	if (cli->options.quiet)
		return;
	if (selector->kind == SIPCODE_SELECT_NUMBER && selector->of == SIPCODE_KIND_CODE)
		unregistered(cli, selector);
	else
		complain(cli, selector, not_found_sentence(selector));
}

void operands_end(struct operands *operands)
{
	for (size_t i = 0; i < operands->line_count; i++)
		free(operands->lines[i]);
	free(operands->lines);
	free(operands->expanded);
	operands->lines = NULL;
	operands->expanded = NULL;
	operands->line_count = 0;
}
