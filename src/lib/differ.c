// SPDX-License-Identifier: MIT
// What sets response codes apart, as fields and as whole sentences.

#include <string.h>

#include "sipcode.h"

enum { CLAUSE_MAX = 512, SENTENCE_MAX = 2048, KEY_MAX = 64, LABEL_MAX = 128, AFTER_OWN = 2 };

/* By rule, in this order. */
static const enum sipcode_field ranked[] = {
	SIPCODE_SUMMARY, SIPCODE_RETRY,   SIPCODE_FAILOVER,     SIPCODE_FORK,        SIPCODE_DIALOG_EFFECT,
	SIPCODE_SENT_BY, SIPCODE_METHODS, SIPCODE_HEADERS_MUST, SIPCODE_HEADERS_MAY, SIPCODE_Q850,
};

/* Where a missing value is an answer, "none"; elsewhere it means that the question does not arise. */
static bool may_be_none(enum sipcode_field field)
{
	return field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY || field == SIPCODE_Q850;
}

static bool same_value(const char *a, const char *b)
{
	while (*a && strcmp(a, b) == 0) {
		a = sipcode_value_next(a);
		b = sipcode_value_next(b);
	}
	return strcmp(a, b) == 0;
}

static bool differs(const struct sipcode *const *codes, size_t count, enum sipcode_field field, int language)
{
	bool different = false;
	const char *first = sipcode_value(codes[0], field, language);
	for (size_t i = 0; i < count; i++) {
		const char *value = sipcode_value(codes[i], field, language);
		if (!*value && !may_be_none(field))
			return false;
		different = different || !same_value(first, value);
	}
	return different;
}

static const struct sipcode *pair_of(const struct sipcode *const *codes, size_t count)
{
	if (count != 2 || sipcode_kind_of(codes[0]) != SIPCODE_KIND_CODE ||
	    sipcode_kind_of(codes[1]) != SIPCODE_KIND_CODE)
		return NULL;
	return sipcode_find_pair(sipcode_number(codes[0]), sipcode_number(codes[1]));
}

size_t sipcode_differ(const struct sipcode *const *codes, size_t count, int language,
                      struct sipcode_difference *differences)
{
	size_t found = 0;
	const struct sipcode *pair = pair_of(codes, count);
	const char *own = pair ? sipcode_value(pair, SIPCODE_DIFFERENCE, language) : "";
	for (; *own && found < SIPCODE_DIFFERENCES_MAX; own = sipcode_value_next(own))
		differences[found++] = (struct sipcode_difference){ SIPCODE_DIFFERENCE, own, codes, count };
	/* after words written for the pair, rules have little to add */
	size_t most = found > 0 ? found + AFTER_OWN : SIPCODE_DIFFERENCES_MAX;
	bool headers = false;
	for (size_t i = 0; i < sizeof ranked / sizeof ranked[0] && found < most; i++) {
		bool header = ranked[i] == SIPCODE_HEADERS_MUST || ranked[i] == SIPCODE_HEADERS_MAY;
		/* the pair's own sentence says what the summaries would; one sentence speaks of all headers */
		if ((ranked[i] == SIPCODE_SUMMARY && pair) || (header && headers))
			continue;
		if (!differs(codes, count, ranked[i], language))
			continue;
		headers = headers || header;
		differences[found++] = (struct sipcode_difference){ ranked[i], NULL, codes, count };
	}
	return found;
}

static void copy(char *buffer, size_t size, const char *text)
{
	sipcode_fill(buffer, size, text, NULL, 0);
}

/* A number below 1,000 in decimal digits. */
static void count_text(size_t count, char buffer[4])
{
	size_t digits = count > 99 ? 3 : count > 9 ? 2 : 1;
	buffer[digits] = '\0';
	for (; digits > 0; count /= 10)
		buffer[--digits] = (char)('0' + count % 10);
}

