// SPDX-License-Identifier: MIT
// Finding responses in logs, traces and captures, however the input is cut into pieces.

#include <stdlib.h>
#include <string.h>

#include "support.h"

enum { FOUND_MAX = 400, PAD_MAX = 600 };

/** What a scan found. */
struct found {
	int codes[FOUND_MAX];
	size_t count;
};

static void add(struct found *found, int code)
{
	assert_true(found->count < FOUND_MAX);
	found->codes[found->count++] = code;
}

static void feed(struct sipcode_scan *scan, const char *bytes, size_t size, struct found *found)
{
	int code;
	/* a copy of just these bytes, so that a sanitizer sees who looks beside them */
	char *piece = malloc(size ? size : 1);
	assert_non_null(piece);
	memcpy(piece, bytes, size);
	sipcode_scan_feed(scan, piece, size);
	while ((code = sipcode_scan_next(scan)))
		add(found, code);
	assert_int_equal(sipcode_scan_next(scan), 0);
	free(piece);
}

static void end(struct sipcode_scan *scan, struct found *found)
{
	int code = sipcode_scan_end(scan);
	if (code)
		add(found, code);
}

/* Scan in pieces of `step` bytes, the first of which has `first`. */
static struct found scan_pieces(enum sipcode_scan_form form, const char *text, size_t size, size_t first,
                                size_t step)
{
	struct sipcode_scan scan;
	struct found found = { .count = 0 };
	sipcode_scan_begin(&scan, form);
	for (size_t at = 0, length = first; at < size; at += length, length = step) {
		if (length > size - at)
			length = size - at;
		feed(&scan, text + at, length, &found);
	}
	end(&scan, &found);
	return found;
}

static struct found scan_whole(enum sipcode_scan_form form, const char *text, size_t size)
{
	return scan_pieces(form, text, size, size, size);
}

static void print(const struct found *found, char *buffer, size_t size)
{
	size_t length = 0;
	buffer[0] = '\0';
	for (size_t i = 0; i < found->count && length + 16 < size; i++)
		length += (size_t)snprintf(buffer + length, size - length, "%s%d", i ? " " : "",
		                           found->codes[i]);
}

static void check_found(const struct found *found, const char *expected, const char *where, size_t split)
{
	char text[4096];
	print(found, text, sizeof text);
	CHECK(strcmp(text, expected) == 0, "%s, cut at %zu: found '%s', not '%s'", where, split, text,
	      expected);
}

/* The bytes of a string that may hold NULs; -1 stands for what is malformed. */
#define ROW(name, text, expected) \
	{ \
		name, text, sizeof(text) - 1, expected \
	}
struct row {
	const char *name, *text;
	size_t size;
	const char *expected;
};

