// SPDX-License-Identifier: MIT
// One run of the program: options, environment, the command, and its exit status.

#include "cli.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "number.h"
#include "system.h"
#include "words.h"

const struct command commands[] = {
	{ "annotate", WORD_help_annotate, WORD_synopsis_annotate, WORD_about_annotate, run_annotate, 0 },
	{ "cause", WORD_help_cause, WORD_synopsis_cause, WORD_about_cause, run_cause, 0 },
	{ "compare", WORD_help_compare, WORD_synopsis_compare, WORD_about_compare, run_compare, 1 },
	{ "count", WORD_help_count, WORD_synopsis_count, WORD_about_count, run_count, 0 },
	{ "flow", WORD_help_flow, WORD_synopsis_flow, WORD_about_flow, run_flow, 1 },
	{ "help", WORD_help_help, WORD_synopsis_help, WORD_about_help, run_help, 0 },
	{ "list", WORD_help_list, WORD_synopsis_list, WORD_about_list, run_list, 0 },
	{ "search", WORD_help_search, WORD_synopsis_search, WORD_about_search, run_search, 1 },
	{ "show", WORD_help_show, WORD_synopsis_show, WORD_about_show, run_show, 1 },
	{ "warning", WORD_help_warning, WORD_synopsis_warning, WORD_about_warning, run_warning, 0 },
	{ NULL, WORD_NONE, WORD_NONE, WORD_NONE, NULL, 0 },
};

const struct renderer *const renderers[] = { &render_text, &render_json, &render_tsv, &render_markdown,
	                                     NULL };

const struct command *command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

/* An environment variable that is set and not empty, or NULL. */
static const char *environment(const char *name)
{
	const char *value = getenv(name);
	return value && *value ? value : NULL;
}

/* What the environment says of the locale. */
struct locale {
	const char *all, *lang;
};

static struct locale read_locale(void)
{
	const char *all = environment("LC_ALL");
	return (struct locale){ all, all ? NULL : environment("LANG") };
}

/* The name of the locale for a category, "" when there is none. */
static const char *locale_name(const struct locale *locale, const char *category)
{
	const char *name = locale->all ? locale->all : environment(category);
	return name ? name : locale->lang ? locale->lang : "";
}

/* Asked for in so many words, a language must be there; the locale only suggests one. */
static bool choose_language(struct cli *cli, const struct locale *locale)
{
	const char *tag = cli->options.lang ? cli->options.lang : environment("SIPCODE_LANG");
	int language = tag ? sipcode_language(tag) : -1;
	int suggested = language >= 0 ? language : sipcode_language(locale_name(locale, "LC_MESSAGES"));
	cli->view.language = suggested < 0 ? 0 : suggested;
	if (!tag || language >= 0)
		return true;
	char known[256] = "", typed[QUOTE_SIZE];
	for (int i = 0; sipcode_language_tag(i); i++) {
		size_t length = strlen(known);
		const struct sipcode_argument next[] = { { "glue", i ? ", " : "" },
			                                 { "tag", sipcode_language_tag(i) } };
		sipcode_fill(known + length, sizeof known - length, "{glue}{tag}", next, 2);
	}
	message_quote(typed, &tag, 1);
	const struct sipcode_argument arguments[] = { { "word", typed }, { "list", known } };
	message_put(cli->err, cli->view.language, WORD_message_lang, arguments, 2);
	return false;
}

static bool is_utf8_locale(const struct locale *locale)
{
	const char *codeset = strchr(locale_name(locale, "LC_CTYPE"), '.');
	const char *u = "utf8", *upper = "UTF8";
	if (!codeset)
		return false;
	for (codeset++; *codeset && *codeset != '@'; codeset++) {
		if (*codeset == '-')
			continue;
		if (*codeset != *u && *codeset != *upper)
			return false;
		u++;
		upper++;
	}
	return *u == '\0';
}

static bool choose_color(const struct options *options, bool terminal)
{
	if (options->color == COLOR_ALWAYS || options->color == COLOR_NEVER)
		return options->color == COLOR_ALWAYS;
	const char *force = options->color == COLOR_UNSET ? environment("CLICOLOR_FORCE") : NULL;
	if (!terminal && (!force || strcmp(force, "0") == 0))
		return false;
	if (options->color == COLOR_UNSET && environment("NO_COLOR"))
		return false;
	const char *term = environment("TERM");
	return !term || strcmp(term, "dumb") != 0;
}

static int clamp_width(int width)
{
	return width < WIDTH_MIN ? WIDTH_MIN : width > WIDTH_MAX ? WIDTH_MAX : width;
}

static int choose_width(const struct options *options, FILE *out, bool terminal)
{
	if (options->width)
		return options->width;
	if (!terminal)
		return WIDTH_DEFAULT;
	int width = system_terminal_width(out);
	if (width > 0)
		return clamp_width(width);
	const char *columns = environment("COLUMNS");
	int asked = columns && strspn(columns, "0123456789") == strlen(columns) ? number_read(columns) : 0;
	return asked > 0 ? clamp_width(asked) : WIDTH_DEFAULT;
}

