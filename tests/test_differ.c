// SPDX-License-Identifier: MIT
// What sets codes apart: properties of the sentences for every pair, and for many threes.

#include <string.h>

#include "support.h"

enum { TEXT_SIZE = 4096 };

/* A whole sentence without a trace of its making. */
static void check_sentence(const char *text, const char *what)
{
	size_t length = strlen(text);
	static const char *const traces[] = { "{",      "}",      "differ.", "group.", "list.next", "role.",
		                              "token.", "  ",     " .",      " ;",     " ,",        "..",
		                              ";.",     ",.",     "; ;",     " and.",  " and;",     " or;",
		                              " or.",   "(null)", "\n" };
	CHECK(length > 10, "%s: '%s'", what, text);
	CHECK(text[length - 1] == '.', "%s has no full stop: %s", what, text);
	CHECK(text[0] != ' ', "%s begins with a blank", what);
	for (size_t i = 0; i < COUNT(traces); i++)
		CHECK(!strstr(text, traces[i]), "%s has '%s': %s", what, traces[i], text);
}

static void check_mentions(const char *text, const struct sipcode *const *codes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char label[64];
		sipcode_label(codes[i], label, sizeof label);
		CHECK(strstr(text, label), "%s is not named: %s", label, text);
	}
}

static size_t check_codes(const struct sipcode *const *codes, size_t count, struct sipcode_difference *found,
                          char texts[][TEXT_SIZE])
{
	size_t differences = sipcode_differ(codes, count, test_language(), found);
	CHECK(differences >= 1 && differences <= SIPCODE_DIFFERENCES_MAX, "%zu differences of %d and %d",
	      differences, sipcode_number(codes[0]), sipcode_number(codes[1]));
	for (size_t i = 0; i < differences; i++) {
		size_t length = sipcode_difference_text(&found[i], test_language(), texts[i], TEXT_SIZE);
		assert_int_equal(length, strlen(texts[i]));
		check_sentence(texts[i], "a difference");
		if (!found[i].own)
			check_mentions(texts[i], codes, count);
		for (size_t j = 0; j < i; j++) {
			assert_string_not_equal(texts[i], texts[j]);
			assert_true(found[i].own || found[i].field != found[j].field);
		}
	}
	char sentence[TEXT_SIZE];
	size_t length = sipcode_tell_apart(codes, count, test_language(), sentence, sizeof sentence);
	assert_int_equal(length, strlen(sentence));
	check_sentence(sentence, "the sentence");
	check_mentions(sentence, codes, count);
	return differences;
}

static bool same_value(const struct sipcode *a, const struct sipcode *b, enum sipcode_field field)
{
	const char *x = sipcode_value(a, field, 0), *y = sipcode_value(b, field, 0);
	while (*x && strcmp(x, y) == 0) {
		x = sipcode_value_next(x);
		y = sipcode_value_next(y);
	}
	return *x == '\0' && *y == '\0';
}

static void check_pair(const struct sipcode *a, const struct sipcode *b, char texts[][TEXT_SIZE],
                       char swapped_texts[][TEXT_SIZE])
{
	const struct sipcode *const codes[] = { a, b }, *const swapped[] = { b, a };
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX], again[SIPCODE_DIFFERENCES_MAX];
	size_t count = check_codes(codes, 2, found, texts);
	size_t swapped_count = check_codes(swapped, 2, again, swapped_texts);
	assert_int_equal(swapped_count, count);
	for (size_t i = 0; i < count; i++) {
		CHECK(found[i].field == again[i].field && found[i].own == again[i].own,
		      "%d and %d: difference %zu is another when they are swapped", sipcode_number(a),
		      sipcode_number(b), i);
		if (found[i].own) {
			assert_int_equal(found[i].field, SIPCODE_DIFFERENCE);
			assert_string_equal(texts[i], swapped_texts[i]);
			continue;
		}
		assert_true(found[i].field != SIPCODE_SUMMARY || count == 1);
		assert_ptr_equal(found[i].codes, codes);
		assert_int_equal(found[i].count, 2);
		assert_false(same_value(a, b, found[i].field));
	}
}

static void test_differ_makes_sentences_of_every_pair(void **state)
{
	(void)state;
	static char texts[SIPCODE_DIFFERENCES_MAX][TEXT_SIZE], swapped[SIPCODE_DIFFERENCES_MAX][TEXT_SIZE];
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, true);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			check_pair(codes[i], codes[j], texts, swapped);
}