static const struct row messages[] = {
	ROW("start of a line", "SIP/2.0 486 Busy Here\r\nVia: x\r\n", "486"),
	ROW("every class",
	    "SIP/2.0 100 a\nSIP/2.0 200 a\nSIP/2.0 302 a\nSIP/2.0 404 a\nSIP/2.0 503 a\nSIP/2.0 699 a\n",
	    "100 200 302 404 503 699"),
	ROW("numbers nobody registered", "SIP/2.0 499 Odd\nSIP/2.0 199 x\nSIP/2.0 600 x\n", "499 199 600"),
	ROW("log prefix",
	    "Nov 24 10:00:00 sbc1 kamailio[712]: INFO: <script>: SIP/2.0 503 Service Unavailable\n", "503"),
	ROW("log prefix with a colon",
	    "10:00:00.123: SIP/2.0 180 Ringing\nINFO: SIP/2.0 181 x\nreply: SIP/2.0 182 x\n", "180 181 182"),
	ROW("a log's WARNING is no header field", "WARNING: SIP/2.0 503 down\nERROR: SIP/2.0 500 x\n",
	    "503 500"),
	ROW("file name of grep -H", "trace-1.log:SIP/2.0 404 Not Found\n", "404"),
	ROW("indented", "   SIP/2.0 200 OK\n\t\tSIP/2.0 404 Not Found\n", "200 404"),
	ROW("quoted by a log", "{\"msg\":\"SIP/2.0 480 Gone\\r\\nVia: SIP/2.0/UDP x\"}\n", "480"),
	ROW("several blanks", "SIP/2.0   486    Busy Here\n", "486"),
	ROW("two in a line", "got SIP/2.0 401 x, then SIP/2.0 200 OK\n", "401 200"),
	ROW("one right behind the other", "SIP/2.0 401 SIP/2.0 200 SIP/2.0 200\n", "401 200 200"),
	ROW("empty phrase", "SIP/2.0 100 \r\n", "100"),
	ROW("no phrase", "SIP/2.0 486\r\nSIP/2.0 487\nSIP/2.0 488\rx\nSIP/2.0 489\tx\n", "486 487 488 489"),
	ROW("no phrase and no line end", "SIP/2.0 486", "486"),
	ROW("UTF-8 phrase", "SIP/2.0 486 \xd0\x97\xd0\xb0\xd0\xbd\xd1\x8f\xd1\x82\xd0\xbe\r\n", "486"),
	ROW("Latin-1 phrase", "SIP/2.0 486 Occup\xe9\r\n", "486"),
	ROW("line ends LF", "a\nSIP/2.0 200 OK\nb\n", "200"),
	ROW("line ends CR", "a\rSIP/2.0 200 OK\rb\rSIP/2.0 404 x\r", "200 404"),
	ROW("line ends CR CR LF", "a\r\r\nSIP/2.0 200 OK\r\r\nSIP/2.0 486\r\r\n", "200 486"),
	ROW("colours around", "\033[32mSIP/2.0 200 OK\033[0m\n", "200"),
	ROW("colours inside", "SIP/2.0 \033[1;31m486\033[m\033[K Busy Here\n", "486"),
	ROW("colours as grep sets them",
	    "\033[01;31m\033[KSIP\033[m\033[K/2.0 \033[01;31m\033[K200\033[m\033[K OK\n", "200"),
	ROW("colours in every place",
	    "\033[1mS\033[1mI\033[1mP/\033[1m2.\033[1m0\033[1m \033[1m4\033[1m8\033[1m6\033[1m\r\n", "486"),
	ROW("a colour at the very end", "SIP/2.0 486\033[0m", "486"),
	ROW("no colour", "SIP/2.0 \033[1\001m486 x\nSIP/2.0 48\0336 x\nSIP\033/2.0 200 OK\n", "-1"),
	ROW("binary around", "\0\001\377\0E\0\0SIP/2.0 200 OK\r\n\r\n\0\0\xa1\xb2ySIP/2.0 404 x\r\n",
	    "200 404"),
	ROW("NUL bytes", "SIP/2.0 200 OK\0\0\0SIP/2.0 486 B\0usy\n\0SIP/2.0 4\00086 x\n", "200 486 -1"),
	ROW("packet cut in a header field",
	    "SIP/2.0 200 OK\r\nWarning: 399 x \"SI\0\0\0\x10\0SIP/2.0 486 Busy\r\n", "200 486"),
	ROW("tshark summary", "  12   0.31   192.0.2.1 -> 192.0.2.2   SIP 500 Status: 486 Busy Here | \n",
	    "486"),
	ROW("tshark columns", "Status: 180 Ringing\n\tStatus: 200 OK (INVITE)\n\"Status: 404 Not Found\",1\n",
	    "180 200 404"),
	ROW("tshark details", "    Status-Line: SIP/2.0 486 Busy Here\n        Status-Code: 486\n", "486"),
	ROW("tshark in colour", "SIP 500 \033[7mStatus: 486\033[0m Busy\n", "486"),
	ROW("other words that end in status",
	    "exit_Status: 200\nX-Status: 200 x\nMyStatus: 404 x\nstatus: 200\n", ""),
	ROW("tshark and no code",
	    "Status: 20\nStatus: 2000\nStatus: 200OK\nStatus: 700 x\nStatus: ok\nStatus:200 x\n", ""),
	ROW("Via", "Via: SIP/2.0/UDP 192.0.2.1 ;branch=z9hG4bK 200\r\nv: SIP/2.0/TCP 200 ok\r\n", ""),
	ROW("Via with blanks", "Via: SIP / 2.0 / UDP 200.example.com\nVia: SIP/2.0 200\n", ""),
	ROW("request line", "INVITE sip:486@example.com SIP/2.0\r\nBYE sip:x SIP/2.0 \r\nACK sip:x SIP/2.0",
	    ""),
	ROW("other protocols",
	    "HTTP/1.1 404 Not Found\nRTSP/1.0 200 OK\nMSRP a786 200 OK\nSIP/1.0 200 OK\nSIP/2.1 200 OK\n"
	    "SIP/2 200 OK\nsip/2.0 200 ok\n",
	    ""),
	ROW("numbers in header fields",
	    "CSeq: 486 INVITE\nReason: SIP ;cause=200 ;text=\"x\"\nWarning: 370 a \"b\"\n"
	    "To: <sip:503@example.com>\nRetry-After: 180\n",
	    ""),
	ROW("quoted in header fields",
	    "Warning: 399 x \"SIP/2.0 503 down\"\nReason: SIP;text=\"SIP/2.0 486 Busy\"\n"
	    "X-Cause: SIP/2.0 404 Not Found\r\nSubject: SIP/2.0 200 OK\n",
	    ""),
	ROW("quoted in indented ones", "\t Error-Info : <sip:x>;SIP/2.0 480 x\n   P-Last: SIP/2.0 480\n", ""),
	ROW("quoted in short forms", "s: SIP/2.0 200 OK\nt: \"SIP/2.0 486 Busy\" <sip:x>\n", ""),
	ROW("quoted in coloured ones",
	    "\033[1mWarning\033[0m: 399 x \"SIP/2.0 503 down\"\n\033[1m\033[2mTo: SIP/2.0 200 \n", ""),
	ROW("quoted twice",
	    "Warning: 399 a \"SIP/2.0 503 x\", 399 b \"SIP/2.0 480 x\" Status: 200 OK\nSIP/2.0 200 OK\n",
	    "200"),
	ROW("quoted and malformed", "Subject: SIP/2.0 20 x SIP/2.0 200OK\n", ""),
	ROW("behind a header field", "Warning: 399 x \"y\"\r\nSIP/2.0 503 x\nTo: x\rSIP/2.0 200 OK\n",
	    "503 200"),
	ROW("malformed",
	    "SIP/2.0 4294967301 better not break\nSIP/2.0 20\nSIP/2.0 200OK\nSIP/2.0 700 x\nSIP/2.0 099 x\n"
	    "SIP/2.0 99999999999999999999999999999999999999999 x\nSIP/2.0 1\nSIP/2.0 200. x\n",
	    "-1 -1 -1 -1 -1 -1 -1 -1"),
	ROW("malformed at the end", "SIP/2.0 20", "-1"),
	ROW("no number",
	    "SIP/2.0 OK\nSIP/2.0 \nSIP/2.0 -1\nSIP/2.0\t200 OK\nSIP/2.0200 OK\nSIP/2.0 (UDP)\nSIP/2.0", ""),
	ROW("false starts",
	    "SSIP/2.0 200 OK\nSIP/SIP/2.0 404 x\nStaStatus: 200\nSISIP/2.0 486 x\nSIP/2.0 SIP/2.0 487 x\n",
	    "200 404 486 487"),
	ROW("a colour between two words", "SIP/2.0\033[1mStatus: 200 OK\n-\033[1mStatus: 200 OK\n", ""),
	ROW("colours as tput ends them",
	    "\033[32mSIP/2.0 200\033(B\033[m OK\n\033(B\033[mTo: \"SIP/2.0 486 \"\n", "200"),
	ROW("a colour cut off at the end", "SIP/2.0 486\033", "-1"),
	ROW("another cut off", "SIP/2.0 486\033[3", "-1"),
	ROW("broken sequences",
	    "SIP/2.0 \033\001200 OK\nSIP/2.0 4\033[\00186 x\nSI\033(\001P/2.0 200 x\na\033xStatus: 200 x\n",
	    "-1"),
	ROW("an ESC that is no sequence parts",
	    "aaa\033Status: 200 x\nSIP/2.0 \033"
	    "404 x\n",
	    "200"),
	ROW("a blank within a name", "Call -ID: SIP/2.0 200 x\nCall-ID : SIP/2.0 404 x\n", "200"),
	ROW("a broken sequence before a name", "\033[1\177To: SIP/2.0 200 x\n\033(To: SIP/2.0 404 x\n",
	    "200"),
	ROW("long names",
	    "Session-Expires: SIP/2.0 200 x\nX-A-Very-Long-Header-Name-Of-Some-Vendor-Or-Other-For-Testing: "
	    "SIP/2.0 200 x\n"
	    "P-Private-Network-Indication: SIP/2.0 200 x\np-charging-function-addresses: SIP/2.0 200 x\n",
	    ""),
	ROW("names with other signs", "X-My_Header: SIP/2.0 200 x\nP-com.Siemens.Any: SIP/2.0 200 x\n", ""),
	ROW("capitals and small letters",
	    "warning: SIP/2.0 200 x\nWARNING: SIP/2.0 486 x\np-cscf: SIP/2.0 487 x\n"
	    "X-CSCF: SIP/2.0 488 x\nT: SIP/2.0 489 x\n",
	    "486 487 488 489"),
	ROW("no name",
	    "Expire: SIP/2.0 200 x\nTo From: SIP/2.0 404 x\nTo (x): SIP/2.0 405 x\n:SIP/2.0 406 x\n",
	    "200 404 405 406"),
	ROW("indented too far to be told",
	    "                                                                                "
	    "                                                            Warning: SIP/2.0 503 x\n",
	    "503"),
	ROW("a CR ends a line, a NUL a header field", "To: x\rSIP/2.0 200 x\nTo: x\0 SIP/2.0 404 x\n",
	    "200 404"),
	ROW("nothing", "", ""),
};

