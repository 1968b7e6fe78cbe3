// SPDX-License-Identifier: MIT
// Selectors from standard input: one a line, and what is around them left out.

#include <stdlib.h>
#include <string.h>

#include "support.h"

struct input_case {
	const char *name;
	const char *input;
	size_t size; /* 0 when a NUL ends it */
	int status;
	const char *out;
	const char *err; /* a part of it, or NULL for none */
};

static const struct input_case cases[] = {
	{ "lines", "486\n200\n", 0, 0, "486\n200\n", NULL },
	{ "a last line without an end", "486\n200", 0, 0, "486\n200\n", NULL },
	{ "CR at the end", "486\r\n200\r\n", 0, 0, "486\n200\n", NULL },
	{ "blanks around", "  486\t\n\t200  \n", 0, 0, "486\n200\n", NULL },
	{ "empty lines", "\n486\n\n   \n\r\n200\n\n", 0, 0, "486\n200\n", NULL },
	{ "a status line", "SIP/2.0 486 Busy Here\r\n", 0, 0, "486\n", NULL },
	{ "repeats are kept", "486\n486\n486\n", 0, 0, "486\n486\n486\n", NULL },
	{ "phrases stay in their lines", "not\nacceptable\n", 0, 1, "", "'not'" },
	{ "a phrase of two codes", "not acceptable\n", 0, 0, "406\n606\n", NULL },
	{ "words after a number stay in their line", "603\nNetwork Blocked\n", 0, 0, "603\n603\n", NULL },
	{ "an option is a word here", "-q\n486\n", 0, 1, "486\n", "'-q'" },
	{ "a command is a word here", "list\n486\n", 0, 1, "486\n", "'list'" },
	{ "two codes in a line", "486\n487 488\n", 0, 2, "", "'487 488' is not a selector" },
	{ "not found goes on", "499\n486\n", 0, 1, "486\n", "499 is not registered" },
	{ "no selector stops all", "486\n48\n", 0, 2, "", "'48' is not a selector" },
	{ "blanks and CR around what is refused", " \t48\t \r\n", 0, 2, "", "'48' is not a selector" },
	{ "NUL is part of no selector", "486\0\n200\n", 9, 2, "", "not a selector" },
	{ "nothing", "", 0, 0, "", NULL },
	{ "blank lines only", "\n \r\n", 0, 0, "", NULL },
};

static const char input_file[] = "test_operands_input.txt";

static void feed(const char *bytes, size_t size)
{
	FILE *file = fopen(input_file, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	fclose(file);
	assert_non_null(freopen(input_file, "rb", stdin));
}

static void check_input(void **state)
{
	static struct run run;
	const struct input_case *row = *state;
	feed(row->input, row->size ? row->size : strlen(row->input));
	run_line(&run, "-f code -");
	assert_string_equal(run.out, row->out);
	if (row->err)
		CHECK(strstr(run.err, row->err), "'%s' is not in: %s", row->err, run.err);
	else
		assert_string_equal(run.err, "");
	assert_int_equal(run.status, row->status);
}

static void check_length(size_t length, int status)
{
	static struct run run;
	char line[5000];
	memset(line, 'y', length);
	line[length] = '\n';
	feed(line, length + 1);
	run_line(&run, "-f code -");
	assert_int_equal(run.status, status);
	const char *end = strchr(run.err, '\n');
	assert_true(end && end[1] == '\0');
}

static void test_input_takes_lines_of_1024_bytes_and_no_more(void **state)
{
	(void)state;
	check_length(1023, 1);
	check_length(1024, 1);
	check_length(1025, 2);
	check_length(1026, 2);
	check_length(4096, 2);
}

static void test_input_takes_many_lines(void **state)
{
	(void)state;
	static struct run run;
	enum { LINES = 5000 };
	char *text = malloc(4 * LINES);
	assert_non_null(text);
	for (size_t i = 0; i < LINES; i++)
		memcpy(text + 4 * i, i % 2 ? "486\n" : "603\n", 4);
	feed(text, 4 * LINES);
	run_line(&run, "-f code -");
	assert_int_equal(run.status, 0);
	assert_int_equal(strlen(run.out), 4 * LINES);
	assert_memory_equal(run.out, text, 4 * LINES);
	free(text);
}

/* However many come before: their values are kept behind the lines, which move when there is no room. */
static void test_input_takes_header_fields_in_any_number(void **state)
{
	(void)state;
	static struct run run;
	enum { LINES = 200 };
	static const char reason[] = "Reason: SIP;cause=603\n";
	char text[LINES * 4 + sizeof reason] = "", *end = text;
	for (size_t codes = 0; codes < LINES; codes++) {
		memcpy(end, reason, sizeof reason);
		feed(text, strlen(text));
		run_line(&run, "-f code -");
		assert_int_equal(run.status, 0);
		assert_int_equal(strlen(run.out), 4 * (codes + 1));
		assert_string_equal(run.out + 4 * codes, "603\n");
		memcpy(end, "486\n", 4);
		end += 4;
	}
	static char fields[LINES * sizeof reason] = "";
	for (size_t count = 1; count < LINES; count++) {
		strcat(fields, reason);
		feed(fields, strlen(fields));
		run_line(&run, "-f code -");
		assert_int_equal(run.status, 0);
		assert_int_equal(strlen(run.out), 4 * count);
	}
}

static void test_input_for_list_and_compare(void **state)
{
	(void)state;
	static struct run run;
	feed("486\n600\n", 8);
	run_line(&run, "-f code list -");
	assert_string_equal(run.out, "486\n600\n");
	feed("486\n600\n", 8);
	run_line(&run, "-f code compare -");
	assert_string_equal(run.out, "486\n600\n");
	feed("486\n486\n", 8);
	run_line(&run, "-f code compare -");
	assert_int_equal(run.status, 2);
	assert_string_equal(run.out, "");
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_ROWS(&suite, cases, check_input);
	SUITE_TEST(&suite, test_input_takes_lines_of_1024_bytes_and_no_more);
	SUITE_TEST(&suite, test_input_takes_many_lines);
	SUITE_TEST(&suite, test_input_takes_header_fields_in_any_number);
	SUITE_TEST(&suite, test_input_for_list_and_compare);
	int failed = suite_run(&suite, "operands");
	fclose(stdin);
	remove(input_file);
	return failed;
}
