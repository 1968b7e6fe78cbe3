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
	TOKEN_REASON,  /* q850:17 */
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
		if (*sipcode_value(entry, SIPCODE_NAME, 0) &&
		    equals(name, sipcode_value(entry, SIPCODE_NAME, 0)))
			return entry;
	return NULL;
}

static const struct sipcode *find_protocol(struct span name)
{
	struct fold fold = { 0, "" };
	const struct sipcode *entry = NULL;
	fold_add(&fold, name.text, name.length);
	while ((entry = sipcode_next(SIPCODE_KIND_PROTOCOL, entry)))
		if (fold_equals(&fold, sipcode_value(entry, SIPCODE_PROTOCOL, 0)))
			return entry;
	return NULL;
}

/* A cause that its protocol counts itself; the protocol where that number has no entry of its own. */
static const struct sipcode *find_reason(const struct sipcode *protocol, int cause)
{
	const struct sipcode *entry = NULL;
	while ((entry = sipcode_next(SIPCODE_KIND_REASON, entry)))
		if (entry->number == protocol->number && entry->other == cause)
			return entry;
	return protocol;
}

static const struct sipcode *find_warning(int code)
{
	const struct sipcode *entry = sipcode_next(SIPCODE_KIND_WARNING, NULL);
	while (entry && entry->number != code)
		entry = sipcode_next(SIPCODE_KIND_WARNING, entry);
	return entry;
}

/* "q850:17", "emm:": a protocol, then digits; how many bytes stand before the colon, 0 when it is not that. */
static size_t reason_name(struct span s)
{
	size_t name = 0;
	while (name < s.length && s.text[name] != ':')
		name++;
	for (size_t i = name + 1; i < s.length; i++)
		if (!fold_is_digit(s.text[i]))
			return 0;
	return name < s.length && s.length - name <= 6 ? name : 0;
}

/* A number behind a colon that could stand by itself. */
static void select_number(enum sipcode_kind of, int number, struct sipcode_selector *selector)
{
	if (number < 100 || number > 999)
		return;
	selector->kind = SIPCODE_SELECT_NUMBER;
	selector->of = of;
	selector->low = selector->high = number;
}

/* The causes of SIP and STIR are response codes, RFC 3326 section 2 and RFC 9410 section 4. */
static void select_reason(struct span s, struct sipcode_selector *selector)
{
	struct span name = { s.text, reason_name(s) };
	int cause = 0;
	for (size_t i = name.length + 1; i < s.length; i++)
		cause = cause * 10 + (s.text[i] - '0');
	selector->kind = SIPCODE_SELECT_REASON;
	if (equals(name, "warning")) {
		selector->entry = find_warning(cause);
		select_number(SIPCODE_KIND_WARNING, cause, selector);
		return;
	}
	const struct sipcode *protocol = find_protocol(name);
	if (!protocol || s.length == name.length + 1) {
		selector->entry = protocol;
		return;
	}
	const char *known = sipcode_value(protocol, SIPCODE_PROTOCOL, 0);
	if (strcmp(known, "SIP") == 0 || strcmp(known, "STIR") == 0) {
		selector->entry = sipcode_find(cause);
		select_number(SIPCODE_KIND_CODE, cause, selector);
		return;
	}
	selector->entry =
	        strcmp(known, "Q.850") == 0 ? sipcode_find_cause(cause) : find_reason(protocol, cause);
}

static bool is_x(char c)
{
	return fold_lower(c) == 'x';
}

