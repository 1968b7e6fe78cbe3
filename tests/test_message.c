// SPDX-License-Identifier: MIT
// Messages: what was typed is made safe and short, and each message is one line.

#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "message.h"
#include "support.h"
#include "utf8.h"

#define A10 "aaaaaaaaaa"
#define WIDE "\xe4\xb8\xad"
#define WIDE5 WIDE WIDE WIDE WIDE WIDE

struct quote_case {
	const char *name;
	const char *words[3];
	const char *quoted;
};

static const struct quote_case quotes[] = {
	{ "plain words", { "busy here" }, "busy here" },
	{ "nothing", { "" }, "" },
	{ "several words", { "busy", "here" }, "busy here" },
	{ "words, one of them empty", { "busy", "", "here" }, "busy  here" },
	{ "a line end", { "a\nb" }, "a\\x0ab" },
	{ "a tab", { "a\tb" }, "a\\x09b" },
	{ "an escape sequence", { "\033[31mred" }, "\\x1b[31mred" },
	{ "a bell", { "\a" }, "\\x07" },
	{ "DEL", { "\x7f" }, "\\x7f" },
	{ "a control character of Latin 1", { "\xc2\x85" }, "\\xc2\\x85" },
	{ "a letter with an accent", { "caf\xc3\xa9" }, "caf\xc3\xa9" },
	{ "an accent that combines", { "e\xcc\x81" }, "e\xcc\x81" },
	{ "Chinese", { WIDE WIDE }, WIDE WIDE },
	{ "an emoji", { "\xf0\x9f\x98\x80" }, "\xf0\x9f\x98\x80" },
	{ "a broken byte",
	  { "a\xff"
	    "b" },
	  "a\\xffb" },
	{ "a character cut short", { "a\xe4\xb8" }, "a\\xe4\\xb8" },
	{ "an overlong form", { "\xc0\xaf" }, "\\xc0\\xaf" },
	{ "a surrogate", { "\xed\xa0\x80" }, "\\xed\\xa0\\x80" },
	{ "text turned right to left",
	  { "a\xe2\x80\xae"
	    "b" },
	  "a\\xe2\\x80\\xaeb" },
	{ "a zero-width space",
	  { "a\xe2\x80\x8b"
	    "b" },
	  "a\\xe2\\x80\\x8bb" },
	{ "a line separator", { "\xe2\x80\xa8" }, "\\xe2\\x80\\xa8" },
	{ "an isolate", { "\xe2\x81\xa6" }, "\\xe2\\x81\\xa6" },
	{ "a byte order mark",
	  { "\xef\xbb\xbf"
	    "a" },
	  "\\xef\\xbb\\xbfa" },
	{ "40 columns", { A10 A10 A10 A10 }, A10 A10 A10 A10 },
	{ "41 columns", { A10 A10 A10 A10 "b" }, A10 A10 A10 "aaaaaaa..." },
	{ "many columns", { A10 A10 A10 A10 A10 A10 A10 }, A10 A10 A10 "aaaaaaa..." },
	{ "40 columns of double width", { WIDE5 WIDE5 WIDE5 WIDE5 }, WIDE5 WIDE5 WIDE5 WIDE5 },
	{ "42 columns of double width",
	  { WIDE5 WIDE5 WIDE5 WIDE5 WIDE },
	  WIDE5 WIDE5 WIDE5 WIDE WIDE WIDE "..." },
	{ "an accent in the last column",
	  { A10 A10 A10 "aaaaaaaaae\xcc\x81" },
	  A10 A10 A10 "aaaaaaaaae\xcc\x81" },
	{ "an escape that does not fit", { A10 A10 A10 "aaaaaaa\n" }, A10 A10 A10 "aaaaaaa..." },
	{ "an escape that just fits", { A10 A10 A10 "aaaaaa\n" }, A10 A10 A10 "aaaaaa\\x0a" },
	{ "words cut in the second", { A10 A10, A10 A10 }, A10 A10 " " A10 "aaaaaa..." },
};