static bool choose_view(struct cli *cli)
{
	const struct options *o = &cli->options;
	FILE *out = cli->out.file;
	struct locale locale = read_locale();
	bool terminal = system_is_terminal(out);
	cli->view.renderer = o->renderer;
	cli->view.out = &cli->out;
	cli->view.kind = SIPCODE_KIND_CODE;
	cli->view.width = (size_t)choose_width(o, out, terminal);
	cli->view.color = choose_color(o, terminal);
	cli->view.ascii = o->ascii || !is_utf8_locale(&locale);
	cli->view.long_form = o->long_form;
	cli->view.flows = o->flows;
	cli->view.fields = o->fields;
	cli->view.field_count = o->field_count;
	cli->view.parts = o->parts;
	cli->view.part_count = o->part_count;
	return choose_language(cli, &locale);
}

static void print_version(struct cli *cli)
{
	char text[256];
	const struct sipcode_argument arguments[] = { { "version", SIPCODE_VERSION },
		                                      { "date", sipcode_registry_date() } };
	sipcode_fill(text, sizeof text, view_word(&cli->view, WORD_version), arguments, 2);
	out_str(&cli->out, text);
	out_char(&cli->out, '\n');
}

/* "sipcode 486" means "sipcode show 486". */
static const struct command *choose_command(struct cli *cli)
{
	struct options *options = &cli->options;
	const struct command *command = NULL;
	if (options->operand_count > 0 && !options->first_is_operand)
		command = command_find(options->operands[0]);
	if (!command) {
		cli->command_implied = !options->first_is_operand;
		for (command = commands; command->run != run_show;)
			command++;
		return command;
	}
	options->operands++;
	options->operand_count--;
	return command;
}

/* The first of the columns of a count that --fields asks for, "" for none. */
static const char *asked_column(const struct options *o)
{
	for (size_t i = 0; i < o->field_count; i++)
		if ((unsigned)o->fields[i] >= COLUMN_TIMES)
			return options_column_name(o->fields[i]);
	return "";
}

/* The message about an option that a command cannot do anything with, and the word in it; WORD_NONE when it is fit. */
static enum word unfit(const struct cli *cli, const struct command *command, const char **word)
{
	const struct options *o = &cli->options;
	bool counts = command->run == run_count, annotates = command->run == run_annotate;
	*word = o->narrowed ? "only" : "codes";
	if (!counts && !annotates && (o->narrowed || o->codes))
		return WORD_message_option_input;
	*word = command->name;
	if (annotates && (o->field_count + o->part_count > 0 || o->renderer != renderers[0]))
		return WORD_message_text_only;
	if (command->run == run_flow && o->field_count > 0)
		return WORD_message_fields_flow;
	*word = o->part_count > 0 ? part_names[o->parts[0]] : "";
	if (command->run != run_compare && o->part_count > 0)
		return WORD_message_field_compare;
	*word = asked_column(o);
	if (!counts && **word)
		return WORD_message_field_count;
	return WORD_NONE;
}

static void refuse(struct cli *cli, enum word sentence, const char *name, const char *value)
{
	const struct sipcode_argument argument = { name, value };
	message_put(cli->err, cli->view.language, sentence, &argument, 1);
	cli->status = CLI_ERROR;
}

static void run_command(struct cli *cli)
{
	struct options *o = &cli->options;
	bool nothing = o->operand_count == 0;
	const struct command *command = choose_command(cli);
	const char *word;
	enum word sentence = unfit(cli, command, &word);
	if (o->version) {
		print_version(cli);
	} else if (o->help) {
		bool named = !nothing && !cli->command_implied;
		help_print(cli, named && command->run != run_help ? command : NULL);
	} else if (o->operand_count < command->operands_min) {
		refuse(cli, nothing ? WORD_message_nothing : WORD_message_operands, "command", command->name);
	} else if (sentence) {
		refuse(cli, sentence, "word", word);
	} else {
		command->run(cli);
	}
}

/* Whatever was gathered is written, unless the run is a misuse: then stdout stays empty. */
static void finish(struct cli *cli)
{
	if (cli->status == CLI_ERROR)
		cli->out.length = 0;
	if (out_flush(&cli->out))
		return;
	cli->status = CLI_ERROR;
	if (system_is_closed_pipe(cli->out.error))
		return;
	const char *reason = cli->out.error > 0 ? strerror(cli->out.error) : "?";
	const struct sipcode_argument arguments[] = { { "reason", reason } };
	message_put(cli->err, cli->view.language, WORD_message_output, arguments, 1);
}

int cli_run(int argc, char **argv, FILE *out, FILE *err)
{
	enum { BUFFER_SIZE = 1 << 16 };
	char buffer[BUFFER_SIZE];
	struct cli cli = { .err = err };
	struct problem problem;
	system_binary(out);
	system_binary(err);
	out_open(&cli.out, out, buffer, sizeof buffer);
	bool understood = options_parse(&cli.options, argc, argv, &problem);
	if (!choose_view(&cli)) {
		cli.status = CLI_ERROR;
	} else if (!understood) {
		problem_put(err, cli.view.language, &problem);
		cli.status = CLI_ERROR;
	} else {
		run_command(&cli);
	}
	finish(&cli);
	return (int)cli.status;
}
