// SPDX-License-Identifier: MIT
// Messages on stderr: one line each, with the user's own words made safe.

#include "message.h"

#include <string.h>

#include "number.h"
#include "out.h"
#include "utf8.h"
#include "words.h"

/* Bidirectional controls and the like could make a message read as something else. */
static bool is_printable(struct utf8 c)
{
	if (!c.valid || c.code < 0x20 || (c.code >= 0x7f && c.code < 0xa0))
		return false;
	return c.code != 0x2028 && c.code != 0x2029 && (c.code < 0x200b || c.code > 0x200f) &&
	       (c.code < 0x202a || c.code > 0x202e) && (c.code < 0x2060 || c.code > 0x206f) &&
	       c.code != 0xfeff;
}

struct quote {
	char *buffer;
	size_t length, columns;
	size_t cut; /* where "..." still fits */
	bool full;
};

static void quote_add(struct quote *q, const char *bytes, size_t length, size_t columns)
{
	if (q->columns + columns > QUOTE_COLUMNS || q->length + length >= QUOTE_SIZE) {
		memcpy(q->buffer + q->cut, "...", 4);
		q->full = true;
		return;
	}
	memcpy(q->buffer + q->length, bytes, length);
	q->length += length;
	q->columns += columns;
	q->buffer[q->length] = '\0';
	if (q->columns + 3 <= QUOTE_COLUMNS && q->length + 4 <= QUOTE_SIZE)
		q->cut = q->length;
}

void message_quote(char buffer[QUOTE_SIZE], const char *const *words, size_t count)
{
	struct quote q = { .buffer = buffer };
	buffer[0] = '\0';
	for (size_t i = 0; i < count && !q.full; i++) {
		if (i > 0)
			quote_add(&q, " ", 1, 1);
		size_t left = strlen(words[i]);
		for (const char *t = words[i]; left > 0 && !q.full;) {
			struct utf8 c = utf8_next(t, left);
			char hex[HEX_SIZE], escape[sizeof "\\x00"];
			if (is_printable(c)) {
				quote_add(&q, t, c.length, utf8_char_width(c.code));
			} else {
				for (size_t j = 0; j < c.length && !q.full; j++) {
					const struct sipcode_argument byte = {
						"byte", number_hex(hex, (unsigned char)t[j])
					};
					quote_add(&q, escape,
					          sipcode_fill(escape, sizeof escape, "\\x{byte}", &byte, 1),
					          4);
				}
			}
			t += c.length;
			left -= c.length;
		}
	}
}

void problem_set(struct problem *problem, enum word sentence, const char *word, const char *hint)
{
	problem->sentence = sentence;
	message_quote(problem->word, &word, 1);
	problem->hint[0] = '\0';
	if (hint)
		message_quote(problem->hint, &hint, 1);
}

void message_put(FILE *err, int language, enum word sentence, const struct sipcode_argument *arguments,
                 size_t count)
{
	enum { LINE_MAX_BYTES = 1024 };
	char text[LINE_MAX_BYTES], buffer[LINE_MAX_BYTES + 16];
	/* not out_open(): something may have been written there before */
	struct out out = { .file = err, .buffer = buffer, .size = sizeof buffer };
	sipcode_fill(text, sizeof text, sipcode_word_at(language, (int)sentence), arguments, count);
	out_str(&out, "sipcode: ");
	out_str(&out, text);
	out_char(&out, '\n');
	out_flush(&out);
}

/* What would work when nothing is near to what was typed: the word of the sentence's key with "_else". */
static const char *otherwise(int language, enum word sentence)
{
	char name[64];
	const struct sipcode_argument arguments[] = { { "key", sipcode_word_key((int)sentence) } };
	sipcode_fill(name, sizeof name, "{key}_else", arguments, 1);
	const char *word = sipcode_word(language, name);
	return word ? word : "";
}

void problem_put(FILE *err, int language, const struct problem *problem)
{
	char hint[2 * QUOTE_SIZE] = "";
	const struct sipcode_argument meant[] = { { "word", problem->hint } };
	if (problem->hint[0])
		sipcode_fill(hint, sizeof hint, sipcode_word_at(language, WORD_message_meant), meant, 1);
	else
		sipcode_fill(hint, sizeof hint, otherwise(language, problem->sentence), NULL, 0);
	const struct sipcode_argument arguments[] = { { "word", problem->word }, { "hint", hint } };
	message_put(err, language, problem->sentence, arguments, 2);
}