static const struct row numbers[] = {
	ROW("a column", "486\n200\n487\n", "486 200 487"),
	ROW("no line end", "486", "486"),
	ROW("first of each line", "\"486\",\"2026\"\n;200;17\nfailed with 503, then 200\n", "486 200 503"),
	ROW("letters beside", "200OK\nsip:404\n", "200 404"),
	ROW("no response", "16\n2000\n99\n700\n4294967301\n0\n", "-1 -1 -1 -1 -1 -1"),
	ROW("lines without a number", "code\n\n-\r\n486\r\n", "486"),
	ROW("line ends CR", "486\r200\r\r404", "486 200 404"),
	ROW("line ends CR CR LF", "486\r\r\n200\r\r\n", "486 200"),
	ROW("colours", "\033[31m486\033[0m\n\033[32m2\033[1m00\n", "486 200"),
	ROW("NUL bytes",
	    "\0"
	    "486\0"
	    "200\n",
	    "486"),
};

static void check_row(enum sipcode_scan_form form, const struct row *row)
{
	for (size_t split = 0; split <= row->size; split++) {
		struct found found = scan_pieces(form, row->text, row->size, split, row->size);
		check_found(&found, row->expected, row->name, split);
	}
	for (size_t step = 1; step < 10; step++) {
		struct found found = scan_pieces(form, row->text, row->size, step, step);
		check_found(&found, row->expected, row->name, step);
	}
}