/* "INVITE, UPDATE and BYE": the items of a value, each by its word when it has one. */
static void list_text(const char *value, const char *words, const char *glue, int language, char *buffer,
                      size_t size)
{
	enum { ITEMS = 3, MOST = 4 };
	char joined[CLAUSE_MAX], more[4];
	size_t items = 0, at = 0;
	for (const char *item = value; *item; item = sipcode_value_next(item))
		items++;
	copy(buffer, size, "");
	for (bool first = true; *value; value = sipcode_value_next(value), first = false) {
		if (at++ == ITEMS && items > MOST) {
			count_text(items - ITEMS, more);
			struct sipcode_argument rest[] = { { "a", buffer }, { "b", more } };
			sipcode_fill(joined, sizeof joined, sipcode_word(language, "list.more"), rest, 2);
			copy(buffer, size, joined);
			return;
		}
		char key[KEY_MAX];
		const struct sipcode_argument parts[] = { { "kind", words }, { "value", value } };
		sipcode_fill(key, sizeof key, "{kind}.{value}", parts, 2);
		const char *word = sipcode_word(language, key);
		struct sipcode_argument arguments[] = { { "a", buffer }, { "b", word ? word : value } };
		bool last = !*sipcode_value_next(value);
		sipcode_fill(joined, sizeof joined,
		             first ? "{b}" : sipcode_word(language, last ? glue : "list.next"), arguments, 2);
		copy(buffer, size, joined);
	}
}

static const char *clause_key(const struct sipcode *code, enum sipcode_field field, int language)
{
	const char *value = sipcode_value(code, field, language);
	bool must = *sipcode_value(code, SIPCODE_HEADERS_MUST, language) != '\0';
	bool may = *sipcode_value(code, SIPCODE_HEADERS_MAY, language) != '\0';
	switch (field) {
	case SIPCODE_HEADERS_MUST:
	case SIPCODE_HEADERS_MAY:
		return must ? may ? "both" : "must" : may ? "may" : "none";
	case SIPCODE_METHODS:
		return strcmp(value, "any") == 0 ? "any" : "list";
	case SIPCODE_SUMMARY:
	case SIPCODE_SENT_BY:
	case SIPCODE_Q850:
		return *value ? "list" : "none";
	default:
		return value;
	}
}

static size_t clause(const struct sipcode *code, enum sipcode_field field, int language, char *buffer,
                     size_t size)
{
	char key[KEY_MAX], list[CLAUSE_MAX], must[CLAUSE_MAX], may[CLAUSE_MAX], number[LABEL_MAX];
	const char *rule = field == SIPCODE_HEADERS_MAY ? "headers_must" : sipcode_field_name(field);
	const struct sipcode_argument parts[] = { { "rule", rule },
		                                  { "case", clause_key(code, field, language) } };
	sipcode_fill(key, sizeof key, "differ.{rule}.{case}", parts, 2);
	list_text(sipcode_value(code, field, language), "role",
	          field == SIPCODE_METHODS ? "list.last" : "list.or", language, list, sizeof list);
	list_text(sipcode_value(code, SIPCODE_HEADERS_MUST, language), "", "list.last", language, must,
	          sizeof must);
	list_text(sipcode_value(code, SIPCODE_HEADERS_MAY, language), "", "list.last", language, may,
	          sizeof may);
	sipcode_label(code, number, sizeof number);
	struct sipcode_argument arguments[] = {
		{ "code", number }, { "list", list }, { "must", must }, { "may", may }
	};
	const char *words = sipcode_word(language, key);
	return sipcode_fill(buffer, size, words ? words : key, arguments,
	                    sizeof arguments / sizeof arguments[0]);
}

/* The clauses of all codes in one sentence: "{a}; {b}." */
static size_t clauses(const struct sipcode *const *codes, size_t count, enum sipcode_field field,
                      int language, char *buffer, size_t size)
{
	char joined[SENTENCE_MAX], next[CLAUSE_MAX], so_far[SENTENCE_MAX];
	clause(codes[0], field, language, so_far, sizeof so_far);
	for (size_t i = 1; i < count; i++) {
		clause(codes[i], field, language, next, sizeof next);
		struct sipcode_argument both[] = { { "a", so_far }, { "b", next } };
		sipcode_fill(joined, sizeof joined, sipcode_word(language, "differ.and"), both, 2);
		memcpy(so_far, joined, sizeof so_far);
	}
	struct sipcode_argument all[] = { { "a", so_far } };
	return sipcode_fill(buffer, size, sipcode_word(language, "differ.stop"), all, 1);
}

size_t sipcode_difference_text(const struct sipcode_difference *difference, int language, char *buffer,
                               size_t size)
{
	if (difference->own)
		return sipcode_fill(buffer, size, difference->own, NULL, 0);
	return clauses(difference->codes, difference->count, difference->field, language, buffer, size);
}

size_t sipcode_tell_apart(const struct sipcode *const *codes, size_t count, int language, char *buffer,
                          size_t size)
{
	const struct sipcode *pair = pair_of(codes, count);
	if (pair)
		return sipcode_fill(buffer, size, sipcode_value(pair, SIPCODE_SENTENCE, language), NULL, 0);
	return clauses(codes, count, SIPCODE_SUMMARY, language, buffer, size);
}
