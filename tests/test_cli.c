// SPDX-License-Identifier: MIT
// Whole runs in this process: statuses, messages, and properties of what is printed for every code.

#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "support.h"

struct cli_case {
	const char *name;
	const char *line;
	int status;
	const char *out; /* all of it when it ends in '\n', a part else; NULL for none at all */
	const char *err; /* likewise */
};

static const struct cli_case cases[] = {
	{ "a code", "486", 0, "486 Busy Here", NULL },
	{ "show is the long form", "show 486", 0, "486 Busy Here", NULL },
	{ "one field", "-f phrase 486", 0, "Busy Here\n", NULL },
	{ "two fields", "-f code,retry 486", 0, "486\tlater\n", NULL },
	{ "a list in a field", "-f sent_by 486", 0, "uas,gateway\n", NULL },
	{ "order and repeats are kept", "-f code 486 200 486", 0, "486\n200\n486\n", NULL },
	{ "a phrase of two codes", "-f code Not~Acceptable", 0, "406\n606\n", NULL },
	{ "a class as fields", "-f code 6xx", 0, "600\n603\n604\n606\n607\n608\n", NULL },
	{ "a status line", "-f code SIP/2.0 486 Busy Here", 0, "486\n", NULL },
	{ "a vendor's code is an answer", "-f status 101", 0, "vendor\n", NULL },
	{ "a code beyond 699 is an answer", "-f status 701", 0, "local\n", NULL },
	{ "a named variant", "-f phrase 603+", 0, "Network Blocked\n", NULL },
	{ "an unregistered number", "499", 1, NULL,
	  "sipcode: 499 is not registered; a client treats it as 400 (RFC 3261 section 8.1.3.2); see "
	  "'sipcode list "
	  "4xx'\n" },
	{ "an unregistered provisional number", "102", 1, NULL, "a client treats it as 183" },
	{ "a number of no class", "999", 1, NULL, "the classes are 1xx to 6xx" },
	{ "what was found is still printed", "-f code 486 499 200", 1, "486\n200\n",
	  "499 is not registered" },
	{ "a phrase of nothing", "xyzzy", 1, NULL, "'xyzzy'" },
	{ "a misspelt phrase", "bussy-here", 1, NULL, "did you mean 'Busy Here'?" },
	{ "a range with nothing in it", "590-599", 1, NULL, "590-599" },
	{ "a pattern with nothing in it", "45x", 1, NULL, "45x" },
	{ "not a selector", "48", 2, NULL, "'48' is not a selector" },
	{ "a selector, then none", "486 4x6", 2, NULL, "'4x6' is not a selector" },
	{ "a descending range", "486-480", 2, NULL, "'486-480' is not a selector" },
	{ "nothing at all", "", 2, NULL, "nothing to look up" },
	{ "show without operands", "show", 2, NULL, "'show' needs something to work on" },
	{ "compare without operands", "compare", 2, NULL, "needs" },
	{ "search without words", "search", 2, NULL, "'search' needs something to work on" },
	{ "a misspelt command", "comapre 486 600", 2, NULL,
	  "sipcode: unknown command 'comapre'; did you mean 'compare'?\n" },
	{ "a misspelt command before a class", "lst 4xx", 2, NULL, "did you mean 'list'?" },
	{ "an unknown option", "--nope 486", 2, NULL, "unknown option '--nope'" },
	{ "an unknown field", "-f nope 486", 2, NULL, "unknown field 'nope'" },
	{ "an unknown format", "-o xml 486", 2, NULL, "unknown format 'xml'" },
	{ "an unknown language", "-l qq 486", 2, NULL, "no texts in language 'qq'" },
	{ "compare", "compare 486 600", 0, "Key differences", NULL },
	{ "compare a code with itself", "compare 486 486", 2, NULL, "486 is the same on both sides" },
	{ "compare a code with its phrase", "compare Busy~Here 486", 2, NULL,
	  "486 is the same on both sides" },
	{ "compare one code", "compare 486", 2, NULL, "needs two codes" },
	{ "compare nine", "compare 100 180 200 301 401 404 486 500 603", 2, NULL, "eight codes at most" },
	{ "compare with a code of no table", "compare 486 499", 1, NULL, "499 is not registered" },
	{ "compare three, one of no table", "compare 486 499 600", 1, "486 Busy Here",
	  "499 is not registered" },
	{ "compare a code and its variant", "compare 603 603+", 0, "Network Blocked", NULL },
	{ "list a class", "-f code list 6xx", 0, "600\n603\n604\n606\n607\n608\n", NULL },
	{ "list leaves out what is not registered", "-f code list 10x", 0, "100\n", NULL },
	{ "list all", "-f code list --all 10x", 0, "100\n101\n", NULL },
	{ "list what is named", "-f code list 409", 0, "409\n", NULL },
	{ "list a class of nothing", "list 7xx", 1, NULL, "7xx" },
	{ "search", "-f code search busy here", 0, "486\n600", NULL },
	{ "search in vain", "search xyzzy", 1, NULL, "'xyzzy'" },
	{ "help", "help", 0, "Usage:", NULL },
	{ "help by option", "--help", 0, "Usage:", NULL },
	{ "help on a command", "help compare", 0, "sipcode compare", NULL },
	{ "help after a command", "compare --help", 0, "sipcode compare", NULL },
	{ "help on no command", "help nope", 2, NULL, "unknown command 'nope'" },
	{ "help on two", "help show list", 2, NULL, "one command at most" },
	{ "the version", "--version", 0, "sipcode ", NULL },
	{ "-- before a command's name", "-- list", 1, NULL, "no response code has the phrase 'list'" },
	{ "a dash beside others", "- 486", 2, NULL, "stands alone" },
	{ "quiet found", "-q 486", 0, NULL, NULL },
	{ "quiet not found", "-q 499", 1, NULL, NULL },
	{ "quiet and no selector", "-q 48", 2, NULL, "'48' is not a selector" },
	{ "quiet list", "-q list", 0, NULL, NULL },
	{ "quiet compare", "-q compare 486 600", 0, NULL, NULL },
	{ "quiet search", "-q search busy", 0, NULL, NULL },
	{ "quiet search in vain", "-q search xyzzy", 1, NULL, NULL },
	{ "quiet in json", "-q -o json 486", 0, NULL, NULL },
	{ "quiet in tsv", "-q -o tsv 486", 0, NULL, NULL },
};

