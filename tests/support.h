// SPDX-License-Identifier: MIT
// What the unit tests share: rows as tests, whole runs of the program in this process, and files of the project.

#ifndef SUPPORT_H
#define SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "sipcode.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/** Fail with a message of its own, for properties that are checked many times over. */
#define CHECK(condition, ...) \
	do { \
		if (!(condition)) \
			fail_msg(__VA_ARGS__); \
	} while (0)

/** The tests of a program, in order. */
struct suite {
	struct CMUnitTest tests[256];
	size_t count;
};

void suite_add(struct suite *suite, const char *name, CMUnitTestFunction check);

/** Add a test for each of `count` rows of `size` bytes; a row begins with its name, and is the test's state. */
void suite_rows(struct suite *suite, const void *rows, size_t size, size_t count, CMUnitTestFunction check);
#define SUITE_ROWS(suite, rows, check) suite_rows((suite), (rows), sizeof(rows)[0], COUNT(rows), (check))
#define SUITE_TEST(suite, check) suite_add((suite), #check, (check))

/** Run them; the answer is main()'s. */
int suite_run(struct suite *suite, const char *name);

/** One run of the program, and what it printed. */
struct run {
	int status;
	char out[1 << 19];
	char err[1 << 13];
};

/** Run with `args`, NULL at their end; the name of the program is not among them. */
void run_args(struct run *run, const char *const *args);

/** Run with the words of `line`; '~' stands for a blank inside a word. */
void run_line(struct run *run, const char *line);

/** Forget what the environment says about languages and terminals: a UTF-8 locale without words of its own. Where
 * SIPCODE_TEST_LANG names a language, the program speaks that. */
void clear_environment(void);

/** The language of the tests: that of SIPCODE_TEST_LANG, else English. */
int test_language(void);

/** The bytes of a file of the project, NUL at their end; to be freed. */
char *read_source(const char *name);

/** Go through the codes and then the variants; NULL begins, and is the answer after the last. */
const struct sipcode *next_any(const struct sipcode *previous);

/** Codes of the table in an array; returns how many, variants last. */
enum { ANY_MAX = 200 };
size_t all_codes(const struct sipcode *codes[ANY_MAX], bool variants);

/** Check every ordered pair of distinct codes and variants. */
typedef void (*pair_check)(const struct sipcode *first, const struct sipcode *second);
void each_pair(pair_check check);

/** Take the next line off `*text`, without its '\n', which becomes NUL; NULL once nothing is left. */
char *next_line(char **text);

/** Columns a line takes once escape sequences for colour are left out. */
size_t shown_width(const char *line);

/** Numbers that look random and are the same in each run. */
uint32_t random_next(uint32_t *state);

/** Whether `text` is one JSON value and nothing else. */
bool json_is_valid(const char *text);

/** Write the keys of the outermost object, a blank between. */
void json_keys(const char *text, char *buffer, size_t size);

#endif
