// SPDX-License-Identifier: MIT
// Prints every sentence template of comparisons with one example, for people to read: tests/golden/sentences.txt.

#include <stdlib.h>
#include <string.h>

#include "support.h"

enum { TEMPLATES_MAX = 256, TEXT_MAX = 2048 };

struct template
{
	const char *key;
	const char *text;
	char example[TEXT_MAX];
};

static struct template templates[TEMPLATES_MAX];
static size_t template_count;

/* Whether a text is the template filled in with anything; a clause ends at a semicolon too. */
static bool matches(const char *template_text, const char *text, bool clause)
{
	while (*template_text && *template_text != '{') {
		if (*template_text++ != *text++)
			return false;
	}
	if (*template_text == '\0')
		return clause ? *text == ';' || strcmp(text, ".") == 0 : *text == '\0';
	template_text = strchr(template_text, '}') + 1;
	for (text++; text[-1] && !(clause && text[-1] == ';'); text++)
		if (matches(template_text, text, clause))
			return true;
	return false;
}

/* A template of a whole sentence, or of a clause that another one holds. */
static bool has_template(const struct template *t, const char *sentence)
{
	if (t->text[strlen(t->text) - 1] == '.')
		return matches(t->text, sentence, false);
	for (const char *at = strstr(sentence, ": "); at; at = strstr(at, "; "))
		if (matches(t->text, at += 2, true))
			return true;
	return false;
}

/* "differ.retry." and "group.retry" belong to the field retry. */
static bool is_about(const struct template *t, enum sipcode_field field, size_t count)
{
	const char *name = sipcode_field_name(field), *rest = strchr(t->key, '.') + 1;
	size_t length = strlen(name);
	bool mapping = strncmp(t->key, "mapping.", 8) == 0;
	if (mapping || (t->key[0] == 'g') != (count > 2))
		return mapping && count == 2 && field == SIPCODE_Q850;
	if (field == SIPCODE_SUMMARY)
		return strncmp(rest, "alike", 5) == 0;
	if (count == 2 && (field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY))
		return strncmp(rest, "headers.", 8) == 0;
	return strncmp(rest, name, length) == 0 && (rest[length] == '.' || rest[length] == '\0');
}

/* The one that stands at the top has a template too. */
static void tell_apart(const struct sipcode *const codes[2])
{
	for (size_t t = 0; t < template_count; t++)
		if (!templates[t].example[0] && strncmp(templates[t].key, "differ.summary.", 15) == 0)
			sipcode_tell_apart(codes, 2, 0, templates[t].example, TEXT_MAX);
}

static void take(const struct sipcode *const *codes, size_t count)
{
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t differences = sipcode_differ(codes, count, 0, found);
	if (count == 2 && !sipcode_find_pair(codes[0], codes[1], NULL))
		tell_apart(codes);
	for (size_t i = 0; i < differences; i++) {
		char sentence[TEXT_MAX];
		if (found[i].own)
			continue;
		sipcode_difference_text(&found[i], 0, sentence, sizeof sentence);
		for (size_t t = 0; t < template_count; t++)
			if (!templates[t].example[0] && is_about(&templates[t], found[i].field, count) &&
			    has_template(&templates[t], sentence))
				strcpy(templates[t].example, sentence);
	}
}

static void take_pair(const struct sipcode *first, const struct sipcode *second)
{
	const struct sipcode *const codes[] = { first, second };
	take(codes, 2);
}

static void take_classes(void)
{
	const struct sipcode *classes[6];
	for (int i = 0; i < 6; i++)
		classes[i] = sipcode_find_class(i + 1);
	for (int i = 0; i < 6; i++)
		for (int j = 0; j < 6; j++)
			if (i != j)
				take_pair(classes[i], classes[j]);
	take(classes, 6);
}

/* Causes with each other, and with codes. */
static void take_causes(void)
{
	const struct sipcode *causes[ANY_MAX];
	size_t count = 0;
	for (const struct sipcode *c = NULL; (c = sipcode_next(SIPCODE_KIND_CAUSE, c)) && count < ANY_MAX;)
		causes[count++] = c;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			if (i != j)
				take_pair(causes[i], causes[j]);
	for (size_t i = 0; i + 5 <= count; i++)
		take(causes + i, 5);
	for (const struct sipcode *c = NULL; (c = sipcode_next(SIPCODE_KIND_CODE, c));)
		for (size_t i = 0; i < count; i++)
			take_pair(c, causes[i]);
}

/* Groups of five that cover the table, and of three that are often compared. */
static void take_groups(void)
{
	static const int often[][3] = { { 486, 600, 603 }, { 180, 183, 100 }, { 200, 302, 404 },
		                        { 401, 407, 403 }, { 408, 480, 503 }, { 481, 404, 480 },
		                        { 482, 483, 440 }, { 502, 503, 504 }, { 401, 407, 440 } };
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, false);
	for (size_t i = 0; i < COUNT(often); i++) {
		const struct sipcode *const three[] = { sipcode_find(often[i][0]), sipcode_find(often[i][1]),
			                                sipcode_find(often[i][2]) };
		take(three, 3);
	}
	for (size_t i = 0; i + 5 <= count; i++)
		take(codes + i, 5);
	for (size_t step = 2; 4 * step < count; step++) {
		const struct sipcode *const spread[] = { codes[0], codes[step], codes[2 * step],
			                                 codes[3 * step], codes[4 * step] };
		take(spread, 5);
	}
}

static void read_templates(char *text)
{
	for (char *line; (line = next_line(&text));) {
		char *colon = strchr(line, ':');
		bool ours = strncmp(line, "differ.", 7) == 0 || strncmp(line, "group.", 6) == 0 ||
		            strncmp(line, "mapping.", 8) == 0;
		if (!ours || !colon)
			continue;
		*colon = '\0';
		if (strcmp(line, "group.and") != 0 && template_count < TEMPLATES_MAX)
			templates[template_count++] =
			        (struct template){ .key = line, .text = sipcode_word(0, line) };
	}
}

int main(void)
{
	char *text = read_source("data/en.txt");
	size_t unused = 0;
	read_templates(text);
	each_pair(take_pair);
	take_classes();
	take_groups();
	take_causes();
	for (size_t i = 0; i < template_count; i++) {
		printf("%s%s\n    %s\n", i ? "\n" : "", templates[i].key, templates[i].example);
		unused += templates[i].example[0] == '\0';
	}
	free(text);
	if (unused > 0)
		fprintf(stderr, "sentences: %zu templates that no comparison uses\n", unused);
	return unused > 0;
}
