// SPDX-License-Identifier: MIT
// sipcode cause and sipcode warning: release causes of the telephone network, codes of the Warning header field.

#include "cli.h"

static void list_kind(struct cli *cli, enum sipcode_kind kind)
{
	const struct sipcode *entry = NULL;
	while ((entry = sipcode_next(kind, entry)) && !cli->options.quiet)
		cli->view.renderer->line(&cli->view, entry);
}

/* Without operands all of them, a line each; --all has what other Reason protocols know as well. */
static void run(struct cli *cli, enum sipcode_kind kind)
{
	if (cli->options.operand_count > 0) {
		show_operands(cli, kind);
		return;
	}
	cli->view.kind = kind;
	if (!cli->options.quiet)
		cli->view.renderer->begin(&cli->view);
	list_kind(cli, kind);
	if (kind == SIPCODE_KIND_CAUSE && cli->options.all) {
		list_kind(cli, SIPCODE_KIND_REASON);
		list_kind(cli, SIPCODE_KIND_PROTOCOL);
	}
}

void run_cause(struct cli *cli)
{
	run(cli, SIPCODE_KIND_CAUSE);
}

void run_warning(struct cli *cli)
{
	run(cli, SIPCODE_KIND_WARNING);
}
