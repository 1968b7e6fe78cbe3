// SPDX-License-Identifier: MIT
// JSON Lines: one object a line, for programs.

#include <string.h>

#include "comparison.h"
#include "number.h"
#include "render.h"
#include "step.h"
#include "tally.h"

static void put_string(struct view *view, const char *text, size_t length)
{
	out_char(view->out, '"');
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		char hex[HEX_SIZE];
		if (c == '"' || c == '\\') {
			out_char(view->out, '\\');
			out_char(view->out, text[i]);
		} else if (c == '\n') {
			out_str(view->out, "\\n");
		} else if (c < 0x20 || c == 0x7f) {
			out_str(view->out, "\\u00");
			out_str(view->out, number_hex(hex, c));
		} else {
			out_char(view->out, text[i]);
		}
	}
	out_char(view->out, '"');
}

static void put_text(struct view *view, const char *text)
{
	put_string(view, text, strlen(text));
}

static void put_key(struct view *view, const char *key, bool first)
{
	if (!first)
		out_char(view->out, ',');
	put_text(view, key);
	out_char(view->out, ':');
}

static void put_item(struct view *view, const char *item, enum sipcode_form form)
{
	if (form == SIPCODE_FORM_NUMBER || form == SIPCODE_FORM_NUMBERS)
		out_str(view->out, item);
	else
		put_text(view, item);
}

/* "603+|Network Blocked|who|source", "Asterisk|rewrite|403|source" */
static void put_object(struct view *view, const char *item, enum sipcode_form form)
{
	static const char *const of_variant[] = { "name", "phrase", "who", "source" };
	static const char *const of_stack[] = { "who", "does", "value", "source" };
	bool stack = form == SIPCODE_FORM_STACKS;
	out_char(view->out, '{');
	for (size_t i = 0; i < 4; i++) {
		size_t length = strcspn(item, "|");
		put_key(view, stack ? of_stack[i] : of_variant[i], i == 0);
		if (stack && i == 2)
			out_bytes(view->out, item, length);
		else if (length > 0)
			put_string(view, item, length);
		else
			out_str(view->out, "null");
		item += length + (item[length] ? 1 : 0);
	}
	out_char(view->out, '}');
}

static void put_list(struct view *view, const char *value, enum sipcode_form form)
{
	out_char(view->out, '[');
	for (const char *item = value; *item; item = sipcode_value_next(item)) {
		if (item != value)
			out_char(view->out, ',');
		if (form == SIPCODE_FORM_VARIANTS || form == SIPCODE_FORM_STACKS)
			put_object(view, item, form);
		else
			put_item(view, item, form);
	}
	out_char(view->out, ']');
}

static void put_sources(struct view *view, const char *value)
{
	out_char(view->out, '{');
	for (const char *item = value; *item; item = sipcode_value_next(item)) {
		size_t length = strcspn(item, "|");
		if (item != value)
			out_char(view->out, ',');
		put_string(view, item, length);
		out_char(view->out, ':');
		put_text(view, item + length + 1);
	}
	out_char(view->out, '}');
}

static void put_form(struct view *view, const char *value, enum sipcode_form form)
{
	switch (form) {
	case SIPCODE_FORM_NUMBERS:
	case SIPCODE_FORM_LIST:
	case SIPCODE_FORM_VARIANTS:
	case SIPCODE_FORM_STACKS:
		put_list(view, value, form);
		return;
	case SIPCODE_FORM_SOURCES:
		put_sources(view, value);
		return;
	case SIPCODE_FORM_BOOL:
		out_str(view->out, *value == '\0' ? "null" : strcmp(value, "yes") == 0 ? "true" : "false");
		return;
	default:
		if (*value == '\0')
			out_str(view->out, "null");
		else
			put_item(view, value, form);
	}
}

static void put_value(struct view *view, const struct sipcode *entry, enum sipcode_field field)
{
	put_form(view, view_value(view, entry, field), sipcode_field_form(field));
}

static void put_kind(struct view *view, const char *kind)
{
	out_char(view->out, '{');
	put_key(view, "kind", true);
	put_text(view, kind);
	put_key(view, "lang", false);
	put_text(view, sipcode_language_tag(view->language));
}

static void json_begin(struct view *view)
{
	(void)view;
}

static void json_entry(struct view *view, const struct sipcode *entry)
{
	static const char *const kinds[] = { "class", "code",    "variant",  "pair",  "flow",
		                             "cause", "warning", "protocol", "reason" };
	enum sipcode_kind kind = sipcode_kind_of(entry);
	put_kind(view, kinds[kind]);
	for (size_t i = 0; i < (view->field_count ? view->field_count : SIPCODE_FIELD_COUNT); i++) {
		enum sipcode_field field = view->field_count ? view->fields[i] : (enum sipcode_field)i;
		if (!view->field_count && !sipcode_field_applies(field, kind))
			continue;
		put_key(view, sipcode_field_name(field), false);
		put_value(view, entry, field);
	}
	out_str(view->out, "}\n");
}

