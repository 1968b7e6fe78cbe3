// SPDX-License-Identifier: MIT
// sipcode flow: the exchange of messages around a code.

#include "message.h"
#include "operands.h"
#include "words.h"

static void say_none(struct cli *cli, const struct sipcode *code)
{
	char label[64];
	sipcode_label(code, label, sizeof label);
	if (cli->status == CLI_OK)
		cli->status = CLI_NO_MATCH;
	if (cli->options.quiet)
		return;
	const struct sipcode_argument arguments[] = { { "code", label } };
	message_put(cli->err, cli->view.language, WORD_message_no_flow, arguments, 1);
}

static void show_flows(struct cli *cli, const struct sipcode *code)
{
	const struct sipcode *flow = NULL;
	if (!sipcode_next_flow(code, NULL))
		say_none(cli, code);
	while ((flow = sipcode_next_flow(code, flow)) && !cli->options.quiet)
		cli->view.renderer->flow(&cli->view, flow, code);
}

void run_flow(struct cli *cli)
{
	struct operands operands;
	struct sipcode_selector selector;
	if (operands_begin(&operands, cli)) {
		if (!cli->options.quiet)
			cli->view.renderer->begin(&cli->view, SIPCODE_KIND_FLOW);
		while (operands_next(&operands, &selector)) {
			const struct sipcode *code = sipcode_selected(&selector, NULL);
			if (!code)
				operands_not_found(cli, &selector);
			for (; code; code = sipcode_selected(&selector, code))
				show_flows(cli, code);
		}
	}
	operands_end(&operands);
}
