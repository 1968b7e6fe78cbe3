// SPDX-License-Identifier: MIT
// Causes, warnings and the header fields that carry them: the tables of RFC 3398 and RFC 4497 row by row, and the
// examples of the RFCs.

#include <stdlib.h>
#include <string.h>

#include "support.h"

static struct run run; /* too large for a stack */

/* A table of an RFC, as data has it in a field of one kind. */
struct table_case {
	const char *name; /* of the file in tests/rfc/ */
	enum sipcode_kind kind;
	enum sipcode_field field;
	const char *otherwise; /* what an entry becomes that no row names */
};

static const struct table_case tables[] = {
	{ "rfc3398-7.2.4.1", SIPCODE_KIND_CAUSE, SIPCODE_SIP, "500" },
	{ "rfc4497-8.4.1", SIPCODE_KIND_CAUSE, SIPCODE_SIP_QSIG, "500" },
	{ "rfc3398-8.2.6.1", SIPCODE_KIND_CODE, SIPCODE_Q850, "31" },
	{ "rfc4497-8.4.4", SIPCODE_KIND_CODE, SIPCODE_Q850, "31" },
};

enum { NUMBERS = 1000 };

/* What a table says of each number, "488 31 65" as " 31 65"; "" for one without a row. */
static void read_table(const char *name, char rows[NUMBERS][16])
{
	char path[128];
	snprintf(path, sizeof path, "tests/rfc/%s.txt", name);
	char *text = read_source(path), *rest = text;
	bool misprint = strstr(name, "rfc3398-8.2.6.1"); /* the second 504 is 505 */
	memset(rows, 0, NUMBERS * sizeof rows[0]);
	for (char *line; (line = next_line(&rest));) {
		char *value;
		long number = strtol(line, &value, 10);
		if (line[0] == '#')
			continue;
		CHECK(number > 0 && number < NUMBERS && *value == ' ', "%s: %s", name, line);
		if (misprint && number == 504 && rows[504][0])
			number = 505;
		CHECK(strlen(rows[number]) + strlen(value) < sizeof rows[0], "%s: %s", name, line);
		strcat(rows[number], value);
	}
	free(text);
}

static void join(const struct sipcode *entry, enum sipcode_field field, char *buffer, size_t size)
{
	buffer[0] = '\0';
	for (const char *item = sipcode_value(entry, field, 0); *item; item = sipcode_value_next(item)) {
		size_t length = strlen(buffer);
		snprintf(buffer + length, size - length, " %s", item);
	}
	if (buffer[0] == '\0')
		snprintf(buffer, size, " -");
}

/* Codes that never end an INVITE, or only provisionally, are none of the tables' business. */
static bool is_concerned(const struct sipcode *entry)
{
	return sipcode_kind_of(entry) == SIPCODE_KIND_CAUSE ||
	       (sipcode_number(entry) >= 400 && sipcode_is_registered(entry) &&
	        *sipcode_value(entry, SIPCODE_ACK, 0));
}

static void check_table(void **state)
{
	const struct table_case *row = *state;
	static char rows[NUMBERS][16];
	char value[64], otherwise[8];
	size_t checked = 0;
	read_table(row->name, rows);
	snprintf(otherwise, sizeof otherwise, " %s", row->otherwise);
	for (const struct sipcode *entry = NULL; (entry = sipcode_next(row->kind, entry));) {
		const char *expected = rows[sipcode_number(entry)];
		if (!is_concerned(entry) && !*expected)
			continue;
		join(entry, row->field, value, sizeof value);
		CHECK(strcmp(value, *expected ? expected : otherwise) == 0, "%d:%s, not%s",
		      sipcode_number(entry), value, *expected ? expected : otherwise);
		checked += *expected != '\0';
	}
	assert_true(checked >= 30);
}

static bool has_number(const struct sipcode *entry, enum sipcode_field field, int number)
{
	const char *item = sipcode_value(entry, field, 0);
	while (*item && atoi(item) != number)
		item = sipcode_value_next(item);
	return *item != '\0';
}

