// SPDX-License-Identifier: MIT
// sipcode compare: codes side by side, and how they differ.

#include "comparison.h"
#include "message.h"
#include "operands.h"
#include "words.h"

enum { COMPARE_MAX = 8 };

struct chosen {
	const struct sipcode *codes[COMPARE_MAX];
	size_t count;
	size_t missing; /* operands without anything in the table */
	bool too_many;
	const struct sipcode *twice;
	const struct sipcode *other; /* what is neither code nor class nor cause */
};

static void choose(struct chosen *chosen, const struct sipcode *code)
{
	if (sipcode_kind_of(code) > SIPCODE_KIND_CAUSE)
		chosen->other = code;
	for (size_t i = 0; i < chosen->count; i++)
		if (chosen->codes[i] == code)
			chosen->twice = code;
	if (chosen->count == COMPARE_MAX)
		chosen->too_many = true;
	else
		chosen->codes[chosen->count++] = code;
}

/* Whether there are two operands or more, all of them classes. */
static bool are_classes(struct operands *operands)
{
	struct sipcode_selector selector;
	size_t count = 0;
	bool all = true;
	for (operands->next = 0; operands_next(operands, &selector); count++)
		all = all && selector.kind == SIPCODE_SELECT_CLASS;
	return all && count > 1;
}

/* Beside codes, and alone, a class stands for its codes, and so does a phrase for all that it names. */
static void choose_all(struct chosen *chosen, struct operands *operands)
{
	struct sipcode_selector selector;
	bool classes = are_classes(operands);
	for (operands->next = 0; operands_next(operands, &selector);) {
		if (classes) {
			choose(chosen, selector.entry);
			continue;
		}
		const struct sipcode *code = sipcode_selected(&selector, NULL);
		chosen->missing += !code;
		for (; code && !chosen->too_many; code = sipcode_selected(&selector, code))
			choose(chosen, code);
	}
}

static void misuse(struct cli *cli, enum word sentence, const char *code)
{
	const struct sipcode_argument arguments[] = { { "code", code } };
	message_put(cli->err, cli->view.language, sentence, arguments, 1);
	cli->status = CLI_ERROR;
}

static void compare(struct cli *cli, struct operands *operands)
{
	struct chosen chosen = { .count = 0 };
	struct sipcode_selector selector;
	choose_all(&chosen, operands);
	char label[64] = "";
	const struct sipcode *wrong = chosen.other ? chosen.other : chosen.twice;
	if (wrong)
		sipcode_label(wrong, label, sizeof label);
	if (wrong || chosen.too_many || chosen.count + chosen.missing < 2) {
		misuse(cli,
		       chosen.other      ? WORD_message_compare_what
		       : chosen.twice    ? WORD_message_itself
		       : chosen.too_many ? WORD_message_compare_many
		                         : WORD_message_compare_few,
		       label);
		return;
	}
	operands->next = 0;
	while (chosen.missing > 0 && operands_next(operands, &selector))
		if (!sipcode_selected(&selector, NULL))
			operands_not_found(cli, &selector);
	if (chosen.count < 2 || cli->options.quiet)
		return;
	cli->view.renderer->begin(&cli->view);
	cli->view.renderer->compare(&cli->view, &(struct comparison){ chosen.codes, chosen.count });
}

void run_compare(struct cli *cli)
{
	struct operands operands;
	if (operands_begin(&operands, cli))
		compare(cli, &operands);
	operands_end(&operands);
}
