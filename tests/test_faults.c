// SPDX-License-Identifier: MIT
// Every write that fails, wherever it does, every read that is short or fails, and every allocation that gets nothing:
// what is then said, and the status.

#define _GNU_SOURCE    /* fopencookie */
#undef _FORTIFY_SOURCE /* which has a read() of its own, inline */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "cli.h"
#include "support.h"

enum { OUTPUT_SIZE = 1 << 18, ARGS_MAX = 12 };

/** A stream that takes so many bytes, and then fails. */
struct sink {
	char *bytes;
	size_t length, limit;
	int error;
};

static ssize_t sink_write(void *cookie, const char *bytes, size_t size)
{
	struct sink *sink = cookie;
	size_t room = sink->limit - sink->length, part = size < room ? size : room;
	memcpy(sink->bytes + sink->length, bytes, part);
	sink->length += part;
	if (part < size) /* as when the system is asked to write the rest */
		errno = sink->error;
	return (ssize_t)part;
}

static FILE *open_sink(struct sink *sink)
{
	FILE *file = fopencookie(sink, "w", (cookie_io_functions_t){ .write = sink_write });
	assert_non_null(file);
	return file;
}

/** How what the program reads comes: in pieces of `step` bytes, and not on from `fails_at`. */
static struct source {
	const char *bytes;
	size_t size, at, step, fails_at;
} source;

/* In place of the system's, for this program: only the program under test reads by it. */
ssize_t read(int file, void *buffer, size_t size)
{
	(void)file;
	size_t left = source.size - source.at, part = source.step < left ? source.step : left;
	if (source.at >= source.fails_at) {
		errno = EIO;
		return -1;
	}
	part = part < size ? part : size;
	memcpy(buffer, source.bytes + source.at, part);
	source.at += part;
	return (ssize_t)part;
}

/** How many more allocations of the program get what they ask for, and how many it has asked for. */
static size_t memory_left = SIZE_MAX, memory_asked;

static bool has_memory(void)
{
	memory_asked++;
	return memory_left > 0 && memory_left--;
}

/* The linker puts these in place of the C library's, in what it links: see unit.cmake. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
	return has_memory() ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
	return has_memory() ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *old, size_t size)
{
	return has_memory() ? __real_realloc(old, size) : NULL;
}

static void begin_source(const char *bytes, size_t step, size_t fails_at)
{
	source = (struct source){ .bytes = bytes, .size = strlen(bytes), .step = step, .fails_at = fails_at };
}

/* Run with the words of `line` into two sinks; the exit status. */
static int run_into(const char *line, struct sink *out, struct sink *err)
{
	char words[256], *argv[ARGS_MAX] = { (char[]){ "sipcode" } };
	int argc = 1;
	snprintf(words, sizeof words, "%s", line);
	for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	FILE *to = open_sink(out), *messages = open_sink(err);
	setvbuf(messages, NULL, _IOLBF, BUFSIZ);
	int status = cli_run(argc, argv, to, messages);
	fclose(to);
	fclose(messages);
	return status;
}

static const char trace[] =
        "10:00 SIP/2.0 100 Trying\r\nVia: SIP/2.0/UDP x\r\n\r\nSIP/2.0 486 Busy Here\r\nSIP/2.0 200 OK\r\n"
        "SIP/2.0 499 x\nSIP/2.0 20\nSIP/2.0 503";

struct fault_case {
	const char *name; /* the arguments */
	const char *input;
	int status;
};

static const struct fault_case cases[] = {
	{ "486", "", 0 },
	{ "488 603+ 499", "", 1 },
	{ "-o json 486", "", 0 },
	{ "-o tsv 486", "", 0 },
	{ "-o markdown 486", "", 0 },
	{ "-f code,phrase,summary 4xx", "", 0 },
	{ "4xx", "", 0 },
	{ "compare 301 603", "", 0 },
	{ "compare -o json 301 603", "", 0 },
	{ "compare -o tsv 301 603", "", 0 },
	{ "compare -o markdown 301 603", "", 0 },
	{ "compare 480 486 600 603", "", 0 },
	{ "compare --flow 486 600", "", 0 },
	{ "flow 486", "", 0 },
	{ "flow -o json 486", "", 0 },
	{ "flow -o tsv 486", "", 0 },
	{ "list", "", 0 },
	{ "list --long 5xx", "", 0 },
	{ "search busy", "", 0 },
	{ "cause 34", "", 0 },
	{ "warning", "", 0 },
	{ "--help", "", 0 },
	{ "help compare", "", 0 },
	{ "--version", "", 0 },
	{ "--lang fr --color always 486", "", 0 },
	{ "-", "486\n603\n", 0 },
	{ "cause -", "Reason: Q.850;cause=34, SIP;cause=486\nReason: Q.850;cause=17\n20\n", 0 },
	{ "Reason:Q.850;cause=34,SIP;cause=486 486", "", 0 },
	{ "count", trace, 0 },
	{ "count -o json", trace, 0 },
	{ "count -o tsv", trace, 0 },
	{ "count -o markdown --long", trace, 0 },
	{ "annotate", trace, 0 },
	{ "annotate --long", trace, 0 },
	{ "annotate --only 302", trace, 1 },
};

