// SPDX-License-Identifier: MIT
// Reading selectors: the whole grammar, form by form.

#include <string.h>

#include "support.h"

#define NUMBER SIPCODE_SELECT_NUMBER
#define CLASS SIPCODE_SELECT_CLASS
#define RANGE SIPCODE_SELECT_RANGE
#define PHRASE SIPCODE_SELECT_PHRASE
#define NOTHING SIPCODE_SELECT_NOTHING
#define INVALID SIPCODE_SELECT_INVALID

struct select_case {
	const char *name;
	const char *operands[6];
	enum sipcode_selector_kind kind;
	size_t count; /* operands taken */
	int low, high;
	const char *selected; /* labels, each followed by '|'; at most the first two of a range */
};

static const struct select_case cases[] = {
	{ "a number", { "486" }, NUMBER, 1, 486, 486, "486|" },
	{ "the lowest number", { "100" }, NUMBER, 1, 100, 100, "100|" },
	{ "the highest number", { "999" }, NUMBER, 1, 999, 999, "" },
	{ "a number nobody registered", { "499" }, NUMBER, 1, 499, 499, "" },
	{ "a number with blanks around", { " 486\t" }, NUMBER, 1, 486, 486, "486|" },
	{ "a number with CR", { "486\r" }, NUMBER, 1, 486, 486, "486|" },
	{ "a number before a number", { "486", "603" }, NUMBER, 1, 486, 486, "486|" },
	{ "a number and its phrase", { "200 OK" }, NUMBER, 1, 200, 200, "200|" },
	{ "a number and its phrase, then a phrase", { "200 OK", "not found" }, NUMBER, 1, 200, 200, "200|" },
	{ "numbers with a comma between", { "486,487" }, INVALID, 1, -1, -1, "" },
	{ "two numbers in one", { "486 487" }, INVALID, 1, -1, -1, "" },
	{ "a number and a class in one", { "486 4xx" }, INVALID, 1, -1, -1, "" },
	{ "a status line with two numbers", { "SIP/2.0 486 487" }, INVALID, 1, -1, -1, "" },
	{ "a number and its phrase apart", { "200", "OK" }, NUMBER, 2, 200, 200, "200|" },
	{ "a number, its phrase, a number", { "486", "Busy", "Here", "600" }, NUMBER, 3, 486, 486, "486|" },
	{ "words after a number need not be its phrase", { "486 Max Calls" }, NUMBER, 1, 486, 486, "486|" },
	{ "nor any phrase", { "486", "whatever", "it", "says" }, NUMBER, 4, 486, 486, "486|" },
	{ "nor the phrase of another code", { "486 Busy Everywhere" }, NUMBER, 1, 486, 486, "486|" },
	{ "a number, then a class", { "486", "4xx" }, NUMBER, 1, 486, 486, "486|" },
	{ "a status line", { "SIP/2.0 486 Busy Here" }, NUMBER, 1, 486, 486, "486|" },
	{ "a status line in pieces", { "SIP/2.0", "486", "Busy", "Here" }, NUMBER, 4, 486, 486, "486|" },
	{ "a status line in two pieces", { "SIP/2.0 486", "Busy Here" }, NUMBER, 2, 486, 486, "486|" },
	{ "a status line in small letters", { "sip/2.0 486 busy here" }, NUMBER, 1, 486, 486, "486|" },
	{ "a status line without a phrase", { "SIP/2.0 200" }, NUMBER, 1, 200, 200, "200|" },
	{ "a status line and the next",
	  { "SIP/2.0", "200", "OK", "SIP/2.0", "486" },
	  NUMBER,
	  3,
	  200,
	  200,
	  "200|" },
	{ "a status line with a variant", { "SIP/2.0 603 Network Blocked" }, NUMBER, 1, 603, 603, "603+|" },
	{ "SIP/2.0 alone", { "SIP/2.0" }, INVALID, 1, -1, -1, "" },
	{ "SIP/2.0 and a word", { "SIP/2.0", "Busy" }, INVALID, 1, -1, -1, "" },
	{ "SIP/2.0 and a class", { "SIP/2.0", "4xx" }, INVALID, 1, -1, -1, "" },
	{ "SIP/2.0 and no number", { "SIP/2.0 48 Busy" }, INVALID, 1, -1, -1, "" },
	{ "a class", { "4xx" }, CLASS, 1, 400, 499, "400|401|" },
	{ "a class in capitals", { "4XX" }, CLASS, 1, 400, 499, "400|401|" },
	{ "a class in both", { "6xX" }, CLASS, 1, 600, 699, "600|603|" },
	{ "a pattern", { "48x" }, RANGE, 1, 480, 489, "480|481|" },
	{ "a pattern in capitals", { "48X" }, RANGE, 1, 480, 489, "480|481|" },
	{ "a pattern with nothing in it", { "45x" }, RANGE, 1, 450, 459, "" },
	{ "a range", { "480-489" }, RANGE, 1, 480, 489, "480|481|" },
	{ "a range of one", { "486-486" }, RANGE, 1, 486, 486, "486|" },
	{ "a range with nothing in it", { "590-599" }, RANGE, 1, 590, 599, "" },
	{ "a range across classes", { "494-500" }, RANGE, 1, 494, 500, "494|500|" },
	{ "a range that descends", { "486-480" }, INVALID, 1, -1, -1, "" },
	{ "a range without an end", { "480-" }, INVALID, 1, -1, -1, "" },
	{ "a range with a long end", { "480-4899" }, INVALID, 1, -1, -1, "" },
	{ "a range with a short end", { "480-48" }, INVALID, 1, -1, -1, "" },
	{ "a range of patterns", { "47x-48x" }, INVALID, 1, -1, -1, "" },
	{ "a range with two hyphens", { "480--489" }, INVALID, 1, -1, -1, "" },
	{ "a range from below 100", { "099-200" }, INVALID, 1, -1, -1, "" },
	{ "one digit", { "4" }, INVALID, 1, -1, -1, "" },
	{ "two digits", { "48" }, INVALID, 1, -1, -1, "" },
	{ "four digits", { "4886" }, INVALID, 1, -1, -1, "" },
	{ "below 100", { "099" }, INVALID, 1, -1, -1, "" },
	{ "x in the middle", { "4x6" }, INVALID, 1, -1, -1, "" },
	{ "a class that cannot be", { "0xx" }, INVALID, 1, -1, -1, "" },
	{ "a class of four", { "4xxx" }, INVALID, 1, -1, -1, "" },
	{ "a number and a plus that names no variant", { "486+" }, INVALID, 1, -1, -1, "" },
	{ "an empty operand", { "" }, INVALID, 1, -1, -1, "" },
	{ "blanks only", { " \t " }, INVALID, 1, -1, -1, "" },
	{ "a misfit leaves the next operand alone", { "48", "486" }, INVALID, 1, -1, -1, "" },
	{ "a class and words", { "4xx Busy" }, INVALID, 1, -1, -1, "" },
	{ "a variant by name", { "603+" }, NUMBER, 1, 603, 603, "603+|" },
	{ "a variant by number and phrase", { "603 Network Blocked" }, NUMBER, 1, 603, 603, "603+|" },
	{ "a variant in pieces", { "603", "network", "blocked" }, NUMBER, 3, 603, 603, "603+|" },
	{ "a variant by phrase", { "Network Blocked" }, PHRASE, 1, 0, 0, "603+|" },
	{ "a variant without a name", { "403 Stale Date" }, NUMBER, 1, 403, 403, "403 Stale Date|" },
	{ "the code itself, not its variant", { "603 Decline" }, NUMBER, 1, 603, 603, "603|" },
	{ "a phrase", { "Busy Here" }, PHRASE, 1, 0, 0, "486|" },
	{ "a phrase in small letters", { "busy here" }, PHRASE, 1, 0, 0, "486|" },
	{ "a phrase in capitals", { "BUSY HERE" }, PHRASE, 1, 0, 0, "486|" },
	{ "a phrase with a hyphen", { "busy-here" }, PHRASE, 1, 0, 0, "486|" },
	{ "a phrase in one word", { "BusyHere" }, PHRASE, 1, 0, 0, "486|" },
	{ "a phrase with an underscore", { "BUSY_HERE" }, PHRASE, 1, 0, 0, "486|" },
	{ "a phrase in pieces", { "busy", "here" }, PHRASE, 2, 0, 0, "486|" },
	{ "a phrase with punctuation", { "call/transaction does not exist" }, PHRASE, 1, 0, 0, "481|" },
	{ "a phrase without its punctuation",
	  { "call transaction does not exist" },
	  PHRASE,
	  1,
	  0,
	  0,
	  "481|" },
	{ "a hyphen in the phrase", { "server timeout" }, PHRASE, 1, 0, 0, "504|" },
	{ "a short phrase", { "ok" }, PHRASE, 1, 0, 0, "200|" },
	{ "a phrase, then a number", { "OK", "486" }, PHRASE, 1, 0, 0, "200|" },
	{ "an alias", { "Max Calls" }, PHRASE, 1, 0, 0, "486|" },
	{ "another alias", { "declined" }, PHRASE, 1, 0, 0, "603|" },
	{ "a phrase of two codes", { "Not Acceptable" }, PHRASE, 1, 0, 0, "406|606|" },
	{ "a phrase of two codes in pieces", { "not", "acceptable" }, PHRASE, 2, 0, 0, "406|606|" },
	{ "the longest phrase wins", { "not", "acceptable", "here" }, PHRASE, 3, 0, 0, "488|" },
	{ "two phrases in a row", { "busy", "here", "ringing" }, PHRASE, 2, 0, 0, "486|" },
	{ "two phrases, the short one first", { "ringing", "busy", "here" }, PHRASE, 1, 0, 0, "180|" },
	{ "a phrase before a word that is none", { "ringing", "bell" }, PHRASE, 1, 0, 0, "180|" },
	{ "part of a phrase", { "busy" }, NOTHING, 1, 0, 0, "" },
	{ "more than a phrase in one operand", { "busy here now" }, NOTHING, 1, 0, 0, "" },
	{ "words that are no phrase, one by one", { "foo", "bar" }, NOTHING, 1, 0, 0, "" },
	{ "a word that ends in digits", { "x486" }, NOTHING, 1, 0, 0, "" },
	{ "the class of nothing", { "xxx" }, NOTHING, 1, 0, 0, "" },
	{ "punctuation", { "!?" }, NOTHING, 1, 0, 0, "" },
	{ "bytes that are no UTF-8", { "\xff\xfe" }, NOTHING, 1, 0, 0, "" },
	{ "a phrase with an accent", { "b\xc3\xbasy here" }, NOTHING, 1, 0, 0, "" },
};