static void check_quote(void **state)
{
	const struct quote_case *row = *state;
	size_t count = 1;
	while (count < COUNT(row->words) && row->words[count])
		count++;
	char buffer[QUOTE_SIZE];
	message_quote(buffer, row->words, count);
	assert_string_equal(buffer, row->quoted);
}

static void check_safe(const char *quoted)
{
	size_t length = strlen(quoted);
	assert_true(length < QUOTE_SIZE);
	assert_true(utf8_width(quoted, length) <= QUOTE_COLUMNS);
	for (size_t at = 0; at < length;) {
		struct utf8 c = utf8_next(quoted + at, length - at);
		assert_true(c.valid && c.code >= 0x20 && c.code != 0x7f);
		at += c.length;
	}
}

static void test_quotes_of_any_bytes_are_safe(void **state)
{
	(void)state;
	uint32_t seed = 3;
	for (int round = 0; round < 50000; round++) {
		char text[128], buffer[QUOTE_SIZE];
		const char *words[] = { text, text };
		size_t length = random_next(&seed) % (sizeof text - 1);
		for (size_t i = 0; i < length; i++)
			text[i] = (char)(random_next(&seed) % 255 + 1);
		text[length] = '\0';
		message_quote(buffer, words, 1 + random_next(&seed) % 2);
		check_safe(buffer);
	}
}

static void test_quotes_of_piled_accents_end(void **state)
{
	(void)state;
	char text[2001], buffer[QUOTE_SIZE];
	for (size_t i = 0; i < 1000; i++)
		memcpy(text + 2 * i, "\xcc\x81", 2);
	for (size_t start = 0; start < 60; start++) {
		memset(text, 'a', start / 2 * 2);
		text[2000] = '\0';
		message_quote(buffer, &(const char *){ text }, 1);
		check_safe(buffer);
		assert_string_equal(buffer + strlen(buffer) - 3, "...");
	}
}

static void print(const struct problem *problem, char *text, size_t size)
{
	FILE *file = fmemopen(text, size, "w");
	assert_non_null(file);
	problem_put(file, 0, problem);
	long length = ftell(file);
	fclose(file);
	text[length] = '\0';
}

static void test_problem_says_what_was_meant(void **state)
{
	(void)state;
	struct problem problem;
	char text[512];
	problem_set(&problem, WORD_message_command, "comapre", "compare");
	print(&problem, text, sizeof text);
	assert_string_equal(text, "sipcode: unknown command 'comapre'; did you mean 'compare'?\n");
}

static void test_problem_without_a_hint_says_where_to_look(void **state)
{
	(void)state;
	struct problem problem;
	char text[512];
	problem_set(&problem, WORD_message_command, "xyzzy", NULL);
	print(&problem, text, sizeof text);
	assert_string_equal(text, "sipcode: unknown command 'xyzzy'; see 'sipcode help'\n");
}

static void test_problem_is_one_line_whatever_was_typed(void **state)
{
	(void)state;
	struct problem problem;
	char text[1024];
	problem_set(&problem, WORD_message_command, "a\nb\r\n{hint}{word}\033[2J", "c\nd");
	print(&problem, text, sizeof text);
	assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
	assert_null(strchr(text, '\033'));
	assert_non_null(strstr(text, "{hint}{word}"));
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, quotes, check_quote);
	SUITE_TEST(&suite, test_quotes_of_any_bytes_are_safe);
	SUITE_TEST(&suite, test_quotes_of_piled_accents_end);
	SUITE_TEST(&suite, test_problem_says_what_was_meant);
	SUITE_TEST(&suite, test_problem_without_a_hint_says_where_to_look);
	SUITE_TEST(&suite, test_problem_is_one_line_whatever_was_typed);
	return suite_run(&suite, "message");
}
