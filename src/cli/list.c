// SPDX-License-Identifier: MIT
// sipcode list: one line a code.

#include "operands.h"

static bool is_listed(const struct cli *cli, const struct sipcode *code)
{
	return cli->options.all || sipcode_is_registered(code);
}

static void list_all(struct cli *cli)
{
	const struct sipcode *code = NULL;
	while ((code = sipcode_next(SIPCODE_KIND_CODE, code)))
		if (is_listed(cli, code) && !cli->options.quiet)
			cli->view.renderer->line(&cli->view, code);
}

/* A code that is named stands in the list whatever its status; a range yields registered ones. */
static void list(struct cli *cli, const struct sipcode_selector *selector)
{
	bool by_range = selector->kind == SIPCODE_SELECT_CLASS || selector->kind == SIPCODE_SELECT_RANGE;
	bool found = false;
	const struct sipcode *code = NULL;
	while ((code = sipcode_selected(selector, code))) {
		if (by_range && !is_listed(cli, code))
			continue;
		found = true;
		if (!cli->options.quiet)
			cli->view.renderer->line(&cli->view, code);
	}
	if (!found)
		operands_not_found(cli, selector);
}

void run_list(struct cli *cli)
{
	struct operands operands;
	struct sipcode_selector selector;
	if (operands_begin(&operands, cli)) {
		if (!cli->options.quiet)
			cli->view.renderer->begin(&cli->view);
		if (cli->options.operand_count == 0)
			list_all(cli);
		while (operands_next(&operands, &selector))
			list(cli, &selector);
	}
	operands_end(&operands);
}
