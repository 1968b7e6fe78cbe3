// SPDX-License-Identifier: MIT
// A strict reader of JSON that keeps nothing, to check what the program prints.

#include <string.h>

#include "support.h"
#include "utf8.h"

static bool read_value(const char **at);

static bool read_word(const char **at, const char *word)
{
	size_t length = strlen(word);
	if (strncmp(*at, word, length) != 0)
		return false;
	*at += length;
	return true;
}

static bool read_escape(const char **at)
{
	if (**at == 'u') {
		bool good = strspn(*at + 1, "0123456789abcdefABCDEF") >= 4;
		*at += good ? 5 : 0;
		return good;
	}
	bool good = **at && strchr("\"\\/bfnrt", **at);
	*at += good ? 1 : 0;
	return good;
}

static bool read_string(const char **at)
{
	if (!read_word(at, "\""))
		return false;
	while (**at != '"') {
		struct utf8 c = utf8_next(*at, strlen(*at) + 1);
		if (!c.valid || c.code < 0x20)
			return false;
		*at += c.length;
		if (c.code == '\\' && !read_escape(at))
			return false;
	}
	(*at)++;
	return true;
}

static bool read_number(const char **at)
{
	read_word(at, "-");
	size_t digits = strspn(*at, "0123456789");
	bool good = digits > 0 && (digits == 1 || **at != '0');
	*at += digits;
	return good;
}

static bool read_members(const char **at, char end, bool named)
{
	(*at)++;
	if (**at == end) {
		(*at)++;
		return true;
	}
	do {
		if (named && (!read_string(at) || !read_word(at, ":")))
			return false;
		if (!read_value(at))
			return false;
	} while (read_word(at, ","));
	bool good = **at == end;
	*at += good ? 1 : 0;
	return good;
}

static bool read_value(const char **at)
{
	switch (**at) {
	case '{':
		return read_members(at, '}', true);
	case '[':
		return read_members(at, ']', false);
	case '"':
		return read_string(at);
	case 't':
		return read_word(at, "true");
	case 'f':
		return read_word(at, "false");
	case 'n':
		return read_word(at, "null");
	default:
		return read_number(at);
	}
}

bool json_is_valid(const char *text)
{
	return read_value(&text) && *text == '\0';
}

void json_keys(const char *text, char *buffer, size_t size)
{
	size_t length = 0;
	buffer[0] = '\0';
	text++;
	while (*text == '"') {
		const char *key = text + 1;
		read_string(&text);
		length += (size_t)snprintf(buffer + length, size - length, "%s%.*s", length ? " " : "",
		                           (int)(text - 1 - key), key);
		assert_true(length < size);
		text++;
		read_value(&text);
		text += *text == ',' ? 1 : 0;
	}
}
