// SPDX-License-Identifier: MIT
// Walking UTF-8 and counting its columns.

#include <string.h>

#include "support.h"
#include "utf8.h"

struct width_case {
	const char *name;
	const char *text;
	size_t columns;
};

static const struct width_case widths[] = {
	{ "ascii", "486 Busy", 8 },
	{ "nothing", "", 0 },
	{ "an accented letter in one piece", "\xc3\xa9", 1 },
	{ "an accent that combines", "e\xcc\x81", 1 },
	{ "two combining accents", "e\xcc\x81\xcc\x82", 1 },
	{ "Chinese is double width", "\xe4\xb8\xad\xe6\x96\x87", 4 },
	{ "Hangul syllables are double width", "\xed\x95\x9c\xea\xb8\x80", 4 },
	{ "conjoining Hangul takes two columns", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2 },
	{ "full-width letters", "\xef\xbc\xa1", 2 },
	{ "half-width katakana", "\xef\xbd\xb1", 1 },
	{ "an ideographic full stop", "\xe3\x80\x82", 2 },
	{ "an emoji", "\xf0\x9f\x98\x80", 2 },
	{ "an emoji of the first plane", "\xe2\x9a\xa1", 2 },
	{ "the telephone, a text symbol", "\xe2\x98\x8e", 1 },
	{ "a variation selector", "\xe2\x98\x8e\xef\xb8\x8e", 1 },
	{ "a zero-width joiner",
	  "a\xe2\x80\x8d"
	  "b",
	  2 },
	{ "a zero-width space",
	  "a\xe2\x80\x8b"
	  "b",
	  2 },
	{ "frames are single width", "\xe2\x94\x80\xe2\x94\x82", 2 },
	{ "the en dash and the ellipsis", "\xe2\x80\x93\xe2\x80\xa6", 2 },
	{ "Cyrillic and Greek", "\xd0\x96\xce\xa9", 2 },
	{ "Arabic with a vowel sign", "\xd8\xa8\xd9\x8e", 1 },
	{ "Hebrew with a point", "\xd7\xa9\xd6\xb0", 1 },
	{ "Thai with a vowel above", "\xe0\xb8\x81\xe0\xb8\xb4", 1 },
	{ "an ideograph of the second plane", "\xf0\xa0\x80\x80", 2 },
	{ "a byte that never occurs", "\xff", 1 },
	{ "a continuation on its own", "\x80", 1 },
	{ "a character cut short", "\xe2\x94", 2 },
	{ "a character cut short by a letter",
	  "\xe2\x94"
	  "a",
	  3 },
	{ "an overlong slash in two bytes", "\xc0\xaf", 2 },
	{ "an overlong slash in three", "\xe0\x80\xaf", 3 },
	{ "an overlong slash in four", "\xf0\x80\x80\xaf", 4 },
	{ "a surrogate", "\xed\xa0\x80", 3 },
	{ "beyond the last character", "\xf4\x90\x80\x80", 4 },
	{ "five bytes as of old", "\xf8\x88\x80\x80\x80", 5 },
};

static void check_width(void **state)
{
	const struct width_case *row = *state;
	assert_int_equal(utf8_width(row->text, strlen(row->text)), row->columns);
}

static size_t encode(uint32_t code, char bytes[4])
{
	if (code < 0x80) {
		bytes[0] = (char)code;
		return 1;
	}
	size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const unsigned lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	for (size_t i = length - 1; i > 0; i--, code >>= 6)
		bytes[i] = (char)(0x80 | (code & 0x3f));
	bytes[0] = (char)(lead[length] | code);
	return length;
}

static void test_utf8_reads_every_character(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0x110000; code++) {
		char bytes[4];
		size_t length = encode(code, bytes);
		struct utf8 c = utf8_next(bytes, length);
		if (code >= 0xd800 && code < 0xe000) {
			CHECK(!c.valid && c.length == 1, "surrogate U+%04X", code);
			continue;
		}
		CHECK(c.valid && c.code == code && c.length == length, "U+%04X", code);
		CHECK(utf8_char_width(code) <= 2, "width of U+%04X", code);
		if (length > 1) {
			c = utf8_next(bytes, length - 1);
			CHECK(!c.valid && c.length == 1, "U+%04X cut short", code);
		}
	}
}

static void check_bytes(const char bytes[4])
{
	struct utf8 c = utf8_next(bytes, 4);
	char again[4];
	CHECK(c.length >= 1 && c.length <= 4, "length %zu", c.length);
	if (!c.valid)
		CHECK(c.length == 1 && c.code == (unsigned char)bytes[0], "byte %02x", (unsigned)c.code);
	else
		CHECK(encode(c.code, again) == c.length && memcmp(bytes, again, c.length) == 0,
		      "U+%04X is read from a form that is not its own", (unsigned)c.code);
}

static void test_utf8_reads_shortest_forms_only(void **state)
{
	(void)state;
	for (unsigned lead = 0x80; lead < 0x100; lead++)
		for (unsigned second = 0x40; second < 0x100; second++)
			for (unsigned third = 0x70; third < 0xd0; third += 5)
				check_bytes(
				        (const char[4]){ (char)lead, (char)second, (char)third, (char)0x80 });
}

static void test_utf8_width_adds_up(void **state)
{
	(void)state;
	uint32_t seed = 1;
	for (int round = 0; round < 20000; round++) {
		char bytes[12];
		for (size_t i = 0; i < sizeof bytes; i++)
			bytes[i] = (char)random_next(&seed);
		size_t columns = 0, at = 0;
		while (at < sizeof bytes) {
			struct utf8 c = utf8_next(bytes + at, sizeof bytes - at);
			columns += c.valid ? utf8_char_width(c.code) : 1;
			at += c.length;
		}
		assert_int_equal(at, sizeof bytes);
		assert_int_equal(utf8_width(bytes, sizeof bytes), columns);
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, widths, check_width);
	SUITE_TEST(&suite, test_utf8_reads_every_character);
	SUITE_TEST(&suite, test_utf8_reads_shortest_forms_only);
	SUITE_TEST(&suite, test_utf8_width_adds_up);
	return suite_run(&suite, "utf8");
}
