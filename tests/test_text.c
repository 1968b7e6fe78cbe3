// SPDX-License-Identifier: MIT
// Filling templates, and how far words are from each other.

#include <string.h>

#include "support.h"

static const struct sipcode_argument arguments[] = {
	{ "a", "486" }, { "b", "{a}" }, { "empty", "" }, { "long", "a longer value" }
};

struct fill_case {
	const char *name;
	const char *template_text;
	const char *text;
};

static const struct fill_case fills[] = {
	{ "nothing to fill in", "busy here", "busy here" },
	{ "an empty template", "", "" },
	{ "one name", "{a} says", "486 says" },
	{ "a name alone", "{a}", "486" },
	{ "a name twice", "{a} {a}", "486 486" },
	{ "names side by side", "{a}{long}", "486a longer value" },
	{ "an empty value", "x{empty}y", "xy" },
	{ "values are not filled in again", "{b}", "{a}" },
	{ "a name nobody knows", "{c} {a}", "{c} 486" },
	{ "a name in other letters", "{A}", "{A}" },
	{ "a beginning of a name", "{lon}", "{lon}" },
	{ "a name with more behind it", "{longer}", "{longer}" },
	{ "no name", "{}", "{}" },
	{ "a brace that stays open", "{a", "{a" },
	{ "a brace at the end", "a{", "a{" },
	{ "a brace that only closes", "a}", "a}" },
	{ "a name within braces", "{{a}}", "{486}" },
	{ "an open brace before a name", "{x {a}", "{x 486" },
	{ "UTF-8", "\xe2\x80\x9c{a}\xe2\x80\x9d",
	  "\xe2\x80\x9c"
	  "486\xe2\x80\x9d" },
};

static void check_fill(void **state)
{
	const struct fill_case *row = *state;
	size_t length = strlen(row->text);
	assert_int_equal(sipcode_fill(NULL, 0, row->template_text, arguments, COUNT(arguments)), length);
	for (size_t size = 1; size < 40; size++) {
		char buffer[48];
		memset(buffer, '#', sizeof buffer);
		assert_int_equal(sipcode_fill(buffer, size, row->template_text, arguments, COUNT(arguments)),
		                 length);
		size_t kept = length < size ? length : size - 1;
		assert_memory_equal(buffer, row->text, kept);
		assert_int_equal(buffer[kept], '\0');
		for (size_t i = size; i < sizeof buffer; i++)
			assert_int_equal(buffer[i], '#');
	}
}

static void test_fill_needs_no_arguments(void **state)
{
	(void)state;
	char buffer[16];
	assert_int_equal(sipcode_fill(buffer, sizeof buffer, "{a} here", NULL, 0), 8);
	assert_string_equal(buffer, "{a} here");
}

struct distance_case {
	const char *name;
	const char *from, *to;
	size_t distance;
};

static const struct distance_case distances[] = {
	{ "two empty words", "", "", 0 },
	{ "from nothing", "", "busy", 4 },
	{ "the same", "compare", "compare", 0 },
	{ "other letters", "Compare", "cOMPARE", 0 },
	{ "one letter changed", "show", "shaw", 1 },
	{ "one letter more", "list", "lists", 1 },
	{ "one letter less", "search", "serch", 1 },
	{ "two letters swapped", "comapre", "compare", 1 },
	{ "kitten and sitting", "kitten", "sitting", 3 },
	{ "saturday and sunday", "saturday", "sunday", 3 },
	{ "nothing in common", "abc", "xyz", 3 },
	{ "a swap at each end", "hlep", "help", 1 },
	{ "ca and abc", "ca", "abc", 3 },
	{ "64 letters", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 1 },
};

static void check_distance(void **state)
{
	const struct distance_case *row = *state;
	assert_int_equal(sipcode_distance(row->from, row->to), row->distance);
	assert_int_equal(sipcode_distance(row->to, row->from), row->distance);
}

static void make_word(char word[20], uint32_t *seed)
{
	size_t length = random_next(seed) % 19;
	for (size_t i = 0; i < length; i++)
		word[i] = (char)("abAB"[random_next(seed) % 4]);
	word[length] = '\0';
}

static void test_distance_is_symmetric_and_bounded(void **state)
{
	(void)state;
	uint32_t seed = 7;
	for (int round = 0; round < 20000; round++) {
		char a[20], b[20];
		make_word(a, &seed);
		make_word(b, &seed);
		size_t m = strlen(a), n = strlen(b), d = sipcode_distance(a, b);
		assert_int_equal(sipcode_distance(b, a), d);
		assert_int_equal(sipcode_distance(a, a), 0);
		CHECK(d <= (m > n ? m : n) && d >= (m > n ? m - n : n - m), "'%s' and '%s': %zu", a, b, d);
	}
}

static void test_distance_of_a_slip_is_one(void **state)
{
	(void)state;
	uint32_t seed = 9;
	for (int round = 0; round < 20000; round++) {
		char a[20], b[21];
		make_word(a, &seed);
		size_t length = strlen(a), at = random_next(&seed) % (length + 1);
		memcpy(b, a, at);
		b[at] = 'z';
		strcpy(b + at + 1, a + at);
		assert_int_equal(sipcode_distance(a, b), 1);
	}
}

static void test_distance_of_long_words_from_themselves_is_none(void **state)
{
	(void)state;
	char word[301];
	for (size_t length = 60; length < sizeof word; length += 20) {
		memset(word, 'a', length);
		word[length] = '\0';
		assert_int_equal(sipcode_distance(word, word), 0);
	}
}

struct nearest_case {
	const char *name;
	const char *text;
	int number; /* 0 where none is near */
};

static const struct nearest_case nearest[] = {
	{ "the phrase itself", "Busy Here", 486 },
	{ "one letter more", "bussy here", 486 },
	{ "one letter less", "rining", 180 },
	{ "two letters swapped", "Ringign", 180 },
	{ "a long phrase", "method not alowed", 405 },
	{ "nonsense", "xyzzy plugh", 0 },
	{ "nothing", "", 0 },
	{ "one letter", "x", 0 },
	{ "far too much", "busy here and there and everywhere", 0 },
};

static void check_nearest(void **state)
{
	const struct nearest_case *row = *state;
	const struct sipcode *code = sipcode_nearest(SIPCODE_KIND_CODE, row->text);
	assert_int_equal(code ? sipcode_number(code) : 0, row->number);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, fills, check_fill);
	SUITE_TEST(&suite, test_fill_needs_no_arguments);
	SUITE_ROWS(&suite, distances, check_distance);
	SUITE_TEST(&suite, test_distance_is_symmetric_and_bounded);
	SUITE_TEST(&suite, test_distance_of_a_slip_is_one);
	SUITE_TEST(&suite, test_distance_of_long_words_from_themselves_is_none);
	SUITE_ROWS(&suite, nearest, check_nearest);
	return suite_run(&suite, "text");
}
