// SPDX-License-Identifier: MIT
// Every form of selector with a byte deleted, doubled or replaced: always a clean answer or a clean refusal.

#include <string.h>

#include "support.h"

struct form_case {
	const char *name;
};

static const struct form_case forms[] = {
	{ "486" },
	{ "200 OK" },
	{ "SIP/2.0 486 Busy Here" },
	{ "4xx" },
	{ "48x" },
	{ "480-489" },
	{ "603+" },
	{ "busy here" },
	{ "busy-here" },
	{ "BusyHere" },
	{ "406 Not Acceptable" },
};

static struct run run; /* too large for a stack */

static void check_outcome(const char *operand, const char *const *args)
{
	run_args(&run, args);
	const char *end = strchr(run.err, '\n');
	CHECK(run.status >= 0 && run.status <= 2, "'%s': status %d", operand, run.status);
	CHECK(run.err[0] == '\0' || (end && end[1] == '\0'), "'%s': not one line: %s", operand, run.err);
	CHECK(run.err[0] == '\0' || strncmp(run.err, "sipcode: ", 9) == 0, "'%s': %s", operand, run.err);
	CHECK((run.status == 0) == (run.err[0] == '\0'), "'%s': status %d and '%s'", operand, run.status,
	      run.err);
	CHECK((run.status == 0) == (run.out[0] != '\0'), "'%s': status %d and stdout '%.40s'", operand,
	      run.status, run.out);
	for (const char *c = run.err; *c && *c != '\n'; c++)
		CHECK((unsigned char)*c >= 0x20 && *c != 0x7f, "'%s': control characters in the message",
		      operand);
}

static void check_operand(const char *operand)
{
	const char *const whole[] = { "-f", "code", operand, NULL };
	const char *const pair[] = { "-o", "tsv", "compare", "--", operand, "699", NULL };
	check_outcome(operand, whole);
	run_args(&run, pair);
	CHECK(run.status == 1 || run.status == 2, "compare '%s' 699: status %d", operand, run.status);
	CHECK(run.status != 2 || run.out[0] == '\0', "compare '%s' 699 prints", operand);
}

static void check_form(void **state)
{
	const struct form_case *row = *state;
	size_t length = strlen(row->name);
	char operand[64];
	check_operand(row->name);
	assert_int_equal(run.status, strchr(row->name, 'x') || strchr(row->name, '-') ? run.status : 1);
	for (size_t at = 0; at < length; at++) {
		memcpy(operand, row->name, at);
		strcpy(operand + at, row->name + at + 1); /* deleted */
		check_operand(operand);
		memcpy(operand, row->name, at + 1);
		strcpy(operand + at + 1, row->name + at); /* doubled */
		check_operand(operand);
		for (int byte = 0; byte < 256; byte++) { /* replaced; NUL ends it */
			strcpy(operand, row->name);
			operand[at] = (char)byte;
			check_operand(operand);
		}
	}
}

/* The same with operands of random bytes, and of bytes that selectors are made of. */
static void test_any_bytes_get_a_clean_answer(void **state)
{
	(void)state;
	static const char alphabet[] = "0123456789xX-+ .SIP/bushere\xc3\xa9\xff\t";
	uint32_t seed = 11;
	for (int round = 0; round < 20000; round++) {
		char operand[16];
		size_t length = random_next(&seed) % sizeof operand;
		for (size_t i = 0; i < length; i++) {
			uint32_t r = random_next(&seed);
			operand[i] = round % 2 ? (char)(r % 255 + 1) : alphabet[r % (sizeof alphabet - 1)];
		}
		operand[length] = '\0';
		if (strcmp(operand, "-") == 0)
			continue; /* would read standard input */
		const char *const args[] = { "-f", "code", "--", operand, NULL };
		check_outcome(operand, args);
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_ROWS(&suite, forms, check_form);
	SUITE_TEST(&suite, test_any_bytes_get_a_clean_answer);
	return suite_run(&suite, "mutation");
}
