// SPDX-License-Identifier: MIT
// The facts in the compiled table, held against the registry and against RFCs read independently.

#include <stdlib.h>
#include <string.h>

#include "support.h"

static const char *value(const struct sipcode *code, enum sipcode_field field)
{
	return sipcode_value(code, field, 0);
}

/* The strings of a value, a blank between. */
static const char *joined(const struct sipcode *code, enum sipcode_field field, char *buffer, size_t size)
{
	size_t length = 0;
	buffer[0] = '\0';
	for (const char *item = value(code, field); *item; item = sipcode_value_next(item)) {
		length += (size_t)snprintf(buffer + length, size - length, "%s%s", length ? " " : "", item);
		assert_true(length < size);
	}
	return buffer;
}

static void test_table_has_75_registered_codes(void **state)
{
	(void)state;
	size_t count = 0;
	for (const struct sipcode *c = NULL; (c = sipcode_next(SIPCODE_KIND_CODE, c));)
		count += sipcode_is_registered(c);
	assert_int_equal(count, 75);
}

/* "202: Accepted (Deprecated) [RFC6665]" */
static void check_registry_line(const char *line)
{
	int number = atoi(line);
	const struct sipcode *code = sipcode_find(number);
	CHECK(code, "%d is in the registry but not in the table", number);
	const char *phrase = line + 5, *end = strrchr(phrase, '['), *remark = strstr(phrase, " (Deprecated)");
	size_t length = (size_t)((remark ? remark : end - 1) - phrase);
	CHECK(strlen(value(code, SIPCODE_PHRASE)) == length &&
	              strncmp(value(code, SIPCODE_PHRASE), phrase, length) == 0,
	      "%d is '%s', the registry has '%.*s'", number, value(code, SIPCODE_PHRASE), (int)length,
	      phrase);
	CHECK(strcmp(value(code, SIPCODE_STATUS), remark ? "deprecated" : "registered") == 0, "status of %d",
	      number);
	/* "[RFC3261]" or "[RFC8224, RFC 8946]": one of them is the first of the table's own reference */
	int rfc = 0;
	CHECK(sscanf(value(code, SIPCODE_REFERENCE), "RFC %d ", &rfc) == 1, "reference of %d: '%s'", number,
	      value(code, SIPCODE_REFERENCE));
	char wanted[16];
	snprintf(wanted, sizeof wanted, "RFC%d", rfc);
	CHECK(strstr(end, wanted), "%d refers to RFC %d, the registry to %s", number, rfc, end);
}

static void test_table_agrees_with_the_registry(void **state)
{
	(void)state;
	char *text = read_source("data/registry.txt"), *rest = text, *line;
	size_t rows = 0;
	while ((line = next_line(&rest)))
		if (line[0] >= '1' && line[0] <= '9') {
			check_registry_line(line);
			rows++;
		} else if (strncmp(line, "registry: ", 10) == 0) {
			assert_string_equal(line + 10, sipcode_registry_date());
		}
	free(text);
	assert_int_equal(rows, 75);
}

struct fact_case {
	const char *name;
	int number;
	enum sipcode_field field;
	const char *value;
};