static void check_messages(void **state)
{
	check_row(SIPCODE_SCAN_MESSAGES, *state);
}

static void check_numbers(void **state)
{
	check_row(SIPCODE_SCAN_NUMBERS, *state);
}

/* Where it stands in a long piece must not matter: the fast way past what is nothing has steps of its own. */
static void check_padded(void **state)
{
	const struct row *row = *state;
	char *text = malloc(2 * PAD_MAX + row->size);
	assert_non_null(text);
	for (size_t before = 0; before < PAD_MAX; before += before < 300 ? 1 : 37) {
		for (size_t after = 0; after < PAD_MAX; after += 1 + after / 2) {
			size_t size = 0;
			memset(text, '.', before);
			if (before > 0)
				text[before - 1] = '\n';
			size += before;
			memcpy(text + size, row->text, row->size);
			size += row->size;
			if (row->size > 0 && strchr("\r\n", row->text[row->size - 1])) {
				memset(text + size, '.', after);
				size += after;
			}
			struct found found = scan_whole(SIPCODE_SCAN_MESSAGES, text, size);
			check_found(&found, row->expected, row->name, before);
		}
	}
	free(text);
}

static void test_scan_says_where_it_is(void **state)
{
	(void)state;
	static const char text[] = "x SIP/2.0 486 Busy\nSIP/2.0 200\r\nSIP/2.0 404";
	struct sipcode_scan scan;
	sipcode_scan_begin(&scan, SIPCODE_SCAN_MESSAGES);
	sipcode_scan_feed(&scan, text, sizeof text - 1);
	assert_int_equal(sipcode_scan_next(&scan), 486);
	assert_string_equal(text + scan.at, " Busy\nSIP/2.0 200\r\nSIP/2.0 404");
	assert_int_equal(sipcode_scan_next(&scan), 200);
	assert_string_equal(text + scan.at, "\r\nSIP/2.0 404");
	assert_int_equal(sipcode_scan_next(&scan), 0);
	sipcode_scan_feed(&scan, " x", 2);
	assert_int_equal(sipcode_scan_next(&scan), 404);
	assert_int_equal(scan.at, 0);
	assert_int_equal(sipcode_scan_next(&scan), 0);
	assert_int_equal(sipcode_scan_end(&scan), 0);
}

