// SPDX-License-Identifier: MIT
// Tab-separated values, always with a heading line.

#include "comparison.h"
#include "number.h"
#include "render.h"
#include "step.h"
#include "tally.h"

static const enum sipcode_field usual[] = {
	SIPCODE_CODE,     SIPCODE_PHRASE, SIPCODE_CLASS,         SIPCODE_STATUS,    SIPCODE_RETRY,
	SIPCODE_FAILOVER, SIPCODE_FORK,   SIPCODE_DIALOG_EFFECT, SIPCODE_REFERENCE, SIPCODE_SUMMARY,
};

static const enum sipcode_field of_causes[] = {
	SIPCODE_CODE,     SIPCODE_PHRASE,   SIPCODE_CLASS,     SIPCODE_SIP,
	SIPCODE_SIP_QSIG, SIPCODE_SIP_FROM, SIPCODE_REFERENCE, SIPCODE_SUMMARY,
};

static const enum sipcode_field of_warnings[] = {
	SIPCODE_CODE, SIPCODE_PHRASE, SIPCODE_CODES, SIPCODE_REFERENCE, SIPCODE_SUMMARY,
};

#define SET_OF(array) \
	{ \
		array, sizeof(array) / sizeof(array)[0] \
	}

static size_t columns(const struct view *view, const enum sipcode_field **fields)
{
	static const struct {
		const enum sipcode_field *fields;
		size_t count;
	} codes = SET_OF(usual), causes = SET_OF(of_causes), warnings = SET_OF(of_warnings);
	if (view->field_count > 0) {
		*fields = view->fields;
		return view->field_count;
	}
	bool are_causes = view->kind == SIPCODE_KIND_CAUSE, are_warnings = view->kind == SIPCODE_KIND_WARNING;
	*fields = are_causes ? causes.fields : are_warnings ? warnings.fields : codes.fields;
	return are_causes ? causes.count : are_warnings ? warnings.count : codes.count;
}

static void put_escaped(struct view *view, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '\t':
			out_str(view->out, "\\t");
			break;
		case '\n':
			out_str(view->out, "\\n");
			break;
		case '\r':
			out_str(view->out, "\\r");
			break;
		case '\\':
			out_str(view->out, "\\\\");
			break;
		default:
			out_char(view->out, *text);
		}
	}
}

static void put_names(struct view *view, const enum sipcode_field *fields, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		out_str(view->out, i ? "\t" : "");
		out_str(view->out, options_column_name(fields[i]));
	}
	out_char(view->out, '\n');
}

static void begin_parts(struct view *view)
{
	for (size_t i = 0; i < view->part_count; i++) {
		out_str(view->out, i ? "\t" : "");
		out_str(view->out, part_names[view->parts[i]]);
	}
	out_char(view->out, '\n');
}

static void tsv_begin(struct view *view)
{
	if (view->kind == SIPCODE_KIND_FLOW) {
		out_str(view->out, "code\tflow\tstep\tfrom\tto\ttext\tdetails\n");
		return;
	}
	if (view->part_count > 0) {
		begin_parts(view);
		return;
	}
	const enum sipcode_field *fields;
	size_t count = columns(view, &fields);
	put_names(view, fields, count);
}

static void put_value(struct view *view, const char *value)
{
	for (const char *item = value; *item; item = sipcode_value_next(item)) {
		out_str(view->out, item == value ? "" : ",");
		put_escaped(view, item);
	}
}

static void tsv_entry(struct view *view, const struct sipcode *entry)
{
	const enum sipcode_field *fields;
	size_t count = columns(view, &fields);
	for (size_t i = 0; i < count; i++) {
		out_str(view->out, i ? "\t" : "");
		put_value(view, view_value(view, entry, fields[i]));
	}
	out_char(view->out, '\n');
}

static void put_parts(struct view *view, const struct comparison *comparison)
{
	for (size_t i = 0; i < view->part_count; i++) {
		char text[PART_SIZE];
		comparison_part(view, comparison, view->parts[i], text);
		out_str(view->out, i ? "\t" : "");
		put_escaped(view, text);
	}
	out_char(view->out, '\n');
}

static void tsv_compare(struct view *view, const struct comparison *comparison)
{
	if (view->part_count > 0) {
		put_parts(view, comparison);
		return;
	}
	for (size_t i = 0; i < comparison->count; i++)
		tsv_entry(view, comparison->codes[i]);
}

static void put_tab(struct view *view, const char *text)
{
	put_escaped(view, text);
	out_char(view->out, '\t');
}

/* A line a step. */
static void tsv_flow(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	char text[CELL_SIZE], label[CELL_SIZE], number[NUMBER_SIZE];
	size_t steps = 0, index = 0;
	for (const struct sipcode *f = NULL; (f = sipcode_next_flow(code, f)) && f != flow;)
		index++;
	sipcode_label(code, label, sizeof label);
	for (const char *item = sipcode_value(flow, SIPCODE_STEP, 0); *item;
	     item = sipcode_value_next(item)) {
		struct sipcode_step step;
		sipcode_step(item, &step);
		put_tab(view, label);
		put_tab(view, number_text(number, index + 1));
		put_tab(view, number_text(number, ++steps));
		put_tab(view, step.from);
		put_tab(view, step.to);
		step_text(view, flow, code, &step, text);
		put_tab(view, text);
		step_details(NULL, &step, ",", text);
		put_escaped(view, text);
		out_char(view->out, '\n');
	}
}

static void put_counted(struct view *view, const struct tally *tally, const struct tally_row *row,
                        const enum sipcode_field *fields, size_t count)
{
	char number[NUMBER_SIZE];
	for (size_t i = 0; i < count; i++) {
		out_str(view->out, i ? "\t" : "");
		put_value(view, tally_value(tally, row, fields[i], view->language, number));
	}
	out_char(view->out, '\n');
}

static void tsv_count(struct view *view, const struct tally *tally)
{
	const enum sipcode_field *fields = view->fields;
	size_t count = view->field_count ? view->field_count : tally_columns(view->long_form, &fields);
	put_names(view, fields, count);
	for (size_t i = 0; i < tally->code_count; i++)
		put_counted(view, tally, tally->codes + i, fields, count);
	if (tally->malformed > 0)
		put_counted(view, tally, NULL, fields, count);
}

const struct renderer render_tsv = {
	"tsv", tsv_begin, tsv_entry, tsv_entry, tsv_compare, tsv_flow, tsv_count
};
