// SPDX-License-Identifier: MIT
// Reading the options of a command line.

#include "options.h"

#include <string.h>

#include "message.h"
#include "nearest.h"
#include "number.h"
#include "render.h"
#include "words.h"

/* The order is that of enum id below. */
const struct option options_table[] = {
	{ "format", 'o', WORD_argument_format, WORD_option_format },
	{ "fields", 'f', WORD_argument_list, WORD_option_fields },
	{ "lang", 'l', WORD_argument_tag, WORD_option_lang },
	{ "long", 0, WORD_NONE, WORD_option_long },
	{ "all", 0, WORD_NONE, WORD_option_all },
	{ "flow", 0, WORD_NONE, WORD_option_flow },
	{ "only", 0, WORD_argument_list, WORD_option_only },
	{ "codes", 0, WORD_NONE, WORD_option_codes },
	{ "color", 0, WORD_argument_when, WORD_option_color },
	{ "width", 0, WORD_argument_number, WORD_option_width },
	{ "ascii", 0, WORD_NONE, WORD_option_ascii },
	{ "quiet", 'q', WORD_NONE, WORD_option_quiet },
	{ "help", 'h', WORD_NONE, WORD_option_help },
	{ "version", 0, WORD_NONE, WORD_option_version },
	{ NULL, 0, WORD_NONE, WORD_NONE },
};

enum id { FORMAT, FIELDS, LANG, LONG, ALL, FLOW, ONLY, CODES, COLOR, WIDTH, ASCII, QUIET, HELP, VERSION };

const char *const part_names[PART_COUNT] = { "codes", "sentence", "differences", "both", "which" };

static const char *const column_names[] = { "count", "share" };

const char *options_column_name(enum sipcode_field column)
{
	return (unsigned)column < SIPCODE_FIELD_COUNT ? sipcode_field_name(column)
	                                              : column_names[(unsigned)column - COLUMN_TIMES];
}

/* The field or column of that name; COLUMN_END when --fields takes none such. */
static enum sipcode_field find_column(const char *name)
{
	for (unsigned i = COLUMN_TIMES; i < COLUMN_END; i++)
		if (strcmp(options_column_name((enum sipcode_field)i), name) == 0)
			return (enum sipcode_field)i;
	enum sipcode_field field = sipcode_field_find(name);
	return options_take_field(field) ? field : (enum sipcode_field)COLUMN_END;
}

bool options_want(const struct options *options, int code)
{
	return !options->narrowed || options->only[code - ONLY_FIRST];
}

struct parser {
	struct options *options;
	struct problem *problem;
};

static bool set_format(struct parser *p, const char *value)
{
	struct nearest nearest = nearest_begin(value);
	for (const struct renderer *const *r = renderers; *r; r++) {
		if (strcmp((*r)->name, value) == 0) {
			p->options->renderer = *r;
			return true;
		}
		nearest_try(&nearest, (*r)->name);
	}
	problem_set(p->problem, WORD_message_format, value, nearest.name);
	return false;
}

static bool refuse_field(struct parser *p, enum word sentence, const char *name, const char *near)
{
	problem_set(p->problem, sentence, name, near);
	return false;
}

bool options_take_field(enum sipcode_field field)
{
	static const enum sipcode_kind kinds[] = { SIPCODE_KIND_VARIANT, SIPCODE_KIND_CAUSE,
		                                   SIPCODE_KIND_WARNING, SIPCODE_KIND_REASON };
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0] && field < SIPCODE_FIELD_COUNT; i++)
		if (sipcode_field_applies(field, kinds[i]))
			return true;
	return false;
}

static bool refuse_unknown_field(struct parser *p, const char *name)
{
	struct nearest nearest = nearest_begin(name);
	for (unsigned i = 0; i < SIPCODE_FIELD_COUNT; i++)
		if (options_take_field((enum sipcode_field)i))
			nearest_try(&nearest, sipcode_field_name((enum sipcode_field)i));
	for (unsigned i = 0; i < PART_COUNT; i++)
		nearest_try(&nearest, part_names[i]);
	for (unsigned i = COLUMN_TIMES; i < COLUMN_END; i++)
		nearest_try(&nearest, options_column_name((enum sipcode_field)i));
	return refuse_field(p, WORD_message_field, name, nearest.name);
}

