// SPDX-License-Identifier: MIT
// sipcode search: the codes whose texts hold all the words, the best first.

#include <string.h>

#include "cli.h"
#include "message.h"
#include "words.h"

static bool check_words(struct cli *cli)
{
	const struct options *o = &cli->options;
	for (size_t i = 0; i < o->operand_count; i++) {
		if (o->operands[i][0] != '\0' && strlen(o->operands[i]) <= SIPCODE_OPERAND_MAX)
			continue;
		struct problem problem;
		problem_set(&problem, WORD_message_search_word, o->operands[i], NULL);
		problem_put(cli->err, cli->view.language, &problem);
		cli->status = CLI_ERROR;
		return false;
	}
	return true;
}

static void no_hit(struct cli *cli)
{
	char typed[QUOTE_SIZE];
	cli->status = CLI_NO_MATCH;
	if (cli->options.quiet)
		return;
	message_quote(typed, cli->options.operands, cli->options.operand_count);
	const struct sipcode_argument arguments[] = { { "word", typed } };
	message_put(cli->err, cli->view.language, WORD_message_search, arguments, 1);
}

void run_search(struct cli *cli)
{
	enum { HITS = 1000 };
	static const enum sipcode_kind kinds[] = { SIPCODE_KIND_CODE, SIPCODE_KIND_CAUSE,
		                                   SIPCODE_KIND_WARNING };
	const struct options *o = &cli->options;
	struct sipcode_hit hits[HITS];
	size_t shown = 0;
	if (!check_words(cli))
		return;
	if (!o->quiet)
		cli->view.renderer->begin(&cli->view);
	for (size_t kind = 0; kind < (o->all ? 3 : 1); kind++) {
		size_t count = sipcode_search(kinds[kind], o->operands, o->operand_count, cli->view.language,
		                              hits, HITS);
		for (size_t i = 0; i < count; i++) {
			if (!o->all && !sipcode_is_registered(hits[i].entry))
				continue;
			shown++;
			if (!o->quiet)
				cli->view.renderer->line(&cli->view, hits[i].entry);
		}
	}
	if (shown == 0)
		no_hit(cli);
}
