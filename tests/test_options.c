// SPDX-License-Identifier: MIT
// Reading options: every one of them in every spelling, and what is refused.

#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "message.h"
#include "options.h"
#include "render.h"
#include "support.h"

struct parsed_case {
	const char *name;
	const char *line; /* words parted by blanks; '~' is a blank in a word, '@' an empty word */
	const char *options;
};

static const struct parsed_case parsed[] = {
	{ "nothing", "", "text" },
	{ "an operand", "486", "text 486" },
	{ "operands in order", "486 200 486", "text 486 200 486" },
	{ "a format", "--format json", "json" },
	{ "a format with =", "--format=tsv", "tsv" },
	{ "a format by letter", "-o markdown", "markdown" },
	{ "a format by letter in one word", "-ojson", "json" },
	{ "the last format counts", "-o json --format=tsv", "tsv" },
	{ "a field", "-f phrase", "text fields=phrase" },
	{ "fields in order", "--fields retry,code,q850_from", "text fields=retry,code,q850_from" },
	{ "fields with =", "--fields=code,phrase", "text fields=code,phrase" },
	{ "a field by letter in one word", "-fcode", "text fields=code" },
	{ "a field that only variants have", "-f name", "text fields=name" },
	{ "the last fields count", "-f code,phrase -f retry", "text fields=retry" },
	{ "a language", "--lang fr", "text lang=fr" },
	{ "a language with =", "--lang=en-GB", "text lang=en-GB" },
	{ "a language by letter", "-l en", "text lang=en" },
	{ "an empty language", "--lang=", "text lang=" },
	{ "colour always", "--color always", "text color=1" },
	{ "colour never", "--color=never", "text color=2" },
	{ "colour auto", "--color=auto", "text color=0" },
	{ "the narrowest", "--width 40", "text width=40" },
	{ "the widest", "--width=400", "text width=400" },
	{ "a width with noughts", "--width=0080", "text width=80" },
	{ "long", "--long", "text long" },
	{ "all", "--all", "text all" },
	{ "ascii", "--ascii", "text ascii" },
	{ "quiet", "--quiet", "text quiet" },
	{ "quiet by letter", "-q", "text quiet" },
	{ "help", "--help", "text help" },
	{ "help by letter", "-h", "text help" },
	{ "version", "--version", "text version" },
	{ "letters in one word", "-qh", "text quiet help" },
	{ "letters, the last with a value", "-qojson", "json quiet" },
	{ "letters, the last with a value apart", "-qo json 486", "json quiet 486" },
	{ "an option twice", "-q -q --quiet", "text quiet" },
	{ "options after operands", "486 -o json 603 --long", "json long 486 603" },
	{ "a value that looks like an option", "--lang --long", "text lang=--long" },
	{ "a value by letter that looks like an option", "-l -q", "text lang=-q" },
	{ "a value with = in it", "--lang=a=b", "text lang=a=b" },
	{ "-- ends options", "-- -q --long", "text first -q --long" },
	{ "-- after an operand", "show -- -q", "text show -q" },
	{ "-- alone", "--", "text" },
	{ "-- twice", "-- --", "text first --" },
	{ "-- as a value", "--lang -- 486", "text lang=-- 486" },
	{ "- is an operand", "- -q", "text quiet -" },
	{ "an empty operand", "@", "text " },
	{ "an operand with blanks", "busy~here", "text busy here" },
};

struct refused_case {
	const char *name;
	const char *line;
	const char *key;
	const char *word, *hint;
};