static const struct fact_case facts[] = {
	{ "100 is absorbed (RFC 3261 16.7)", 100, SIPCODE_FORK, "absorb" },
	{ "180 is forwarded (RFC 3261 16.7)", 180, SIPCODE_FORK, "forward" },
	{ "200 wins (RFC 3261 16.7)", 200, SIPCODE_FORK, "accept" },
	{ "486 waits for other branches (RFC 3261 16.7)", 486, SIPCODE_FORK, "hold" },
	{ "603 stops the search (RFC 3261 16.7)", 603, SIPCODE_FORK, "stop" },
	{ "202 is deprecated (RFC 6665 8.3.1)", 202, SIPCODE_STATUS, "deprecated" },
	{ "202 is Accepted", 202, SIPCODE_PHRASE, "Accepted" },
	{ "409 is obsolete", 409, SIPCODE_STATUS, "obsolete" },
	{ "411 is obsolete", 411, SIPCODE_STATUS, "obsolete" },
	{ "100 is provisional", 100, SIPCODE_FINAL, "no" },
	{ "200 is final", 200, SIPCODE_FINAL, "yes" },
	{ "200 to INVITE is acknowledged end to end (RFC 3261 13.2.2.4)", 200, SIPCODE_ACK, "end-to-end" },
	{ "486 is acknowledged by the hop (RFC 3261 17.1.1.3)", 486, SIPCODE_ACK, "hop" },
	{ "405 carries Allow (RFC 3261 21.4.6)", 405, SIPCODE_HEADERS_MUST, "Allow" },
	{ "407 carries Proxy-Authenticate (RFC 3261 21.4.8)", 407, SIPCODE_HEADERS_MUST,
	  "Proxy-Authenticate" },
	{ "401 carries WWW-Authenticate (RFC 3261 21.4.2)", 401, SIPCODE_HEADERS_MUST, "WWW-Authenticate" },
	{ "420 carries Unsupported (RFC 3261 21.4.15)", 420, SIPCODE_HEADERS_MUST, "Unsupported" },
	{ "423 carries Min-Expires (RFC 3261 21.4.17)", 423, SIPCODE_HEADERS_MUST, "Min-Expires" },
	{ "422 carries Min-SE (RFC 4028 6)", 422, SIPCODE_HEADERS_MUST, "Min-SE" },
	{ "486 may be tried later (RFC 3261 21.4.24)", 486, SIPCODE_RETRY, "later" },
	{ "301 redirects", 301, SIPCODE_RETRY, "redirect" },
	{ "401 wants a change", 401, SIPCODE_RETRY, "change" },
	{ "180 is waited for", 180, SIPCODE_RETRY, "wait" },
	{ "200 is done", 200, SIPCODE_RETRY, "done" },
	{ "404 should not be repeated (RFC 3261 21.4)", 404, SIPCODE_RETRY, "no" },
	{ "503 has the next server tried (RFC 3263 4.3)", 503, SIPCODE_FAILOVER, "yes" },
	{ "486 speaks of the callee", 486, SIPCODE_FAILOVER, "no" },
	{ "404 ends the dialog (RFC 5057 5.1)", 404, SIPCODE_DIALOG_EFFECT, "dialog" },
	{ "408 ends the usage (RFC 5057 5.1 note 4, 5.2)", 408, SIPCODE_DIALOG_EFFECT, "usage" },
	{ "481 ends the usage (RFC 5057 5.1)", 481, SIPCODE_DIALOG_EFFECT, "usage" },
	{ "483 ends the dialog (RFC 5057 5.1)", 483, SIPCODE_DIALOG_EFFECT, "dialog" },
	{ "486 ends the transaction (RFC 5057 5.1)", 486, SIPCODE_DIALOG_EFFECT, "transaction" },
	{ "502 ends the dialog (RFC 5057 5.1)", 502, SIPCODE_DIALOG_EFFECT, "dialog" },
	{ "604 ends the dialog (RFC 5057 5.1)", 604, SIPCODE_DIALOG_EFFECT, "dialog" },
	{ "200 has no effect on a dialog", 200, SIPCODE_DIALOG_EFFECT, "" },
	{ "404 becomes cause 1 (RFC 3398 8.2.6.1)", 404, SIPCODE_Q850, "1" },
	{ "408 becomes cause 102", 408, SIPCODE_Q850, "102" },
	{ "410 becomes cause 22", 410, SIPCODE_Q850, "22" },
	{ "480 becomes cause 18", 480, SIPCODE_Q850, "18" },
	{ "483 becomes cause 25", 483, SIPCODE_Q850, "25" },
	{ "484 becomes cause 28", 484, SIPCODE_Q850, "28" },
	{ "486 becomes cause 17", 486, SIPCODE_Q850, "17" },
	{ "487 becomes none", 487, SIPCODE_Q850, "" },
	{ "502 becomes cause 38", 502, SIPCODE_Q850, "38" },
	{ "503 becomes cause 41", 503, SIPCODE_Q850, "41" },
	{ "600 becomes cause 17", 600, SIPCODE_Q850, "17" },
	{ "603 becomes cause 21", 603, SIPCODE_Q850, "21" },
	{ "cause 17 arrives as 486 (RFC 3398 7.2.4.1)", 486, SIPCODE_Q850_FROM, "17" },
	{ "cause 28 arrives as 484", 484, SIPCODE_Q850_FROM, "28" },
	{ "408 is made up by stacks (RFC 3261 8.1.3.1)", 408, SIPCODE_LOCAL, "yes" },
	{ "503 is made up by stacks (RFC 3261 8.1.3.1)", 503, SIPCODE_LOCAL, "yes" },
	{ "486 comes from a packet", 486, SIPCODE_LOCAL, "no" },
	{ "486 is the callee's doing (RFC 6076 4.7)", 486, SIPCODE_METRIC, "user" },
	{ "500 is ineffective (RFC 6076 4.8)", 500, SIPCODE_METRIC, "network" },
	{ "301 is left out of success ratios (RFC 6076 4.6)", 301, SIPCODE_METRIC, "excluded" },
};

