// SPDX-License-Identifier: MIT
// Any bytes as operands, one a line: first to the library, then as a whole command line.

#include "fuzz.h"

#include <string.h>

#include "cli.h"
#include "sipcode.h"

enum { OPERANDS_MAX = 64 };

struct words {
	char *text;
	char *items[OPERANDS_MAX + 1];
	size_t count;
};

static void split(struct words *words, const uint8_t *bytes, size_t size)
{
	words->text = malloc(size + 1);
	FUZZ_CHECK(words->text);
	for (size_t i = 0; i < size; i++)
		words->text[i] = (char)bytes[i];
	words->text[size] = '\0';
	words->count = 0;
	char *at = words->text;
	while (at && words->count < OPERANDS_MAX) {
		words->items[words->count++] = at;
		at = strchr(at, '\n');
		if (at)
			*at++ = '\0';
	}
	words->items[words->count] = NULL;
}

/* What a selector covers is finite, within its bounds and, but for phrases with their variants, ascending. */
static void check_selected(const struct sipcode_selector *selector)
{
	const struct sipcode *code = NULL;
	size_t found = 0;
	int last = 0;
	char label[128];
	while ((code = sipcode_selected(selector, code))) {
		int number = sipcode_number(code);
		FUZZ_CHECK(++found <= 1000);
		FUZZ_CHECK(number >= 1 && number <= 999);
		if (selector->low > 0)
			FUZZ_CHECK(number >= selector->low && number <= selector->high);
		if (selector->kind == SIPCODE_SELECT_CLASS || selector->kind == SIPCODE_SELECT_RANGE)
			FUZZ_CHECK(number > last);
		if (found == 1 && selector->kind != SIPCODE_SELECT_CLASS &&
		    selector->kind != SIPCODE_SELECT_RANGE)
			FUZZ_CHECK(code == selector->entry);
		last = number;
		FUZZ_CHECK(sipcode_label(code, label, sizeof label) < sizeof label);
	}
	if (selector->kind == SIPCODE_SELECT_PHRASE)
		FUZZ_CHECK(found > 0);
	if (selector->kind == SIPCODE_SELECT_NOTHING || selector->kind == SIPCODE_SELECT_INVALID)
		FUZZ_CHECK(found == 0);
}

static void check_selectors(const char *const *operands, size_t count, enum sipcode_kind of)
{
	struct sipcode_selector selector;
	for (size_t at = 0; at < count; at += selector.count) {
		sipcode_select(operands + at, count - at, of, &selector);
		int least = selector.of == SIPCODE_KIND_CAUSE ? 1 : 100;
		FUZZ_CHECK(selector.operands == operands + at);
		FUZZ_CHECK(selector.count >= 1 && selector.count <= count - at);
		if (selector.kind == SIPCODE_SELECT_NUMBER)
			FUZZ_CHECK(selector.low == selector.high && selector.low >= least &&
			           selector.high <= 999);
		if (selector.kind == SIPCODE_SELECT_CLASS || selector.kind == SIPCODE_SELECT_RANGE)
			FUZZ_CHECK(selector.low >= least && selector.low <= selector.high &&
			           selector.high <= 999);
		if (selector.kind == SIPCODE_SELECT_CLASS)
			FUZZ_CHECK(sipcode_kind_of(selector.entry) == SIPCODE_KIND_CLASS);
		if (selector.kind == SIPCODE_SELECT_PHRASE)
			FUZZ_CHECK(selector.entry);
		check_selected(&selector);
	}
}

/* A header field is read on to its end or to what is malformed, and its values are selectors. */
static void check_header(const char *text)
{
	struct sipcode_header header;
	char value[256];
	size_t length = strlen(text);
	if (length > SIPCODE_OPERAND_MAX || !sipcode_header_begin(&header, text))
		return;
	for (const char *before = text; sipcode_header_next(&header, value, sizeof value);
	     before = header.rest) {
		const char *operand = value;
		struct sipcode_selector selector;
		FUZZ_CHECK(header.rest > before && header.rest <= text + length);
		sipcode_select(&operand, 1, SIPCODE_KIND_CODE, &selector);
		FUZZ_CHECK(strchr(value, ':'));
	}
	FUZZ_CHECK(header.rest >= text && header.rest <= text + length);
}

static void check_words(const char *const *words, size_t count)
{
	enum { HITS = 1000 };
	static struct sipcode_hit hits[HITS];
	size_t found = sipcode_search(SIPCODE_KIND_CODE, words, count, 0, hits, HITS);
	FUZZ_CHECK(found <= HITS);
	for (size_t i = 1; i < found; i++)
		FUZZ_CHECK(hits[i - 1].score > hits[i].score ||
		           (hits[i - 1].score == hits[i].score &&
		            sipcode_number(hits[i - 1].entry) <= sipcode_number(hits[i].entry)));
	if (count == 0)
		return;
	sipcode_nearest(SIPCODE_KIND_CODE, words[0]);
	sipcode_nearest(SIPCODE_KIND_CAUSE, words[0]);
	sipcode_language(words[0]);
	sipcode_field_find(words[0]);
	size_t there = sipcode_distance(words[0], words[count - 1]);
	FUZZ_CHECK(there == sipcode_distance(words[count - 1], words[0]));
	const struct sipcode_argument argument = { words[0], words[count - 1] };
	char text[16];
	size_t length = sipcode_fill(NULL, 0, words[count / 2], &argument, 1);
	FUZZ_CHECK(sipcode_fill(text, sizeof text, words[count / 2], &argument, 1) == length);
	FUZZ_CHECK(strlen(text) == (length < sizeof text ? length : sizeof text - 1));
}

/* The program's status says whether there is an answer, and misuse has none. */
static void check_run(struct words *words)
{
	char program[] = "sipcode";
	char *argv[OPERANDS_MAX + 2] = { program };
	memcpy(argv + 1, words->items, (words->count + 1) * sizeof *argv);
	FILE *out = fopen("/dev/null", "wb"), *err = fopen("/dev/null", "wb");
	FUZZ_CHECK(out && err && freopen("/dev/null", "rb", stdin));
	int status = cli_run((int)words->count + 1, argv, out, err);
	FUZZ_CHECK(status == CLI_OK || status == CLI_NO_MATCH || status == CLI_ERROR);
	fclose(out);
	fclose(err);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct words words;
	split(&words, bytes, size);
	const char *operands[OPERANDS_MAX + 1];
	for (size_t i = 0; i <= words.count; i++)
		operands[i] = words.items[i];
	check_selectors(operands, words.count, SIPCODE_KIND_CODE);
	check_selectors(operands, words.count, SIPCODE_KIND_CAUSE);
	check_selectors(operands, words.count, SIPCODE_KIND_WARNING);
	for (size_t i = 0; i < words.count; i++)
		check_header(operands[i]);
	check_words(operands, words.count);
	check_run(&words);
	free(words.text);
	return 0;
}
