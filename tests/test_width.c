// SPDX-License-Identifier: MIT
// What is printed for every code, in every format and width: nothing too wide, nothing malformed.

#include <stdlib.h>
#include <string.h>

#include "support.h"

static struct run run; /* too large for a stack */

static void run_for(const struct sipcode *code, const char *options)
{
	char operand[64];
	const char *args[8];
	size_t count = 0;
	char copy[128], *rest = copy;
	snprintf(copy, sizeof copy, "%s", options);
	for (char *end; *rest; rest = end) {
		args[count++] = rest;
		end = rest + strcspn(rest, " ");
		if (*end)
			*end++ = '\0';
	}
	sipcode_label(code, operand, sizeof operand);
	args[count++] = operand;
	args[count] = NULL;
	run_args(&run, args);
	CHECK(run.status == 0 && run.err[0] == '\0', "%s %s: status %d, %s", options, operand, run.status,
	      run.err);
	CHECK(run.out[0] != '\0', "%s %s prints nothing", options, operand);
}

/* No line wider than asked for, none with blanks at its end; the last one ends. */
static void check_lines(char *text, size_t width, const char *what)
{
	CHECK(text[strlen(text) - 1] == '\n', "%s: the last line has no end", what);
	for (char *line; (line = next_line(&text));) {
		size_t columns = shown_width(line), length = strlen(line);
		CHECK(columns <= width, "%s: %zu columns of %zu: %s", what, columns, width, line);
		CHECK(length == 0 || line[length - 1] != ' ', "%s: blanks at the end of '%s'", what, line);
		CHECK(!strchr(line, '\t') && !strchr(line, '\r'), "%s: control characters in '%s'", what,
		      line);
	}
}

static void check_text(const char *options, size_t step)
{
	for (const struct sipcode *code = NULL; (code = next_any(code));)
		for (size_t width = 40; width <= 200; width += step) {
			char line[128];
			snprintf(line, sizeof line, "%s --width %zu", options, width);
			run_for(code, line);
			check_lines(run.out, width < 80 ? width : 80, line);
		}
}

static void test_text_keeps_to_any_width_and_prose_to_80(void **state)
{
	(void)state;
	check_text("--color=never", 1);
}

static void test_coloured_text_keeps_to_the_width(void **state)
{
	(void)state;
	check_text("--color=always", 13);
}

static void test_ascii_text_keeps_to_the_width(void **state)
{
	(void)state;
	check_text("--ascii", 19);
}

static void test_ascii_text_is_ascii(void **state)
{
	(void)state;
	static const char *const lines[] = { "--ascii --long list --all", "--ascii compare 301 603",
		                             "--ascii compare 301 486 603", "--ascii --long 1xx" };
	for (size_t i = 0; i < COUNT(lines); i++) {
		run_line(&run, lines[i]);
		assert_int_equal(run.status, 0);
		static const char *const frames[] = { "\xe2\x94\x80", "\xe2\x94\x82", "\xe2\x80\xa2" };
		for (size_t j = 0; j < COUNT(frames); j++)
			assert_null(strstr(run.out, frames[j]));
	}
}

static void test_colour_changes_nothing_but_colour(void **state)
{
	(void)state;
	static struct run plain;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		run_for(code, "--color=never");
		plain = run;
		run_for(code, "--color=always");
		assert_non_null(strchr(run.out, '\033'));
		char *to = run.out;
		for (const char *from = run.out; *from;)
			if (*from == '\033')
				from += strcspn(from, "m") + 1;
			else
				*to++ = *from++;
		*to = '\0';
		assert_string_equal(run.out, plain.out);
	}
}

