// SPDX-License-Identifier: MIT
// The prose of every language: lengths, full stops, and slips of the pen that a compiler of data cannot see.

#include <string.h>

#include "support.h"
#include "utf8.h"

/* How a text must be: columns at most, words, and whether it ends in a full stop. */
struct text_case {
	const char *name;
	enum sipcode_field field;
	size_t columns, words_min, words_max;
	bool stop;
};

static const struct text_case cases[] = {
	{ "summary", SIPCODE_SUMMARY, 62, 3, 20, false },
	{ "action", SIPCODE_ACTION, 62, 2, 20, true },
	{ "description", SIPCODE_DESCRIPTION, 0, 25, 60, true },
	{ "when_seen", SIPCODE_WHEN_SEEN, 0, 25, 70, true },
	{ "resolution", SIPCODE_RESOLUTION, 0, 30, 90, true },
	{ "send_when", SIPCODE_SEND_WHEN, 0, 12, 40, true },
	{ "title", SIPCODE_TITLE, 60, 3, 15, false },
	{ "sentence", SIPCODE_SENTENCE, 0, 10, 45, true },
	{ "difference", SIPCODE_DIFFERENCE, 0, 8, 40, true },
	{ "send_first", SIPCODE_SEND_FIRST, 0, 5, 30, true },
	{ "send_second", SIPCODE_SEND_SECOND, 0, 5, 30, true },
	{ "receive_first", SIPCODE_RECEIVE_FIRST, 0, 4, 30, true },
	{ "receive_second", SIPCODE_RECEIVE_SECOND, 0, 4, 30, true },
};

static size_t count_words(const char *text)
{
	size_t words = 0;
	for (bool blank = true; *text; text++) {
		words += blank && *text != ' ' && *text != '\n';
		blank = *text == ' ' || *text == '\n';
	}
	return words;
}

/* "the the": the same word twice, whatever its case. French says "vous vous" and "nous nous". */
static bool has_doubled_word(const char *text)
{
	const char *last = "";
	size_t last_length = 0;
	while (*text) {
		size_t length = strcspn(text, " \n");
		bool reflexive = length == 4 && (memcmp(text, "vous", 4) == 0 || memcmp(text, "nous", 4) == 0);
		bool same = length > 0 && length == last_length && !reflexive;
		for (size_t i = 0; same && i < length; i++)
			same = (text[i] | 0x20) == (last[i] | 0x20) &&
			       strchr(".,;:0123456789", text[i]) == NULL;
		if (same)
			return true;
		last = text;
		last_length = length;
		text += length + (text[length] ? 1 : 0);
	}
	return false;
}

static void check_item(const struct text_case *row, const char *text, int number)
{
	size_t words = count_words(text), columns = utf8_width(text, strlen(text));
	char last = text[strlen(text) - 1];
	CHECK(!row->columns || columns <= row->columns, "%d %s: %zu columns", number, row->name, columns);
	CHECK(words >= row->words_min && words <= row->words_max, "%d %s: %zu words", number, row->name,
	      words);
	CHECK(row->stop == (last == '.'), "%d %s ends in '%c'", number, row->name, last);
	CHECK(!has_doubled_word(text), "%d %s doubles a word: %s", number, row->name, text);
	static const char *const slips[] = {
		"  ", " . ", " ,", " ;", "..", ",,", "{", "}", " \n", "\n ", "\t"
	};
	for (size_t i = 0; i < COUNT(slips); i++)
		CHECK(!strstr(text, slips[i]), "%d %s has '%s': %s", number, row->name, slips[i], text);
}

static void check_texts(void **state)
{
	const struct text_case *row = *state;
	size_t found = 0;
	for (int language = 0; sipcode_language_tag(language); language++)
		for (int kind = SIPCODE_KIND_CLASS; kind <= SIPCODE_KIND_FLOW; kind++)
			for (const struct sipcode *e = NULL;
			     (e = sipcode_next((enum sipcode_kind)kind, e));) {
				const char *text = sipcode_value(e, row->field, language);
				for (; *text; text = sipcode_value_next(text), found++)
					check_item(row, text, sipcode_number(e));
			}
	assert_true(found > 0);
}

/* What a table of two codes side by side would say twice. */
static void check_distinct(void **state)
{
	const struct text_case *row = *state;
	for (int language = 0; sipcode_language_tag(language); language++)
		for (const struct sipcode *a = NULL; (a = next_any(a));)
			for (const struct sipcode *b = a; (b = next_any(b));) {
				const char *x = sipcode_value(a, row->field, language);
				const char *y = sipcode_value(b, row->field, language);
				CHECK(!*x || strcmp(x, y) != 0, "%d and %d share: %s", sipcode_number(a),
				      sipcode_number(b), x);
			}
}

static const struct text_case distinct[] = {
	{ "every code has a summary of its own", SIPCODE_SUMMARY, 0, 0, 0, false },
	{ "every code has a description of its own", SIPCODE_DESCRIPTION, 0, 0, 0, false },
	{ "every code has a when_seen of its own", SIPCODE_WHEN_SEEN, 0, 0, 0, false },
	{ "every code has a resolution of its own", SIPCODE_RESOLUTION, 0, 0, 0, false },
	{ "every code has a send_when of its own", SIPCODE_SEND_WHEN, 0, 0, 0, false },
};

static void test_every_code_has_summary_and_action(void **state)
{
	(void)state;
	for (const struct sipcode *c = NULL; (c = next_any(c));)
		CHECK(*sipcode_value(c, SIPCODE_SUMMARY, 0) && *sipcode_value(c, SIPCODE_ACTION, 0), "%d",
		      sipcode_number(c));
	for (const struct sipcode *p = NULL; (p = sipcode_next(SIPCODE_KIND_PAIR, p));)
		for (int f = SIPCODE_SENTENCE; f <= SIPCODE_RECEIVE_SECOND; f++)
			CHECK(*sipcode_value(p, (enum sipcode_field)f, 0), "pair of %d", sipcode_number(p));
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, cases, check_texts);
	SUITE_ROWS(&suite, distinct, check_distinct);
	SUITE_TEST(&suite, test_every_code_has_summary_and_action);
	return suite_run(&suite, "prose");
}
