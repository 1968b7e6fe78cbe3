// SPDX-License-Identifier: MIT
// Reading selectors: what the operands of a command, or the lines of its input, choose from the
// table.

#include <string.h>

#include "fold.h"
#include "table.h"

/* A piece of an operand: a word between blanks, or all from there to the end. */
struct span {
	const char *text;
	size_t length;
};

enum token {
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_CLASS,
	TOKEN_RANGE,
	TOKEN_VARIANT,
	TOKEN_VERSION, /* SIP/2.0, the start of a status line */
	TOKEN_INVALID
};

static struct span trim(struct span s)
{
	while (s.length > 0 && fold_is_blank(s.text[0])) {
		s.text++;
		s.length--;
	}
	while (s.length > 0 && fold_is_blank(s.text[s.length - 1]))
		s.length--;
	return s;
}

static struct span whole(const char *operand)
{
	return trim((struct span){ operand, strlen(operand) });
}

static struct span first_word(struct span s)
{
	size_t n = 0;
	while (n < s.length && !fold_is_blank(s.text[n]))
		n++;
	return (struct span){ s.text, n };
}

static struct span after(struct span s, struct span word)
{
	return trim((struct span){ s.text + word.length, s.length - word.length });
}

static bool equals(struct span s, const char *text)
{
	if (s.length != strlen(text))
		return false;
	for (size_t i = 0; i < s.length; i++)
		if (fold_lower(s.text[i]) != fold_lower(text[i]))
			return false;
	return true;
}

/* Three digits from 100 on, or 0. */
static int number(const char *text)
{
	if (!fold_is_digit(text[0]) || !fold_is_digit(text[1]) || !fold_is_digit(text[2]) || text[0] == '0')
		return 0;
	return (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
}

static const struct sipcode *find_variant(struct span name)
{
	const struct sipcode *entry = NULL;
	while ((entry = sipcode_next(SIPCODE_KIND_VARIANT, entry)))
		if (*table_string(entry->facts[SIPCODE_NAME]) &&
		    equals(name, table_string(entry->facts[SIPCODE_NAME])))
			return entry;
	return NULL;
}

static bool is_x(char c)
{
	return fold_lower(c) == 'x';
}

/* What begins with a digit and is made of these only was meant as a number. */
static bool looks_numeric(struct span s)
{
	for (size_t i = 0; i < s.length; i++)
		if (!strchr("0123456789xX-+", s.text[i]) || s.text[i] == '\0')
			return false;
	return s.length > 0 && fold_is_digit(s.text[0]);
}

static bool has_control(struct span s)
{
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.text[i] < 0x20 || s.text[i] == 0x7f)
			return true;
	return false;
}

static enum token read_token(struct span s, struct sipcode_selector *selector)
{
	const char *t = s.text;
	if (s.length == 3 && number(t)) {
		selector->low = selector->high = number(t);
		return TOKEN_NUMBER;
	}
	if (s.length == 3 && t[0] >= '1' && t[0] <= '9' && is_x(t[2]) &&
	    (fold_is_digit(t[1]) || is_x(t[1]))) {
		bool class = is_x(t[1]);
		selector->low = (t[0] - '0') * 100 + (class ? 0 : (t[1] - '0') * 10);
		selector->high = selector->low + (class ? 99 : 9);
		return class ? TOKEN_CLASS : TOKEN_RANGE;
	}
	if (s.length == 7 && t[3] == '-' && number(t) && number(t + 4)) {
		selector->low = number(t);
		selector->high = number(t + 4);
		return selector->low <= selector->high ? TOKEN_RANGE : TOKEN_INVALID;
	}
	if (find_variant(s))
		return TOKEN_VARIANT;
	if (equals(s, "SIP/2.0"))
		return TOKEN_VERSION;
	return s.length == 0 || looks_numeric(s) || has_control(s) ? TOKEN_INVALID : TOKEN_WORD;
}

static enum token token_of(const char *operand)
{
	struct sipcode_selector scratch;
	if (strlen(operand) > SIPCODE_OPERAND_MAX)
		return TOKEN_INVALID;
	return read_token(first_word(whole(operand)), &scratch);
}

static bool phrase_matches(const struct sipcode *entry, const struct fold *phrase)
{
	if (fold_equals(phrase, sipcode_value(entry, SIPCODE_PHRASE, 0)))
		return true;
	for (const char *s = sipcode_value(entry, SIPCODE_ALIAS, 0); *s; s = sipcode_value_next(s))
		if (fold_equals(phrase, s))
			return true;
	return false;
}

/* Codes first, then variants: the next entry of that phrase after `previous`. */
static const struct sipcode *next_by_phrase(const struct fold *phrase, const struct sipcode *previous)
{
	const struct sipcode *entry = previous;
	if (!entry || entry->kind == SIPCODE_KIND_CODE) {
		while ((entry = sipcode_next(SIPCODE_KIND_CODE, entry)))
			if (phrase_matches(entry, phrase))
				return entry;
	}
	while ((entry = sipcode_next(SIPCODE_KIND_VARIANT, entry)))
		if (phrase_matches(entry, phrase))
			return entry;
	return NULL;
}

