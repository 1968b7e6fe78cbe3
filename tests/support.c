// SPDX-License-Identifier: MIT
// What the unit tests share: rows as tests, whole runs of the program in this process, and files of the project.

#define _POSIX_C_SOURCE 200809L

#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "utf8.h"

void suite_add(struct suite *suite, const char *name, CMUnitTestFunction check)
{
	if (suite->count == COUNT(suite->tests))
		abort();
	suite->tests[suite->count++] = (struct CMUnitTest){ .name = name, .test_func = check };
}

void suite_rows(struct suite *suite, const void *rows, size_t size, size_t count, CMUnitTestFunction check)
{
	for (size_t i = 0; i < count; i++) {
		const char *row = (const char *)rows + i * size, *name;
		memcpy(&name, row, sizeof name);
		suite_add(suite, name, check);
		/* cmocka hands a state on as it is; tests only read it */
		suite->tests[suite->count - 1].initial_state = (void *)(uintptr_t)row;
	}
}

int suite_run(struct suite *suite, const char *name)
{
	return cmocka_run_group_tests_name(name, suite->tests, NULL, NULL);
}

#if defined(_WIN32) /* has no streams in memory */

static FILE *open_capture(char *buffer, size_t size)
{
	(void)buffer;
	(void)size;
	return tmpfile();
}

static void close_capture(FILE *file, char *buffer, size_t size)
{
	rewind(file);
	buffer[fread(buffer, 1, size - 1, file)] = '\0';
	fclose(file);
}

static void set_environment(const char *name, const char *value)
{
	_putenv_s(name, value ? value : "");
}

#else

static FILE *open_capture(char *buffer, size_t size)
{
	return fmemopen(buffer, size, "w");
}

static void close_capture(FILE *file, char *buffer, size_t size)
{
	long length = ftell(file);
	fclose(file);
	buffer[(size_t)length < size ? (size_t)length : size - 1] = '\0';
}

static void set_environment(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

#endif

void run_args(struct run *run, const char *const *args)
{
	enum { ARGS_MAX = 64 };
	char *argv[ARGS_MAX + 1], *kept[ARGS_MAX + 1];
	int argc = 0;
	argv[argc++] = strdup("sipcode");
	for (; *args && argc < ARGS_MAX; args++)
		argv[argc++] = strdup(*args);
	argv[argc] = NULL;
	memcpy(kept, argv, sizeof kept);
	memset(run->out, 0, 1);
	memset(run->err, 0, 1);
	FILE *out = open_capture(run->out, sizeof run->out), *err = open_capture(run->err, sizeof run->err);
	assert_non_null(out);
	assert_non_null(err);
	run->status = cli_run(argc, argv, out, err);
	assert_false(ferror(out));
	assert_false(ferror(err));
	close_capture(out, run->out, sizeof run->out);
	close_capture(err, run->err, sizeof run->err);
	for (int i = 0; i < argc; i++)
		free(kept[i]);
}

void run_line(struct run *run, const char *line)
{
	enum { WORDS_MAX = 64 };
	char *copy = strdup(line), *rest = copy;
	const char *args[WORDS_MAX + 1];
	size_t count = 0;
	for (char *word; count < WORDS_MAX && (word = strtok_r(rest, " ", &rest)); count++) {
		for (char *c = word; *c; c++)
			*c = *c == '~' ? ' ' : *c;
		args[count] = word;
	}
	args[count] = NULL;
	run_args(run, args);
	free(copy);
}

void clear_environment(void)
{
	static const char *const names[] = { "SIPCODE_LANG", "LC_ALL",         "LC_MESSAGES", "LC_CTYPE",
		                             "NO_COLOR",     "CLICOLOR_FORCE", "COLUMNS",     "TERM" };
	for (size_t i = 0; i < COUNT(names); i++)
		set_environment(names[i], NULL);
	set_environment("LANG", "C.UTF-8");
	const char *tag = getenv("SIPCODE_TEST_LANG");
	if (tag)
		set_environment("SIPCODE_LANG", tag);
}

int test_language(void)
{
	const char *tag = getenv("SIPCODE_TEST_LANG");
	int language = tag ? sipcode_language(tag) : 0;
	CHECK(language >= 0, "no language %s", tag);
	return language;
}

char *read_source(const char *name)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s", SIPCODE_SOURCE_DIR, name);
	FILE *file = fopen(path, "rb");
	CHECK(file, "cannot open %s", path);
	fseek(file, 0, SEEK_END);
	long size = ftell(file);
	assert_true(size >= 0);
	rewind(file);
	char *bytes = malloc((size_t)size + 1);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
	bytes[size] = '\0';
	fclose(file);
	return bytes;
}

const struct sipcode *next_any(const struct sipcode *previous)
{
	if (previous && sipcode_kind_of(previous) == SIPCODE_KIND_VARIANT)
		return sipcode_next(SIPCODE_KIND_VARIANT, previous);
	const struct sipcode *next = sipcode_next(SIPCODE_KIND_CODE, previous);
	return next ? next : sipcode_next(SIPCODE_KIND_VARIANT, NULL);
}

size_t all_codes(const struct sipcode *codes[ANY_MAX], bool variants)
{
	size_t count = 0;
	for (const struct sipcode *code = next_any(NULL); code; code = next_any(code)) {
		if (!variants && sipcode_kind_of(code) == SIPCODE_KIND_VARIANT)
			break;
		assert_true(count < ANY_MAX);
		codes[count++] = code;
	}
	return count;
}

void each_pair(pair_check check)
{
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, true);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			if (i != j)
				check(codes[i], codes[j]);
}

char *next_line(char **text)
{
	char *line = *text;
	if (*line == '\0')
		return NULL;
	char *end = strchr(line, '\n');
	*text = end ? end + 1 : line + strlen(line);
	if (end)
		*end = '\0';
	return line;
}

size_t shown_width(const char *line)
{
	size_t columns = 0;
	while (*line) {
		size_t plain = strcspn(line, "\033");
		columns += utf8_width(line, plain);
		line += plain;
		if (*line)
			line += strcspn(line, "m") + 1;
	}
	return columns;
}

uint32_t random_next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}
