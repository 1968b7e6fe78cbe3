// SPDX-License-Identifier: MIT
// sipcode show: response codes and classes, whole.

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

static void show(struct cli *cli, const struct sipcode_selector *selector)
{
	const struct sipcode *code = sipcode_selected(selector, NULL);
	if (!code) {
		operands_not_found(cli, selector);
	} else if (cli->options.quiet) {
		return;
	} else if (selector->kind == SIPCODE_SELECT_CLASS) {
		show_class(cli, selector);
	} else {
		bool whole = selector->kind != SIPCODE_SELECT_RANGE || cli->view.long_form;
		for (; code; code = sipcode_selected(selector, code))
			(whole ? cli->view.renderer->entry : cli->view.renderer->line)(&cli->view, code);
	}
}

void run_show(struct cli *cli)
{
	struct operands operands;
	struct sipcode_selector selector;
	if (operands_begin(&operands, cli)) {
		if (!cli->options.quiet)
			cli->view.renderer->begin(&cli->view, SIPCODE_KIND_CODE);
		while (operands_next(&operands, &selector))
			show(cli, &selector);
	}
	operands_end(&operands);
}