static void test_tell_apart_is_the_same_both_ways_for_pairs_of_their_own(void **state)
{
	(void)state;
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, false);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct sipcode *const one[] = { codes[i], codes[j] }, *const other[] = {
				codes[j], codes[i]
			};
			char text[TEXT_SIZE], swapped[TEXT_SIZE];
			const struct sipcode *pair = sipcode_find_pair(codes[i], codes[j], NULL);
			sipcode_tell_apart(one, 2, test_language(), text, sizeof text);
			sipcode_tell_apart(other, 2, test_language(), swapped, sizeof swapped);
			assert_int_equal(strcmp(text, swapped) == 0, pair != NULL);
			if (pair)
				assert_string_equal(text,
				                    sipcode_value(pair, SIPCODE_SENTENCE, test_language()));
		}
}

static void check_rank(const struct sipcode *a, const struct sipcode *b)
{
	static const enum sipcode_field order[] = {
		SIPCODE_DIFFERENCE,   SIPCODE_SUMMARY,       SIPCODE_RETRY,   SIPCODE_FAILOVER,
		SIPCODE_FORK,         SIPCODE_DIALOG_EFFECT, SIPCODE_SENT_BY, SIPCODE_METHODS,
		SIPCODE_HEADERS_MUST, SIPCODE_HEADERS_MAY,   SIPCODE_Q850
	};
	const struct sipcode *const both[] = { a, b };
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(both, 2, test_language(), found), at = 0;
	for (size_t i = 0; i < count; i++) {
		while (at < COUNT(order) && order[at] != found[i].field)
			at++;
		CHECK(at < COUNT(order), "%s is out of order", sipcode_field_name(found[i].field));
	}
}

static void test_differ_ranks_fields(void **state)
{
	(void)state;
	each_pair(check_rank);
}

static void test_differ_finds_nothing_between_a_code_and_itself(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		const struct sipcode *const same[] = { code, code };
		struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
		assert_int_equal(sipcode_differ(same, 2, test_language(), found), 0);
	}
}

static void test_differ_makes_sentences_of_threes(void **state)
{
	(void)state;
	static char texts[SIPCODE_DIFFERENCES_MAX][TEXT_SIZE];
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, true);
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	for (size_t i = 0; i < count; i += 3)
		for (size_t j = 0; j < count; j += 4)
			for (size_t k = 1; k < count; k += 5) {
				const struct sipcode *const three[] = { codes[i], codes[j], codes[k] };
				if (i == j || i == k || j == k)
					continue;
				check_codes(three, 3, found, texts);
			}
}

static void test_differ_makes_sentences_of_eight(void **state)
{
	(void)state;
	static char texts[SIPCODE_DIFFERENCES_MAX][TEXT_SIZE];
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, true);
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	for (size_t first = 0; first + 8 <= count; first++)
		check_codes(codes + first, 8, found, texts);
	for (size_t step = 2; 7 * step < count; step++) {
		const struct sipcode *eight[8];
		for (size_t i = 0; i < 8; i++)
			eight[i] = codes[i * step];
		check_codes(eight, 8, found, texts);
	}
}

static void test_differences_are_cut_to_the_buffer(void **state)
{
	(void)state;
	const struct sipcode *const codes[] = { sipcode_find(404), sipcode_find(503) };
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(codes, 2, test_language(), found);
	for (size_t i = 0; i < count; i++) {
		char whole[TEXT_SIZE], part[TEXT_SIZE];
		size_t length = sipcode_difference_text(&found[i], test_language(), whole, sizeof whole);
		assert_int_equal(sipcode_difference_text(&found[i], test_language(), NULL, 0), length);
		for (size_t size = 1; size <= length + 1; size++) {
			assert_int_equal(sipcode_difference_text(&found[i], test_language(), part, size),
			                 length);
			assert_int_equal(strlen(part), size - 1);
			assert_memory_equal(part, whole, size - 1);
		}
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_TEST(&suite, test_differ_makes_sentences_of_every_pair);
	SUITE_TEST(&suite, test_tell_apart_is_the_same_both_ways_for_pairs_of_their_own);
	SUITE_TEST(&suite, test_differ_ranks_fields);
	SUITE_TEST(&suite, test_differ_finds_nothing_between_a_code_and_itself);
	SUITE_TEST(&suite, test_differ_makes_sentences_of_threes);
	SUITE_TEST(&suite, test_differ_makes_sentences_of_eight);
	SUITE_TEST(&suite, test_differences_are_cut_to_the_buffer);
	return suite_run(&suite, "differ");
}