static size_t operand_count(const struct select_case *row)
{
	size_t count = 0;
	while (count < COUNT(row->operands) && row->operands[count])
		count++;
	return count;
}

static void put_selected(const struct sipcode_selector *selector, char *text, size_t size)
{
	size_t length = 0;
	text[0] = '\0';
	const struct sipcode *code = NULL;
	for (int i = 0; i < 2 && (code = sipcode_selected(selector, code)); i++) {
		char label[64];
		sipcode_label(code, label, sizeof label);
		length += (size_t)snprintf(text + length, size - length, "%s|", label);
	}
}

static void check_selector(void **state)
{
	const struct select_case *row = *state;
	struct sipcode_selector selector;
	char selected[128];
	sipcode_select(row->operands, operand_count(row), SIPCODE_KIND_CODE, &selector);
	put_selected(&selector, selected, sizeof selected);
	assert_int_equal(selector.kind, row->kind);
	assert_string_equal(selected, row->selected);
	assert_int_equal(selector.count, row->count);
	assert_ptr_equal(selector.operands, row->operands);
	if (row->low >= 0) {
		assert_int_equal(selector.low, row->low);
		assert_int_equal(selector.high, row->high);
	}
}

static void check_length(size_t length, const char *start, char with, enum sipcode_selector_kind kind)
{
	char operand[2048];
	memset(operand, with, length);
	memcpy(operand, start, strlen(start));
	operand[length] = '\0';
	const char *const operands[] = { operand };
	struct sipcode_selector selector;
	sipcode_select(operands, 1, SIPCODE_KIND_CODE, &selector);
	assert_int_equal(selector.kind, kind);
	assert_int_equal(selector.count, 1);
}