/* What a cause and a code become is one fact, seen from either side. */
static void test_mappings_agree_from_both_sides(void **state)
{
	(void)state;
	size_t sent = 0, received = 0;
	for (const struct sipcode *cause = NULL; (cause = sipcode_next(SIPCODE_KIND_CAUSE, cause));)
		for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));) {
			int c = sipcode_number(cause), number = sipcode_number(code);
			bool to = has_number(code, SIPCODE_Q850, c);
			bool from = has_number(cause, SIPCODE_SIP, number) ||
			            has_number(cause, SIPCODE_SIP_QSIG, number);
			CHECK(has_number(cause, SIPCODE_SIP_FROM, number) == to, "%d becomes cause %d: %d",
			      number, c, to);
			if (number == 500) /* the default lists only the causes that have a row */
				from = from && has_number(code, SIPCODE_Q850_FROM, c);
			CHECK(has_number(code, SIPCODE_Q850_FROM, c) == from, "cause %d becomes %d: %d", c,
			      number, from);
			sent += to;
			received += from;
		}
	assert_true(sent > 50 && received > 30);
}

/* A pasted header field, the selectors that it stands for, and what follows it. */
struct header_case {
	const char *name;
	const char *text;
	const char *values;
	const char *rest;
	bool malformed;
};