/* A line is about a code or about a comparison: what belongs to either does not mix. */
static bool add_part(struct parser *p, enum part part)
{
	struct options *options = p->options;
	if (options->field_count > 0)
		return refuse_field(p, WORD_message_field_mixed, part_names[part], NULL);
	for (size_t i = 0; i < options->part_count; i++)
		if (options->parts[i] == part)
			return refuse_field(p, WORD_message_field_twice, part_names[part], NULL);
	options->parts[options->part_count++] = part;
	return true;
}

static bool add_field(struct parser *p, const char *name)
{
	struct options *options = p->options;
	for (unsigned part = 0; part < PART_COUNT; part++)
		if (strcmp(part_names[part], name) == 0)
			return add_part(p, (enum part)part);
	enum sipcode_field field = find_column(name);
	if ((unsigned)field == COLUMN_END)
		return refuse_unknown_field(p, name);
	if (options->part_count > 0)
		return refuse_field(p, WORD_message_field_mixed, part_names[options->parts[0]], NULL);
	for (size_t i = 0; i < options->field_count; i++)
		if (options->fields[i] == field)
			return refuse_field(p, WORD_message_field_twice, name, NULL);
	options->fields[options->field_count++] = field;
	return true;
}

static bool set_fields(struct parser *p, const char *value)
{
	enum { NAME_MAX_BYTES = 64 };
	p->options->field_count = p->options->part_count = 0;
	for (const char *at = value;; at++) {
		char name[NAME_MAX_BYTES] = "";
		size_t length = strcspn(at, ",");
		if (length >= sizeof name) {
			problem_set(p->problem, WORD_message_field, at, NULL);
			return false;
		}
		memcpy(name, at, length);
		if (!add_field(p, name))
			return false;
		at += length;
		if (*at == '\0')
			return true;
	}
}

static bool set_color(struct parser *p, const char *value)
{
	static const char *const names[] = { "auto", "always", "never" };
	struct nearest nearest = nearest_begin(value);
	for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (strcmp(value, names[i]) == 0) {
			p->options->color = (enum color)i;
			return true;
		}
		nearest_try(&nearest, names[i]);
	}
	problem_set(p->problem, WORD_message_color, value, nearest.name);
	return false;
}

static bool set_width(struct parser *p, const char *value)
{
	size_t digits = strspn(value, "0123456789");
	int width = digits > 0 && digits < 9 && value[digits] == '\0' ? number_read(value) : 0;
	if (width < WIDTH_MIN || width > WIDTH_MAX) {
		problem_set(p->problem, WORD_message_width, value, NULL);
		return false;
	}
	p->options->width = width;
	return true;
}

/* "4xx", "48x", "480-489" or "486"; a phrase or a variant could not be told from a status line's number. */
static bool add_only(struct parser *p, const char *item)
{
	struct sipcode_selector selector;
	sipcode_select(&item, 1, SIPCODE_KIND_CODE, &selector);
	bool known = selector.kind == SIPCODE_SELECT_NUMBER || selector.kind == SIPCODE_SELECT_CLASS ||
	             selector.kind == SIPCODE_SELECT_RANGE;
	if (!known || strspn(item, "0123456789xX-") != strlen(item) || selector.low < ONLY_FIRST ||
	    selector.high >= ONLY_FIRST + ONLY_CODES) {
		problem_set(p->problem, WORD_message_only, item, NULL);
		return false;
	}
	for (int code = selector.low; code <= selector.high; code++)
		p->options->only[code - ONLY_FIRST] = true;
	return true;
}

static bool set_only(struct parser *p, const char *value)
{
	enum { ITEM_SIZE = 64 };
	p->options->narrowed = true;
	memset(p->options->only, 0, sizeof p->options->only);
	for (const char *at = value;; at++) {
		char item[ITEM_SIZE] = "";
		size_t length = strcspn(at, ",");
		memcpy(item, at, length < sizeof item ? length : sizeof item - 1);
		if (!add_only(p, item))
			return false;
		at += length;
		if (*at == '\0')
			return true;
	}
}