/* A line as long as you like, of which only the beginning is remembered. */
static void test_scan_remembers_how_a_long_line_begins(void **state)
{
	(void)state;
	enum { LONG = 100000 };
	static const char *const starts[] = { "Warning: ", "nothing: " };
	char *text = malloc(LONG);
	assert_non_null(text);
	for (size_t i = 0; i < COUNT(starts); i++) {
		memset(text, 'x', LONG);
		memcpy(text, starts[i], strlen(starts[i]));
		memcpy(text + LONG - 20, " SIP/2.0 486 Busy\n", 18);
		for (size_t step = 1; step < LONG; step = 7 * step + 1) {
			struct found found = scan_pieces(SIPCODE_SCAN_MESSAGES, text, LONG, step, step);
			check_found(&found, i == 0 ? "" : "486", starts[i], step);
		}
	}
	free(text);
}

/* Any mixture of what matters, in one piece and in many. */
static void test_scan_finds_the_same_in_any_pieces(void **state)
{
	(void)state;
	static const char *const parts[] = { "SIP/2.0", " ",       "486",      "2",       "0",        "\r",
		                             "\n",      "\033[1m", "\033",     "Status:", "Warning:", "\033[",
		                             "x",       "S",       "SIP/2.0 ", "200 " };
	uint32_t random = 4475;
	size_t found_ever = 0;
	for (size_t turn = 0; turn < 4000; turn++) {
		char text[600];
		size_t size = 0, count = 1 + random_next(&random) % 40;
		for (size_t i = 0; i < count; i++) {
			const char *part = parts[random_next(&random) % COUNT(parts)];
			memcpy(text + size, part, strlen(part));
			size += strlen(part);
			if (random_next(&random) % 16 == 0)
				text[size++] = (char)random_next(&random);
		}
		struct found whole = scan_whole(SIPCODE_SCAN_MESSAGES, text, size);
		found_ever += whole.count;
		char expected[4096];
		print(&whole, expected, sizeof expected);
		for (size_t step = 1; step < size; step = 2 * step + 1) {
			struct found found = scan_pieces(SIPCODE_SCAN_MESSAGES, text, size, step, step);
			check_found(&found, expected, "mixture", turn);
		}
	}
	assert_true(found_ever > 1000);
}

static const char *const traces[] = { "rfc3665", "rfc3665-failed" };