static const struct refused_case refused[] = {
	{ "an unknown option", "--colour", "message.option", "--colour", "--color" },
	{ "an unknown option with a value", "--widht=80", "message.option", "--widht", "--width" },
	{ "an option like no other", "--frobnicate", "message.option", "--frobnicate", "" },
	{ "an option cut short", "--forma json", "message.option", "--forma", "--format" },
	{ "an option in capitals", "--QUIET", "message.option", "--QUIET", "--quiet" },
	{ "three hyphens", "---", "message.option", "---", "" },
	{ "an unknown letter", "-z", "message.option", "-z", "" },
	{ "an unknown letter among known ones", "-qz", "message.option", "-z", "" },
	{ "a letter that is no ASCII", "-\xc3\xa9", "message.option", "-\xc3\xa9", "" },
	{ "a byte that is no letter", "-\x01", "message.option", "-\\x01", "" },
	{ "a number below zero", "-486", "message.option", "-4", "" },
	{ "a name without a letter is none", "-c", "message.option", "-c", "" },
	{ "an option after --, but before it a bad one", "--nope -- 486", "message.option", "--nope", "" },
	{ "a value where none is taken", "--quiet=1", "message.no_value", "quiet", "" },
	{ "an empty value where none is taken", "--long=", "message.no_value", "long", "" },
	{ "no format", "--format", "message.needs_value", "format", "" },
	{ "no format by letter", "-qo", "message.needs_value", "format", "" },
	{ "no fields", "-f", "message.needs_value", "fields", "" },
	{ "no width", "486 --width", "message.needs_value", "width", "" },
	{ "an unknown format", "-o xml", "message.format", "xml", "" },
	{ "a misspelt format", "-o jsno", "message.format", "jsno", "json" },
	{ "a format in capitals", "-o JSON", "message.format", "JSON", "json" },
	{ "an empty format", "--format=", "message.format", "", "" },
	{ "a beginning of a format", "-o mark", "message.format", "mark", "" },
	{ "an unknown field", "-f colour", "message.field", "colour", "" },
	{ "a misspelt field", "-f phrse", "message.field", "phrse", "phrase" },
	{ "an unknown field among known ones", "-f code,xyzzy,phrase", "message.field", "xyzzy", "" },
	{ "an empty field", "-f code,,phrase", "message.field", "", "" },
	{ "an empty field at the end", "-f code,", "message.field", "", "" },
	{ "no field at all", "--fields=", "message.field", "", "" },
	{ "a field with a blank", "-f code,~phrase", "message.field", " phrase", "phrase" },
	{ "a part of a comparison and a field", "-f sentence,code", "message.field_mixed", "sentence", "" },
	{ "a field and a part of a comparison", "-f code,which", "message.field_mixed", "which", "" },
	{ "a part of a comparison twice", "-f both,codes,both", "message.field_twice", "both", "" },
	{ "a misspelt part of a comparison", "-f sentense", "message.field", "sentense", "sentence" },
	{ "a field of pairs", "-f send_first", "message.field", "send_first", "" },
	{ "a field of classes", "-f scope", "message.field", "scope", "" },
	{ "a field twice", "-f code,phrase,code", "message.field_twice", "code", "" },
	{ "an unknown colour", "--color sometimes", "message.color", "sometimes", "" },
	{ "a misspelt colour", "--color=allways", "message.color", "allways", "always" },
	{ "too narrow", "--width 39", "message.width", "39", "" },
	{ "too wide", "--width 401", "message.width", "401", "" },
	{ "a width below zero", "--width=-80", "message.width", "-80", "" },
	{ "a width with a sign", "--width=+80", "message.width", "+80", "" },
	{ "a width with a unit", "--width 80x", "message.width", "80x", "" },
	{ "a width with a blank", "--width ~80", "message.width", " 80", "" },
	{ "an empty width", "--width=", "message.width", "", "" },
	{ "a width beyond all numbers", "--width 99999999999999999999", "message.width",
	  "99999999999999999999", "" },
	{ "a width with a point", "--width 80.0", "message.width", "80.0", "" },
};

enum { ARGS_MAX = 16 };

static int split(char *line, char *argv[ARGS_MAX])
{
	static char program[] = "sipcode";
	int argc = 0;
	char *rest = line;
	argv[argc++] = program;
	for (char *word; argc < ARGS_MAX && (word = strtok_r(rest, " ", &rest)); argc++) {
		for (char *c = word; *c; c++)
			*c = *c == '~' ? ' ' : *c;
		argv[argc] = strcmp(word, "@") == 0 ? word + 1 : word;
	}
	return argc;
}

static void put(char *text, const char *glue, const char *name, const char *value)
{
	size_t length = strlen(text);
	snprintf(text + length, 512 - length, "%s%s%s", glue, name, value);
}

