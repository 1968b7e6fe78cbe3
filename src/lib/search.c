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

/* The letters behind U+00C0 to U+017F, without their accents; a capital stands for two letters. */
static const char latin[] = "aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkklllllll"
                            "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

_Static_assert(sizeof latin == 0x180 - 0xc0 + 1, "each character has its letter");

/** What a character comes to in a search. */
struct letter {
	size_t length; /* of the character, in bytes */
	char text[3];  /* one letter or digit in lower case, or two; "" for anything else */
	bool joins;    /* no letter, but words go on behind it: time-out, l'appel, a combining accent */
};

static struct letter latin_letter(unsigned code)
{
	static const char pairs[][4] = { "Aae", "Jij", "Ooe", "Sss", "Tth" };
	struct letter letter = { .length = 2 };
	char base = latin[code - 0xc0];
	letter.text[0] = base == ' ' ? '\0' : base;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if (base == pairs[i][0])
			memcpy(letter.text, pairs[i] + 1, 2);
	return letter;
}

static bool goes_on(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Letters of other scripts, and what is no UTF-8, are compared byte by byte. */
static struct letter next_letter(const char *text)
{
	unsigned char c = (unsigned char)text[0], d = c >= 0x80 ? (unsigned char)text[1] : 0;
	struct letter letter = { .length = 1, .text = { text[0] } };
	if (c < 0x80) {
		letter.text[0] = fold_counts(text[0]) ? fold_lower(text[0]) : '\0';
		letter.joins = c == '-' || c == '\'';
	} else if (!goes_on((char)d)) {
		return letter;
	} else if (c >= 0xc3 && c <= 0xc5) {
		return latin_letter((c & 0x1fU) << 6 | (d & 0x3fU));
	} else if (c == 0xc2 || (c == 0xcc || (c == 0xcd && d < 0xb0))) { /* marks; combining accents */
		letter = (struct letter){ .length = 2, .joins = c != 0xc2 };
	} else if (c == 0xe2 && (d == 0x80 || d == 0x81) &&
	           goes_on(text[2])) { /* blanks, dashes, quotation marks */
		letter = (struct letter){ .length = 3, .joins = d == 0x80 && (unsigned char)text[2] == 0x99 };
	}
	return letter;
}

/* How many bytes of `text` the word covers, 0 when it is not there. Hyphens and apostrophes do not part: timeout finds time-out. */
static size_t covers(const char *text, const struct fold *word)
{
	size_t at = 0, i = 0;
	while (at < word->length) {
		struct letter letter = next_letter(text + i);
		size_t letters = strlen(letter.text);
		if (letters == 0 && (at == 0 || !letter.joins))
			return 0;
		if (strncmp(letter.text, word->text + at, letters) != 0)
			return 0;
		at += letters;
		i += letter.length;
	}
	return i;
}

/* Whether a letter or digit ends before `at`. */
static bool is_inside(const char *text, const char *at)
{
	if (at == text)
		return false;
	for (at--; at > text && goes_on(*at);)
		at--;
	return next_letter(at).text[0] != '\0';
}

static unsigned quality(const char *text, const struct fold *word)
{
	char lower = word->text[0], upper = lower >= 'a' && lower <= 'z' ? (char)(lower - 'a' + 'A') : lower;
	const char first[] = { lower, upper, '\xc3', '\xc4', '\xc5', '\0' };
	unsigned best = 0;
	for (const char *t = strpbrk(text, first); t && best < WHOLE; t = strpbrk(t + 1, first)) {
		size_t length = covers(t, word);
		unsigned found = 0;
		if (length > 0)
			found = is_inside(text, t)                ? INSIDE
			        : next_letter(t + length).text[0] ? BEGINNING
			                                          : WHOLE;
		if (found > best)
			best = found;
	}
	return best;
}

static unsigned score_value(const struct sipcode *entry, enum sipcode_field field, int language,
                            const struct fold *word)
{
	unsigned best = 0;
	for (const char *s = sipcode_value(entry, field, language); *s; s = sipcode_value_next(s)) {
		unsigned found = quality(s, word);
		if (found > best)
			best = found;
	}
	return best;
}

/* English words are found in any language, but count less than the language's own. */
static unsigned score_word(const struct sipcode *entry, int language, const struct fold *word)
{
	unsigned best = 0;
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
		if (places[i].weight * WHOLE <= best) /* nor can any place after it do better */
			break;
		unsigned score = places[i].weight * score_value(entry, places[i].field, language, word);
		if (language > 0 && score == 0 && places[i].field >= SIPCODE_SUMMARY)
			score = places[i].weight * score_value(entry, places[i].field, 0, word) / 2;
		if (score > best)
			best = score;
	}
	return best;
}

/* Take the next word of an operand; false when there is none. */
static bool next_word(const char **text, struct fold *word)
{
	*word = (struct fold){ 0, "" };
	for (; **text; *text += next_letter(*text).length) {
		struct letter letter = next_letter(*text);
		if (letter.text[0] == '\0' && !letter.joins && word->length > 0)
			break;
		for (const char *c = letter.text; *c && word->length <= FOLD_MAX; c++)
			word->text[word->length++] = *c;
	}
	return word->length > 0;
}

/* 0 unless every word is found; one operand may hold several words. */
static unsigned score_entry(const struct sipcode *entry, int language, const char *const *words, size_t count)
{
	unsigned sum = 0;
	for (size_t i = 0; i < count; i++) {
		const char *w = words[i];
		struct fold word;
		while (next_word(&w, &word)) {
			unsigned score = word.length <= FOLD_MAX ? score_word(entry, language, &word) : 0;
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
