// SPDX-License-Identifier: MIT
// sipcode show: response codes and classes, whole; and likewise causes and warnings.

#include "operands.h"

/* Text and markdown have a line for each code of a class, the others no difference between line and whole. */
static void show_class(struct cli *cli, const struct sipcode_selector *selector)
{
	struct view *view = &cli->view;
	if (view->field_count == 0 && view->renderer != &render_tsv)
		view->renderer->entry(view, selector->entry);
	const struct sipcode *code = NULL;
	while ((code = sipcode_selected(selector, code)))
		(view->long_form ? view->renderer->entry : view->renderer->line)(view, code);
}

/* With --flow, in formats that can hold both. */
static void show_flows(struct cli *cli, const struct sipcode *entry)
{
	struct view *view = &cli->view;
	bool code = sipcode_field_applies(SIPCODE_RETRY, sipcode_kind_of(entry));
	const struct sipcode *flow = NULL;
	while (code && view->field_count == 0 && view->renderer != &render_tsv &&
	       (flow = sipcode_next_flow(entry, flow)))
		view->renderer->flow(view, flow, entry);
}

static void show(struct cli *cli, const struct sipcode_selector *selector)
{
	const struct sipcode *entry = sipcode_selected(selector, NULL);
	if (!entry) {
		operands_not_found(cli, selector);
	} else if (cli->options.quiet) {
		return;
	} else if (selector->kind == SIPCODE_SELECT_CLASS) {
		show_class(cli, selector);
	} else {
		bool whole = selector->kind != SIPCODE_SELECT_RANGE || cli->view.long_form;
		for (; entry; entry = sipcode_selected(selector, entry)) {
			(whole ? cli->view.renderer->entry : cli->view.renderer->line)(&cli->view, entry);
			if (whole && cli->view.flows)
				show_flows(cli, entry);
		}
	}
}

void show_operands(struct cli *cli, enum sipcode_kind kind)
{
	struct operands operands;
	struct sipcode_selector selector;
	cli->view.kind = kind;
	if (operands_begin(&operands, cli)) {
		if (!cli->options.quiet)
			cli->view.renderer->begin(&cli->view);
		while (operands_next(&operands, &selector))
			show(cli, &selector);
	}
	operands_end(&operands);
}

void run_show(struct cli *cli)
{
	show_operands(cli, SIPCODE_KIND_CODE);
}
