// SPDX-License-Identifier: MIT
// Searching: what is found, in which order, and that every word counts.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

enum { HITS = 1000 };

static size_t search(const char *words, struct sipcode_hit *hits)
{
	return sipcode_search(SIPCODE_KIND_CODE, &words, 1, 0, hits, HITS);
}

static bool has(const struct sipcode_hit *hits, size_t count, int number)
{
	for (size_t i = 0; i < count; i++)
		if (sipcode_number(hits[i].entry) == number)
			return true;
	return false;
}

struct search_case {
	const char *name;
	const char *words;
	int first;   /* 0 when nothing is to be found */
	int also[3]; /* found too, wherever */
};

static const struct search_case cases[] = {
	{ "a phrase", "busy here", 486, { 0 } },
	{ "a word of two phrases", "busy", 486, { 600 } },
	{ "a phrase before texts", "ringing", 180, { 0 } },
	{ "a number", "486", 486, { 0 } },
	{ "letters fold", "BUSY EVERYWHERE", 600, { 0 } },
	{ "a header field", "retry-after", 0, { 503, 480, 486 } },
	{ "a header field with the letters of RFC 3261", "Proxy-Authenticate", 407, { 0 } },
	{ "timeout finds Time-out", "timeout", 408, { 504 } },
	{ "time-out finds Timeout", "time-out", 408, { 504 } },
	{ "the beginning of a word", "unauth", 401, { 0 } },
	{ "an alias", "declined", 603, { 0 } },
	{ "a variant's phrase", "network blocked", 603, { 0 } },
	{ "words of phrase and text", "busy everywhere device", 600, { 0 } },
	{ "nonsense", "xyzzy", -1, { 0 } },
	{ "one word of nonsense is enough", "busy xyzzy", -1, { 0 } },
	{ "nothing", "", -1, { 0 } },
	{ "blanks", "   ", -1, { 0 } },
	{ "punctuation only", "?!", -1, { 0 } },
	{ "bytes that are no UTF-8", "\xff\xfe", -1, { 0 } },
};

static void check_search(void **state)
{
	const struct search_case *row = *state;
	struct sipcode_hit hits[HITS];
	size_t count = search(row->words, hits);
	if (row->first < 0) {
		assert_int_equal(count, 0);
		return;
	}
	assert_true(count > 0);
	if (row->first > 0)
		assert_int_equal(sipcode_number(hits[0].entry), row->first);
	for (size_t i = 0; i < COUNT(row->also) && row->also[i]; i++)
		CHECK(has(hits, count, row->also[i]), "%d is not among %zu hits", row->also[i], count);
}

/* In French: accents fold, elisions part words, and English words are still found. */
static const struct search_case french[] = {
	{ "without its accent", "occupe", 600, { 0 } },
	{ "with it", "occup\xc3\xa9", 600, { 0 } },
	{ "in capitals", "OCCUP\xc3\x89", 600, { 0 } },
	{ "with a combining accent", "occupe\xcc\x81", 600, { 0 } },
	{ "a ligature", "coeur", 0, { 421 } },
	{ "behind an elision", "appelant", 0, { 433, 486 } },
	{ "an elision with an apostrophe of its own",
	  "l\xe2\x80\x99"
	  "appelant",
	  0,
	  { 433 } },
	{ "the same with a plain one", "l'appelant", 0, { 433 } },
	{ "an English phrase", "busy here", 486, { 0 } },
	{ "an English text", "voicemail", 0, { 486 } },
	{ "nothing", "occup\xc3\xa8z", -1, { 0 } },
};

static void check_french(void **state)
{
	const struct search_case *row = *state;
	struct sipcode_hit hits[HITS];
	int language = sipcode_language("fr");
	assert_true(language > 0);
	size_t count = sipcode_search(SIPCODE_KIND_CODE, &row->words, 1, language, hits, HITS);
	assert_int_equal(count == 0, row->first < 0);
	if (row->first > 0)
		assert_int_equal(sipcode_number(hits[0].entry), row->first);
	for (size_t i = 0; i < COUNT(row->also) && row->also[i]; i++)
		CHECK(has(hits, count, row->also[i]), "%d is not among %zu hits", row->also[i], count);
}

static const char *const words[] = { "busy", "call", "proxy", "the",    "not",   "retry-after", "invite",
	                             "sip",  "4",    "486",   "server", "route", "declin",      "time" };

static void test_search_ranks_the_best_first(void **state)
{
	(void)state;
	for (size_t w = 0; w < COUNT(words); w++) {
		struct sipcode_hit hits[HITS];
		size_t count = search(words[w], hits);
		for (size_t i = 0; i < count; i++)
			assert_true(hits[i].score > 0);
		for (size_t i = 1; i < count; i++)
			CHECK(hits[i - 1].score > hits[i].score ||
			              (hits[i - 1].score == hits[i].score &&
			               sipcode_number(hits[i - 1].entry) < sipcode_number(hits[i].entry)),
			      "'%s': hit %zu is out of order", words[w], i);
	}
}

/* A terminal cuts a paste anywhere: nothing behind the end is read (AddressSanitizer sees it). */
static void test_search_ends_with_half_a_character(void **state)
{
	struct sipcode_hit hits[HITS];
	for (unsigned last = 0x80; last < 0x100; last++) {
		char *typed = malloc(sizeof "busy?");
		assert_non_null(typed);
		memcpy(typed, "busy?", sizeof "busy?");
		typed[4] = (char)last;
		assert_int_equal(search(typed, hits), 0);
		free(typed);
	}
	(void)state;
}

