// SPDX-License-Identifier: MIT
// Markdown, for a ticket or a wiki.

#include <string.h>

#include "comparison.h"
#include "number.h"
#include "render.h"
#include "render_text.h"
#include "step.h"
#include "tally.h"
#include "words.h"

/* What Markdown or a table would take for markup is escaped. */
static void put_text(struct view *view, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n') {
			out_str(view->out, "\n\n");
			continue;
		}
		if (strchr("\\`*<|[]", *text))
			out_char(view->out, '\\');
		out_char(view->out, *text);
	}
}

static void put_heading(struct view *view, const char *marks, const char *text)
{
	out_str(view->out, view->printed++ ? "\n" : "");
	out_str(view->out, marks);
	out_char(view->out, ' ');
	put_text(view, text);
	out_str(view->out, "\n\n");
}

static void put_paragraph(struct view *view, enum word heading, const char *text)
{
	if (*text == '\0')
		return;
	put_heading(view, "###", view_word(view, heading));
	put_text(view, text);
	out_char(view->out, '\n');
}

/* "Retry:** " behind what begins it. */
static void end_label(struct view *view, const char *label)
{
	put_text(view, label);
	put_text(view, view_word(view, WORD_mark_colon));
	out_str(view->out, "** ");
}

/* The lines of a fact on one, for a blank line would end the list that it stands in. */
static void join_lines(const struct view *view, char text[CELL_SIZE])
{
	char joined[CELL_SIZE] = "", line[CELL_SIZE];
	for (const char *at = text; *at;) {
		size_t length = strcspn(at, "\n");
		memcpy(line, at, length);
		line[length] = '\0';
		cell_mark(view, joined, WORD_mark_semicolon, line);
		at += length + (at[length] ? 1 : 0);
	}
	memcpy(text, joined, CELL_SIZE);
}

static void put_row(struct view *view, const struct sipcode *entry, enum word heading,
                    enum sipcode_field field)
{
	char text[CELL_SIZE];
	cell_text(view, entry, field, text);
	if (text[0] == '\0')
		return;
	const char *explanation = cell_explanation(view, entry, field);
	out_str(view->out, "- **");
	end_label(view, view_word(view, heading));
	join_lines(view, text);
	if (*explanation)
		cell_mark(view, text, WORD_mark_colon, explanation);
	put_text(view, text);
	out_char(view->out, '\n');
}

static void put_rows(struct view *view, const struct sipcode *entry, const struct row *rows)
{
	for (; rows->heading; rows++)
		put_row(view, entry, rows->heading, rows->field);
}

static void put_entry(struct view *view, const struct sipcode *entry)
{
	put_rows(view, entry, cell_rows_first(entry));
	put_paragraph(view, WORD_heading_when_seen, view_value(view, entry, SIPCODE_WHEN_SEEN));
	put_paragraph(view, WORD_heading_resolution, view_value(view, entry, SIPCODE_RESOLUTION));
	put_paragraph(view, WORD_heading_description, view_value(view, entry, SIPCODE_DESCRIPTION));
	put_paragraph(view, WORD_heading_mapping, view_value(view, entry, SIPCODE_MAPPING));
	put_paragraph(view, WORD_heading_send_when, view_value(view, entry, SIPCODE_SEND_WHEN));
	out_char(view->out, '\n');
	put_rows(view, entry, cell_rows_last(entry));
}

static void put_value(struct view *view, const char *value)
{
	out_char(view->out, ' ');
	for (const char *item = value; *item; item = sipcode_value_next(item)) {
		out_str(view->out, item == value ? "" : ", ");
		put_text(view, item);
	}
	out_str(view->out, " |");
}

static void put_fields(struct view *view, const struct sipcode *entry)
{
	out_char(view->out, '|');
	for (size_t i = 0; i < view->field_count; i++)
		put_value(view, view_value(view, entry, view->fields[i]));
	out_char(view->out, '\n');
}

/* With --fields everything is one table. */
static void markdown_begin(struct view *view)
{
	size_t count = view->part_count ? view->part_count : view->field_count;
	if (count == 0)
		return;
	out_char(view->out, '|');
	for (size_t i = 0; i < count; i++) {
		out_char(view->out, ' ');
		out_str(view->out,
		        view->part_count ? part_names[view->parts[i]] : options_column_name(view->fields[i]));
		out_str(view->out, " |");
	}
	out_str(view->out, "\n|");
	out_repeat(view->out, " --- |", count);
	out_char(view->out, '\n');
}

static void put_parts(struct view *view, const struct comparison *comparison)
{
	out_char(view->out, '|');
	for (size_t i = 0; i < view->part_count; i++) {
		char text[PART_SIZE];
		comparison_part(view, comparison, view->parts[i], text);
		out_char(view->out, ' ');
		put_text(view, text);
		out_str(view->out, " |");
	}
	out_char(view->out, '\n');
}

