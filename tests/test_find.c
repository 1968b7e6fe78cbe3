// SPDX-License-Identifier: MIT
// Finding codes, classes and pairs, and what a client does with a number nobody defined.

#include <limits.h>
#include <string.h>

#include "support.h"

static void test_find_agrees_with_next_for_every_number(void **state)
{
	(void)state;
	const struct sipcode *expected = sipcode_next(SIPCODE_KIND_CODE, NULL);
	for (int number = -1; number <= 1100; number++) {
		const struct sipcode *found = sipcode_find(number);
		if (!expected || sipcode_number(expected) != number) {
			CHECK(!found, "%d is found but not gone through", number);
			continue;
		}
		CHECK(found == expected, "%d is not found", number);
		expected = sipcode_next(SIPCODE_KIND_CODE, expected);
	}
	assert_null(expected);
}

static void test_find_knows_no_unassigned_codes(void **state)
{
	(void)state;
	static const int unassigned[] = { INT_MIN, -486, 0,   99,  102, 198, 201, 299, 306, 399,  432,    490,
		                          495,     499,  506, 599, 601, 605, 699, 700, 999, 1000, INT_MAX };
	for (size_t i = 0; i < COUNT(unassigned); i++)
		CHECK(!sipcode_find(unassigned[i]), "%d is found", unassigned[i]);
}

static void test_find_class_knows_six_digits(void **state)
{
	(void)state;
	for (int digit = -2; digit < 1000; digit++) {
		const struct sipcode *class = sipcode_find_class(digit);
		assert_int_equal(class != NULL, digit >= 1 && digit <= 6);
		if (class) {
			assert_int_equal(sipcode_number(class), digit);
			assert_int_equal(sipcode_kind_of(class), SIPCODE_KIND_CLASS);
		}
	}
}

static void test_find_pair_takes_either_order(void **state)
{
	(void)state;
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, true), found = 0, gone_through = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			bool swapped = false, swapped_again = false;
			const struct sipcode *pair = sipcode_find_pair(codes[i], codes[j], &swapped);
			assert_ptr_equal(pair, sipcode_find_pair(codes[j], codes[i], &swapped_again));
			assert_ptr_equal(pair, sipcode_find_pair(codes[i], codes[j], NULL));
			if (!pair)
				continue;
			found++;
			assert_ptr_not_equal(codes[i], codes[j]);
			assert_int_not_equal(swapped, swapped_again);
			assert_int_equal(sipcode_kind_of(pair), SIPCODE_KIND_PAIR);
			assert_int_equal(sipcode_number(pair), sipcode_number(codes[swapped ? j : i]));
		}
	for (int a = 1; a <= 6; a++)
		for (int b = 1; b <= 6; b++)
			found +=
			        sipcode_find_pair(sipcode_find_class(a), sipcode_find_class(b), NULL) != NULL;
	for (const struct sipcode *p = NULL; (p = sipcode_next(SIPCODE_KIND_PAIR, p));)
		gone_through++;
	assert_int_equal(found, 2 * gone_through);
	assert_true(gone_through > 0);
	assert_null(sipcode_find_pair(sipcode_find(486), sipcode_find_class(4), NULL));
}

static void test_next_goes_upwards_and_ends(void **state)
{
	(void)state;
	static const enum sipcode_kind kinds[] = { SIPCODE_KIND_CLASS, SIPCODE_KIND_CODE,
		                                   SIPCODE_KIND_VARIANT, SIPCODE_KIND_PAIR,
		                                   SIPCODE_KIND_FLOW };
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct sipcode *previous = NULL, *entry = NULL;
		size_t count = 0;
		for (; (entry = sipcode_next(kinds[i], previous)); previous = entry) {
			assert_int_equal(sipcode_kind_of(entry), kinds[i]);
			bool strict = kinds[i] == SIPCODE_KIND_CLASS || kinds[i] == SIPCODE_KIND_CODE;
			int before = previous ? sipcode_number(previous) : 0;
			assert_true(sipcode_number(entry) > before ||
			            (!strict && sipcode_number(entry) == before));
			assert_true(++count < 1000);
		}
		assert_true(count > 0);
	}
}

static void test_treat_as_follows_rfc_3261(void **state)
{
	(void)state;
	for (int number = -10; number <= 1000; number++) {
		int expected = number / 100 * 100;
		if (number >= 100 && number < 200)
			expected = 183;
		if (number < 100 || number > 699)
			expected = 0;
		CHECK(sipcode_treat_as(number) == expected, "%d is treated as %d", number,
		      sipcode_treat_as(number));
	}
	assert_int_equal(sipcode_treat_as(INT_MIN), 0);
	assert_int_equal(sipcode_treat_as(INT_MAX), 0);
}

static void test_registered_means_listed_by_iana(void **state)
{
	(void)state;
	assert_true(sipcode_is_registered(sipcode_find(486)));
	assert_true(sipcode_is_registered(sipcode_find(202)));
	assert_false(sipcode_is_registered(sipcode_find(409)));
	assert_false(sipcode_is_registered(sipcode_find(101)));
	assert_false(sipcode_is_registered(sipcode_find(701)));
}

struct label_case {
	const char *name;
	const char *operand;
};

static const struct label_case labels[] = {
	{ "486", "486" },
	{ "603+", "603+" },
	{ "603+", "603 Network Blocked" },
	{ "403 Stale Date", "403 Stale Date" },
	{ "4xx", "4xx" },
	{ "701", "701" },
};

static void check_label(void **state)
{
	const struct label_case *row = *state;
	struct sipcode_selector selector;
	sipcode_select(&row->operand, 1, SIPCODE_KIND_CODE, &selector);
	assert_non_null(selector.entry);
	size_t length = strlen(row->name);
	for (size_t size = 0; size < 32; size++) {
		char buffer[40];
		memset(buffer, '#', sizeof buffer);
		assert_int_equal(sipcode_label(selector.entry, size ? buffer : NULL, size), length);
		size_t kept = size == 0 ? 0 : length < size ? length : size - 1;
		assert_memory_equal(buffer, row->name, kept);
		if (size > 0)
			assert_int_equal(buffer[kept], '\0');
		assert_int_equal(buffer[size > kept ? size : kept + 1], '#');
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_TEST(&suite, test_find_agrees_with_next_for_every_number);
	SUITE_TEST(&suite, test_find_knows_no_unassigned_codes);
	SUITE_TEST(&suite, test_find_class_knows_six_digits);
	SUITE_TEST(&suite, test_find_pair_takes_either_order);
	SUITE_TEST(&suite, test_next_goes_upwards_and_ends);
	SUITE_TEST(&suite, test_treat_as_follows_rfc_3261);
	SUITE_TEST(&suite, test_registered_means_listed_by_iana);
	SUITE_ROWS(&suite, labels, check_label);
	return suite_run(&suite, "find");
}