static const struct header_case headers[] = {
	/* as the RFCs have them */
	{ "RFC 3326 2", "Reason: SIP ;cause=200 ;text=\"Call completed elsewhere\"", "sip:200", "", false },
	{ "RFC 3326 2, ISDN", "Reason: Q.850 ;cause=16 ;text=\"Terminated\"", "q850:16", "", false },
	{ "RFC 3326 2, a value of SIP", "Reason: SIP ;cause=600 ;text=\"Busy Everywhere\"", "sip:600", "",
	  false },
	{ "RFC 3326 2, without text", "Reason: SIP ;cause=580 ;text=\"Precondition Failure\"", "sip:580", "",
	  false },
	{ "RFC 4411 5.1", "Reason: preemption ;cause=1 ;text=\"UA Preemption\"", "preemption:1", "", false },
	{ "RFC 4411 5.2", "Reason: preemption ;cause=2 ;text=\"Reserved Resources Preempted\"",
	  "preemption:2", "", false },
	{ "RFC 6432 3", "Reason: Q.850;cause=1;text=\"Unallocated (unassigned) number\"", "q850:1", "",
	  false },
	{ "RFC 8606 5", "Reason: Q.850;cause=1;text=\"Unallocated (unassigned) number\";location=LN",
	  "q850:1", "", false },
	{ "RFC 9410 4", "Reason: STIR ;cause=436 ;text=\"Bad Identity Info\"", "stir:436", "", false },
	{ "RFC 9366 4, several of one protocol",
	  "Reason: STIR;cause=436;text=\"Bad Identity Info\";ppi=\"a..b\", STIR;cause=437;ppi=\"c..d\"",
	  "stir:436 stir:437", "", false },
	{ "RFC 3261 20.43", "Warning: 307 isi.edu \"Session parameter 'foo' not understood\"", "warning:307",
	  "", false },
	{ "RFC 3261 20.43, another", "Warning: 301 isi.edu \"Incompatible network address type 'E.164'\"",
	  "warning:301", "", false },
	/* as they may be pasted */
	{ "several protocols", "Reason: SIP;cause=487, Q.850;cause=16", "sip:487 q850:16", "", false },
	{ "no blank", "reason:q.850;CAUSE=17", "q850:17", "", false },
	{ "blanks everywhere", "  Reason :  Q.850  ;  cause  =  17  ;  text = \"x\"  ", "q850:17", "",
	  false },
	{ "a folded line", "Reason: Q.850\r\n ;cause=17\r\n\t;text=\"User busy\"", "q850:17", "", false },
	{ "escapes and separators in text", "Reason: Q.850;text=\"a, \\\"b\\\"; c\";cause=17, SIP;cause=200",
	  "q850:17 sip:200", "", false },
	{ "text without its quotation marks", "Reason: Q.850;cause=17;text=User busy", "q850:17", "", false },
	{ "another operand behind that", "Reason: Q.850;cause=17;text=User busy\n486", "q850:17", "486",
	  false },
	{ "an operand behind a whole value", "Reason: Q.850;cause=17\n486", "q850:17", "486", false },
	{ "zeros in front", "Reason: Q.850;cause=017", "q850:17", "", false },
	{ "the first cause counts", "Reason: Q.850;cause=17;cause=16", "q850:17", "", false },
	{ "a protocol alone", "Reason: EMM", "emm:", "", false },
	{ "a parameter without a value", "Reason: Q.850;lr;cause=3", "q850:3", "", false },
	{ "an unknown protocol", "Reason: X-Vendor;cause=3", "xvendor:3", "", false },
	{ "a protocol with other signs", "Reason: S1AP-RNL;cause=21, RELEASE_CAUSE;cause=1",
	  "s1aprnl:21 releasecause:1", "", false },
	{ "several warnings", "Warning: 304 a \"x\", 305 b:5060 \"y\"", "warning:304 warning:305", "",
	  false },
	{ "a warning without its quotation marks", "Warning: 304 a Media type not available\n488",
	  "warning:304", "488", false },
	{ "a warning of a number alone", "Warning: 399", "warning:399", "", false },
	/* what cannot be read */
	{ "nothing", "Reason:", "", "", true },
	{ "no protocol", "Reason: ;cause=17", "", ";cause=17", true },
	{ "no cause", "Reason: Q.850;cause=", "", "Q.850;cause=", true },
	{ "a cause in words", "Reason: Q.850;cause=busy", "", "Q.850;cause=busy", true },
	{ "a cause with more behind it", "Reason: Q.850;cause=17x", "", "Q.850;cause=17x", true },
	{ "a parameter without a name", "Reason: Q.850;;cause=17", "", "Q.850;;cause=17", true },
	{ "text without an end", "Reason: Q.850;cause=17;text=\"User", "", "Q.850;cause=17;text=\"User",
	  true },
	{ "a comma too many", "Reason: Q.850;cause=17,", "q850:17", ",", true },
	{ "a warning in words", "Warning: none", "", "none", true },
	{ "a warning of four digits", "Warning: 3040 a \"x\"", "", "3040 a \"x\"", true },
	{ "a warning of two digits", "Warning: 30 a \"x\"", "", "30 a \"x\"", true },
};

static void check_header(void **state)
{
	const struct header_case *row = *state;
	struct sipcode_header header;
	char value[64], values[256] = "";
	assert_true(sipcode_header_begin(&header, row->text));
	while (sipcode_header_next(&header, value, sizeof value)) {
		strcat(values, values[0] ? " " : "");
		strcat(values, value);
	}
	assert_string_equal(values, row->values);
	assert_string_equal(header.rest, row->rest);
	assert_int_equal(header.malformed, row->malformed);
}

static void test_other_fields_are_no_header(void **state)
{
	(void)state;
	static const char *const others[] = { "",
		                              "Reason",
		                              "Reasons: SIP;cause=200",
		                              "X-Reason: SIP;cause=200",
		                              "486",
		                              "warning:304;",
		                              "To: <sip:a@b>",
		                              "busy here",
		                              "Warn:1",
		                              ": 304",
		                              "Reason ; x" };
	struct sipcode_header header;
	for (size_t i = 0; i < COUNT(others); i++)
		CHECK(!sipcode_header_begin(&header, others[i]) || strncmp(others[i], "warning", 7) == 0,
		      "%s", others[i]);
}