static bool set(struct parser *p, enum id id, const char *value)
{
	struct options *o = p->options;
	switch (id) {
	case FORMAT:
		return set_format(p, value);
	case FIELDS:
		return set_fields(p, value);
	case COLOR:
		return set_color(p, value);
	case WIDTH:
		return set_width(p, value);
	case ONLY:
		return set_only(p, value);
	case CODES:
		o->codes = true;
		break;
	case LANG:
		o->lang = value;
		break;
	case LONG:
		o->long_form = true;
		break;
	case ALL:
		o->all = true;
		break;
	case FLOW:
		o->flows = true;
		break;
	case ASCII:
		o->ascii = true;
		break;
	case QUIET:
		o->quiet = true;
		break;
	case HELP:
		o->help = true;
		break;
	case VERSION:
		o->version = true;
		break;
	}
	return true;
}

static bool unknown(struct parser *p, const char *text, size_t length)
{
	char name[64] = "", hint[64] = "";
	const char *near = NULL;
	if (length < sizeof name - 2) {
		memcpy(name, text, length);
		struct nearest nearest = nearest_begin(name);
		for (const struct option *o = options_table; o->name; o++)
			nearest_try(&nearest, o->name);
		if (nearest.name && length > 1) {
			const struct sipcode_argument meant = { "name", nearest.name };
			sipcode_fill(hint, sizeof hint, "--{name}", &meant, 1);
			near = hint;
		}
	}
	char typed[QUOTE_SIZE + 2] = "--";
	memcpy(typed + 2, text, length < QUOTE_SIZE ? length : QUOTE_SIZE - 1);
	problem_set(p->problem, WORD_message_option, typed, near);
	return false;
}

static bool parse_long(struct parser *p, const char *text, char **argv, int argc, int *at)
{
	size_t length = strcspn(text, "=");
	enum id id = FORMAT;
	const struct option *option = options_table;
	while (option->name && (strlen(option->name) != length || memcmp(option->name, text, length) != 0)) {
		option++;
		id++;
	}
	if (!option->name)
		return unknown(p, text, length);
	const char *value = text[length] == '=' ? text + length + 1 : NULL;
	if (!option->argument && value) {
		problem_set(p->problem, WORD_message_no_value, option->name, NULL);
		return false;
	}
	if (option->argument && !value) {
		if (*at + 1 >= argc) {
			problem_set(p->problem, WORD_message_needs_value, option->name, NULL);
			return false;
		}
		value = argv[++*at];
	}
	return set(p, id, value ? value : "");
}

/* -qo json, -ojson */
static bool parse_letters(struct parser *p, const char *text, char **argv, int argc, int *at)
{
	for (; *text; text++) {
		enum id id = FORMAT;
		const struct option *option = options_table;
		while (option->name && option->letter != *text) {
			option++;
			id++;
		}
		if (!option->name) {
			char typed[6] = { '-', text[0] }; /* the bytes of one character */
			for (size_t i = 1; i < 4 && ((unsigned char)text[i] & 0xc0) == 0x80; i++)
				typed[i + 1] = text[i];
			problem_set(p->problem, WORD_message_option, typed, NULL);
			return false;
		}
		if (!option->argument) {
			set(p, id, "");
			continue;
		}
		const char *value = text[1] ? text + 1 : *at + 1 < argc ? argv[++*at] : NULL;
		if (!value) {
			problem_set(p->problem, WORD_message_needs_value, option->name, NULL);
			return false;
		}
		return set(p, id, value);
	}
	return true;
}

bool options_parse(struct options *options, int argc, char **argv, struct problem *problem)
{
	*options = (struct options){ .renderer = renderers[0], .color = COLOR_UNSET };
	struct problem later; /* the first one is told, in the language that an option behind it may choose */
	struct parser p = { options, problem };
	size_t kept = 0;
	bool ended = false, understood = true;
	for (int at = 1; at < argc; at++) {
		const char *text = argv[at];
		if (ended || text[0] != '-' || text[1] == '\0') {
			if (kept == 0)
				options->first_is_operand = ended;
			argv[kept++] = argv[at];
		} else if (strcmp(text, "--") == 0) {
			ended = true;
		} else if (!(text[1] == '-' ? parse_long(&p, text + 2, argv, argc, &at)
		                            : parse_letters(&p, text + 1, argv, argc, &at))) {
			understood = false;
			p.problem = &later;
		}
	}
	options->operands = (const char *const *)argv;
	options->operand_count = kept;
	return understood;
}
