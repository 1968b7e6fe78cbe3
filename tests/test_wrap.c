// SPDX-License-Identifier: MIT
// Breaking text into lines.

#include <string.h>

#include "support.h"
#include "utf8.h"
#include "wrap.h"

struct wrap_case {
	const char *name;
	const char *text;
	size_t width;
	const char *lines; /* each followed by '|' */
};

static const struct wrap_case cases[] = {
	{ "nothing", "", 10, "" },
	{ "blanks only", "   ", 10, "" },
	{ "one word", "busy", 10, "busy|" },
	{ "a word as wide as the line", "busy", 4, "busy|" },
	{ "two words that fit", "busy here", 9, "busy here|" },
	{ "two words, one column too wide", "busy here", 8, "busy|here|" },
	{ "blanks at a break are dropped", "busy    here", 5, "busy|here|" },
	{ "blanks at the start are dropped", "  busy", 10, "busy|" },
	{ "blanks at the end are dropped", "busy  ", 10, "busy|" },
	{ "blanks at the end beyond the width", "busy  ", 4, "busy|" },
	{ "a line end", "busy\nhere", 10, "busy|here|" },
	{ "an empty line", "busy\n\nhere", 10, "busy||here|" },
	{ "a line end where the line is full", "busy\nhere", 4, "busy|here|" },
	{ "a line end at the end", "busy\n", 10, "busy|" },
	{ "a word too long is broken", "unavailable", 4, "unav|aila|ble|" },
	{ "a word too long after a short one", "is unavailable", 4, "is|unav|aila|ble|" },
	{ "a rest of a broken word is joined by the next", "unavailable now", 8, "unavaila|ble now|" },
	{ "columns, not bytes", "\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9", 5,
	  "\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9|" },
	{ "double width is broken before its half", "\xe4\xb8\xad\xe4\xb8\xad\xe4\xb8\xad", 5,
	  "\xe4\xb8\xad\xe4\xb8\xad|\xe4\xb8\xad|" },
	{ "a character wider than the line stands alone", "\xe4\xb8\xad\xe4\xb8\xad", 1,
	  "\xe4\xb8\xad|\xe4\xb8\xad|" },
	{ "an accent stays with its letter", "abe\xcc\x81 c", 3, "abe\xcc\x81|c|" },
	{ "French punctuation stays with its word", "un deux\xe2\x80\xaf: trois\xe2\x80\xaf!", 7,
	  "un|deux\xe2\x80\xaf:|trois\xe2\x80\xaf!|" },
	{ "so does what guillemets hold", "dit \xc2\xab\xe2\x80\xafoccup\xc3\xa9\xe2\x80\xaf\xc2\xbb ici", 12,
	  "dit|\xc2\xab\xe2\x80\xafoccup\xc3\xa9\xe2\x80\xaf\xc2\xbb|ici|" },
	{ "Chinese parts anywhere", "\xe5\x91\xbc\xe5\x8f\xab\xe8\xa2\xab\xe6\x8b\x92\xe7\xbb\x9d", 4,
	  "\xe5\x91\xbc\xe5\x8f\xab|\xe8\xa2\xab\xe6\x8b\x92|\xe7\xbb\x9d|" },
	{ "but not before a closing mark",
	  "\xe5\x91\xbc\xe5\x8f\xab\xe8\xa2\xab\xe6\x8b\x92\xe3\x80\x82\xe7\xbb\x9d", 8,
	  "\xe5\x91\xbc\xe5\x8f\xab\xe8\xa2\xab|\xe6\x8b\x92\xe3\x80\x82\xe7\xbb\x9d|" },
	{ "nor behind an opening one",
	  "\xe5\x91\xbc\xe5\x8f\xab\xe3\x80\x8c\xe8\xa2\xab\xe6\x8b\x92\xe3\x80\x8d", 6,
	  "\xe5\x91\xbc\xe5\x8f\xab|\xe3\x80\x8c\xe8\xa2\xab|\xe6\x8b\x92\xe3\x80\x8d|" },
	{ "nor before a small kana", "\xe3\x82\xb3\xe3\x83\xbc\xe3\x83\xab\xe3\x83\x81\xe3\x83\xa3", 8,
	  "\xe3\x82\xb3\xe3\x83\xbc\xe3\x83\xab|\xe3\x83\x81\xe3\x83\xa3|" },
	{ "beside a word in Latin letters",
	  "\xe7\x94\xa8"
	  "486\xe8\xa1\xa8\xe7\xa4\xba\xe5\xbf\x99",
	  6,
	  "\xe7\x94\xa8"
	  "486|\xe8\xa1\xa8\xe7\xa4\xba\xe5\xbf\x99|" },
	{ "an accent before a closing mark", "ab\xe3\x81\x8b\xe3\x82\x99\xe3\x80\x82", 4,
	  "ab|\xe3\x81\x8b\xe3\x82\x99\xe3\x80\x82|" },
	{ "an accent on a wide letter", "\xe3\x81\x8b\xe3\x82\x99\xe3\x81\x8d\xe3\x82\x99\xe3\x81\x8f", 4,
	  "\xe3\x81\x8b\xe3\x82\x99\xe3\x81\x8d\xe3\x82\x99|\xe3\x81\x8f|" },
	{ "bytes that are no UTF-8 count one each", "\xff\xff\xff", 2, "\xff\xff|\xff|" },
};