static void check_text(const char *text, const char *wanted)
{
	if (!wanted)
		assert_string_equal(text, "");
	else if (wanted[strlen(wanted) - 1] == '\n')
		assert_string_equal(text, wanted);
	else
		CHECK(strstr(text, wanted), "'%s' is not in: %s", wanted, text);
}

static void check_run(void **state)
{
	static struct run run;
	const struct cli_case *row = *state;
	run_line(&run, row->line);
	assert_int_equal(run.status, row->status);
	check_text(run.out, row->out);
	check_text(run.err, row->err);
	const char *end = strchr(run.err, '\n');
	assert_true(run.err[0] == '\0' || (end && end[1] == '\0'));
}

static void test_json_keys_are_frozen(void **state)
{
	(void)state;
	static struct run run;
	char keys[1024];
	run_line(&run, "-o json 486");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(
	        keys, "kind lang code phrase class status final reference alias methods sent_by "
	              "headers_must headers_may http retry failover fork ack dialog_effect q850 q850_from "
	              "metric local variant related stacks sources summary action description when_seen "
	              "resolution send_when");
	run_line(&run, "-o json compare 301 603");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(keys, "kind lang codes sentence differences both which");
	run_line(&run, "-o json 4xx");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(keys,
	                    "kind lang class name final fork ack scope unknown sources summary description");
	run_line(&run, "-o json cause 17");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(
	        keys, "kind lang protocol code phrase class reference alias sip sip_qsig sip_from stacks "
	              "sources summary action description resolution mapping");
	run_line(&run, "-o json warning 304");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(
	        keys, "kind lang code phrase reference codes sources summary action description resolution");
	run_line(&run, "-o json emm:");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(keys, "kind lang protocol reference sources summary description");
	run_line(&run, "-o json preemption:1");
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(keys, "kind lang protocol code phrase reference sources summary action");
	run_line(&run, "-o json flow 486");
	*strchr(run.out, '\n') = '\0';
	json_keys(run.out, keys, sizeof keys);
	assert_string_equal(keys, "kind lang code title reference actors steps");
}

