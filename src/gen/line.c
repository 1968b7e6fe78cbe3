// SPDX-License-Identifier: MIT
// Reading the value of a line.

#include "line.h"

#include <stdlib.h>
#include <string.h>

bool line_number(const char *text, unsigned low, unsigned high, unsigned *number)
{
	size_t digits = strspn(text, "0123456789");
	if (digits == 0 || digits > 3 || text[digits] != '\0' || text[0] == '0')
		return false;
	*number = (unsigned)strtoul(text, NULL, 10);
	return *number >= low && *number <= high;
}

bool line_is_token(const char *tokens, const char *text, size_t length)
{
	if (length == 0 || memchr(text, ' ', length))
		return false;
	for (const char *at = tokens; (at = strstr(at, " ")) && at[1]; at++)
		if (strncmp(at + 1, text, length) == 0 && at[1 + length] == ' ')
			return true;
	return false;
}
