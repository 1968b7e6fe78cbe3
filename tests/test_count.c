// SPDX-License-Identifier: MIT
// Responses counted: logs of known distribution, shares, and how a count looks.

#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "tally.h"

#define LOG_NAME "test_count.tmp"

static const char *const noise[] = {
	"INVITE sip:bob@example.com SIP/2.0\r\n",
	"Via: SIP/2.0/UDP 192.0.2.1 ;branch=z9hG4bK486\r\n",
	"CSeq: 200 INVITE\r\n",
	"Warning: 399 x \"SIP/2.0 503 Service Unavailable\"\r\n",
	"HTTP/1.1 404 Not Found\r\n",
	"\r\n",
	"Reason: SIP ;cause=486\r\n",
	"\1\2 SIP/2.0",
};

static void put_noise(FILE *file, uint32_t *random)
{
	fprintf(file, "%s%c\n", noise[random_next(random) % COUNT(noise)], '\0');
}

/* A log in which each code comes as often as `counts` says, in an order of chance. */
static void write_log(const unsigned long long counts[TALLY_CODES], uint32_t random)
{
	static const char *const starts[] = { "", "10:00:00 recv: ", "\t", "\033[32m", "\1\2E" };
	unsigned long long left[TALLY_CODES];
	size_t remaining = 0;
	FILE *file = fopen(LOG_NAME, "wb");
	assert_non_null(file);
	for (size_t i = 0; i < TALLY_CODES; i++)
		remaining += (size_t)(left[i] = counts[i]);
	while (remaining > 0) {
		size_t i = random_next(&random) % TALLY_CODES;
		while (left[i] == 0)
			i = (i + 1) % TALLY_CODES;
		put_noise(file, &random);
		const char *start = starts[random_next(&random) % COUNT(starts)];
		fprintf(file, "%sSIP/2.0 %zu Phrase\r\n", start, i + TALLY_FIRST);
		left[i]--;
		remaining--;
	}
	fclose(file);
}

static void test_count_is_that_of_the_log(void **state)
{
	(void)state;
	for (uint32_t turn = 1; turn < 20; turn++) {
		uint32_t random = turn;
		unsigned long long counts[TALLY_CODES] = { 0 };
		for (size_t i = 0; i < turn * turn; i++)
			counts[random_next(&random) % TALLY_CODES] += random_next(&random) % (3 * turn);
		counts[486 - TALLY_FIRST]++;
		write_log(counts, random);
		static struct run run;
		run_line(&run, "count -f code,count " LOG_NAME);
		assert_int_equal(run.status, 0);
		assert_string_equal(run.err, "");
		char *rest = run.out;
		long before = -1, previous = 0;
		for (const char *line; (line = next_line(&rest));) {
			long code = 0, count = 0;
			assert_int_equal(sscanf(line, "%ld %ld", &code, &count), 2);
			assert_in_range(code, TALLY_FIRST, TALLY_LAST);
			assert_int_equal(count, counts[code - TALLY_FIRST]);
			counts[code - TALLY_FIRST] = 0;
			CHECK(before < 0 || count < before || (count == before && code > previous),
			      "%ld stands behind %ld", code, previous);
			before = count;
			previous = code;
		}
		for (size_t i = 0; i < TALLY_CODES; i++)
			CHECK(counts[i] == 0, "%zu is missing", i + TALLY_FIRST);
	}
	remove(LOG_NAME);
}

static void test_count_adds_up(void **state)
{
	(void)state;
	unsigned long long counts[TALLY_CODES];
	struct tally tally;
	for (size_t i = 0; i < TALLY_CODES; i++)
		counts[i] = i % 7 * 1000 + i;
	tally_make(&tally, counts, 3);
	unsigned long long by_code = 0, by_class = 0, by_metric = 0;
	for (size_t i = 0; i < tally.code_count; i++)
		by_code += tally.codes[i].count;
	for (size_t i = 0; i < TALLY_CLASSES; i++)
		by_class += tally.classes[i];
	for (size_t i = 0; i < TALLY_METRICS; i++)
		by_metric += tally.metrics[i];
	assert_int_equal(tally.malformed, 3);
	assert_int_equal(by_code, tally.total);
	assert_int_equal(by_class, tally.total);
	assert_int_equal(by_metric, tally.final);
	assert_int_equal(tally.total, tally.final + tally.classes[0]);
}