static void test_tsv_heading_is_frozen(void **state)
{
	(void)state;
	static struct run run;
	static const char heading[] =
	        "code\tphrase\tclass\tstatus\tretry\tfailover\tfork\tdialog_effect\treference"
	        "\tsummary\n";
	static const char *const lines[] = { "-o tsv 486", "-o tsv list", "-o tsv compare 486 600",
		                             "-o tsv search busy", "-o tsv 4xx" };
	for (size_t i = 0; i < COUNT(lines); i++) {
		run_line(&run, lines[i]);
		assert_memory_equal(run.out, heading, sizeof heading - 1);
	}
	static const char *const others[][2] = {
		{ "-o tsv cause 17", "code\tphrase\tclass\tsip\tsip_qsig\tsip_from\treference\tsummary\n" },
		{ "-o tsv warning", "code\tphrase\tcodes\treference\tsummary\n" },
		{ "-o tsv flow 486", "code\tflow\tstep\tfrom\tto\ttext\tdetails\n" },
	};
	for (size_t i = 0; i < COUNT(others); i++) {
		run_line(&run, others[i][0]);
		assert_memory_equal(run.out, others[i][1], strlen(others[i][1]));
	}
}

static void test_lists_have_75_registered_codes(void **state)
{
	(void)state;
	static struct run run;
	static const char *const formats[] = { "text", "json", "tsv" };
	for (size_t i = 0; i < COUNT(formats); i++) {
		char line[32];
		snprintf(line, sizeof line, "-o %s list", formats[i]);
		run_line(&run, line);
		size_t lines = 0;
		for (char *rest = run.out; next_line(&rest);)
			lines++;
		assert_int_equal(lines, strcmp(formats[i], "tsv") == 0 ? 76 : 75);
	}
}

/* Runs the line, then again: nothing may be left over from the first run. */
static void test_running_twice_prints_the_same(void **state)
{
	(void)state;
	static struct run first, second, between;
	for (size_t i = 0; i < COUNT(cases); i++) {
		run_line(&first, cases[i].line);
		run_line(&between, "--color=always -o json -f code --width 40 --long compare 100 603+");
		run_line(&second, cases[i].line);
		assert_int_equal(first.status, second.status);
		assert_string_equal(first.out, second.out);
		assert_string_equal(first.err, second.err);
	}
}

static void test_output_that_fails_is_an_error(void **state)
{
	(void)state;
	static const char *const lines[] = { "486", "help", "--version", "list", "-o json 4xx" };
	for (size_t i = 0; i < COUNT(lines); i++) {
		char program[] = "sipcode", word[32], err[512] = "", *argv[4] = { program };
		int argc = 1;
		snprintf(word, sizeof word, "%s", lines[i]);
		for (char *rest = word, *w; (w = strtok_r(rest, " ", &rest));)
			argv[argc++] = w;
		FILE *out = fopen(SIPCODE_SOURCE_DIR "/data/en.txt", "rb"),
		     *errors = fmemopen(err, sizeof err, "w");
		assert_int_equal(cli_run(argc, argv, out, errors), 2);
		fclose(out);
		fclose(errors);
		CHECK(strstr(err, "sipcode: cannot write the answer: "), "%s", err);
	}
}

static void test_a_misuse_prints_nothing_on_stdout(void **state)
{
	(void)state;
	static struct run run;
	static const char *const bad[] = { "48", "486-480", "--nope", "-f nope", "-o xml", "--width 12" };
	static const char *const before[] = { "", "4xx", "--long 1xx 2xx 3xx 4xx 5xx 6xx", "list",
		                              "search busy" };
	for (size_t i = 0; i < COUNT(bad); i++)
		for (size_t j = 0; j < COUNT(before); j++) {
			char line[128];
			snprintf(line, sizeof line, "%s %s", before[j], bad[i]);
			run_line(&run, line);
			bool searched = strcmp(before[j], "search busy") == 0 && bad[i][0] != '-';
			if (!searched)
				CHECK(run.status == 2 && run.out[0] == '\0', "%s", line);
		}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_ROWS(&suite, cases, check_run);
	SUITE_TEST(&suite, test_json_keys_are_frozen);
	SUITE_TEST(&suite, test_tsv_heading_is_frozen);
	SUITE_TEST(&suite, test_lists_have_75_registered_codes);
	SUITE_TEST(&suite, test_running_twice_prints_the_same);
	SUITE_TEST(&suite, test_output_that_fails_is_an_error);
	SUITE_TEST(&suite, test_a_misuse_prints_nothing_on_stdout);
	return suite_run(&suite, "cli");
}