static void check_fact(void **state)
{
	const struct fact_case *row = *state;
	char text[256];
	assert_string_equal(joined(sipcode_find(row->number), row->field, text, sizeof text), row->value);
}

static void test_table_knows_603_network_blocked(void **state)
{
	(void)state;
	const struct sipcode *v = NULL;
	size_t named = 0;
	while ((v = sipcode_next(SIPCODE_KIND_VARIANT, v)))
		if (strcmp(value(v, SIPCODE_NAME), "603+") == 0) {
			named++;
			assert_int_equal(sipcode_number(v), 603);
			assert_string_equal(value(v, SIPCODE_PHRASE), "Network Blocked");
			assert_string_equal(value(v, SIPCODE_REFERENCE), "ATIS-1000099");
		}
	assert_int_equal(named, 1);
}

static void test_facts_that_guide_action_have_a_source(void **state)
{
	(void)state;
	static const enum sipcode_field sourced[] = { SIPCODE_RETRY, SIPCODE_FAILOVER,  SIPCODE_DIALOG_EFFECT,
		                                      SIPCODE_Q850,  SIPCODE_Q850_FROM, SIPCODE_METRIC };
	for (const struct sipcode *c = NULL; (c = next_any(c));)
		for (size_t i = 0; i < COUNT(sourced); i++)
			CHECK(!*value(c, sourced[i]) || *sipcode_source(c, sourced[i]),
			      "%d: no source for %s", sipcode_number(c), sipcode_field_name(sourced[i]));
	assert_string_equal(sipcode_source(sipcode_find(486), SIPCODE_CODE), "");
	assert_string_equal(sipcode_source(sipcode_find(486), SIPCODE_FORK), "");
}

static void test_final_failures_have_every_fact(void **state)
{
	(void)state;
	for (const struct sipcode *c = NULL; (c = sipcode_next(SIPCODE_KIND_CODE, c));) {
		int number = sipcode_number(c);
		bool failure = number >= 400 && number < 700;
		assert_true(*value(c, SIPCODE_RETRY) && *value(c, SIPCODE_PHRASE) &&
		            *value(c, SIPCODE_REFERENCE));
		CHECK(failure ? *value(c, SIPCODE_FAILOVER) && *value(c, SIPCODE_DIALOG_EFFECT)
		              : number >= 700 ||
		                        (!*value(c, SIPCODE_FAILOVER) && !*value(c, SIPCODE_DIALOG_EFFECT)),
		      "failover and dialog_effect of %d", number);
		CHECK((*value(c, SIPCODE_CLASS) != '\0') == (number < 700), "class of %d", number);
	}
}

static void test_related_codes_name_each_other(void **state)
{
	(void)state;
	for (const struct sipcode *c = NULL; (c = sipcode_next(SIPCODE_KIND_CODE, c));) {
		const char *item = value(c, SIPCODE_RELATED);
		for (; *item; item = sipcode_value_next(item)) {
			const struct sipcode *other = sipcode_find(atoi(item));
			assert_non_null(other);
			char text[256], number[8];
			snprintf(number, sizeof number, "%d", sipcode_number(c));
			CHECK(strstr(joined(other, SIPCODE_RELATED, text, sizeof text), number), "%s and %s",
			      number, item);
			assert_non_null(sipcode_find_pair(c, other, NULL));
		}
	}
}