/* RFC 6076 4.7 and 4.8; a code that nobody has registered goes with x00 of its class. */
static void test_count_rates_as_rfc_6076_does(void **state)
{
	(void)state;
	static const struct {
		int code;
		enum tally_metric metric;
	} cases[] = { { 200, TALLY_SUCCESS }, { 299, TALLY_SUCCESS }, { 302, TALLY_EXCLUDED },
		      { 480, TALLY_USER },    { 486, TALLY_USER },    { 600, TALLY_USER },
		      { 603, TALLY_USER },    { 503, TALLY_NETWORK }, { 504, TALLY_NETWORK },
		      { 599, TALLY_NETWORK }, { 404, TALLY_NONE },    { 499, TALLY_NONE },
		      { 501, TALLY_NONE },    { 487, TALLY_NONE },    { 399, TALLY_EXCLUDED },
		      { 408, TALLY_NETWORK } };
	for (size_t i = 0; i < COUNT(cases); i++) {
		unsigned long long counts[TALLY_CODES] = { 0 };
		struct tally tally;
		counts[cases[i].code - TALLY_FIRST] = 5;
		tally_make(&tally, counts, 0);
		for (size_t metric = 0; metric < TALLY_METRICS; metric++)
			CHECK(tally.metrics[metric] == (metric == cases[i].metric ? 5U : 0U),
			      "%d counts as %s", cases[i].code, tally_metrics[metric]);
	}
}

static void test_share_is_rounded(void **state)
{
	(void)state;
	static const struct {
		unsigned long long part, whole;
		const char *share;
	} cases[] = { { 1, 3, "33.3" },         { 2, 3, "66.7" },
		      { 1, 1, "100.0" },        { 1, 2000, "0.1" },
		      { 1, 2001, "0.0" },       { 0, 5, "0.0" },
		      { 0, 0, "0.0" },          { 999, 1000, "99.9" },
		      { 9996, 10000, "100.0" }, { 1000000000000, 3000000000000, "33.3" } };
	for (size_t i = 0; i < COUNT(cases); i++) {
		char share[NUMBER_SIZE];
		assert_string_equal(tally_share(share, cases[i].part, cases[i].whole), cases[i].share);
	}
}

/* At any width, with any codes: nothing is wider, no blank ends a line. */
static void test_count_fits_any_width(void **state)
{
	(void)state;
	static const char *const formats[] = { "", "--ascii", "--long", "--color=always" };
	unsigned long long counts[TALLY_CODES] = { 0 };
	for (size_t i = 0; i < TALLY_CODES; i += 3)
		counts[i] = 1 + i * i % 1009;
	write_log(counts, 6076);
	for (size_t width = 40; width <= 200; width += width < 100 ? 1 : 17) {
		for (size_t i = 0; i < COUNT(formats); i++) {
			static struct run run;
			char line[128];
			snprintf(line, sizeof line, "count %s --width %zu " LOG_NAME, formats[i], width);
			run_line(&run, line);
			assert_int_equal(run.status, 0);
			char *rest = run.out;
			for (const char *text; (text = next_line(&rest));) {
				size_t length = strlen(text);
				CHECK(shown_width(text) <= width, "%s: '%s'", line, text);
				CHECK(length == 0 || text[length - 1] != ' ', "%s: '%s' ends in a blank",
				      line, text);
			}
		}
	}
	remove(LOG_NAME);
}

/* What is there at all has a bar, however rare it is. */
static void test_count_shows_what_is_rare(void **state)
{
	(void)state;
	unsigned long long counts[TALLY_CODES] = { 0 };
	counts[200 - TALLY_FIRST] = 5000;
	counts[503 - TALLY_FIRST] = 1;
	write_log(counts, 1);
	static struct run run;
	run_line(&run, "count --ascii " LOG_NAME);
	remove(LOG_NAME);
	assert_non_null(strstr(run.out, "%  # "));
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_TEST(&suite, test_count_is_that_of_the_log);
	SUITE_TEST(&suite, test_count_adds_up);
	SUITE_TEST(&suite, test_count_shows_what_is_rare);
	SUITE_TEST(&suite, test_count_rates_as_rfc_6076_does);
	SUITE_TEST(&suite, test_share_is_rounded);
	SUITE_TEST(&suite, test_count_fits_any_width);
	return suite_run(&suite, "count");
}
