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

/* How many bytes of whole words fit a line; 0 when already the first word is longer than that. */
static size_t fit_words(const char *text, size_t width, size_t *columns)
{
	size_t at = 0, end = width; /* where the line is full, should all that follows be ASCII */
	for (;;) {
		while (at < end && text[at] >= ' ' && text[at] < 0x7f) /* most text is */
			at++;
		if (text[at] == '\0' || text[at] == '\n')
			break;
		size_t wide, bytes = next_char(text + at, &wide);
		if (wide > end - at) {
			while (at > 0 && text[at] != ' ')
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
