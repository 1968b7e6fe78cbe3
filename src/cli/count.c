// SPDX-License-Identifier: MIT
// sipcode count: the responses of logs, traces and captures, by code.

#include "files.h"
#include "message.h"
#include "tally.h"
#include "words.h"

struct counts {
	unsigned long long codes[TALLY_CODES], malformed;
};

static void add(struct counts *counts, int code)
{
	if (code == SIPCODE_MALFORMED)
		counts->malformed++;
	else
		counts->codes[code - TALLY_FIRST]++;
}

static void count_file(struct files *files, enum sipcode_scan_form form, struct counts *counts)
{
	char piece[FILES_PIECE];
	struct sipcode_scan scan;
	size_t size;
	int code;
	sipcode_scan_begin(&scan, form);
	while ((size = files_read(files, piece, sizeof piece)) > 0) {
		sipcode_scan_feed(&scan, piece, size);
		while ((code = sipcode_scan_next(&scan)))
			add(counts, code);
	}
	code = sipcode_scan_end(&scan);
	if (code)
		add(counts, code);
}

/* What is malformed is no code that anybody asks for. */
static void narrow(struct counts *counts, const struct options *options)
{
	for (int i = 0; i < TALLY_CODES; i++)
		if (!options_want(options, TALLY_FIRST + i))
			counts->codes[i] = 0;
	if (options->narrowed)
		counts->malformed = 0;
}

void run_count(struct cli *cli)
{
	struct counts counts = { .malformed = 0 };
	struct tally tally;
	struct files files;
	files_begin(&files, cli, false);
	while (files_next(&files))
		count_file(&files, cli->options.codes ? SIPCODE_SCAN_NUMBERS : SIPCODE_SCAN_MESSAGES,
		           &counts);
	narrow(&counts, &cli->options);
	tally_make(&tally, counts.codes, counts.malformed);
	tally.numbers = cli->options.codes;
	bool all_read = files_end(&files);
	if (!cli->options.quiet)
		cli->view.renderer->count(&cli->view, &tally);
	files_finish(cli, all_read, tally.total > 0);
}