static void describe(const struct options *o, char text[512])
{
	char number[32];
	text[0] = '\0';
	put(text, "", o->renderer->name, "");
	for (size_t i = 0; i < o->field_count; i++)
		put(text, i ? "," : " fields=", sipcode_field_name(o->fields[i]), "");
	if (o->lang)
		put(text, " ", "lang=", o->lang);
	snprintf(number, sizeof number, "%d", (int)o->color);
	if (o->color != COLOR_UNSET)
		put(text, " ", "color=", number);
	snprintf(number, sizeof number, "%d", o->width);
	if (o->width)
		put(text, " ", "width=", number);
	const struct {
		bool set;
		const char *name;
	} flags[] = { { o->long_form, "long" },        { o->all, "all" },   { o->ascii, "ascii" },
		      { o->quiet, "quiet" },           { o->help, "help" }, { o->version, "version" },
		      { o->first_is_operand, "first" } };
	for (size_t i = 0; i < COUNT(flags); i++)
		if (flags[i].set)
			put(text, " ", flags[i].name, "");
	for (size_t i = 0; i < o->operand_count; i++)
		put(text, " ", o->operands[i], "");
}

static void check_parsed(void **state)
{
	const struct parsed_case *row = *state;
	char line[256], *argv[ARGS_MAX], text[512];
	struct options options;
	struct problem problem = { .sentence = WORD_NONE };
	snprintf(line, sizeof line, "%s", row->line);
	int argc = split(line, argv);
	assert_true(options_parse(&options, argc, argv, &problem));
	describe(&options, text);
	assert_string_equal(text, row->options);
}

static void check_refused(void **state)
{
	const struct refused_case *row = *state;
	char line[256], *argv[ARGS_MAX];
	struct options options;
	struct problem problem = { .sentence = WORD_NONE };
	snprintf(line, sizeof line, "%s", row->line);
	assert_false(options_parse(&options, split(line, argv), argv, &problem));
	assert_non_null(sipcode_word_key((int)problem.sentence));
	assert_string_equal(sipcode_word_key((int)problem.sentence), row->key);
	assert_string_equal(problem.word, row->word);
	assert_string_equal(problem.hint, row->hint);
}

static void test_options_take_every_field_at_once(void **state)
{
	(void)state;
	char fields[1024] = "", option[] = "-f", program[] = "sipcode";
	size_t length = 0, count = 0;
	for (int f = 0; f < SIPCODE_FIELD_COUNT; f++)
		if (sipcode_field_applies((enum sipcode_field)f, SIPCODE_KIND_VARIANT)) {
			length +=
			        (size_t)snprintf(fields + length, sizeof fields - length, "%s%s",
			                         count ? "," : "", sipcode_field_name((enum sipcode_field)f));
			count++;
		}
	char *argv[] = { program, option, fields };
	struct options options;
	struct problem problem;
	assert_true(options_parse(&options, 3, argv, &problem));
	assert_int_equal(options.field_count, count);
}

static void test_options_take_a_run_without_arguments(void **state)
{
	(void)state;
	char *argv[] = { NULL };
	struct options options;
	struct problem problem;
	assert_true(options_parse(&options, 0, argv, &problem));
	assert_int_equal(options.operand_count, 0);
}

static void test_overlong_options_are_refused(void **state)
{
	(void)state;
	for (size_t length = 30; length < 1000; length += 7) {
		static const char *const starts[] = { "--", "-f", "-o", "--width=", "--format=" };
		for (size_t i = 0; i < COUNT(starts); i++) {
			char text[1024], program[] = "sipcode", *argv[] = { program, text };
			memset(text, 'k', length);
			text[length] = '\0';
			memcpy(text, starts[i], strlen(starts[i]));
			struct options options;
			struct problem problem;
			assert_false(options_parse(&options, 2, argv, &problem));
			assert_true(strlen(problem.word) <= QUOTE_COLUMNS);
		}
	}
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, parsed, check_parsed);
	SUITE_ROWS(&suite, refused, check_refused);
	SUITE_TEST(&suite, test_options_take_every_field_at_once);
	SUITE_TEST(&suite, test_options_take_a_run_without_arguments);
	SUITE_TEST(&suite, test_overlong_options_are_refused);
	return suite_run(&suite, "options");
}
