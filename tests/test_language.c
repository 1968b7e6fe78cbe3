// SPDX-License-Identifier: MIT
// Languages by their tags, and the words in each.

#include <string.h>

#include "support.h"
#include "words.h"

struct tag_case {
	const char *name;
	const char *tag;
	int language;
};

static const struct tag_case tags[] = {
	{ "English", "en", 0 },
	{ "English in capitals", "EN", 0 },
	{ "a region", "en-GB", 0 },
	{ "a locale", "en_GB.UTF-8", 0 },
	{ "a locale with a codeset only", "en.ISO8859-1", 0 },
	{ "a locale with a modifier", "en@euro", 0 },
	{ "nothing", "", -1 },
	{ "no language, but a region", "_GB", -1 },
	{ "the C locale", "C", -1 },
	{ "the C locale in UTF-8", "C.UTF-8", -1 },
	{ "POSIX", "POSIX", -1 },
	{ "a beginning", "e", -1 },
	{ "more than the tag", "eng", -1 },
	{ "a language nobody speaks", "qq", -1 },
	{ "blanks", " en", -1 },
};

static void check_tag(void **state)
{
	const struct tag_case *row = *state;
	assert_int_equal(sipcode_language(row->tag), row->language);
}

static void test_languages_are_numbered_from_0(void **state)
{
	(void)state;
	int count = 0;
	for (; sipcode_language_tag(count); count++)
		assert_int_equal(sipcode_language(sipcode_language_tag(count)), count);
	assert_true(count >= 1);
	assert_string_equal(sipcode_language_tag(0), "en");
	assert_null(sipcode_language_tag(-1));
	assert_null(sipcode_language_tag(count));
	assert_null(sipcode_language_tag(1000));
}

static void test_words_are_found_by_key(void **state)
{
	(void)state;
	assert_string_equal(sipcode_word(0, "heading.retry"), "Retry");
	assert_null(sipcode_word(0, "heading.retr"));
	assert_null(sipcode_word(0, "heading.retry "));
	assert_null(sipcode_word(0, ""));
	assert_null(sipcode_word(0, "zzz"));
	assert_null(sipcode_word(0, "HEADING.RETRY"));
}

static void test_words_have_numbers_in_the_order_of_their_keys(void **state)
{
	(void)state;
	int count = 0;
	for (const char *key, *before = ""; (key = sipcode_word_key(count + 1)); before = key, count++) {
		assert_true(strcmp(before, key) < 0);
		for (int language = 0; sipcode_language_tag(language); language++)
			assert_ptr_equal(sipcode_word_at(language, count + 1), sipcode_word(language, key));
	}
	assert_true(count > 500);
	const int none[] = { -1, 0, count + 1, 1 << 20 };
	for (size_t i = 0; i < COUNT(none); i++) {
		assert_null(sipcode_word_key(none[i]));
		assert_null(sipcode_word_at(0, none[i]));
	}
	assert_string_equal(sipcode_word_key(WORD_heading_retry), "heading.retry");
}

/* By field and value as by the key that is made of both. */
static void test_words_of_values_are_found(void **state)
{
	(void)state;
	int found = 0;
	for (int f = 0; f < SIPCODE_FIELD_COUNT; f++)
		for (const struct sipcode *e = NULL; (e = sipcode_next(SIPCODE_KIND_CODE, e));) {
			enum sipcode_field field = (enum sipcode_field)f;
			const char *item = sipcode_value(e, field, 0);
			for (; *item; item = sipcode_value_next(item)) {
				char key[256];
				snprintf(key, sizeof key, "token.%s.%s", sipcode_field_name(field), item);
				assert_ptr_equal(sipcode_token(0, field, item), sipcode_word(0, key));
				snprintf(key, sizeof key, "explain.%s.%s", sipcode_field_name(field), item);
				assert_ptr_equal(sipcode_explanation(0, field, item), sipcode_word(0, key));
				found += sipcode_explanation(0, field, item) != NULL;
			}
		}
	assert_true(found > 100);
	assert_null(sipcode_token(0, SIPCODE_SENT_BY, "ua"));
	assert_null(sipcode_token(0, SIPCODE_SENT_BY, ""));
	assert_null(sipcode_token(0, SIPCODE_SUMMARY, "uas"));
	assert_null(sipcode_explanation(0, SIPCODE_FIELD_COUNT, "later"));
}

static void test_every_language_has_every_text_of_english(void **state)
{
	(void)state;
	for (int language = 0; sipcode_language_tag(language); language++)
		for (int kind = SIPCODE_KIND_CLASS; kind <= SIPCODE_KIND_FLOW; kind++)
			for (const struct sipcode *e = NULL; (e = sipcode_next((enum sipcode_kind)kind, e));)
				for (int f = 0; f < SIPCODE_FIELD_COUNT; f++) {
					enum sipcode_field field = (enum sipcode_field)f;
					bool there = *sipcode_value(e, field, 0) != '\0';
					assert_int_equal(*sipcode_value(e, field, language) != '\0', there);
					if (sipcode_field_form(field) != SIPCODE_FORM_TEXT)
						assert_ptr_equal(sipcode_value(e, field, language),
						                 sipcode_value(e, field, 0));
				}
}

static void test_the_registry_has_a_date(void **state)
{
	(void)state;
	const char *date = sipcode_registry_date();
	assert_int_equal(strlen(date), 10);
	for (size_t i = 0; i < 10; i++)
		assert_true(i == 4 || i == 7 ? date[i] == '-' : date[i] >= '0' && date[i] <= '9');
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, tags, check_tag);
	SUITE_TEST(&suite, test_languages_are_numbered_from_0);
	SUITE_TEST(&suite, test_words_are_found_by_key);
	SUITE_TEST(&suite, test_words_have_numbers_in_the_order_of_their_keys);
	SUITE_TEST(&suite, test_words_of_values_are_found);
	SUITE_TEST(&suite, test_every_language_has_every_text_of_english);
	SUITE_TEST(&suite, test_the_registry_has_a_date);
	return suite_run(&suite, "language");
}