/* The pairs that engineers ask about; each has words of its own, and so may others. */
static void test_confused_pairs_have_words_of_their_own(void **state)
{
	(void)state;
	static const int confused[][2] = {
		{ 100, 180 }, { 180, 183 }, { 181, 302 }, { 182, 480 }, { 183, 200 }, { 199, 487 },
		{ 200, 202 }, { 300, 302 }, { 301, 302 }, { 301, 410 }, { 301, 603 }, { 302, 305 },
		{ 302, 380 }, { 400, 484 }, { 400, 505 }, { 401, 403 }, { 401, 407 }, { 402, 403 },
		{ 403, 404 }, { 403, 407 }, { 403, 438 }, { 403, 503 }, { 403, 603 }, { 404, 410 },
		{ 404, 480 }, { 404, 484 }, { 404, 604 }, { 405, 489 }, { 405, 501 }, { 406, 415 },
		{ 406, 488 }, { 408, 480 }, { 408, 481 }, { 408, 487 }, { 408, 503 }, { 408, 504 },
		{ 408, 513 }, { 412, 423 }, { 413, 414 }, { 413, 513 }, { 415, 488 }, { 416, 484 },
		{ 420, 421 }, { 420, 555 }, { 421, 494 }, { 422, 423 }, { 428, 438 }, { 429, 436 },
		{ 430, 439 }, { 430, 480 }, { 433, 603 }, { 436, 437 }, { 436, 438 }, { 437, 438 },
		{ 440, 483 }, { 469, 489 }, { 480, 486 }, { 480, 487 }, { 480, 603 }, { 481, 487 },
		{ 482, 483 }, { 486, 487 }, { 486, 503 }, { 486, 600 }, { 486, 603 }, { 488, 493 },
		{ 488, 500 }, { 488, 580 }, { 488, 606 }, { 491, 500 }, { 500, 503 }, { 502, 503 },
		{ 502, 504 }, { 503, 504 }, { 603, 607 }, { 603, 608 }, { 607, 608 }
	};
	for (size_t i = 0; i < COUNT(confused); i++) {
		const struct sipcode *a = sipcode_find(confused[i][0]), *b = sipcode_find(confused[i][1]);
		CHECK(a && b && sipcode_find_pair(a, b, NULL), "%d and %d", confused[i][0], confused[i][1]);
	}
}

static void test_aliases_differ_from_the_phrase(void **state)
{
	(void)state;
	const struct sipcode *codes[ANY_MAX];
	size_t count = all_codes(codes, false);
	for (size_t i = 0; i < count; i++)
		for (const char *item = value(codes[i], SIPCODE_ALIAS); *item;
		     item = sipcode_value_next(item))
			assert_string_not_equal(item, value(codes[i], SIPCODE_PHRASE));
}

static void test_fields_know_their_names(void **state)
{
	(void)state;
	for (unsigned i = 0; i < SIPCODE_FIELD_COUNT; i++)
		assert_int_equal(sipcode_field_find(sipcode_field_name((enum sipcode_field)i)), i);
	assert_int_equal(sipcode_field_find(""), SIPCODE_FIELD_COUNT);
	assert_int_equal(sipcode_field_find("Code"), SIPCODE_FIELD_COUNT);
	assert_true(sipcode_field_applies(SIPCODE_RETRY, SIPCODE_KIND_CODE));
	assert_true(sipcode_field_applies(SIPCODE_RETRY, SIPCODE_KIND_VARIANT));
	assert_false(sipcode_field_applies(SIPCODE_RETRY, SIPCODE_KIND_CLASS));
	assert_false(sipcode_field_applies(SIPCODE_SENTENCE, SIPCODE_KIND_CODE));
	assert_true(sipcode_field_applies(SIPCODE_SENTENCE, SIPCODE_KIND_PAIR));
}

/* An entry says nothing in fields that its kind does not have. */
static void test_entries_keep_to_their_fields(void **state)
{
	(void)state;
	for (int kind = SIPCODE_KIND_CLASS; kind <= SIPCODE_KIND_FLOW; kind++)
		for (const struct sipcode *e = NULL; (e = sipcode_next((enum sipcode_kind)kind, e));)
			for (int f = 0; f < SIPCODE_FIELD_COUNT; f++) {
				enum sipcode_field field = (enum sipcode_field)f;
				CHECK(sipcode_field_applies(field, (enum sipcode_kind)kind) ||
				              !*value(e, field),
				      "%d has %s", sipcode_number(e), sipcode_field_name(field));
			}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_TEST(&suite, test_table_has_75_registered_codes);
	SUITE_TEST(&suite, test_table_agrees_with_the_registry);
	SUITE_ROWS(&suite, facts, check_fact);
	SUITE_TEST(&suite, test_table_knows_603_network_blocked);
	SUITE_TEST(&suite, test_facts_that_guide_action_have_a_source);
	SUITE_TEST(&suite, test_final_failures_have_every_fact);
	SUITE_TEST(&suite, test_related_codes_name_each_other);
	SUITE_TEST(&suite, test_confused_pairs_have_words_of_their_own);
	SUITE_TEST(&suite, test_aliases_differ_from_the_phrase);
	SUITE_TEST(&suite, test_fields_know_their_names);
	SUITE_TEST(&suite, test_entries_keep_to_their_fields);
	return suite_run(&suite, "table");
}