static void test_search_wants_all_words(void **state)
{
	(void)state;
	for (size_t a = 0; a < COUNT(words); a++)
		for (size_t b = 0; b < COUNT(words); b++) {
			struct sipcode_hit one[HITS], other[HITS], both[HITS];
			const char *const pair[] = { words[a], words[b] };
			size_t n = search(words[a], one), m = search(words[b], other), shared = 0;
			size_t count = sipcode_search(SIPCODE_KIND_CODE, pair, 2, 0, both, HITS);
			for (size_t i = 0; i < n; i++) {
				bool wanted = has(other, m, sipcode_number(one[i].entry));
				shared += wanted;
				CHECK(has(both, count, sipcode_number(one[i].entry)) == wanted, "'%s %s': %d",
				      words[a], words[b], sipcode_number(one[i].entry));
			}
			assert_int_equal(count, shared);
		}
}

static void test_search_takes_words_in_one_operand_or_several(void **state)
{
	(void)state;
	struct sipcode_hit one[HITS], several[HITS];
	const char *const pieces[] = { "busy", "call" };
	size_t count = search(" busy  call ", one);
	assert_int_equal(sipcode_search(SIPCODE_KIND_CODE, pieces, 2, 0, several, HITS), count);
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(one[i].entry, several[i].entry);
		assert_int_equal(one[i].score, several[i].score);
	}
}

static void test_search_keeps_the_best_when_room_is_short(void **state)
{
	(void)state;
	for (size_t w = 0; w < COUNT(words); w++) {
		struct sipcode_hit all[HITS], few[HITS];
		const char *const word[] = { words[w] };
		size_t count = search(words[w], all);
		for (size_t size = 0; size < 12; size++) {
			memset(few, 0, sizeof few);
			size_t found = sipcode_search(SIPCODE_KIND_CODE, word, 1, 0, few, size);
			assert_int_equal(found, count < size ? count : size);
			for (size_t i = 0; i < found; i++)
				assert_ptr_equal(few[i].entry, all[i].entry);
			assert_null(few[size].entry);
		}
	}
}

static void test_search_finds_every_code_by_its_own_words(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));) {
		static const enum sipcode_field fields[] = { SIPCODE_CODE, SIPCODE_PHRASE, SIPCODE_ALIAS };
		for (size_t i = 0; i < COUNT(fields); i++) {
			struct sipcode_hit hits[HITS];
			const char *text = sipcode_value(code, fields[i], 0);
			if (!*text || strstr(text, "--"))
				continue;
			CHECK(has(hits, search(text, hits), sipcode_number(code)), "'%s' does not find %d",
			      text, sipcode_number(code));
		}
	}
}

/* Also behind a longer word that begins alike: "busy" in "busyness is no busy". */
static void test_search_counts_a_whole_word_wherever_it_stands(void **state)
{
	(void)state;
	enum { WHOLE_IN_DESCRIPTION = 200 };
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	size_t tried = 0;
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));) {
		const char *at = sipcode_value(code, SIPCODE_DESCRIPTION, 0);
		for (size_t length; *(at += strcspn(at, letters)); at += length) {
			char word[64];
			struct sipcode_hit hits[HITS];
			size_t count, i = 0;
			length = strspn(at, letters);
			if (strchr("-'", at[length]) || length >= sizeof word)
				continue;
			snprintf(word, sizeof word, "%.*s", (int)length, at);
			count = search(word, hits);
			while (i < count && hits[i].entry != code)
				i++;
			CHECK(i < count && hits[i].score >= WHOLE_IN_DESCRIPTION, "'%s' in %d", word,
			      sipcode_number(code));
			tried++;
		}
	}
	assert_true(tried > 1000);
}

static unsigned score_of(const struct sipcode_hit *hits, size_t count, int number)
{
	for (size_t i = 0; i < count; i++)
		if (sipcode_number(hits[i].entry) == number)
			return hits[i].score;
	return 0;
}

/* "Busy Here" is a better find for "here" than "Busy Everywhere". */
static void test_search_prefers_words_to_parts_of_words(void **state)
{
	(void)state;
	struct sipcode_hit hits[HITS];
	size_t count = search("here", hits);
	assert_true(score_of(hits, count, 600) > 0);
	assert_true(score_of(hits, count, 486) > score_of(hits, count, 600));
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, french, check_french);
	SUITE_TEST(&suite, test_search_prefers_words_to_parts_of_words);
	SUITE_ROWS(&suite, cases, check_search);
	SUITE_TEST(&suite, test_search_ranks_the_best_first);
	SUITE_TEST(&suite, test_search_ends_with_half_a_character);
	SUITE_TEST(&suite, test_search_wants_all_words);
	SUITE_TEST(&suite, test_search_takes_words_in_one_operand_or_several);
	SUITE_TEST(&suite, test_search_keeps_the_best_when_room_is_short);
	SUITE_TEST(&suite, test_search_finds_every_code_by_its_own_words);
	SUITE_TEST(&suite, test_search_counts_a_whole_word_wherever_it_stands);
	return suite_run(&suite, "search");
}
