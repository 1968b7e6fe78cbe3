// SPDX-License-Identifier: MIT
// Comparing text by its letters and digits, in ASCII and without a locale.

#include "fold.h"

#include <string.h>

bool fold_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool fold_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char fold_lower(char c)
{
	/* not tolower(): the locale has no say in protocol text */
	if (c < 'A' || c > 'Z')
		return c;
	return (char)(c - 'A' + 'a');
}

bool fold_counts(char c)
{
	char l = fold_lower(c);
	return fold_is_digit(l) || (l >= 'a' && l <= 'z') || (unsigned char)l >= 0x80;
}

bool fold_is_token(char c)
{
	return (fold_counts(c) && (unsigned char)c < 0x80) || (c && strchr("-.!%*_+`'~", c));
}

void fold_add(struct fold *fold, const char *text, size_t length)
{
	for (size_t i = 0; i < length && fold->length <= FOLD_MAX; i++) {
		if (!fold_counts(text[i]))
			continue;
		if (fold->length < FOLD_MAX)
			fold->text[fold->length] = fold_lower(text[i]);
		fold->length++;
	}
}

bool fold_equals(const struct fold *fold, const char *phrase)
{
	if (fold->length == 0 || fold->length > FOLD_MAX)
		return false;
	size_t at = 0;
	for (; *phrase; phrase++) {
		if (!fold_counts(*phrase))
			continue;
		if (at == fold->length || fold->text[at] != fold_lower(*phrase))
			return false;
		at++;
	}
	return at == fold->length;
}
