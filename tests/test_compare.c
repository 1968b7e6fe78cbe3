// SPDX-License-Identifier: MIT
// Comparisons of every pair of codes: never too wide, never too long, never malformed.

#include <string.h>

#include "comparison.h"
#include "support.h"

static struct run run; /* too large for a stack */

static void compare(const struct sipcode *a, const struct sipcode *b, const char *width, const char *format,
                    const char *color)
{
	char one[64], other[64];
	sipcode_label(a, one, sizeof one);
	sipcode_label(b, other, sizeof other);
	const char *const args[] = { "compare", "--width", width, "-o",  format,
		                     "--color", color,     one,   other, NULL };
	run_args(&run, args);
	CHECK(run.status == 0 && run.err[0] == '\0', "compare %s %s: status %d, %s", one, other, run.status,
	      run.err);
	CHECK(run.out[0] && run.out[strlen(run.out) - 1] == '\n', "compare %s %s at %s", one, other, width);
}

/* Tables may use all of the width, the key differences and what follows are prose of 80 columns at most. */
static void check_lines(const struct sipcode *a, const struct sipcode *b, size_t width)
{
	static const char *const headings[] = { "heading.differences", "heading.which" };
	bool prose = false;
	for (char *rest = run.out, *line; (line = next_line(&rest));) {
		size_t columns = shown_width(line), most = prose && width > 80 ? 80 : width,
		       length = strlen(line);
		for (size_t i = 0; i < COUNT(headings); i++)
			prose = prose || strstr(line, sipcode_word(test_language(), headings[i]));
		CHECK(columns <= most, "compare %d %d --width %zu: %zu columns: %s", sipcode_number(a),
		      sipcode_number(b), width, columns, line);
		CHECK(length == 0 || line[length - 1] != ' ', "compare %d %d --width %zu: blanks end '%s'",
		      sipcode_number(a), sipcode_number(b), width, line);
		CHECK(!strstr(line, "{") && !strstr(line, "differ.s") && !strstr(line, "differ.f"),
		      "unfilled: %s", line);
	}
	CHECK(prose, "compare %d %d says nothing about when to use which", sipcode_number(a),
	      sipcode_number(b));
}

/* The usual widths, and for each pair others from 40 to 200: all of them have their turn over and over. */
static void check_widths(const struct sipcode *a, const struct sipcode *b)
{
	static size_t turn = 0;
	size_t widths[] = {
		40, 60, 80, 120, 200, 40 + turn % 161, 40 + (turn + 67) % 161, 40 + (turn + 113) % 161
	};
	for (size_t w = 0; w < COUNT(widths); w++) {
		char width[24];
		bool color = (turn + w) % 7 == 0;
		snprintf(width, sizeof width, "%zu", widths[w]);
		compare(a, b, width, "text", color ? "always" : "never");
		check_lines(a, b, widths[w]);
	}
	turn++;
}

static void test_every_pair_fits_its_width(void **state)
{
	(void)state;
	each_pair(check_widths);
}

static void test_some_pairs_fit_all_widths(void **state)
{
	(void)state;
	static const int pairs[][2] = { { 301, 603 }, { 486, 600 }, { 100, 180 }, { 481, 488 }, { 200, 703 },
		                        { 420, 513 }, { 404, 604 }, { 200, 202 }, { 440, 478 } };
	for (size_t i = 0; i < COUNT(pairs); i++)
		for (size_t width = 40; width <= 400; width += width < 200 ? 1 : 37) {
			char text[8];
			const struct sipcode *a = sipcode_find(pairs[i][0]), *b = sipcode_find(pairs[i][1]);
			snprintf(text, sizeof text, "%zu", width);
			compare(a, b, text, "text", "never");
			check_lines(a, b, width);
		}
}

static void test_more_codes_fit_all_widths(void **state)
{
	(void)state;
	static const char *const operands[] = { "100 180 183",
		                                "301 486 603",
		                                "481 603+ 488 200",
		                                "701 702 703 904",
		                                "100 180 200 301 404 486 503 603",
		                                "1xx",
		                                "6xx",
		                                "48x" };
	for (size_t i = 0; i < COUNT(operands); i++)
		for (size_t width = 40; width <= 400; width += 1 + width / 40) {
			char line[128];
			snprintf(line, sizeof line, "compare --width %zu %s", width, operands[i]);
			run_line(&run, line);
			char many[256];
			snprintf(many, sizeof many, "sipcode: %s\n",
			         sipcode_word(test_language(), "message.compare_many"));
			if (run.status == 2 && strcmp(run.err, many) == 0)
				break;
			CHECK(run.status == 0, "%s: %s", line, run.err);
			for (char *rest = run.out, *l; (l = next_line(&rest));)
				CHECK(shown_width(l) <= width, "%s: %s", line, l);
		}
}

static size_t count_words(const char *text)
{
	size_t words = *text != '\0';
	for (; *text; text++)
		words += *text == ' ';
	return words;
}

