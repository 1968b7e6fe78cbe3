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

static size_t measure_word(const char *text, size_t *columns)
{
	size_t length = 0, wide;
	*columns = 0;
	for (;;) {
		size_t start = length;
		while (text[length] > ' ' && text[length] < 0x7f) /* most text is ASCII */
			length++;
		*columns += length - start;
		if (ends_word(text[length]))
			return length;
		length += next_char(text + length, &wide);
		*columns += wide;
	}
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

bool wrap_next(const char **text, size_t width, struct wrap_line *line)
{
	const char *start = *text + count_blanks(*text);
	if (*start == '\0')
		return false;
	size_t columns;
	size_t length = measure_word(start, &columns);
	if (columns > width)
		length = break_word(start, width, &columns);
	while (start[length] == ' ') {
		size_t blanks = count_blanks(start + length), wide;
		size_t word = measure_word(start + length + blanks, &wide);
		if (word == 0 || columns + blanks + wide > width)
			break;
		length += blanks + word;
		columns += blanks + wide;
	}
	*line = (struct wrap_line){ start, length, columns };
	const char *rest = start + length + count_blanks(start + length);
	*text = *rest == '\n' ? rest + 1 : rest;
	return true;
}
