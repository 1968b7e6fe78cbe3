// SPDX-License-Identifier: MIT
// Whether a language has what English has, and whether English has changed since it was written.

#include "translation.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * A file of fingerprints has one stanza: "seen: fr", then a line a piece,
 *
 *     piece: 1f0a77c2 90be1c03 code: 486 summary
 *
 * with the fingerprint of the English and that of the translation at the time when it was written. A piece is out of
 * date when its English has changed since and it has not.
 */

/** A word or a value; the size is 0 where there is none. */
struct text {
	const char *bytes;
	size_t size;
	unsigned line;
};

/** A word, or a text of an entry, in English and in another language. */
struct piece {
	const char *subject, *name; /* "code: 486", "summary"; a word has no subject */
	unsigned index;             /* tells flows of the same title apart */
	struct text english, own;
};

/** Going through the pieces of a language. */
struct pieces {
	const struct model *model;
	size_t language, word, entry, text;
};

static struct text text_of_word(const struct word *word, size_t language)
{
	const char *text = word->texts[language];
	return (struct text){ text, text ? strlen(text) + 1 : 0, word->lines[language] };
}

static struct text text_of_value(const struct value *value)
{
	return (struct text){ value->bytes, value->size, value->line };
}

static bool next_word(struct pieces *p, struct piece *piece)
{
	const struct model *model = p->model;
	if (p->word == model->word_count)
		return false;
	const struct word *word = &model->words[p->word++];
	*piece = (struct piece){
		.subject = "word",
		.name = word->key,
		.english = text_of_word(word, 0),
		.own = text_of_word(word, p->language),
	};
	return true;
}

static bool next_text(struct pieces *p, struct piece *piece)
{
	for (; p->entry < p->model->entry_count; p->entry++, p->text = 0) {
		const struct entry *entry = &p->model->entries[p->entry];
		while (p->text < TABLE_TEXTS) {
			size_t text = p->text++;
			*piece = (struct piece){
				.subject = entry->title ? entry->title : "", /* English is silent */
				.name = sipcode_field_name((enum sipcode_field)(SIPCODE_SUMMARY + text)),
				.index = entry->kind == SIPCODE_KIND_FLOW ? entry->other : 0,
				.english = text_of_value(&entry->texts[0].value[text]),
				.own = text_of_value(&entry->texts[p->language].value[text]),
			};
			if (piece->own.line == 0)
				piece->own.line = entry->told[p->language];
			if (piece->english.size > 0 || piece->own.size > 0)
				return true;
		}
	}
	return false;
}

static bool next_piece(struct pieces *p, struct piece *piece)
{
	return next_word(p, piece) || next_text(p, piece);
}

/* FNV-1a */
static uint32_t fingerprint(const struct text *text)
{
	uint32_t hash = 2166136261U;
	for (size_t i = 0; i < text->size; i++)
		hash = (hash ^ (unsigned char)text->bytes[i]) * 16777619U;
	return hash;
}

enum { PIECE_LINE = 512 };

/* What a line of fingerprints says about a piece, after its two numbers. */
static void write_name(char buffer[PIECE_LINE], const struct piece *piece)
{
	char index[16] = "";
	if (piece->index > 0)
		snprintf(index, sizeof index, " %u", piece->index + 1);
	snprintf(buffer, PIECE_LINE, "%s%s %s", piece->subject, index, piece->name);
}

/* The line about a piece; looked for from `*at` on, where the one before it was found. NULL when there is none. */
static const char *find_line(const struct document *seen, size_t *at, const char *name)
{
	enum { NUMBERS = 18 /* "1f0a77c2 90be1c03 " */ };
	const struct stanza *stanza = seen && seen->count > 0 ? &seen->stanzas[0] : NULL;
	for (size_t i = 0; stanza && i < stanza->count; i++) {
		size_t line = (*at + i) % stanza->count;
		const char *value = stanza->lines[line].value;
		if (strlen(value) > NUMBERS && strcmp(value + NUMBERS, name) == 0) {
			*at = line + 1;
			return value;
		}
	}
	return NULL;
}

static bool is_outdated(const struct model *model, size_t language, const struct piece *piece, size_t *at)
{
	char name[PIECE_LINE];
	write_name(name, piece);
	const char *line = find_line(model->languages[language].seen, at, name);
	if (!line)
		return false;
	char *rest;
	unsigned long english = strtoul(line, &rest, 16), own = strtoul(rest, NULL, 16);
	return own == fingerprint(&piece->own) && english != fingerprint(&piece->english);
}