static void test_lists_keep_to_the_width(void **state)
{
	(void)state;
	static const char *const lists[] = { "list --all",  "list --all --long", "4xx",     "search call",
		                             "--long 4xx",  "480-489",           "6xx 7xx", "help",
		                             "help compare" };
	for (size_t i = 0; i < COUNT(lists); i++)
		for (size_t width = 40; width <= 200; width++) {
			char line[64];
			snprintf(line, sizeof line, "--width %zu %s", width, lists[i]);
			run_line(&run, line);
			assert_int_equal(run.status, 0);
			check_lines(run.out, width, line);
		}
}

static void test_json_is_one_object_a_line(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		run_for(code, "-o json --width 40");
		char *rest = run.out, *line = next_line(&rest);
		assert_true(line[0] == '{' && line[strlen(line) - 1] == '}');
		CHECK(json_is_valid(line), "%s", line);
		assert_string_equal(rest, "");
	}
	static const char *const lines[] = { "-o json list --all", "-o json 1xx 2xx 3xx 4xx 5xx 6xx",
		                             "-o json --long 4xx",
		                             "-o json -f code,name,sources,variant 603+ 603",
		                             "-o json search proxy" };
	for (size_t i = 0; i < COUNT(lines); i++) {
		run_line(&run, lines[i]);
		for (char *rest = run.out, *line; (line = next_line(&rest));)
			CHECK(json_is_valid(line), "%s: %s", lines[i], line);
	}
}

static size_t count_char(const char *text, char c)
{
	size_t count = 0;
	for (; *text; text++)
		count += *text == c;
	return count;
}

static void check_columns(void)
{
	char *rest = run.out;
	size_t tabs = count_char(next_line(&rest), '\t'), lines = 0;
	for (char *line; (line = next_line(&rest)); lines++)
		CHECK(count_char(line, '\t') == tabs, "%s", line);
	assert_true(lines > 0);
}

static void test_tsv_has_the_same_columns_in_every_line(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		run_for(code, "-o tsv");
		check_columns();
	}
	run_line(&run, "-o tsv list --all");
	check_columns();
	run_line(&run, "-o tsv list --all -f code,description,variant,sources,resolution,sent_by,alias");
	check_columns();
}

static void test_bare_fields_are_a_line_a_code(void **state)
{
	(void)state;
	for (int f = 0; f < SIPCODE_FIELD_COUNT; f++) {
		if (!sipcode_field_applies((enum sipcode_field)f, SIPCODE_KIND_CODE))
			continue;
		const char *const args[] = { "list", "--all", "--width",
			                     "40",   "-f",    sipcode_field_name((enum sipcode_field)f),
			                     NULL };
		const struct sipcode *codes[ANY_MAX];
		run_args(&run, args);
		assert_int_equal(run.status, 0);
		CHECK(count_char(run.out, '\n') == all_codes(codes, false), "%s", args[5]);
		assert_null(strchr(run.out, '\t'));
	}
}

static void test_markdown_is_the_same_at_any_width(void **state)
{
	(void)state;
	static struct run narrow;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		run_for(code, "-o markdown --width 40");
		narrow = run;
		run_for(code, "-o markdown --width 200");
		assert_string_equal(run.out, narrow.out);
		assert_null(strchr(run.out, '\033'));
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_TEST(&suite, test_text_keeps_to_any_width_and_prose_to_80);
	SUITE_TEST(&suite, test_coloured_text_keeps_to_the_width);
	SUITE_TEST(&suite, test_ascii_text_keeps_to_the_width);
	SUITE_TEST(&suite, test_ascii_text_is_ascii);
	SUITE_TEST(&suite, test_colour_changes_nothing_but_colour);
	SUITE_TEST(&suite, test_lists_keep_to_the_width);
	SUITE_TEST(&suite, test_json_is_one_object_a_line);
	SUITE_TEST(&suite, test_tsv_has_the_same_columns_in_every_line);
	SUITE_TEST(&suite, test_bare_fields_are_a_line_a_code);
	SUITE_TEST(&suite, test_markdown_is_the_same_at_any_width);
	return suite_run(&suite, "width");
}