static void markdown_entry(struct view *view, const struct sipcode *entry)
{
	char text[CELL_SIZE];
	if (view->field_count > 0) {
		put_fields(view, entry);
		return;
	}
	cell_title(view, entry, text);
	put_heading(view, "##", text);
	cell_says(view, entry, text);
	put_text(view, text);
	out_str(view->out, "\n\n");
	put_entry(view, entry);
}

static void markdown_line(struct view *view, const struct sipcode *code)
{
	char title[CELL_SIZE];
	if (view->field_count > 0) {
		put_fields(view, code);
		return;
	}
	view->printed++;
	cell_title(view, code, title);
	out_str(view->out, "- **");
	put_text(view, title);
	out_str(view->out, "**: ");
	cell_summary(view, code, title);
	put_text(view, title);
	out_char(view->out, '\n');
}

static void put_table(struct view *view, const struct comparison *comparison)
{
	char text[CELL_SIZE];
	out_str(view->out, "| |");
	for (size_t i = 0; i < comparison->count; i++) {
		out_char(view->out, ' ');
		cell_title(view, comparison->codes[i], text);
		put_text(view, text);
		out_str(view->out, " |");
	}
	out_str(view->out, "\n| --- |");
	out_repeat(view->out, " --- |", comparison->count);
	out_char(view->out, '\n');
	for (const struct row *row = comparison_rows(comparison); row->heading; row++) {
		if (!comparison_sets_apart(view, comparison, row->field))
			continue;
		out_str(view->out, "| **");
		put_text(view, view_word(view, row->heading));
		out_str(view->out, "** |");
		for (size_t i = 0; i < comparison->count; i++) {
			cell_text(view, comparison->codes[i], row->field, text);
			out_char(view->out, ' ');
			put_text(view, text[0] ? text : "-");
			out_str(view->out, " |");
		}
		out_char(view->out, '\n');
	}
}

static void put_shared(struct view *view, const struct comparison *comparison)
{
	char text[CELL_SIZE];
	comparison_shared(view, comparison, text);
	if (text[0] == '\0')
		return;
	out_str(view->out, "\n**");
	end_label(view, view_word(view, comparison_shared_heading(comparison)));
	put_text(view, text);
	out_char(view->out, '\n');
}

static void put_differences(struct view *view, const struct comparison *comparison)
{
	char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE], number[NUMBER_SIZE];
	size_t count = comparison_differences(view, comparison, texts);
	if (count > 0)
		put_heading(view, "###", view_word(view, WORD_heading_differences));
	for (size_t i = 0; i < count; i++) {
		out_str(view->out, number_text(number, i + 1));
		out_str(view->out, ". ");
		put_text(view, texts[i]);
		out_char(view->out, '\n');
	}
}

static void put_item(struct view *view, const struct sipcode *code, const char *lead, const char *text)
{
	char label[CELL_SIZE];
	if (*text == '\0')
		return;
	sipcode_label(code, label, sizeof label);
	out_str(view->out, "- **");
	out_str(view->out, lead);
	out_str(view->out, *lead ? " " : "");
	end_label(view, label);
	put_text(view, text);
	out_char(view->out, '\n');
}

static void put_texts(struct view *view, const struct comparison *comparison, enum word heading,
                      enum sipcode_field field)
{
	bool first = true;
	for (size_t i = 0; i < comparison->count; i++) {
		const char *text = view_value(view, comparison->codes[i], field);
		if (*text && first)
			put_heading(view, "###", view_word(view, heading));
		first = first && *text == '\0';
		put_item(view, comparison->codes[i], "", text);
	}
}

/* When to use which, when you see it, and how to resolve it. */
static void put_advice(struct view *view, const struct comparison *comparison)
{
	char text[CELL_SIZE];
	comparison_send(view, comparison, 0, text);
	if (text[0])
		put_heading(view, "###", view_word(view, WORD_heading_which));
	for (size_t i = 0; i < comparison->count; i++) {
		comparison_send(view, comparison, i, text);
		put_item(view, comparison->codes[i], view_word(view, WORD_heading_sending), text);
	}
	for (size_t i = 0; i < comparison->count; i++)
		put_item(view, comparison->codes[i], view_word(view, WORD_heading_receiving),
		         comparison_receive(view, comparison, i));
	put_texts(view, comparison, WORD_heading_when_seen, SIPCODE_WHEN_SEEN);
	put_texts(view, comparison, WORD_heading_resolution, SIPCODE_RESOLUTION);
}

/* A ladder stands as it is, in a fence. */
static void markdown_flow(struct view *view, const struct sipcode *flow, const struct sipcode *code)
{
	char title[CELL_SIZE];
	step_title(view, flow, code, title);
	put_heading(view, "##", title);
	out_str(view->out, "```\n");
	text_ladder(view, flow, code);
	out_str(view->out, "```\n\n");
	put_text(view, view_value(view, flow, SIPCODE_REFERENCE));
	out_char(view->out, '\n');
}