static void fold_operands(struct fold *fold, const char *const *operands, size_t count)
{
	fold->length = 0;
	for (size_t i = 0; i < count && fold->length <= FOLD_MAX; i++)
		fold_add(fold, operands[i], strlen(operands[i]));
}

static void select_phrase(const char *const *operands, size_t count, struct sipcode_selector *selector)
{
	struct fold fold = { 0, "" };
	selector->kind = SIPCODE_SELECT_NOTHING;
	for (size_t n = 1; n <= count && fold.length <= FOLD_MAX; n++) {
		if (n > 1 && token_of(operands[n - 1]) != TOKEN_WORD)
			break;
		fold_add(&fold, operands[n - 1], strlen(operands[n - 1]));
		const struct sipcode *entry = next_by_phrase(&fold, NULL);
		if (!entry)
			continue;
		selector->kind = SIPCODE_SELECT_PHRASE;
		selector->entry = entry;
		selector->count = n;
	}
}

/* The words after a number choose among its variants. */
static void select_variant(struct span rest, const char *const *operands, size_t count,
                           struct sipcode_selector *selector)
{
	selector->entry = sipcode_find(selector->low);
	struct fold fold = { 0, "" };
	fold_add(&fold, rest.text, rest.length);
	for (; selector->count < count && token_of(operands[selector->count]) == TOKEN_WORD;
	     selector->count++)
		fold_add(&fold, operands[selector->count], strlen(operands[selector->count]));
	const struct sipcode *entry = NULL;
	while ((entry = sipcode_next(SIPCODE_KIND_VARIANT, entry)))
		if (entry->number == selector->low && phrase_matches(entry, &fold))
			selector->entry = entry;
}

/* 603+ Network Blocked: the words after a variant belong to it when they are its phrase. */
static void skip_phrase(const char *const *operands, size_t count, struct sipcode_selector *selector)
{
	struct fold fold = { 0, "" };
	for (size_t n = 1; n < count && token_of(operands[n]) == TOKEN_WORD && fold.length <= FOLD_MAX; n++) {
		fold_add(&fold, operands[n], strlen(operands[n]));
		if (phrase_matches(selector->entry, &fold))
			selector->count = n + 1;
	}
}

/* After SIP/2.0 stands the number, in the same operand or in the next. */
static bool skip_version(struct span *s, const char *const *operands, size_t count,
                         struct sipcode_selector *selector)
{
	*s = after(*s, first_word(*s));
	if (s->length == 0 && count > 1 && token_of(operands[1]) == TOKEN_NUMBER) {
		*s = whole(operands[1]);
		selector->count = 2;
	}
	return read_token(first_word(*s), selector) == TOKEN_NUMBER;
}

void sipcode_select(const char *const *operands, size_t count, struct sipcode_selector *selector)
{
	*selector =
	        (struct sipcode_selector){ .kind = SIPCODE_SELECT_INVALID, .operands = operands, .count = 1 };
	if (strlen(operands[0]) > SIPCODE_OPERAND_MAX)
		return;
	struct span s = whole(operands[0]);
	struct span word = first_word(s);
	enum token token = read_token(word, selector);
	if (token == TOKEN_VERSION) {
		if (!skip_version(&s, operands, count, selector))
			return;
		word = first_word(s);
		token = TOKEN_NUMBER;
	}
	struct span rest = after(s, word);
	switch (token) {
	case TOKEN_NUMBER:
		selector->kind = SIPCODE_SELECT_NUMBER;
		select_variant(rest, operands, count, selector);
		break;
	case TOKEN_VARIANT:
		selector->kind = SIPCODE_SELECT_NUMBER;
		selector->entry = find_variant(word);
		selector->low = selector->high = selector->entry->number;
		skip_phrase(operands, count, selector);
		break;
	case TOKEN_CLASS:
		if (rest.length == 0) {
			selector->entry = sipcode_find_class(selector->low / 100);
			selector->kind = selector->entry ? SIPCODE_SELECT_CLASS : SIPCODE_SELECT_RANGE;
		}
		break;
	case TOKEN_RANGE:
		if (rest.length == 0)
			selector->kind = SIPCODE_SELECT_RANGE;
		break;
	case TOKEN_WORD:
		select_phrase(operands, count, selector);
		break;
	case TOKEN_VERSION:
	case TOKEN_INVALID:
		break;
	}
}

const struct sipcode *sipcode_selected(const struct sipcode_selector *selector,
                                       const struct sipcode *previous)
{
	if (selector->kind == SIPCODE_SELECT_NUMBER)
		return previous ? NULL : selector->entry;
	if (selector->kind == SIPCODE_SELECT_PHRASE) {
		struct fold fold;
		fold_operands(&fold, selector->operands, selector->count);
		return next_by_phrase(&fold, previous);
	}
	if (selector->kind != SIPCODE_SELECT_CLASS && selector->kind != SIPCODE_SELECT_RANGE)
		return NULL;
	const struct sipcode *code = previous;
	do
		code = sipcode_next(SIPCODE_KIND_CODE, code);
	while (code && code->number < selector->low);
	return code && code->number <= selector->high ? code : NULL;
}
