// SPDX-License-Identifier: MIT
// Breaking text into lines of a given number of columns.

#include "wrap.h"

#include <string.h>

#include "utf8.h"

bool wrap_next(const char **text, size_t width, struct wrap_line *line)
{
	const char *start = *text + strspn(*text, " ");
	if (*start == '\0')
		return false;
	const char *at = start, *end = start; /* the line up to `end` is whole words */
	size_t columns = 0, end_columns = 0, left = strlen(start);
	while (*at && *at != '\n') {
		struct utf8 c = utf8_next(at, left);
		size_t wide = c.valid ? utf8_char_width(c.code) : 1;
		if (columns + wide > width && at > start && *at != ' ')
			break;
		if (*at == ' ' && columns > width)
			break;
		at += c.length;
		left -= c.length;
		columns += wide;
		if (*at == ' ' || *at == '\0' || *at == '\n') {
			if (at[-1] != ' ') {
				end = at;
				end_columns = columns;
			}
			if (columns >= width)
				break;
		}
	}
	if (end == start && at > start) { /* not even one word: break it */
		end = at;
		end_columns = columns;
	}
	*line = (struct wrap_line){ start, (size_t)(end - start), end_columns };
	end += strspn(end, " ");
	*text = *end == '\n' ? end + 1 : end;
	return true;
}