static void test_select_takes_1024_bytes_and_no_more(void **state)
{
	(void)state;
	check_length(1024, "486", ' ', NUMBER);
	check_length(1025, "486", ' ', INVALID);
	check_length(1024, "busy", 'y', NOTHING);
	check_length(1025, "busy", 'y', INVALID);
	check_length(2000, "4xx", ' ', INVALID);
}

static void test_select_leaves_an_overlong_operand_to_itself(void **state)
{
	(void)state;
	char operand[1026];
	memset(operand, 'y', 1025);
	operand[1025] = '\0';
	static const char *const before[] = { "486", "ringing", "SIP/2.0 486", "603+" };
	for (size_t i = 0; i < COUNT(before); i++) {
		const char *const operands[] = { before[i], operand };
		struct sipcode_selector selector;
		sipcode_select(operands, 2, SIPCODE_KIND_CODE, &selector);
		assert_int_equal(selector.count, 1);
		assert_int_not_equal(selector.kind, INVALID);
	}
}

static void test_select_tells_numbers_from_the_rest(void **state)
{
	(void)state;
	for (int number = 0; number <= 10000; number++) {
		char text[16];
		snprintf(text, sizeof text, "%d", number);
		const char *const operands[] = { text };
		struct sipcode_selector selector;
		sipcode_select(operands, 1, SIPCODE_KIND_CODE, &selector);
		CHECK(selector.kind == (number >= 100 && number <= 999 ? NUMBER : INVALID), "%d", number);
		if (selector.kind == NUMBER)
			assert_ptr_equal(selector.entry, sipcode_find(number));
	}
}