static void test_values_are_cut_to_the_buffer(void **state)
{
	(void)state;
	struct sipcode_header header;
	char value[8];
	assert_true(sipcode_header_begin(&header, "Reason: RELEASE_CAUSE;cause=1"));
	assert_true(sipcode_header_next(&header, value, sizeof value));
	assert_string_equal(value, "release");
}

/* A command line, its status, and the first line of what it prints or complains. */
struct line_case {
	const char *name;
	const char *line;
	int status;
	const char *first;
};

static const struct line_case lines[] = {
	{ "a cause by number", "cause -f code,phrase 17", 0, "17\tUser busy" },
	{ "a cause by name", "cause -f code user busy", 0, "17" },
	{ "a cause by another name", "cause -f code NORMAL_CLEARING", 0, "16" },
	{ "causes by range", "cause -f code 18-20", 0, "18" },
	{ "a cause among codes", "-f phrase q850:34", 0, "No circuit/channel available" },
	{ "a cause with a point", "-f code Q.850:34", 0, "34" },
	{ "a code among causes", "cause -f phrase sip:486", 0, "Busy Here" },
	{ "a warning by number", "warning -f phrase 304", 0, "Media type not available" },
	{ "warnings by pattern", "warning -f code 30x", 0, "300" },
	{ "a warning by its text", "warning -f code multicast not available", 0, "330" },
	{ "a warning among codes", "-f phrase warning:370", 0, "Insufficient bandwidth" },
	{ "a cause of another protocol", "-f phrase preemption:1", 0, "UA Preemption" },
	{ "a cause that only its protocol explains", "-f protocol emm:17", 0, "EMM" },
	{ "a pasted field", "-f code Reason:~Q.850;cause=34;text=\"x\"", 0, "34" },
	{ "a pasted field in pieces", "-f code Reason: Q.850 ;cause=34 ;text=x 486", 0, "34" },
	{ "a pasted warning in pieces", "-f code Warning: 304 host Media~type 486", 0, "304" },
	{ "STIR", "-f code,phrase Reason:~STIR;cause=436", 0, "436\tBad Identity Info" },
	{ "an unknown protocol", "foo:3", 1,
	  "sipcode: 'foo:3' names no registered protocol of Reason; 'sipcode cause --all' lists them" },
	{ "an unknown cause", "q850:120", 1,
	  "sipcode: 'q850:120' is no cause that is known; 'sipcode cause --all' lists them" },
	{ "a number that is no cause", "cause 12", 1,
	  "sipcode: '12' is no cause of Q.850; see 'sipcode cause'" },
	{ "a misspelt name of a cause", "cause user~busi", 1,
	  "sipcode: no cause has the name 'user busi'; did you mean 'User busy'?" },
	{ "a number beyond the causes", "cause 486", 2,
	  "sipcode: '486' is not a selector here; try a cause (17), range (16-21) or name (user busy)" },
	{ "a descending range", "cause 21-16", 2,
	  "sipcode: '21-16' is not a selector here; try a cause (17), range (16-21) or name (user busy)" },
	{ "a number that is no Warning code", "warning 310", 1,
	  "sipcode: '310' is no Warning code; see 'sipcode warning'" },
	{ "a field that cannot be read", "Reason:~;x", 2,
	  "sipcode: 'Reason: ;x' cannot be read as a header field; try 'Reason: Q.850;cause=17' or 'Warning: "
	  "304 host "
	  "\"text\"'" },
	{ "a field with more behind it", "Reason:~Q.850;cause=17~486", 2,
	  "sipcode: 'Reason: Q.850;cause=17 486' cannot be read as a header field; try 'Reason: "
	  "Q.850;cause=17' or "
	  "'Warning: 304 host \"text\"'" },
	{ "a warning in a comparison", "compare 488 warning:304", 2,
	  "sipcode: 'compare' takes codes, classes and causes, not warning:304" },
	{ "a code and the cause it becomes", "compare -f differences 486 q850:17", 0,
	  "A gateway turns 486 into cause 17, and cause 17 back into 486." },
	{ "a code whose cause comes back as another", "compare -f differences q850:18 480", 0,
	  "A gateway turns 480 into cause 18; back from the telephone network, cause 18 becomes 408." },
	{ "a cause that becomes a code", "compare -f differences 408 q850:18", 0,
	  "Cause 18 becomes 408; towards the telephone network, 408 becomes cause 102." },
	{ "a code and a cause apart", "compare -f differences 486 q850:31", 0,
	  "Neither becomes the other: the cause for 486 is 17, and the response for cause 31 is 480." },
};