/* A code's number, a variant's name in quotes. */
static void put_label(struct view *view, const struct sipcode *code, bool quoted)
{
	char label[CELL_SIZE];
	sipcode_label(code, label, sizeof label);
	if (quoted || sipcode_kind_of(code) != SIPCODE_KIND_CODE)
		put_text(view, label);
	else
		out_str(view->out, label);
}

static void put_difference(struct view *view, const struct sipcode_difference *difference)
{
	char text[CELL_SIZE];
	out_char(view->out, '{');
	put_key(view, "field", true);
	put_text(view, sipcode_field_name(difference->field));
	put_key(view, "text", false);
	sipcode_difference_text(difference, view->language, text, sizeof text);
	put_text(view, text);
	put_key(view, "values", false);
	if (difference->own) {
		out_str(view->out, "null}");
		return;
	}
	out_char(view->out, '{');
	for (size_t i = 0; i < difference->count; i++) {
		if (i > 0)
			out_char(view->out, ',');
		put_label(view, difference->codes[i], true);
		out_char(view->out, ':');
		put_value(view, difference->codes[i], difference->field);
	}
	out_str(view->out, "}}");
}

static void put_differences(struct view *view, const struct comparison *comparison)
{
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(comparison->codes, comparison->count, view->language, found);
	out_char(view->out, '[');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			out_char(view->out, ',');
		put_difference(view, &found[i]);
	}
	out_char(view->out, ']');
}

/* The fields behind a row: headers and causes have two. */
static size_t fields_of(enum sipcode_field field, enum sipcode_field fields[2])
{
	fields[0] = field;
	fields[1] = field == SIPCODE_Q850 ? SIPCODE_Q850_FROM : SIPCODE_HEADERS_MAY;
	return field == SIPCODE_Q850 || field == SIPCODE_HEADERS_MUST ? 2 : 1;
}

static void put_both(struct view *view, const struct comparison *comparison)
{
	bool first = true;
	out_char(view->out, '{');
	for (const struct row *row = comparison_rows(comparison); row->heading; row++) {
		enum sipcode_field fields[2];
		size_t count =
		        comparison_shares(view, comparison, row->field) ? fields_of(row->field, fields) : 0;
		for (size_t i = 0; i < count; i++) {
			put_key(view, sipcode_field_name(fields[i]), first);
			put_value(view, comparison->codes[0], fields[i]);
			first = false;
		}
	}
	out_char(view->out, '}');
}

static void put_which(struct view *view, const struct comparison *comparison)
{
	out_char(view->out, '[');
	for (size_t i = 0; i < comparison->count; i++) {
		char send[CELL_SIZE];
		comparison_send(view, comparison, i, send);
		if (send[0] == '\0')
			continue;
		out_str(view->out, i > 0 ? ",{\"code\":" : "{\"code\":");
		put_label(view, comparison->codes[i], false);
		put_key(view, "send", false);
		put_text(view, send);
		put_key(view, "receive", false);
		put_text(view, comparison_receive(view, comparison, i));
		out_char(view->out, '}');
	}
	out_char(view->out, ']');
}

static void put_codes(struct view *view, const struct comparison *comparison)
{
	out_char(view->out, '[');
	for (size_t i = 0; i < comparison->count; i++) {
		if (i > 0)
			out_char(view->out, ',');
		put_label(view, comparison->codes[i], false);
	}
	out_char(view->out, ']');
}

static void put_sentence(struct view *view, const struct comparison *comparison)
{
	char sentence[CELL_SIZE];
	sipcode_tell_apart(comparison->codes, comparison->count, view->language, sentence, sizeof sentence);
	put_text(view, sentence);
}

static void put_pair(struct view *view, const char *key, const char *text, bool first)
{
	put_key(view, key, first);
	if (*text)
		put_text(view, text);
	else
		out_str(view->out, "null");
}

static void put_actors(struct view *view, const struct sipcode *flow)
{
	struct actor actors[ACTORS_MAX];
	size_t count = step_actors(view, flow, actors);
	for (size_t i = 0; i < count; i++) {
		out_char(view->out, i ? ',' : '[');
		out_char(view->out, '{');
		put_pair(view, "id", actors[i].id, true);
		put_pair(view, "role", actors[i].role, false);
		put_pair(view, "name", actors[i].name, false);
		out_char(view->out, '}');
	}
	out_char(view->out, ']');
}