/* Every difference is said once, and none is a cell of the table over again. */
static void check_differences(const struct sipcode *a, const struct sipcode *b)
{
	static char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE];
	const struct sipcode *const codes[] = { a, b };
	const struct comparison comparison = { codes, 2 };
	const struct view view = { .language = 0 };
	char sentence[CELL_SIZE], cell[CELL_SIZE];
	size_t count = comparison_differences(&view, &comparison, texts);
	assert_in_range(count, 1, 6);
	sipcode_tell_apart(codes, 2, test_language(), sentence, sizeof sentence);
	for (size_t i = 0; i < count; i++) {
		CHECK(strlen(texts[i]) > 10, "%s and %d: '%s'", sentence, sipcode_number(b), texts[i]);
		CHECK(strcmp(texts[i], sentence) != 0, "the sentence again: %s", sentence);
		for (size_t j = 0; j < i; j++)
			CHECK(strcmp(texts[i], texts[j]) != 0, "twice: %s", texts[i]);
		for (const struct row *row = comparison_rows(&comparison); row->heading; row++)
			for (size_t side = 0; side < 2; side++) {
				cell_text(&view, codes[side], row->field, cell);
				CHECK(count_words(cell) < 3 || !strstr(texts[i], cell),
				      "a cell again, '%s': %s", cell, texts[i]);
			}
	}
}

static void test_every_pair_has_differences_that_are_no_cells(void **state)
{
	(void)state;
	each_pair(check_differences);
}

/* What a pair says of either side is the same whichever comes first. */
static void check_sides(const struct sipcode *a, const struct sipcode *b)
{
	const struct sipcode *const codes[] = { a, b }, *const swapped[] = { b, a };
	const struct comparison one = { codes, 2 }, other = { swapped, 2 };
	const struct view view = { .language = 0 };
	for (size_t i = 0; i < 2; i++) {
		char send[CELL_SIZE], again[CELL_SIZE];
		comparison_send(&view, &one, i, send);
		comparison_send(&view, &other, 1 - i, again);
		assert_string_equal(send, again);
		assert_string_equal(comparison_receive(&view, &one, i),
		                    comparison_receive(&view, &other, 1 - i));
	}
	assert_string_not_equal(comparison_receive(&view, &one, 0), comparison_receive(&view, &one, 1));
}

static void test_sides_keep_their_words_when_swapped(void **state)
{
	(void)state;
	each_pair(check_sides);
}

static void check_length(const struct sipcode *a, const struct sipcode *b)
{
	size_t lines = 0, most = strcmp(sipcode_language_tag(test_language()), "xx") == 0 ? 80 : 60;
	compare(a, b, "80", "text", "never");
	for (char *rest = run.out; next_line(&rest);)
		lines++;
	CHECK(lines <= most, "compare %d %d: %zu lines", sipcode_number(a), sipcode_number(b), lines);
}

static void test_every_pair_takes_60_lines_at_most(void **state)
{
	(void)state;
	each_pair(check_length);
}

static void check_json(const struct sipcode *a, const struct sipcode *b)
{
	compare(a, b, "40", "json", "always");
	run.out[strlen(run.out) - 1] = '\0';
	CHECK(json_is_valid(run.out), "%s", run.out);
}

static void test_every_pair_is_valid_json(void **state)
{
	(void)state;
	each_pair(check_json);
}

static void check_tsv(const struct sipcode *a, const struct sipcode *b)
{
	size_t lines = 0, tabs = 0;
	compare(a, b, "80", "tsv", "never");
	for (const char *c = run.out; *c; c++) {
		lines += *c == '\n';
		tabs += *c == '\t';
	}
	assert_int_equal(lines, 3);
	assert_int_equal(tabs, 27);
}

static void test_every_pair_is_two_rows_of_tsv(void **state)
{
	(void)state;
	each_pair(check_tsv);
}

/* Cells part at '|', and no cell holds one that would part it again. */
static void check_markdown(const struct sipcode *a, const struct sipcode *b)
{
	size_t before = 0;
	compare(a, b, "80", "markdown", "always");
	assert_null(strchr(run.out, '\033'));
	for (char *rest = run.out, *line; (line = next_line(&rest));) {
		size_t bars = 0;
		for (const char *c = line; line[0] == '|' && *c; c++)
			bars += *c == '|' && (c == line || c[-1] != '\\');
		CHECK(!before || !bars || bars == before, "%d %d: %s", sipcode_number(a), sipcode_number(b),
		      line);
		before = bars;
	}
}

static void test_markdown_tables_have_straight_rows(void **state)
{
	(void)state;
	each_pair(check_markdown);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_TEST(&suite, test_every_pair_fits_its_width);
	SUITE_TEST(&suite, test_some_pairs_fit_all_widths);
	SUITE_TEST(&suite, test_more_codes_fit_all_widths);
	SUITE_TEST(&suite, test_every_pair_has_differences_that_are_no_cells);
	SUITE_TEST(&suite, test_sides_keep_their_words_when_swapped);
	SUITE_TEST(&suite, test_every_pair_takes_60_lines_at_most);
	SUITE_TEST(&suite, test_every_pair_is_valid_json);
	SUITE_TEST(&suite, test_every_pair_is_two_rows_of_tsv);
	SUITE_TEST(&suite, test_markdown_tables_have_straight_rows);
	return suite_run(&suite, "compare");
}