static void test_select_finds_every_phrase_and_alias(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		const char *items[] = { sipcode_value(code, SIPCODE_PHRASE, 0),
			                sipcode_value(code, SIPCODE_ALIAS, 0) };
		for (size_t i = 0; i < COUNT(items); i++)
			for (const char *item = items[i]; *item; item = sipcode_value_next(item)) {
				const char *const operands[] = { item };
				struct sipcode_selector selector;
				const struct sipcode *found = NULL;
				sipcode_select(operands, 1, SIPCODE_KIND_CODE, &selector);
				assert_int_equal(selector.kind, PHRASE);
				assert_ptr_equal(selector.entry, sipcode_selected(&selector, NULL));
				do
					found = sipcode_selected(&selector, found);
				while (found && found != code);
				CHECK(found == code, "'%s' does not lead to %d", item, sipcode_number(code));
			}
	}
}

static void test_select_covers_all_codes_of_a_class(void **state)
{
	(void)state;
	for (char digit = '1'; digit <= '6'; digit++) {
		const char text[] = { digit, 'x', 'x', '\0' };
		const char *const operands[] = { text };
		struct sipcode_selector selector;
		sipcode_select(operands, 1, SIPCODE_KIND_CODE, &selector);
		assert_ptr_equal(selector.entry, sipcode_find_class(digit - '0'));
		const struct sipcode *got = NULL;
		for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));)
			if (sipcode_number(code) / 100 == digit - '0') {
				got = sipcode_selected(&selector, got);
				assert_ptr_equal(got, code);
			}
		assert_null(sipcode_selected(&selector, got));
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, cases, check_selector);
	SUITE_TEST(&suite, test_select_takes_1024_bytes_and_no_more);
	SUITE_TEST(&suite, test_select_leaves_an_overlong_operand_to_itself);
	SUITE_TEST(&suite, test_select_tells_numbers_from_the_rest);
	SUITE_TEST(&suite, test_select_finds_every_phrase_and_alias);
	SUITE_TEST(&suite, test_select_covers_all_codes_of_a_class);
	return suite_run(&suite, "select");
}
