// SPDX-License-Identifier: MIT
// The words of the interface: none unused, none missing where a key is put together.

#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

enum { SOURCES_SIZE = 1 << 20 };

/* All C files of a folder, one after the other. */
static void add_sources(const char *folder, char *text, size_t *length)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s", SIPCODE_SOURCE_DIR, folder);
	DIR *directory = opendir(path);
	assert_non_null(directory);
	for (struct dirent *entry; (entry = readdir(directory));) {
		const char *dot = strrchr(entry->d_name, '.');
		if (!dot || strcmp(dot, ".c") != 0)
			continue;
		snprintf(path, sizeof path, "%s/%.200s", folder, entry->d_name);
		char *bytes = read_source(path);
		size_t size = strlen(bytes);
		assert_true(*length + size < SOURCES_SIZE);
		memcpy(text + *length, bytes, size + 1);
		*length += size;
		free(bytes);
	}
	closedir(directory);
}

/* WORD_help_compare for help.compare, as src/gen/emit.c makes it; and not as part of a longer name. */
static bool is_used(const char *sources, const char *key)
{
	char name[128];
	int length = snprintf(name, sizeof name, "WORD_%s", key);
	for (char *c = name; *c; c++)
		if (strchr(".-+", *c))
			*c = '_';
	for (const char *at = sources; (at = strstr(at, name)); at++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789_", at[length]))
			return true;
	return false;
}

static void test_every_word_is_used(void **state)
{
	(void)state;
	static const char *const prefixes[] = { "message.",  "help.",  "heading.",  "option.",
		                                "argument.", "about.", "synopsis.", "cell." };
	char *sources = malloc(SOURCES_SIZE), *text = read_source("data/en.txt"), *rest = text, *line;
	size_t length = 0, checked = 0;
	assert_non_null(sources);
	add_sources("src/cli", sources, &length);
	while ((line = next_line(&rest)))
		for (size_t i = 0; i < COUNT(prefixes); i++) {
			char *colon = strchr(line, ':');
			if (!colon || strncmp(line, prefixes[i], strlen(prefixes[i])) != 0)
				continue;
			*colon = '\0';
			/* what is said when nothing is near: put together from the key before it */
			char *otherwise = strstr(line, "_else");
			if (otherwise && otherwise[5] == '\0')
				*otherwise = '\0';
			CHECK(is_used(sources, line), "nothing in src/ uses %s", line);
			checked++;
			break;
		}
	free(text);
	free(sources);
	assert_true(checked > 50);
}

static void check_word(const char *prefix, const char *token, int number)
{
	char key[128];
	snprintf(key, sizeof key, "%s%s", prefix, token);
	for (int language = 0; sipcode_language_tag(language); language++) {
		const char *word = sipcode_word(language, key);
		CHECK(word && *word, "%d has no word for %s", number, key);
	}
}

struct token_case {
	const char *name; /* the beginning of the key */
	enum sipcode_field field;
};

static const struct token_case tokens[] = {
	{ "explain.retry.", SIPCODE_RETRY },   { "explain.failover.", SIPCODE_FAILOVER },
	{ "explain.fork.", SIPCODE_FORK },     { "explain.dialog_effect.", SIPCODE_DIALOG_EFFECT },
	{ "explain.metric.", SIPCODE_METRIC }, { "explain.http.", SIPCODE_HTTP },
	{ "group.retry.", SIPCODE_RETRY },     { "group.failover.", SIPCODE_FAILOVER },
	{ "group.fork.", SIPCODE_FORK },       { "group.dialog_effect.", SIPCODE_DIALOG_EFFECT },
	{ "token.sent_by.", SIPCODE_SENT_BY }, { "role.", SIPCODE_SENT_BY },
	{ "token.class.", SIPCODE_CLASS },
};

static void check_tokens(void **state)
{
	const struct token_case *row = *state;
	for (const struct sipcode *code = NULL; (code = next_any(code));) {
		const char *item = sipcode_value(code, row->field, 0);
		for (; *item; item = sipcode_value_next(item))
			check_word(row->name, item, sipcode_number(code));
	}
}

static void test_every_class_has_its_words(void **state)
{
	(void)state;
	for (const struct sipcode *class = NULL; (class = sipcode_next(SIPCODE_KIND_CLASS, class));) {
		check_word("explain.ack.", sipcode_value(class, SIPCODE_ACK, 0), sipcode_number(class));
		check_word("explain.scope.", sipcode_value(class, SIPCODE_SCOPE, 0), sipcode_number(class));
		check_word("explain.fork.", sipcode_value(class, SIPCODE_FORK, 0), sipcode_number(class));
		check_word("token.class.", sipcode_value(class, SIPCODE_CLASS, 0), sipcode_number(class));
	}
}

static void test_unregistered_statuses_have_a_word(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));)
		if (strcmp(sipcode_value(code, SIPCODE_STATUS, 0), "registered") != 0)
			check_word("token.status.", sipcode_value(code, SIPCODE_STATUS, 0),
			           sipcode_number(code));
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_TEST(&suite, test_every_word_is_used);
	SUITE_ROWS(&suite, tokens, check_tokens);
	SUITE_TEST(&suite, test_every_class_has_its_words);
	SUITE_TEST(&suite, test_unregistered_statuses_have_a_word);
	return suite_run(&suite, "words");
}