static bool is_one_message(const struct sink *err)
{
	const char *end = memchr(err->bytes, '\n', err->length);
	return err->length > 9 && memcmp(err->bytes, "sipcode: ", 9) == 0 &&
	       end == err->bytes + err->length - 1;
}

/* What was written is the beginning of the answer; the status says that it is not whole, one message why. */
static void check_write(const struct fault_case *row, const struct sink *whole, size_t limit, int error)
{
	static char out[OUTPUT_SIZE], said[1024];
	struct sink to = { out, 0, limit, error }, err = { said, 0, sizeof said, 0 };
	begin_source(row->input, SIZE_MAX, SIZE_MAX);
	int status = run_into(row->name, &to, &err);
	CHECK(status == CLI_ERROR, "%s: status %d after %zu bytes", row->name, status, limit);
	CHECK(to.length == limit && memcmp(out, whole->bytes, limit) == 0, "%s: other output up to %zu",
	      row->name, limit);
	bool quiet = error == EPIPE && row->status == CLI_OK;
	/* what could not be found was said before */
	CHECK(quiet ? err.length == 0 : row->status != CLI_OK || is_one_message(&err),
	      "%s: after %zu bytes: %.*s", row->name, limit, (int)err.length, said);
}

static void check_writes(void **state)
{
	const struct fault_case *row = *state;
	static char out[OUTPUT_SIZE], said[1024];
	struct sink whole = { out, 0, sizeof out, 0 }, err = { said, 0, sizeof said, 0 };
	begin_source(row->input, SIZE_MAX, SIZE_MAX);
	assert_int_equal(run_into(row->name, &whole, &err), row->status);
	assert_true(whole.length > 10);
	for (size_t limit = 0; limit < whole.length; limit++) {
		check_write(row, &whole, limit, ENOSPC);
		if (limit % 16 == 0)
			check_write(row, &whole, limit, EPIPE);
	}
}

/* However few bytes come at a time, the answer is the same. */
static void check_short_reads(void **state)
{
	const struct fault_case *row = *state;
	static char out[OUTPUT_SIZE], other[OUTPUT_SIZE], said[1024];
	struct sink whole = { out, 0, sizeof out, 0 }, err = { said, 0, sizeof said, 0 };
	begin_source(row->input, SIZE_MAX, SIZE_MAX);
	run_into(row->name, &whole, &err);
	for (size_t step = 1; step < 40; step++) {
		struct sink again = { other, 0, sizeof other, 0 }, more = { said, 0, sizeof said, 0 };
		begin_source(row->input, step, SIZE_MAX);
		assert_int_equal(run_into(row->name, &again, &more), row->status);
		assert_int_equal(again.length, whole.length);
		assert_memory_equal(other, out, whole.length);
	}
}

/* A read that fails is reported, with status 2, wherever it does. */
static void check_failed_reads(void **state)
{
	const struct fault_case *row = *state;
	static char out[OUTPUT_SIZE], said[1024];
	for (size_t at = 0; at < strlen(row->input); at++) {
		struct sink to = { out, 0, sizeof out, 0 }, err = { said, 0, sizeof said, 0 };
		begin_source(row->input, 1, at);
		assert_int_equal(run_into(row->name, &to, &err), CLI_ERROR);
		CHECK(is_one_message(&err), "%s: a read that fails at %zu: %.*s", row->name, at,
		      (int)err.length, said);
		CHECK(row->name[0] != '-' || to.length == 0, "%s: an answer to half of the input", row->name);
	}
}

/* Whichever allocation gets nothing, one message says so, there is no answer, and nothing is lost or freed twice. */
static void check_memory(void **state)
{
	const struct fault_case *row = *state;
	static char out[OUTPUT_SIZE], said[1024];
	size_t asked = SIZE_MAX;
	for (size_t left = 0; left < asked; left++) {
		struct sink to = { out, 0, sizeof out, 0 }, err = { said, 0, sizeof said, 0 };
		begin_source(row->input, SIZE_MAX, SIZE_MAX);
		memory_left = left;
		memory_asked = 0;
		int status = run_into(row->name, &to, &err);
		memory_left = SIZE_MAX;
		if (memory_asked <= left) {
			asked = memory_asked;
			assert_int_equal(status, row->status);
			continue;
		}
		CHECK(status == CLI_ERROR && to.length == 0,
		      "%s: status %d and %zu bytes without allocation %zu", row->name, status, to.length,
		      left);
		CHECK(is_one_message(&err) && strstr(said, strerror(ENOMEM)),
		      "%s: without allocation %zu: %.*s", row->name, left, (int)err.length, said);
	}
	bool asks = strcmp(row->name, "-") == 0 || strncmp(row->name, "annotate", 8) == 0;
	CHECK(asked > 0 || !asks, "%s: no allocation, or none that the test sees", row->name);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_ROWS(&suite, cases, check_writes);
	SUITE_ROWS(&suite, cases, check_memory);
	for (size_t i = 0; i < COUNT(cases); i++) {
		if (cases[i].input[0] == '\0')
			continue;
		suite_rows(&suite, &cases[i], sizeof cases[i], 1, check_short_reads);
		suite_rows(&suite, &cases[i], sizeof cases[i], 1, check_failed_reads);
	}
	return suite_run(&suite, "faults");
}
