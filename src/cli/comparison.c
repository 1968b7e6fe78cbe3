// SPDX-License-Identifier: MIT
// What a comparison says of the codes side by side, whatever the format.

#include "comparison.h"

#include <string.h>

#include "words.h"

static const struct row rows_compared[] = {
	{ WORD_heading_class, SIPCODE_CLASS },     { WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_retry, SIPCODE_RETRY },     { WORD_heading_failover, SIPCODE_FAILOVER },
	{ WORD_heading_fork, SIPCODE_FORK },       { WORD_heading_dialog_effect, SIPCODE_DIALOG_EFFECT },
	{ WORD_heading_methods, SIPCODE_METHODS }, { WORD_heading_headers, SIPCODE_HEADERS_MUST },
	{ WORD_heading_sent_by, SIPCODE_SENT_BY }, { WORD_heading_q850, SIPCODE_Q850 },
	{ WORD_heading_metric, SIPCODE_METRIC },   { WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row rows_causes[] = {
	{ WORD_heading_class, SIPCODE_CLASS },
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_sip, SIPCODE_SIP },
	{ WORD_heading_sip_from, SIPCODE_SIP_FROM },
	{ WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

/* What codes and causes have in common. */
static const struct row rows_mixed[] = {
	{ WORD_heading_class, SIPCODE_CLASS },
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

bool comparison_is_of_classes(const struct comparison *comparison)
{
	return sipcode_kind_of(comparison->codes[0]) == SIPCODE_KIND_CLASS;
}

const struct row *comparison_rows(const struct comparison *comparison)
{
	size_t causes = 0;
	for (size_t i = 0; i < comparison->count; i++)
		causes += sipcode_kind_of(comparison->codes[i]) == SIPCODE_KIND_CAUSE;
	return comparison_is_of_classes(comparison) ? rows_class
	       : causes == comparison->count        ? rows_causes
	       : causes > 0                         ? rows_mixed
	                                            : rows_compared;
}

bool comparison_tells(const struct view *view, const struct comparison *comparison, enum sipcode_field field)
{
	if (field == SIPCODE_ACTION)
		return strcmp(comparison_receive(view, comparison, 0),
		              view_value(view, comparison->codes[0], field)) != 0;
	if (field != SIPCODE_FAILOVER && field != SIPCODE_DIALOG_EFFECT)
		return true;
	for (size_t i = 0; i < comparison->count; i++)
		if (*sipcode_value(comparison->codes[i], field, 0) == '\0')
			return false;
	return true;
}

bool comparison_shares(const struct view *view, const struct comparison *comparison, enum sipcode_field field)
{
	char first[CELL_SIZE], other[CELL_SIZE];
	cell_text(view, comparison->codes[0], field, first);
	for (size_t i = 1; i < comparison->count; i++) {
		cell_text(view, comparison->codes[i], field, other);
		if (strcmp(first, other) != 0)
			return false;
	}
	return true;
}

bool comparison_sets_apart(const struct view *view, const struct comparison *comparison,
                           enum sipcode_field field)
{
	return comparison_tells(view, comparison, field) && !comparison_shares(view, comparison, field);
}

void comparison_shared(const struct view *view, const struct comparison *comparison, char buffer[CELL_SIZE])
{
	char text[CELL_SIZE];
	buffer[0] = '\0';
	for (const struct row *row = comparison_rows(comparison); row->heading; row++) {
		cell_text(view, comparison->codes[0], row->field, text);
		if (text[0] == '\0' || !comparison_shares(view, comparison, row->field))
			continue;
		cell_append(buffer, ". ", view_word(view, row->heading));
		cell_mark(view, buffer, WORD_mark_colon, text);
	}
}

enum word comparison_shared_heading(const struct comparison *comparison)
{
	return comparison->count > 2 ? WORD_heading_all : WORD_heading_both;
}

/* What the pair says of the side that a code is on, or NULL when there are no words for the pair. */
static const char *side(const struct view *view, const struct comparison *comparison, size_t index,
                        enum sipcode_field first, enum sipcode_field second)
{
	bool swapped = false;
	const struct sipcode *pair =
	        comparison->count == 2
	                ? sipcode_find_pair(comparison->codes[index], comparison->codes[1 - index], &swapped)
	                : NULL;
	return pair ? view_value(view, pair, swapped ? second : first) : NULL;
}

void comparison_send(const struct view *view, const struct comparison *comparison, size_t index,
                     char buffer[CELL_SIZE])
{
	const struct sipcode *code = comparison->codes[index];
	const char *clause = side(view, comparison, index, SIPCODE_SEND_FIRST, SIPCODE_SEND_SECOND);
	const char *whole = view_value(view, code, SIPCODE_SEND_WHEN);
	char summary[CELL_SIZE];
	if (!clause && (*whole || comparison_is_of_classes(comparison))) {
		cell_set(buffer, whole);
		return;
	}
	if (!clause) {
		cell_set(summary, view_value(view, code, SIPCODE_SUMMARY));
		cell_append(summary, "", ".");
		clause = summary;
	}
	const struct sipcode_argument arguments[] = { { "text", clause } };
	sipcode_fill(buffer, CELL_SIZE, view_word(view, WORD_cell_send), arguments, 1);
}

const char *comparison_receive(const struct view *view, const struct comparison *comparison, size_t index)
{
	const char *own = side(view, comparison, index, SIPCODE_RECEIVE_FIRST, SIPCODE_RECEIVE_SECOND);
	return own ? own : view_value(view, comparison->codes[index], SIPCODE_ACTION);
}

size_t comparison_differences(const struct view *view, const struct comparison *comparison,
                              char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE])
{
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(comparison->codes, comparison->count, view->language, found);
	for (size_t i = 0; i < count; i++)
		sipcode_difference_text(&found[i], view->language, texts[i], CELL_SIZE);
	return count;
}

static bool same_actors(const struct sipcode *flow, const struct sipcode *other)
{
	const char *a = sipcode_value(flow, SIPCODE_ACTORS, 0), *b = sipcode_value(other, SIPCODE_ACTORS, 0);
	while (*a && strcmp(a, b) == 0) {
		a = sipcode_value_next(a);
		b = sipcode_value_next(b);
	}
	return strcmp(a, b) == 0;
}

const struct sipcode *comparison_flow(const struct comparison *comparison, size_t index)
{
	const struct sipcode *const *codes = comparison->codes;
	const struct sipcode *flows[2] = { NULL, NULL };
	while (comparison->count == 2 && (flows[0] = sipcode_next_flow(codes[0], flows[0])))
		while ((flows[1] = sipcode_next_flow(codes[1], flows[1])))
			if (same_actors(flows[0], flows[1]))
				return flows[index];
	return sipcode_next_flow(codes[index], NULL);
}

static void append(char buffer[PART_SIZE], const char *glue, const char *text)
{
	size_t at = strlen(buffer);
	const struct sipcode_argument arguments[] = { { "glue", at > 0 ? glue : "" }, { "text", text } };
	sipcode_fill(buffer + at, PART_SIZE - at, "{glue}{text}", arguments, 2);
}

static void append_differences(const struct view *view, const struct comparison *comparison,
                               char buffer[PART_SIZE])
{
	char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE];
	size_t count = comparison_differences(view, comparison, texts);
	for (size_t i = 0; i < count; i++)
		append(buffer, " ", texts[i]);
}

static void append_shared(const struct view *view, const struct comparison *comparison,
                          char buffer[PART_SIZE])
{
	for (const struct row *row = comparison_rows(comparison); row->heading; row++)
		if (comparison_shares(view, comparison, row->field))
			append(buffer, ",", sipcode_field_name(row->field));
}

static void append_which(const struct view *view, const struct comparison *comparison, char buffer[PART_SIZE])
{
	for (size_t i = 0; i < comparison->count; i++) {
		char label[CELL_SIZE], send[CELL_SIZE];
		sipcode_label(comparison->codes[i], label, sizeof label);
		comparison_send(view, comparison, i, send);
		if (send[0] == '\0')
			continue;
		append(buffer, " ", view_word(view, WORD_heading_sending));
		append(buffer, " ", label);
		append(buffer, view_word(view, WORD_mark_colon), " ");
		append(buffer, "", send);
		append(buffer, " ", view_word(view, WORD_heading_receiving));
		append(buffer, " ", label);
		append(buffer, view_word(view, WORD_mark_colon), " ");
		append(buffer, "", comparison_receive(view, comparison, i));
	}
}

void comparison_part(const struct view *view, const struct comparison *comparison, enum part part,
                     char buffer[PART_SIZE])
{
	buffer[0] = '\0';
	switch (part) {
	case PART_CODES:
		for (size_t i = 0; i < comparison->count; i++) {
			char label[CELL_SIZE];
			sipcode_label(comparison->codes[i], label, sizeof label);
			append(buffer, ",", label);
		}
		break;
	case PART_SENTENCE:
		sipcode_tell_apart(comparison->codes, comparison->count, view->language, buffer, PART_SIZE);
		break;
	case PART_DIFFERENCES:
		append_differences(view, comparison, buffer);
		break;
	case PART_BOTH:
		append_shared(view, comparison, buffer);
		break;
	case PART_WHICH:
		append_which(view, comparison, buffer);
		break;
	case PART_COUNT:
		break;
	}
}