static void check_line(void **state)
{
	const struct line_case *row = *state;
	run_line(&run, row->line);
	char *text = row->status == 0 ? run.out : run.err, *first = next_line(&text);
	CHECK(first, "%s prints nothing: %s", row->line, run.err);
	assert_int_equal(run.status, row->status);
	assert_string_equal(first, row->first);
}

/* Every entry of these kinds, in every format: whole, and no line too wide. */
static void test_every_entry_is_shown_at_any_width(void **state)
{
	(void)state;
	static const enum sipcode_kind kinds[] = { SIPCODE_KIND_CAUSE, SIPCODE_KIND_WARNING,
		                                   SIPCODE_KIND_PROTOCOL, SIPCODE_KIND_REASON };
	for (size_t kind = 0; kind < COUNT(kinds); kind++)
		for (const struct sipcode *e = NULL; (e = sipcode_next(kinds[kind], e));)
			for (size_t width = 40; width <= 120; width += 20) {
				char label[64], columns[8];
				sipcode_label(e, label, sizeof label);
				if (kinds[kind] == SIPCODE_KIND_PROTOCOL)
					strcat(label, ":");
				snprintf(columns, sizeof columns, "%zu", width);
				const char *const args[] = { "--width", columns, label, NULL };
				run_args(&run, args);
				CHECK(run.status == 0 && run.err[0] == '\0', "%s: %s", label, run.err);
				CHECK(strstr(run.out, sipcode_value(e, SIPCODE_PROTOCOL, 0)), "%s", label);
				for (char *rest = run.out, *line; (line = next_line(&rest));)
					CHECK(shown_width(line) <= width, "%s --width %zu: %s", label, width,
					      line);
			}
}

static void test_every_entry_is_valid_json(void **state)
{
	(void)state;
	run_line(&run, "cause --all -o json");
	size_t count = 0;
	for (char *rest = run.out, *line; (line = next_line(&rest)); count++)
		CHECK(json_is_valid(line), "%s", line);
	assert_true(count > 100);
}

/* The table itself: comparisons of causes, each with each. */
static void test_causes_compare(void **state)
{
	(void)state;
	for (const struct sipcode *a = NULL; (a = sipcode_next(SIPCODE_KIND_CAUSE, a));)
		for (const struct sipcode *b = NULL; (b = sipcode_next(SIPCODE_KIND_CAUSE, b));) {
			const struct sipcode *const both[] = { a, b };
			struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
			char text[1024];
			size_t count = sipcode_differ(both, 2, 0, found);
			assert_int_equal(count > 0, a != b);
			for (size_t i = 0; i < count; i++) {
				sipcode_difference_text(&found[i], 0, text, sizeof text);
				CHECK(strchr(text, ' ') && !strchr(text, '{') &&
				              text[strlen(text) - 1] == '.',
				      "%s", text);
			}
		}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_ROWS(&suite, tables, check_table);
	SUITE_TEST(&suite, test_mappings_agree_from_both_sides);
	SUITE_ROWS(&suite, headers, check_header);
	SUITE_TEST(&suite, test_other_fields_are_no_header);
	SUITE_TEST(&suite, test_values_are_cut_to_the_buffer);
	SUITE_ROWS(&suite, lines, check_line);
	SUITE_TEST(&suite, test_every_entry_is_shown_at_any_width);
	SUITE_TEST(&suite, test_every_entry_is_valid_json);
	SUITE_TEST(&suite, test_causes_compare);
	return suite_run(&suite, "reason");
}
