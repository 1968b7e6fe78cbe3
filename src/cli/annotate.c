// SPDX-License-Identifier: MIT
// sipcode annotate: the input again, and after each line with a response what that means.

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "message.h"
#include "number.h"
#include "set.h"
#include "tally.h"
#include "words.h"
#include "wrap.h"

enum { NOTE_SIZE = 2048 };

/** What is said about a code, made when it is first needed: whole lines, each with its end. */
struct note {
	size_t length;
	char text[NOTE_SIZE];
};

/** An input on its way to the output. */
struct annotation {
	struct cli *cli;
	const char *bytes; /* the piece that was read, of which `done` bytes are written */
	size_t done;
	short codes[TALLY_CODES]; /* those of the line that is not ended yet, each once */
	size_t code_count;
	bool after_return; /* behind a CR, which ends the line unless LF follows */
	bool found;
	struct note *notes; /* one a code */
};

static const char *mark(const struct view *view)
{
	return view->ascii ? "  | " : "  \xe2\x94\x82 ";
}

static void put_lines(struct view *view, int code, const char *text)
{
	struct wrap_line line;
	size_t width = set_prose_width(view) - set_columns(mark(view));
	while (wrap_next(&text, width, &line)) {
		out_str(view->out, mark(view));
		set_class_color(view, sipcode_find_class(code / 100));
		out_bytes(view->out, line.text, line.length);
		set_plain(view);
		set_newline(view);
	}
}

static void fill(char *buffer, size_t size, const struct view *view, int code, const struct sipcode *entry)
{
	char number[NUMBER_SIZE], treat[NUMBER_SIZE];
	const struct sipcode_argument arguments[] = {
		{ "code", number_text(number, (unsigned)code) },
		{ "treat", number_text(treat, (unsigned)sipcode_treat_as(code)) },
		{ "summary", entry ? view_value(view, entry, SIPCODE_SUMMARY) : "" },
	};
	sipcode_fill(buffer, size,
	             view_word(view, entry ? WORD_annotate_summary : WORD_annotate_unregistered), arguments,
	             3);
}

static void make_note(struct view view, struct note *note, int code)
{
	enum { TEXT_SIZE = 512 };
	char text[TEXT_SIZE];
	const struct sipcode *entry = sipcode_find(code);
	struct out out = { .buffer = note->text, .size = NOTE_SIZE };
	view.out = &out;
	fill(text, sizeof text, &view, code, entry);
	put_lines(&view, code, text);
	if (view.long_form && entry) {
		const struct sipcode_argument argument = { "action",
			                                   view_value(&view, entry, SIPCODE_ACTION) };
		sipcode_fill(text, sizeof text, view_word(&view, WORD_annotate_action), &argument, 1);
		put_lines(&view, code, text);
	}
	note->length = out.length;
}

static const struct note *find_note(struct annotation *a, int code)
{
	struct note *note = a->notes + (code - TALLY_FIRST);
	if (note->length == 0)
		make_note(a->cli->view, note, code);
	return note;
}

/* A note's lines end as the line before them does: in LF, in CR, or, behind a last line without an end, in none. */
static void put_note(struct out *out, const struct note *note, char end)
{
	for (const char *at = note->text, *behind = at + note->length; at < behind;) {
		const char *line = at;
		at = (const char *)memchr(at, '\n', (size_t)(behind - at)) + 1;
		if (end == '\0')
			out_char(out, '\n');
		out_bytes(out, line, (size_t)(at - 1 - line));
		if (end != '\0')
			out_char(out, end);
	}
}

static void end_line(struct annotation *a, char end)
{
	struct out *out = &a->cli->out;
	for (size_t i = 0; i < a->code_count && !a->cli->options.quiet; i++) {
		const struct note *note = find_note(a, a->codes[i]);
		if (end == '\n')
			out_bytes(out, note->text, note->length);
		else
			put_note(out, note, end);
	}
	a->code_count = 0;
	a->after_return = false;
}

static void write_to(struct annotation *a, size_t end)
{
	if (!a->cli->options.quiet)
		out_bytes(&a->cli->out, a->bytes + a->done, end - a->done);
	a->done = end;
}

/* Write up to `end`, and the notes where the line ends that they are about. */
static void advance(struct annotation *a, size_t end)
{
	for (size_t i = a->done; i < end && a->code_count > 0; i++) {
		char c = a->bytes[i];
		if (c == '\n') {
			write_to(a, i + 1);
			end_line(a, '\n');
		} else if (c == '\r') {
			a->after_return = true;
		} else if (a->after_return) {
			write_to(a, i);
			end_line(a, '\r');
		}
	}
	write_to(a, end);
}

static void add_code(struct annotation *a, int code)
{
	if (code == SIPCODE_MALFORMED || !options_want(&a->cli->options, code))
		return;
	a->found = true;
	for (size_t i = 0; i < a->code_count; i++)
		if (a->codes[i] == code)
			return;
	a->codes[a->code_count++] = (short)code;
}

/* False once the output has failed: there is nobody to read on for. */
static bool annotate_piece(struct annotation *a, struct sipcode_scan *scan, const char *bytes, size_t size)
{
	int code;
	a->bytes = bytes;
	a->done = 0;
	sipcode_scan_feed(scan, bytes, size);
	while ((code = sipcode_scan_next(scan))) {
		advance(a, scan->at);
		add_code(a, code);
	}
	advance(a, size);
	/* whoever follows a live trace is to see it now */
	return out_flush(&a->cli->out);
}

static bool annotate_file(struct annotation *a, struct files *files)
{
	char piece[FILES_PIECE];
	struct sipcode_scan scan;
	size_t size;
	bool written = true;
	sipcode_scan_begin(&scan, a->cli->options.codes ? SIPCODE_SCAN_NUMBERS : SIPCODE_SCAN_MESSAGES);
	while (written && (size = files_read(files, piece, sizeof piece)) > 0)
		written = annotate_piece(a, &scan, piece, size);
	int code = written ? sipcode_scan_end(&scan) : 0;
	if (code)
		add_code(a, code);
	a->bytes = NULL;
	return written;
}

void run_annotate(struct cli *cli)
{
	struct annotation a = { .cli = cli, .notes = calloc(TALLY_CODES, sizeof *a.notes) };
	struct files files;
	files_begin(&files, cli, true);
	if (!a.notes) {
		const struct sipcode_argument argument = { "reason", strerror(ENOMEM) };
		message_put(cli->err, cli->view.language, WORD_message_memory, &argument, 1);
		cli->status = CLI_ERROR;
		return;
	}
	while (files_next(&files) && annotate_file(&a, &files))
		;
	/* a line may go on from one file to the next */
	end_line(&a, a.after_return ? '\r' : '\0');
	free(a.notes);
	files_finish(cli, files_end(&files), a.found);
}