static void check_lines(void **state)
{
	const struct wrap_case *row = *state;
	const char *text = row->text;
	char lines[256] = "";
	size_t length = 0;
	struct wrap_line line;
	while (wrap_next(&text, row->width, &line))
		length += (size_t)snprintf(lines + length, sizeof lines - length, "%.*s|", (int)line.length,
		                           line.text);
	assert_string_equal(lines, row->lines);
}

/* Text of short and long words, some of them wide, with blanks and line ends between. */
static void make_text(char *text, size_t size, uint32_t *seed)
{
	static const char *const words[] = { "a",
		                             "of",
		                             "busy",
		                             "unavailable",
		                             "\xe4\xb8\xad\xe6\x96\x87",
		                             "e\xcc\x81t\xc3\xa9",
		                             "Call/Transaction-Does-Not-Exist",
		                             "\xf0\x9f\x98\x80" };
	size_t length = 0, count = random_next(seed) % 25;
	text[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		const char *glue = i == 0                  ? ""
		                   : random_next(seed) % 9 ? " "
		                   : random_next(seed) % 2 ? "\n"
		                                           : "  ";
		length += (size_t)snprintf(text + length, size - length, "%s%s", glue,
		                           words[random_next(seed) % COUNT(words)]);
	}
	assert_true(length < size);
}

static size_t keep(char *to, size_t at, const char *from, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (from[i] != ' ' && from[i] != '\n')
			to[at++] = from[i];
	return at;
}

static void check_text(const char *text, size_t width)
{
	char before[2048], after[2048];
	size_t kept = keep(before, 0, text, strlen(text)), at = 0, last = 0;
	const char *rest = text;
	const char *before_end = NULL; /* where the line before ended for want of room */
	struct wrap_line line;
	while (wrap_next(&rest, width, &line)) {
		size_t columns = utf8_width(line.text, line.length);
		assert_int_equal(columns, line.columns);
		bool alone = utf8_next(line.text, line.length + 1).length >= line.length;
		CHECK(columns <= width || alone, "%zu columns of %zu: '%.*s'", columns, width,
		      (int)line.length, line.text);
		assert_null(memchr(line.text, '\n', line.length));
		if (line.length > 0) {
			assert_int_not_equal(line.text[0], ' ');
			assert_int_not_equal(line.text[line.length - 1], ' ');
		}
		const char *end = memchr(line.text, ' ', line.length);
		size_t word = utf8_width(line.text, end ? (size_t)(end - line.text) : line.length);
		size_t gap = before_end ? (size_t)(line.text - before_end) : width;
		CHECK(last + gap + word > width, "'%.*s' would have fitted in %zu: %s", (int)line.length,
		      line.text, width, text);
		before_end = rest[-1] != '\n' ? line.text + line.length : NULL;
		last = columns;
		at = keep(after, at, line.text, line.length);
	}
	CHECK(at == kept && memcmp(before, after, kept) == 0, "not all of the text came out: '%s'", text);
}

static void test_wrap_keeps_all_text_within_the_width(void **state)
{
	(void)state;
	uint32_t seed = 486;
	for (int round = 0; round < 3000; round++) {
		char text[2048];
		make_text(text, sizeof text, &seed);
		for (size_t width = 1; width < 60; width += 1 + width / 8)
			check_text(text, width);
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, cases, check_lines);
	SUITE_TEST(&suite, test_wrap_keeps_all_text_within_the_width);
	return suite_run(&suite, "wrap");
}
