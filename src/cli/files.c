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

/* How much there is to read; 0 when that is not known of all, or when the line would be in the way. */
static unsigned long long size_of_all(const struct files *files, const struct cli *cli)
{
	unsigned long long all = 0;
	if (!system_is_terminal(cli->err) || (files->streams && system_is_terminal(cli->out.file)))
		return 0;
	for (size_t i = 0; i < files->count; i++) {
		const char *name = files->names[i];
		long long size = system_size(is_standard_input(name) ? NULL : name);
		if (size < 0)
			return 0;
		all += (unsigned long long)size;
	}
	return all;
}

void files_begin(struct files *files, struct cli *cli, bool streams)
{
	static const char *const standard_input[] = { "-" };
	const struct options *o = &cli->options;
	*files = (struct files){
		.cli = cli, .names = o->operands, .count = o->operand_count, .streams = streams
	};
	if (files->count == 0) {
		files->names = standard_input;
		files->count = 1;
	}
	progress_begin(&files->progress, cli->err, cli->view.language, size_of_all(files, cli));
}

static void report(struct files *files, enum word sentence, const char *reason)
{
	const char *name = files->names[files->next - 1];
	char typed[QUOTE_SIZE];
	files->failed = true;
	progress_end(&files->progress);
	message_quote(typed, &name, 1);
	const struct sipcode_argument arguments[] = { { "word", typed }, { "reason", reason } };
	message_put(files->cli->err, files->cli->view.language, sentence, arguments, 2);
}

static void report_unreadable(struct files *files)
{
	bool standard = is_standard_input(files->names[files->next - 1]);
	report(files, standard ? WORD_message_input : WORD_message_file, errno ? strerror(errno) : "?");
}

static void close_file(struct files *files)
{
	if (files->file)
		fclose(files->file);
	files->file = NULL;
}

/* Open the file of that name; whether it can be read. */
static bool open_file(struct files *files, const char *name)
{
	errno = 0;
	if (!is_standard_input(name) && !(files->file = fopen(name, "rb"))) {
		report_unreadable(files);
		return false;
	}
	if (files->streams && system_is_same_file(files->file, files->cli->out.file)) {
		report(files, WORD_message_same_file, "");
		close_file(files);
		return false;
	}
	return true;
}

bool files_next(struct files *files)
{
	close_file(files);
	while (files->next < files->count)
		if (open_file(files, files->names[files->next++]))
			return true;
	return false;
}

size_t files_read(struct files *files, char *buffer, size_t size)
{
	errno = 0;
	long count = system_read(files->file, buffer, size);
	if (count < 0)
		report_unreadable(files);
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

void files_finish(struct cli *cli, bool all_read, bool found)
{
	const struct options *o = &cli->options;
	/* what could be read is an answer, whatever else failed */
	bool written = out_flush(&cli->out);
	if (!all_read) {
		cli->status = CLI_ERROR;
	} else if (!found && written) {
		cli->status = CLI_NO_MATCH;
		if (!o->quiet)
			message_put(cli->err, cli->view.language,
			            o->narrowed ? WORD_message_no_response_only
			            : o->codes  ? WORD_message_no_response_code
			                        : WORD_message_no_response,
			            NULL, 0);
	}
}
