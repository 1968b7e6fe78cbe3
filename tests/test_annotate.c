// SPDX-License-Identifier: MIT
// Notes among a trace: taken out again, they leave the input as it was, to the byte.

#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "support.h"

#define INPUT_NAME "test_annotate.tmp"
#define MARK "  | "

enum { INPUT_MAX = 1 << 17 };

static void write_input(const char *bytes, size_t size)
{
	FILE *file = fopen(INPUT_NAME, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	fclose(file);
}

/* One run of the program over `bytes`; its output may hold NULs. */
static size_t annotate(const char *options, const char *bytes, size_t size, char *output, size_t room)
{
	char words[4][32] = { "sipcode", "annotate", INPUT_NAME, "--ascii" }, more[3][32];
	char *args[8] = { words[0], words[1], words[2], words[3] };
	int count = 4;
	for (size_t i = 0; *options; i++, count++) {
		size_t length = strcspn(options, " ");
		snprintf(more[i], sizeof more[i], "%.*s", (int)length, options);
		args[count] = more[i];
		options += length + (options[length] ? 1 : 0);
	}
	write_input(bytes, size);
	FILE *out = tmpfile(), *err = tmpfile();
	assert_non_null(out);
	assert_non_null(err);
	int status = cli_run(count, args, out, err);
	assert_in_range(status, 0, 1);
	rewind(out);
	size_t length = fread(output, 1, room, out);
	assert_true(length < room);
	fclose(out);
	fclose(err);
	return length;
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Take the notes out, in place: lines that begin with the mark. */
static size_t take_out(char *text, size_t size, size_t *notes)
{
	size_t length = 0, mark = strlen(MARK);
	bool ended = true;
	*notes = 0;
	for (size_t at = 0; at < size;) {
		bool begins = at == 0 || is_line_end(text[at - 1]);
		if (begins && size - at >= mark && memcmp(text + at, MARK, mark) == 0) {
			while (at < size && !is_line_end(text[at]))
				at++;
			ended = at < size;
			at += ended;
			++*notes;
		} else {
			text[length++] = text[at++];
		}
	}
	/* behind a last line without an end, the note has none, and the line has the note's */
	return ended ? length : length - 1;
}

static void check(const char *options, const char *bytes, size_t size, size_t *notes)
{
	static char output[8 * INPUT_MAX];
	size_t length = annotate(options, bytes, size, output, sizeof output);
	length = take_out(output, length, notes);
	CHECK(length == size, "annotate %s: %zu bytes are left of %zu", options, length, size);
	assert_memory_equal(output, bytes, size);
}

/* Random bytes, and among them what makes notes; no byte can be taken for the mark. */
static size_t make_input(char *buffer, uint32_t *random, size_t parts)
{
	static const char *const known[] = {
		"SIP/2.0 486 Busy Here", "SIP/2.0 200", "\r\n",    "\n",          "\r", "\r\r\n",
		"SIP/2.0 499 x",         "\n\n",        "\033[1m", "Status: 180 "
	};
	size_t size = 0;
	for (size_t i = 0; i < parts; i++) {
		const char *part = known[random_next(random) % COUNT(known)];
		memcpy(buffer + size, part, strlen(part));
		size += strlen(part);
		for (size_t more = random_next(random) % 6; more > 0; more--) {
			char c = (char)random_next(random);
			buffer[size++] = c == '|' ? 'x' : c;
		}
	}
	return size;
}

static void test_annotate_keeps_every_byte(void **state)
{
	(void)state;
	static const char *const options[] = { "", "--long", "--only 4xx", "--codes", "--long --width 40" };
	static char input[INPUT_MAX];
	uint32_t random = 3261;
	size_t all_notes = 0;
	for (size_t turn = 0; turn < 400; turn++) {
		size_t size = make_input(input, &random, random_next(&random) % 60), notes;
		check(options[turn % COUNT(options)], input, size, &notes);
		all_notes += notes;
	}
	assert_true(all_notes > 2000);
	remove(INPUT_NAME);
}

/* Lines and notes around the end of what is read at once. */
static void test_annotate_keeps_every_byte_of_long_inputs(void **state)
{
	(void)state;
	enum { PIECE = 1 << 17, AROUND = 40 };
	static char input[PIECE + 100];
	for (size_t at = PIECE - AROUND; at < PIECE + AROUND; at++) {
		static const char line[] = "\nSIP/2.0 486 Busy Here\r\nVia: x";
		size_t notes;
		memset(input, 'x', sizeof input);
		memcpy(input + at, line, sizeof line - 1);
		check("", input, sizeof input, &notes);
		assert_int_equal(notes, 1);
	}
	remove(INPUT_NAME);
}

static void test_annotate_puts_the_note_behind_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *input, *output;
	} cases[] = {
		{ "SIP/2.0 180 Ringing\n",
		  "SIP/2.0 180 Ringing\n" MARK "180: the callee's device is alerting its user\n" },
		{ "a SIP/2.0 180\r\nb",
		  "a SIP/2.0 180\r\n" MARK "180: the callee's device is alerting its user\nb" },
		{ "SIP/2.0 180\r\r\nb\n",
		  "SIP/2.0 180\r\r\n" MARK "180: the callee's device is alerting its user\nb\n" },
		{ "SIP/2.0 180 \rb\n",
		  "SIP/2.0 180 \r" MARK "180: the callee's device is alerting its user\rb\n" },
		{ "SIP/2.0 180", "SIP/2.0 180\n" MARK "180: the callee's device is alerting its user" },
		{ "SIP/2.0 180\r", "SIP/2.0 180\r" MARK "180: the callee's device is alerting its user\r" },
		{ "SIP/2.0 180 SIP/2.0 180 \n",
		  "SIP/2.0 180 SIP/2.0 180 \n" MARK "180: the callee's device is alerting its user\n" },
		{ "To: SIP/2.0 180 \n", "To: SIP/2.0 180 \n" },
		{ "", "" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		char output[1024];
		size_t length = annotate("", cases[i].input, strlen(cases[i].input), output, sizeof output);
		output[length] = '\0';
		assert_string_equal(output, cases[i].output);
	}
	remove(INPUT_NAME);
}

/* Every code there can be, in one line. */
static void test_annotate_explains_every_code(void **state)
{
	(void)state;
	static char input[INPUT_MAX];
	size_t size = 0, notes;
	for (int code = 100; code < 700; code++)
		size += (size_t)snprintf(input + size, sizeof input - size, "SIP/2.0 %d x ", code);
	input[size++] = '\n';
	check("", input, size, &notes);
	assert_int_equal(notes, 600);
	check("--only 4xx", input, size, &notes);
	assert_int_equal(notes, 100);
	remove(INPUT_NAME);
}

/* However long the input is, --quiet leaves just the status. */
static void test_annotate_may_be_quiet(void **state)
{
	(void)state;
	enum { SIZE = 1 << 17 };
	static char input[SIZE], output[64];
	for (size_t at = 0; at + 20 < SIZE; at += 16)
		memcpy(input + at, "SIP/2.0 486 Bu\r\n", 16);
	assert_int_equal(annotate("-q", input, SIZE, output, sizeof output), 0);
	remove(INPUT_NAME);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	SUITE_TEST(&suite, test_annotate_keeps_every_byte);
	SUITE_TEST(&suite, test_annotate_keeps_every_byte_of_long_inputs);
	SUITE_TEST(&suite, test_annotate_puts_the_note_behind_its_line);
	SUITE_TEST(&suite, test_annotate_explains_every_code);
	SUITE_TEST(&suite, test_annotate_may_be_quiet);
	return suite_run(&suite, "annotate");
}
