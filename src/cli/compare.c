// SPDX-License-Identifier: MIT
// sipcode compare: codes side by side, and how they differ.

#include "message.h"
#include "operands.h"
#include "words.h"

enum { COMPARE_MAX = 8 };

struct chosen {
	const struct sipcode *codes[COMPARE_MAX];
	size_t count;
	bool too_many;
	const struct sipcode *twice;
};

static void choose(struct chosen *chosen, const struct sipcode *code)
{
	for (size_t i = 0; i < chosen->count; i++)
		if (chosen->codes[i] == code)
			chosen->twice = code;
	if (chosen->count == COMPARE_MAX)
		chosen->too_many = true;
	else
		chosen->codes[chosen->count++] = code;
}

static void misuse(struct cli *cli, const char *key, const char *code)
{
	const struct sipcode_argument arguments[] = { { "code", code } };
	message_put(cli->err, cli->view.language, key, arguments, 1);
	cli->status = CLI_ERROR;
}

/* A class stands for its codes here, and a phrase for every code that it names. */
static void compare(struct cli *cli, struct operands *operands)
{
	struct chosen chosen = { .count = 0 };
	struct sipcode_selector selector;
	size_t missing = 0;
	while (operands_next(operands, &selector)) {
		const struct sipcode *code = sipcode_selected(&selector, NULL);
		missing += !code;
		for (; code && !chosen.too_many; code = sipcode_selected(&selector, code))
			choose(&chosen, code);
	}
	char label[64];
	if (chosen.twice)
		sipcode_label(chosen.twice, label, sizeof label);
	if (chosen.twice || chosen.too_many || chosen.count + missing < 2) {
		misuse(cli,
		       chosen.twice      ? WORD_message_itself
		       : chosen.too_many ? WORD_message_compare_many
		                         : WORD_message_compare_few,
		       chosen.twice ? label : "");
		return;
	}
	operands->next = 0;
	while (missing > 0 && operands_next(operands, &selector))
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