/* The flows of RFC 3665, with as many responses as the RFC draws. */
static void test_scan_finds_the_responses_of_rfc_3665(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(traces); i++) {
		char name[80];
		snprintf(name, sizeof name, "tests/traces/%s.txt", traces[i]);
		char *text = read_source(name);
		snprintf(name, sizeof name, "tests/traces/%s.counts", traces[i]);
		char *counts = read_source(name), *rest = counts;
		struct found found = scan_whole(SIPCODE_SCAN_MESSAGES, text, strlen(text));
		size_t expected_total = 0;
		for (const char *line; (line = next_line(&rest));) {
			int code, expected, count = 0;
			assert_int_equal(sscanf(line, "%d %d", &code, &expected), 2);
			for (size_t at = 0; at < found.count; at++)
				count += found.codes[at] == code;
			CHECK(count == expected, "%s: %d of %d", name, count, code);
			expected_total += (size_t)expected;
		}
		assert_int_equal(found.count, expected_total);
		free(text);
		free(counts);
	}
}

/* The bytes of a file that may hold NULs. */
static size_t read_bytes(const char *name, char *buffer, size_t size)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s", SIPCODE_SOURCE_DIR, name);
	FILE *file = fopen(path, "rb");
	CHECK(file, "cannot open %s", path);
	size_t count = fread(buffer, 1, size, file);
	assert_true(count > 0 && count < size);
	fclose(file);
	return count;
}

/* The torture messages of RFC 4475: five are responses, one of them without a number that could be. */
static void test_scan_survives_rfc_4475(void **state)
{
	(void)state;
	static char message[1 << 16];
	char *counts = read_source("tests/traces/rfc4475.counts"), *rest = counts;
	size_t responses = 0;
	for (char *line; (line = next_line(&rest));) {
		char name[80], *expected = strstr(line, ": ");
		assert_non_null(expected);
		*expected = '\0';
		expected += 2;
		snprintf(name, sizeof name, "tests/traces/rfc4475/%s.sip", line);
		size_t size = read_bytes(name, message, sizeof message);
		struct found found = scan_whole(SIPCODE_SCAN_MESSAGES, message, size);
		const char *wanted = strcmp(expected, "-") == 0           ? ""
		                     : strcmp(expected, "malformed") == 0 ? "-1"
		                                                          : expected;
		check_found(&found, wanted, line, 0);
		struct found bytewise = scan_pieces(SIPCODE_SCAN_MESSAGES, message, size, 1, 1);
		check_found(&bytewise, wanted, line, 1);
		responses += found.count;
	}
	assert_int_equal(responses, 5);
	free(counts);
}

/* Every header field that the table speaks of. */
static void test_scan_knows_the_header_fields_of_the_table(void **state)
{
	(void)state;
	static const enum sipcode_field fields[] = { SIPCODE_HEADERS_MUST, SIPCODE_HEADERS_MAY };
	size_t checked = 0;
	for (const struct sipcode *code = NULL; (code = next_any(code));)
		for (size_t i = 0; i < COUNT(fields); i++)
			for (const char *name = sipcode_value(code, fields[i], 0); *name;
			     name = sipcode_value_next(name)) {
				char line[128];
				int size = snprintf(line, sizeof line,
				                    "%s: x \"SIP/2.0 503 y\"\nSIP/2.0 200 OK\n", name);
				struct found found = scan_whole(SIPCODE_SCAN_MESSAGES, line, (size_t)size);
				check_found(&found, "200", name, 0);
				checked++;
			}
	assert_true(checked > 60);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_TEST(&suite, test_scan_knows_the_header_fields_of_the_table);
	SUITE_ROWS(&suite, messages, check_messages);
	SUITE_ROWS(&suite, messages, check_padded);
	SUITE_ROWS(&suite, numbers, check_numbers);
	SUITE_TEST(&suite, test_scan_says_where_it_is);
	SUITE_TEST(&suite, test_scan_remembers_how_a_long_line_begins);
	SUITE_TEST(&suite, test_scan_finds_the_same_in_any_pieces);
	SUITE_TEST(&suite, test_scan_finds_the_responses_of_rfc_3665);
	SUITE_TEST(&suite, test_scan_survives_rfc_4475);
	return suite_run(&suite, "scan");
}