static size_t count_strings(const struct text *text)
{
	size_t count = 0;
	for (size_t i = 0; i < text->size; i++)
		count += text->bytes[i] == '\0';
	return count;
}

/* An entry that has no words at all is reported once, elsewhere. */
static void check_piece(const struct model *model, size_t language, const struct piece *piece)
{
	const struct language *l = &model->languages[language];
	bool is_word = strcmp(piece->subject, "word") == 0;
	size_t english = count_strings(&piece->english), own = count_strings(&piece->own);
	if (is_word && own == 0)
		report_error(model->report, model->languages[0].file, piece->english.line,
		             "'%s' is missing in '%s'", piece->name, l->tag);
	else if (own < english && piece->own.line > 0)
		report_error(model->report, l->file, piece->own.line, "English has %s '%s' here",
		             own ? "more of" : "a", piece->name);
	else if (own > english)
		report_error(model->report, l->file, piece->own.line, "English has %s '%s' here",
		             english ? "fewer of" : "no", piece->name);
}

static bool has_name(const struct text *text, const char *name, size_t length)
{
	for (size_t at = 0; at < text->size; at++)
		if (strncmp(text->bytes + at, name, length) == 0)
			return true;
	return false;
}

/* The first "{name}" of a text that another has not; NULL when there is none. */
static const char *strange_name(const struct text *text, const struct text *other, size_t *length)
{
	for (size_t at = 0; at < text->size; at++) {
		const char *name = text->bytes + at;
		*length = strcspn(name, "}") + 1;
		if (*name == '{' && !has_name(other, name, *length))
			return name;
	}
	return NULL;
}

static void check_names(const struct model *model, size_t language, const struct piece *piece)
{
	const struct language *l = &model->languages[language];
	size_t length;
	const char *name = strange_name(&piece->own, &piece->english, &length);
	if (name)
		report_error(model->report, l->file, piece->own.line,
		             "'%s' has '%.*s', which English has not", piece->name, (int)length, name);
	name = piece->own.size > 0 ? strange_name(&piece->english, &piece->own, &length) : NULL;
	if (name)
		report_error(model->report, l->file, piece->own.line, "'%s' has no '%.*s', which English has",
		             piece->name, (int)length, name);
}

void translation_check(struct model *model, size_t language)
{
	struct pieces pieces = { .model = model, .language = language };
	struct piece piece;
	size_t at = 0;
	while (next_piece(&pieces, &piece)) {
		check_piece(model, language, &piece);
		check_names(model, language, &piece);
		if (is_outdated(model, language, &piece, &at))
			report_warning(model->report, model->languages[language].file, piece.own.line,
			               "the English of '%s' has changed since", piece.name);
	}
}

void translation_take(struct model *model, const struct document *seen)
{
	struct language *language = &model->languages[model->language_count - 1];
	const struct line *first = seen->count == 1 ? &seen->stanzas[0].lines[0] : NULL;
	if (!first || strcmp(first->field, "seen") != 0 || strcmp(first->value, language->tag) != 0)
		report_error(model->report, seen->name, 1, "expected 'seen: %s' and lines about its pieces",
		             language->tag);
	else
		language->seen = seen;
}

void translation_status(const struct model *model, FILE *to)
{
	for (size_t language = 1; language < model->language_count; language++) {
		const struct language *l = &model->languages[language];
		struct pieces pieces = { .model = model, .language = language };
		struct piece piece;
		size_t at = 0, count = 0, outdated = 0;
		while (next_piece(&pieces, &piece)) {
			count++;
			if (!is_outdated(model, language, &piece, &at))
				continue;
			outdated++;
			fprintf(to, "%s:%u: %s %s: %s\n", l->file, piece.own.line, piece.subject, piece.name,
			        piece.english.size > 0 ? piece.english.bytes : "");
		}
		fprintf(to, "%s: %zu of %zu pieces are up to date\n", l->tag, count - outdated, count);
	}
}

void translation_write(const struct model *model, size_t language, FILE *to)
{
	struct pieces pieces = { .model = model, .language = language };
	struct piece piece;
	fputs("# Written by the target language-accept; not to be edited.\n\n", to);
	fprintf(to, "seen: %s\n", model->languages[language].tag);
	while (next_piece(&pieces, &piece)) {
		char name[PIECE_LINE];
		write_name(name, &piece);
		fprintf(to, "piece: %08" PRIx32 " %08" PRIx32 " %s\n", fingerprint(&piece.english),
		        fingerprint(&piece.own), name);
	}
}
