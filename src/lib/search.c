// SPDX-License-Identifier: MIT
// Searching the texts of all entries of a kind for words.

#include <string.h>

#include "fold.h"
#include "sipcode.h"

/* Where a word may be found, and how much a find there weighs; the heaviest first. */
static const struct {
	enum sipcode_field field;
	unsigned weight;
} places[] = {
	{ SIPCODE_CODE, 100 },       { SIPCODE_PHRASE, 100 },   { SIPCODE_ALIAS, 60 },
	{ SIPCODE_VARIANT, 50 },     { SIPCODE_SUMMARY, 30 },   { SIPCODE_HEADERS_MUST, 25 },
	{ SIPCODE_HEADERS_MAY, 20 }, { SIPCODE_ACTION, 20 },    { SIPCODE_DESCRIPTION, 10 },
	{ SIPCODE_WHEN_SEEN, 10 },   { SIPCODE_RESOLUTION, 8 }, { SIPCODE_SEND_WHEN, 6 },
	{ SIPCODE_METHODS, 5 },      { SIPCODE_MAPPING, 5 },    { SIPCODE_REFERENCE, 4 },
};

/* A whole word in a text is a better find than a piece of a word in a phrase. */
enum { INSIDE = 1, BEGINNING = 15, WHOLE = 20 };

static bool is_joint(char c)
{
	return c == '-' || c == '\'';
}

/* How many bytes of `text` the word covers, 0 when it is not there. Hyphens and apostrophes do not part: timeout finds time-out. */
static size_t covers(const char *text, const struct fold *word)
{
	size_t at = 0, i = 0;
	while (at < word->length) {
		if (is_joint(text[i]) && at > 0) {
			i++;
			continue;
		}
		if (text[i] == '\0' || fold_lower(text[i]) != word->text[at])
			return 0;
		at++;
		i++;
	}
	return i;
}

static unsigned quality(const char *text, const struct fold *word)
{
	char lower = word->text[0], upper = lower >= 'a' && lower <= 'z' ? (char)(lower - 'a' + 'A') : lower;
	const char first[] = { lower, upper, '\0' };
	unsigned best = 0;
	for (const char *t = strpbrk(text, first); t && best < WHOLE; t = strpbrk(t + 1, first)) {
		size_t length = covers(t, word);
		bool inside = t > text && fold_counts(t[-1]);
		unsigned found = 0;
		if (length > 0)
			found = inside ? INSIDE : fold_counts(t[length]) ? BEGINNING : WHOLE;
		if (found > best)
			best = found;
	}
	return best;
}

static unsigned score_word(const struct sipcode *entry, int language, const struct fold *word)
{
	unsigned best = 0;
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		if (places[i].weight * WHOLE <= best) /* nor can any place after it do better */
			break;
		const char *s = sipcode_value(entry, places[i].field, language);
		for (; *s; s = sipcode_value_next(s)) {
			unsigned score = places[i].weight * quality(s, word);
			if (score > best)
				best = score;
		}
	}
	return best;
}

/* 0 unless every word is found; one operand may hold several words. */
static unsigned score_entry(const struct sipcode *entry, int language, const char *const *words, size_t count)
{
	unsigned sum = 0;
	for (size_t i = 0; i < count; i++) {
		const char *w = words[i];
		while (*w) {
			struct fold word = { 0, "" };
			while (*w && !fold_counts(*w))
				w++;
			if (*w == '\0')
				break;
			for (; fold_counts(*w) || is_joint(*w); w++)
				fold_add(&word, w, 1);
			unsigned score = word.length > 0 && word.length <= FOLD_MAX
			                         ? score_word(entry, language, &word)
			                         : 0;
			if (score == 0)
				return 0;
			sum += score;
		}
	}
	return sum;
}

size_t sipcode_search(enum sipcode_kind kind, const char *const *words, size_t count, int language,
                      struct sipcode_hit *hits, size_t size)
{
	size_t found = 0;
	const struct sipcode *entry = NULL;
	while ((entry = sipcode_next(kind, entry))) {
		unsigned score = score_entry(entry, language, words, count);
		if (score == 0)
			continue;
		size_t at = found;
		while (at > 0 && hits[at - 1].score < score)
			at--;
		if (at >= size)
			continue;
		if (found < size)
			found++;
		memmove(&hits[at + 1], &hits[at], (found - 1 - at) * sizeof hits[0]);
		hits[at] = (struct sipcode_hit){ entry, score };
	}
	return found;
}