static void markdown_compare(struct view *view, const struct comparison *comparison)
{
	char text[CELL_SIZE], sentence[CELL_SIZE], titles[CELL_SIZE] = "";
	for (size_t i = 0; i < comparison->count; i++) {
		if (view->field_count > 0)
			put_fields(view, comparison->codes[i]);
		cell_title(view, comparison->codes[i], text);
		cell_append(titles, " / ", text);
	}
	if (view->part_count > 0)
		put_parts(view, comparison);
	if (view->field_count > 0 || view->part_count > 0)
		return;
	put_heading(view, "##", titles);
	sipcode_tell_apart(comparison->codes, comparison->count, view->language, sentence, sizeof sentence);
	put_text(view, sentence);
	out_str(view->out, "\n\n");
	put_table(view, comparison);
	put_shared(view, comparison);
	put_differences(view, comparison);
	put_advice(view, comparison);
	if (comparison_is_of_classes(comparison))
		put_texts(view, comparison, WORD_heading_description, SIPCODE_DESCRIPTION);
	for (size_t i = 0; i < comparison->count && view->flows; i++) {
		const struct sipcode *flow = comparison_flow(comparison, i);
		if (flow)
			markdown_flow(view, flow, comparison->codes[i]);
	}
}

static void put_counted(struct view *view, const struct tally *tally, const struct tally_row *row)
{
	out_char(view->out, '|');
	for (size_t i = 0; i < view->field_count; i++) {
		char number[NUMBER_SIZE];
		put_value(view, tally_value(tally, row, view->fields[i], view->language, number));
	}
	out_char(view->out, '\n');
}

static void put_counted_fields(struct view *view, const struct tally *tally)
{
	markdown_begin(view);
	for (size_t i = 0; i < tally->code_count; i++)
		put_counted(view, tally, tally->codes + i);
	if (tally->malformed > 0)
		put_counted(view, tally, NULL);
}

static void put_count_head(struct view *view, enum word what)
{
	out_str(view->out, view->printed++ ? "\n| " : "| ");
	put_text(view, view_word(view, WORD_heading_count));
	out_str(view->out, " | ");
	put_text(view, view_word(view, WORD_heading_share));
	out_str(view->out, " | ");
	put_text(view, view_word(view, what));
	out_str(view->out, " |\n| ---: | ---: | --- |\n");
}

static void put_sum(struct view *view, unsigned long long part, unsigned long long whole, const char *text)
{
	char number[NUMBER_SIZE], share[CELL_SIZE];
	cell_share(view, part, whole, share);
	out_str(view->out, "| ");
	out_str(view->out, number_text(number, part));
	out_str(view->out, " | ");
	put_text(view, share);
	out_str(view->out, " | ");
	put_text(view, text);
	out_str(view->out, " |\n");
}

static void put_count_codes(struct view *view, const struct tally *tally)
{
	char text[CELL_SIZE];
	put_count_head(view, WORD_heading_code);
	for (size_t i = 0; i < tally->code_count; i++) {
		const struct tally_row *row = tally->codes + i;
		cell_counted(view, tally, row, text);
		if (view->long_form && row->entry)
			cell_mark(view, text, WORD_mark_colon, view_value(view, row->entry, SIPCODE_ACTION));
		put_sum(view, row->count, tally->total, text);
	}
}

static void put_count_sums(struct view *view, const struct tally *tally)
{
	char text[CELL_SIZE];
	put_count_head(view, WORD_count_classes);
	for (int digit = 1; digit <= TALLY_CLASSES; digit++) {
		cell_title(view, sipcode_find_class(digit), text);
		if (tally->classes[digit - 1] > 0)
			put_sum(view, tally->classes[digit - 1], tally->total, text);
	}
	put_sum(view, tally->total, tally->total, view_word(view, WORD_count_total));
	if (tally->final > 0)
		put_count_head(view, WORD_count_metrics);
	for (size_t i = 0; i < TALLY_METRICS; i++) {
		if (tally->metrics[i] > 0)
			put_sum(view, tally->metrics[i], tally->final, view_word(view, cell_metrics[i]));
	}
}

static void markdown_count(struct view *view, const struct tally *tally)
{
	char text[CELL_SIZE];
	if (view->field_count > 0) {
		put_counted_fields(view, tally);
		return;
	}
	if (tally->total > 0) {
		put_count_codes(view, tally);
		put_count_sums(view, tally);
		out_char(view->out, '\n');
		put_text(view, view_word(view, cell_counted_note(tally)));
		out_char(view->out, '\n');
	}
	cell_malformed(view, tally, text);
	if (text[0] == '\0')
		return;
	out_str(view->out, view->printed ? "\n" : "");
	put_text(view, text);
	out_char(view->out, '\n');
}

const struct renderer render_markdown = { "markdown",       markdown_begin, markdown_entry, markdown_line,
	                                  markdown_compare, markdown_flow,  markdown_count };
