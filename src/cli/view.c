// SPDX-License-Identifier: MIT
// Words and values in the language of the output.

#include "view.h"

#include <string.h>

const char *view_word(const struct view *view, enum word word)
{
	return sipcode_word_at(view->language, (int)word);
}

const char *view_value(const struct view *view, const struct sipcode *entry, enum sipcode_field field)
{
	return sipcode_value(entry, field, view->language);
}

const char *view_term(const struct view *view, const char *kind, const char *name)
{
	enum { KEY_SIZE = 128 };
	char key[KEY_SIZE];
	size_t length = strlen(kind);
	bool parted = true; /* no hyphen yet */
	if (length + 2 > sizeof key)
		return name;
	memcpy(key, kind, length);
	key[length++] = '.';
	for (const char *c = name; *c && length + 2 < sizeof key; c++) {
		bool counts =
		        (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
		if (!counts && !parted)
			key[length++] = '-';
		if (counts)
			key[length++] = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
		parted = !counts;
	}
	key[length] = '\0';
	const char *word = sipcode_word(view->language, key);
	return word ? word : name;
}