/* A note has no code and no method; what happens at one actor goes to nobody. */
static void put_step(struct view *view, const struct sipcode *flow, const struct sipcode *code,
                     const struct sipcode_step *step)
{
	char text[CELL_SIZE], number[NUMBER_SIZE];
	const struct sipcode *response = step_response(step, code);
	const char *answered = response ? strchr(step->what, ' ') + 1 : "";
	out_char(view->out, '{');
	put_pair(view, "from", step->from, true);
	put_pair(view, "to", step->to, false);
	put_pair(view, "kind", step->is_note ? "note" : response ? "response" : "request", false);
	put_key(view, "code", false);
	out_str(view->out, response ? number_text(number, (unsigned)sipcode_number(response)) : "null");
	put_pair(view, "answers", answered, false);
	step_text(view, flow, code, step, text);
	put_pair(view, "text", text, false);
	put_key(view, "details", false);
	out_char(view->out, '[');
	step_details(NULL, step, "|", text);
	for (const char *at = text; *at;) {
		size_t length = strcspn(at, "|");
		if (at != text)
			out_char(view->out, ',');
		put_string(view, at, length);
		at += length + (at[length] ? 1 : 0);
	}
	out_str(view->out, step->is_lost ? "],\"lost\":true}" : "],\"lost\":false}");
}

static void put_flow(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	put_kind(view, "flow");
	put_key(view, "code", false);
	put_label(view, code, false);
	put_pair(view, "title", view_value(view, flow, SIPCODE_TITLE), false);
	put_pair(view, "reference", view_value(view, flow, SIPCODE_REFERENCE), false);
	put_key(view, "actors", false);
	put_actors(view, flow);
	put_key(view, "steps", false);
	const char *first = sipcode_value(flow, SIPCODE_STEP, 0);
	for (const char *item = first; *item; item = sipcode_value_next(item)) {
		struct sipcode_step step;
		sipcode_step(item, &step);
		out_char(view->out, item == first ? '[' : ',');
		put_step(view, flow, code, &step);
	}
	out_str(view->out, "]}");
}

static void json_flow(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	put_flow(view, flow, code);
	out_char(view->out, '\n');
}

/* A flow of each code that has one. */
static void put_flows(struct view *view, const struct comparison *comparison)
{
	bool first = true;
	put_key(view, "flows", false);
	out_char(view->out, '[');
	for (size_t i = 0; i < comparison->count; i++) {
		const struct sipcode *flow = comparison_flow(comparison, i);
		if (!flow)
			continue;
		if (!first)
			out_char(view->out, ',');
		put_flow(view, flow, comparison->codes[i]);
		first = false;
	}
	out_char(view->out, ']');
}

static void json_compare(struct view *view, const struct comparison *comparison)
{
	static void (*const put_part[PART_COUNT])(struct view * view, const struct comparison *comparison) = {
		put_codes, put_sentence, put_differences, put_both, put_which
	};
	for (size_t i = 0; i < comparison->count && view->field_count > 0; i++)
		json_entry(view, comparison->codes[i]);
	if (view->field_count > 0)
		return;
	put_kind(view, "comparison");
	for (size_t i = 0; i < (view->part_count ? view->part_count : PART_COUNT); i++) {
		enum part part = view->part_count ? view->parts[i] : (enum part)i;
		put_key(view, part_names[part], false);
		put_part[part](view, comparison);
	}
	if (view->flows)
		put_flows(view, comparison);
	out_str(view->out, "}\n");
}

static void put_counted(struct view *view, const struct tally *tally, const struct tally_row *row)
{
	const enum sipcode_field *fields = view->fields;
	size_t count = view->field_count ? view->field_count : tally_columns(view->long_form, &fields);
	put_kind(view, "count");
	for (size_t i = 0; i < count; i++) {
		char number[NUMBER_SIZE];
		bool column = (unsigned)fields[i] >= COLUMN_TIMES;
		put_key(view, options_column_name(fields[i]), false);
		put_form(view, tally_value(tally, row, fields[i], view->language, number),
		         column ? SIPCODE_FORM_NUMBER : sipcode_field_form(fields[i]));
	}
	out_str(view->out, "}\n");
}

static void put_count(struct view *view, const char *key, unsigned long long count, bool first)
{
	char number[NUMBER_SIZE];
	put_key(view, key, first);
	out_str(view->out, number_text(number, count));
}

static void put_total(struct view *view, const struct tally *tally)
{
	put_kind(view, "total");
	put_count(view, "count", tally->total, false);
	put_count(view, "final", tally->final, false);
	put_count(view, "malformed", tally->malformed, false);
	put_key(view, "classes", false);
	out_char(view->out, '{');
	for (int digit = 1; digit <= TALLY_CLASSES; digit++)
		put_count(view, sipcode_value(sipcode_find_class(digit), SIPCODE_CLASS, 0),
		          tally->classes[digit - 1], digit == 1);
	out_char(view->out, '}');
	put_key(view, "metrics", false);
	out_char(view->out, '{');
	for (size_t i = 0; i < TALLY_METRICS; i++)
		put_count(view, tally_metrics[i], tally->metrics[i], i == 0);
	out_str(view->out, "}}\n");
}

static void json_count(struct view *view, const struct tally *tally)
{
	for (size_t i = 0; i < tally->code_count; i++)
		put_counted(view, tally, tally->codes + i);
	if (view->field_count == 0)
		put_total(view, tally);
}

const struct renderer render_json = { "json",       json_begin, json_entry, json_entry,
	                              json_compare, json_flow,  json_count };
