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

/* Who asks for a range wants what there is. */
static void show_flows(struct cli *cli, const struct sipcode *code, bool range)
{
	const struct sipcode *flow = NULL;
	if (!range && !sipcode_next_flow(code, NULL))
		say_none(cli, code);
	while ((flow = sipcode_next_flow(code, flow)) && !cli->options.quiet)
		cli->view.renderer->flow(&cli->view, flow, code);
}

void run_flow(struct cli *cli)
{
	struct operands operands;
	struct sipcode_selector selector;
	if (operands_begin(&operands, cli)) {
		cli->view.kind = SIPCODE_KIND_FLOW;
		if (!cli->options.quiet)
			cli->view.renderer->begin(&cli->view);
		while (operands_next(&operands, &selector)) {
			const struct sipcode *code = sipcode_selected(&selector, NULL);
			bool range = selector.kind == SIPCODE_SELECT_CLASS ||
			             selector.kind == SIPCODE_SELECT_RANGE;
			if (!code)
				operands_not_found(cli, &selector);
			for (; code; code = sipcode_selected(&selector, code))
				show_flows(cli, code, range);
		}
	}
	operands_end(&operands);
}