/* What begins with a digit and is made of these only was meant as a number. */
static bool looks_numeric(struct span s)
{
	for (size_t i = 0; i < s.length; i++)
		if (!strchr("0123456789xX-+,", s.text[i]) || s.text[i] == '\0')
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

/* One to three digits, or 0 when it is no number of a cause. */
static int cause_number(struct span s)
{
	int n = 0;
	if (s.length == 0 || s.length > 3 || s.text[0] == '0')
		return 0;
	for (size_t i = 0; i < s.length; i++) {
		if (!fold_is_digit(s.text[i]))
			return 0;
		n = n * 10 + (s.text[i] - '0');
	}
	return n <= 127 ? n : 0;
}

/* 17, 16-21 */
static enum token read_cause(struct span s, struct sipcode_selector *selector)
{
	size_t dash = 0;
	while (dash < s.length && s.text[dash] != '-')
		dash++;
	bool range = dash < s.length;
	selector->low = cause_number((struct span){ s.text, dash });
	selector->high =
	        range ? cause_number((struct span){ s.text + dash + 1, s.length - dash - 1 }) : selector->low;
	if (selector->low == 0 || selector->high < selector->low)
		return TOKEN_INVALID;
	return range ? TOKEN_RANGE : TOKEN_NUMBER;
}

static enum token read_token(struct span s, struct sipcode_selector *selector)
{
	const char *t = s.text;
	if (reason_name(s))
		return TOKEN_REASON;
	if (selector->of == SIPCODE_KIND_CAUSE && looks_numeric(s))
		return read_cause(s, selector);
	if (s.length == 3 && number(t)) {
		selector->low = selector->high = number(t);
		return TOKEN_NUMBER;
	}
	if (s.length == 3 && t[0] >= '1' && t[0] <= '9' && is_x(t[2]) &&
	    (fold_is_digit(t[1]) || is_x(t[1]))) {
		bool class = is_x(t[1]);
		selector->low = (t[0] - '0') * 100 + (class ? 0 : (t[1] - '0') * 10);
		selector->high = selector->low + (class ? 99 : 9);
		return class && selector->of == SIPCODE_KIND_CODE ? TOKEN_CLASS : TOKEN_RANGE;
	}
	if (s.length == 7 && t[3] == '-' && number(t) && number(t + 4)) {
		selector->low = number(t);
		selector->high = number(t + 4);
		return selector->low <= selector->high ? TOKEN_RANGE : TOKEN_INVALID;
	}
	if (selector->of == SIPCODE_KIND_CODE && find_variant(s))
		return TOKEN_VARIANT;
	if (equals(s, "SIP/2.0"))
		return TOKEN_VERSION;
	return s.length == 0 || looks_numeric(s) || has_control(s) ? TOKEN_INVALID : TOKEN_WORD;
}

static enum token token_of(const char *operand, enum sipcode_kind of)
{
	struct sipcode_selector scratch = { .of = of };
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

/* Codes first, then variants, or the entries of another kind: the next of that phrase after `previous`. */
static const struct sipcode *next_by_phrase(enum sipcode_kind of, const struct fold *phrase,
                                            const struct sipcode *previous)
{
	const struct sipcode *entry = previous;
	if (!entry || entry->kind == of) {
		while ((entry = sipcode_next(of, entry)))
			if (phrase_matches(entry, phrase))
				return entry;
	}
	if (of != SIPCODE_KIND_CODE)
		return NULL;
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
		if (n > 1 && token_of(operands[n - 1], selector->of) != TOKEN_WORD)
			break;
		fold_add(&fold, operands[n - 1], strlen(operands[n - 1]));
		const struct sipcode *entry = next_by_phrase(selector->of, &fold, NULL);
		if (!entry)
			continue;
		selector->kind = SIPCODE_SELECT_PHRASE;
		selector->entry = entry;
		selector->count = n;
	}
}

/* The words after a number choose among its variants. Where some stand in its operand, they are all of them. */
static void select_variant(struct span rest, const char *const *operands, size_t count,
                           struct sipcode_selector *selector)
{
	selector->entry = sipcode_find(selector->low);
	struct fold fold = { 0, "" };
	fold_add(&fold, rest.text, rest.length);
	for (; rest.length == 0 && selector->count < count &&
	       token_of(operands[selector->count], selector->of) == TOKEN_WORD;
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
	for (size_t n = 1;
	     n < count && token_of(operands[n], selector->of) == TOKEN_WORD && fold.length <= FOLD_MAX; n++) {
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
	if (s->length == 0 && count > 1 && token_of(operands[1], selector->of) == TOKEN_NUMBER) {
		*s = whole(operands[1]);
		selector->count = 2;
	}
	return read_token(first_word(*s), selector) == TOKEN_NUMBER;
}

/* The entry of that number, for causes and warnings. */
static const struct sipcode *find_number(const struct sipcode_selector *selector)
{
	return selector->of == SIPCODE_KIND_CAUSE ? sipcode_find_cause(selector->low)
	                                          : find_warning(selector->low);
}

void sipcode_select(const char *const *operands, size_t count, enum sipcode_kind of,
                    struct sipcode_selector *selector)
{
	*selector = (struct sipcode_selector){
		.kind = SIPCODE_SELECT_INVALID, .of = of, .operands = operands, .count = 1
	};
	if (strlen(operands[0]) > SIPCODE_OPERAND_MAX)
		return;
	struct span s = whole(operands[0]);
	struct span word = first_word(s);
	enum token token = read_token(word, selector);
	if (token == TOKEN_VERSION && of == SIPCODE_KIND_CODE) {
		if (!skip_version(&s, operands, count, selector))
			return;
		word = first_word(s);
		token = TOKEN_NUMBER;
	}
	struct span rest = after(s, word);
	switch (token) {
	case TOKEN_NUMBER:
		if (looks_numeric(first_word(rest))) /* two codes, and no phrase */
			break;
		selector->kind = SIPCODE_SELECT_NUMBER;
		if (of == SIPCODE_KIND_CODE)
			select_variant(rest, operands, count, selector);
		else
			selector->entry = find_number(selector);
		break;
	case TOKEN_REASON:
		if (rest.length == 0)
			select_reason(word, selector);
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
	if (selector->kind == SIPCODE_SELECT_NUMBER || selector->kind == SIPCODE_SELECT_REASON)
		return previous ? NULL : selector->entry;
	if (selector->kind == SIPCODE_SELECT_PHRASE) {
		struct fold fold;
		fold_operands(&fold, selector->operands, selector->count);
		return next_by_phrase(selector->of, &fold, previous);
	}
	if (selector->kind != SIPCODE_SELECT_CLASS && selector->kind != SIPCODE_SELECT_RANGE)
		return NULL;
	const struct sipcode *entry = previous;
	do
		entry = sipcode_next(selector->of, entry);
	while (entry && entry->number < selector->low);
	return entry && entry->number <= selector->high ? entry : NULL;
}
