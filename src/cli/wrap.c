// SPDX-License-Identifier: MIT
// Breaking text into lines of a given number of columns.

#include "wrap.h"

#include "utf8.h"

static bool ends_word(char c)
{
	return c == ' ' || c == '\n' || c == '\0';
}

static size_t count_blanks(const char *text)
{
	size_t count = 0;
	while (text[count] == ' ')
		count++;
	return count;
}

/* The character at `text`, in bytes and columns; reading stops at the NUL, for it continues no character. */
static size_t next_char(const char *text, size_t *columns)
{
	struct utf8 c = utf8_next(text, 4);
	*columns = c.valid ? utf8_char_width(c.code) : 1;
	return c.length;
}

/* As much of a word as fits, but one character at the least, with what combines with it. */
static size_t break_word(const char *text, size_t width, size_t *columns)
{
	size_t length = 0, wide;
	*columns = 0;
	while (!ends_word(text[length])) {
		size_t bytes = next_char(text + length, &wide);
		if (*columns + wide > width && length > 0)
			break;
		length += bytes;
		*columns += wide;
	}
	return length;
}

/* Marks that stay with what is before them, and those that stay with what follows (JIS X 4051). */
static bool is_one_of(const uint32_t *marks, size_t count, uint32_t code)
{
	for (size_t i = 0; i < count; i++)
		if (marks[i] == code)
			return true;
	return false;
}

static bool is_closing(uint32_t code)
{
	static const uint32_t marks[] = {
		'!',    ')',    ',',    '.',    ':',    ';',    '?',    ']',    '}',    0xbb,   0x2019,
		0x201d, 0x2026, 0x3001, 0x3002, 0x3005, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0x3015,
		0x3017, 0x301f, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087,
		0x30a1, 0x30a3, 0x30a5, 0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30fb, 0x30fc,
		0xff01, 0xff05, 0xff09, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff3d, 0xff5d,
	};
	return is_one_of(marks, sizeof marks / sizeof marks[0], code);
}

static bool is_opening(uint32_t code)
{
	static const uint32_t marks[] = { '(',    '[',    '{',    0xab,   0x2018, 0x201c,
		                          0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x3014,
		                          0x3016, 0x301d, 0xff08, 0xff3b, 0xff5b };
	return is_one_of(marks, sizeof marks / sizeof marks[0], code);
}

/* Whether a line may end between two characters that no blank parts: beside a wide one, as Chinese and Japanese do. */
static bool may_part(struct utf8 before, struct utf8 after)
{
	bool wide = before.valid && after.valid &&
	            (utf8_char_width(before.code) == 2 || utf8_char_width(after.code) == 2);
	return wide && utf8_char_width(after.code) > 0 && !is_closing(after.code) && !is_opening(before.code);
}

/* The last place before `end` at which a line may end: a blank, or between two characters; 0 when there is none. */
static size_t last_break(const char *text, size_t end)
{
	size_t at = 0, best = 0;
	struct utf8 before = { .valid = false };
	while (at <= end && text[at] != '\0') {
		struct utf8 c = utf8_next(text + at, 4);
		if (c.code == ' ' || may_part(before, c))
			best = at;
		before = utf8_char_width(c.code) > 0 || !c.valid ? c : before;
		at += c.length;
	}
	return best;
}

/* How many of the next `size` bytes are printable ASCII, as most text is. */
static size_t count_plain(const char *text, size_t size)
{
	const char *c = text, *end = text + size;
	while (c != end && (unsigned char)(*c - ' ') < 0x7f - ' ')
		c++;
	return (size_t)(c - text);
}

/* How many bytes of whole words fit a line; 0 when already the first word is longer than that. */
static size_t fit_words(const char *text, size_t width, size_t *columns)
{
	size_t at = 0, end = width; /* where the line is full, should all that follows be ASCII */
	bool parts = false;         /* a line may end elsewhere than at a blank */
	for (;;) {
		at += count_plain(text + at, end - at);
		if (text[at] == '\0' || text[at] == '\n')
			break;
		size_t wide, bytes = next_char(text + at, &wide);
		parts |= wide == 2;
		if (wide > end - at) {
			if (parts)
				at = last_break(text, at);
			while (!parts && at > 0 && text[at] != ' ')
				at--;
			break;
		}
		at += bytes;
		end += bytes - wide;
	}
	while (at > 0 && text[at - 1] == ' ')
		at--;
	*columns = end == width ? at : utf8_width(text, at);
	return at;
}

bool wrap_next(const char **text, size_t width, struct wrap_line *line)
{
	const char *start = *text + count_blanks(*text);
	if (*start == '\0')
		return false;
	size_t columns, length = fit_words(start, width, &columns);
	if (length == 0)
		length = break_word(start, width, &columns);
	*line = (struct wrap_line){ start, length, columns };
	const char *rest = start + length + count_blanks(start + length);
	*text = *rest == '\n' ? rest + 1 : rest;
	return true;
}
