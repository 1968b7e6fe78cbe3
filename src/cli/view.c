// SPDX-License-Identifier: MIT
// Words and values in the language of the output.

#include "view.h"

const char *view_word(const struct view *view, const char *key)
{
	const char *word = sipcode_word(view->language, key);
	return word ? word : key;
}

const char *view_value(const struct view *view, const struct sipcode *entry, enum sipcode_field field)
{
	return sipcode_value(entry, field, view->language);
}
