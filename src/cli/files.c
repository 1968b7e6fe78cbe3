// SPDX-License-Identifier: MIT
// The files that a command reads, one after the other.

#include "files.h"

#include <errno.h>
#include <string.h>

#include "message.h"
#include "system.h"
#include "words.h"

static bool is_standard_input(const char *name)
{
	return strcmp(name, "-") == 0;
}

static unsigned long long size_of(const char *name)
{
	if (is_standard_input(name))
		return system_size(NULL);
	FILE *file = fopen(name, "rb");
	if (!file)
		return 0;
	unsigned long long size = system_size(file);
	fclose(file);
	return size;
}

/* How much there is to read; 0 when that is not known of all, or when nobody would see it. */
static unsigned long long size_of_all(const struct files *files, const struct cli *cli)
{
	unsigned long long all = 0;
	if (!system_is_terminal(cli->err) || system_is_terminal(cli->out.file))
		return 0;
	for (size_t i = 0; i < files->count; i++) {
		unsigned long long size = size_of(files->names[i]);
		if (size == 0)
			return 0;
		all += size;
	}
	return all;
}

void files_begin(struct files *files, struct cli *cli)
{
	static const char *const standard_input[] = { "-" };
	const struct options *o = &cli->options;
	*files = (struct files){ .cli = cli, .names = o->operands, .count = o->operand_count };
	if (files->count == 0) {
		files->names = standard_input;
		files->count = 1;
	}
	progress_begin(&files->progress, cli->err, cli->view.language, size_of_all(files, cli));
}

static void report(struct files *files)
{
	const char *name = files->names[files->next - 1], *reason = errno ? strerror(errno) : "?";
	char typed[QUOTE_SIZE];
	files->failed = true;
	progress_end(&files->progress);
	message_quote(typed, &name, 1);
	const struct sipcode_argument arguments[] = { { "word", typed }, { "reason", reason } };
	message_put(files->cli->err, files->cli->view.language,
	            is_standard_input(name) ? WORD_message_input : WORD_message_file, arguments, 2);
}

static void close_file(struct files *files)
{
	if (files->file)
		fclose(files->file);
	files->file = NULL;
}

bool files_next(struct files *files)
{
	close_file(files);
	while (files->next < files->count) {
		const char *name = files->names[files->next++];
		if (is_standard_input(name))
			return true;
		errno = 0;
		files->file = fopen(name, "rb");
		if (files->file)
			return true;
		report(files);
	}
	return false;
}

size_t files_read(struct files *files, char *buffer, size_t size)
{
	errno = 0;
	long count = system_read(files->file, buffer, size);
	if (count < 0)
		report(files);
	if (count <= 0)
		return 0;
	progress_add(&files->progress, (size_t)count);
	return (size_t)count;
}

bool files_end(struct files *files)
{
	close_file(files);
	progress_end(&files->progress);
	return !files->failed;
}

void files_status(struct cli *cli, bool all_read, bool found)
{
	/* what could be read is an answer, whatever else failed */
	out_flush(&cli->out);
	if (!all_read) {
		cli->status = CLI_ERROR;
	} else if (!found) {
		cli->status = CLI_NO_MATCH;
		if (!cli->options.quiet)
			message_put(cli->err, cli->view.language, WORD_message_no_response, NULL, 0);
	}
}
