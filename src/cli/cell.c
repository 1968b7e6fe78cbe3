// SPDX-License-Identifier: MIT
// Facts as short phrases for people: what text and markdown put in a row or a cell.

#include "cell.h"

#include <string.h>

#include "number.h"
#include "words.h"

enum { LABEL_SIZE = 128 };

const struct row rows_first[] = {
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_retry, SIPCODE_RETRY },
	{ WORD_heading_failover, SIPCODE_FAILOVER },
	{ WORD_heading_fork, SIPCODE_FORK },
	{ WORD_heading_dialog_effect, SIPCODE_DIALOG_EFFECT },
	{ WORD_heading_q850, SIPCODE_Q850 },
	{ NULL, SIPCODE_FIELD_COUNT },
};

const struct row rows_last[] = {
	{ WORD_heading_headers, SIPCODE_HEADERS_MUST }, { WORD_heading_sent_by, SIPCODE_SENT_BY },
	{ WORD_heading_metric, SIPCODE_METRIC },        { WORD_heading_http, SIPCODE_HTTP },
	{ WORD_heading_local, SIPCODE_LOCAL },          { WORD_heading_alias, SIPCODE_ALIAS },
	{ WORD_heading_variant, SIPCODE_VARIANT },      { WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_heading_related, SIPCODE_RELATED },      { NULL, SIPCODE_FIELD_COUNT },
};

const struct row rows_compared[] = {
	{ WORD_heading_class, SIPCODE_CLASS },
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_retry, SIPCODE_RETRY },
	{ WORD_heading_failover, SIPCODE_FAILOVER },
	{ WORD_heading_fork, SIPCODE_FORK },
	{ WORD_heading_dialog_effect, SIPCODE_DIALOG_EFFECT },
	{ WORD_heading_methods, SIPCODE_METHODS },
	{ WORD_heading_headers, SIPCODE_HEADERS_MUST },
	{ WORD_heading_sent_by, SIPCODE_SENT_BY },
	{ WORD_heading_q850, SIPCODE_Q850 },
	{ WORD_heading_metric, SIPCODE_METRIC },
	{ WORD_heading_reference, SIPCODE_REFERENCE },
	{ NULL, SIPCODE_FIELD_COUNT },
};

static void fill(const struct view *view, const char *key, const struct sipcode_argument *arguments,
                 size_t count, char buffer[CELL_SIZE])
{
	sipcode_fill(buffer, CELL_SIZE, view_word(view, key), arguments, count);
}

static const char *token(const struct view *view, enum sipcode_field field, const char *value)
{
	const char *word = sipcode_token(view->language, field, value);
	return word ? word : "";
}

static void add(char buffer[CELL_SIZE], const char *text, size_t length)
{
	size_t at = strlen(buffer), room = CELL_SIZE - 1 - at, part = length < room ? length : room;
	memcpy(buffer + at, text, part);
	buffer[at + part] = '\0';
}

void cell_append(char buffer[CELL_SIZE], const char *glue, const char *text)
{
	if (buffer[0])
		add(buffer, glue, strlen(glue));
	add(buffer, text, strlen(text));
}

void cell_set(char buffer[CELL_SIZE], const char *text)
{
	buffer[0] = '\0';
	cell_append(buffer, "", text);
}

static void append_items(const struct view *view, const struct sipcode *entry, enum sipcode_field field,
                         char buffer[CELL_SIZE])
{
	const char *item = view_value(view, entry, field);
	for (; *item; item = sipcode_value_next(item)) {
		const char *word = sipcode_token(view->language, field, item);
		cell_append(buffer, ", ", word ? word : item);
	}
}

static void join(const struct view *view, const struct sipcode *entry, enum sipcode_field field,
                 char buffer[CELL_SIZE])
{
	buffer[0] = '\0';
	append_items(view, entry, field, buffer);
}

/* Append the words of a key around a list, unless that is empty. */
static void append_filled(const struct view *view, const char *key, const char *list, char buffer[CELL_SIZE])
{
	if (*list == '\0')
		return;
	cell_append(buffer, "; ", "");
	size_t length = strlen(buffer);
	const struct sipcode_argument arguments[] = { { "list", list } };
	sipcode_fill(buffer + length, CELL_SIZE - length, view_word(view, key), arguments, 1);
}

/* "Retry-After (may)" */
static void headers(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	static const struct {
		enum sipcode_field field;
		const char *key;
	} kinds[] = { { SIPCODE_HEADERS_MUST, WORD_cell_must }, { SIPCODE_HEADERS_MAY, WORD_cell_may } };
	buffer[0] = '\0';
	for (size_t i = 0; i < 2; i++) {
		char names[CELL_SIZE];
		join(view, entry, kinds[i].field, names);
		append_filled(view, kinds[i].key, names, buffer);
	}
}

/* "sends 31 or 65; arises from 65, 70" */
static void causes(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	char numbers[CELL_SIZE];
	numbers[0] = '\0';
	for (const char *item = view_value(view, entry, SIPCODE_Q850); *item;
	     item = sipcode_value_next(item)) {
		const struct sipcode_argument either[] = { { "a", numbers }, { "b", item } };
		fill(view, WORD_cell_or, either, 2, buffer);
		cell_set(numbers, numbers[0] ? buffer : item);
	}
	buffer[0] = '\0';
	append_filled(view, WORD_cell_sends, numbers, buffer);
	join(view, entry, SIPCODE_Q850_FROM, numbers);
	append_filled(view, WORD_cell_arises, numbers, buffer);
}

/* "4xx request failure" */
static void class_name(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	const char *class = view_value(view, entry, SIPCODE_CLASS);
	cell_set(buffer, class);
	cell_append(buffer, " ", token(view, SIPCODE_CLASS, *class ? class : "none"));
}

/* "603+ Network Blocked (ATIS-1000099)" */
static void variants(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	buffer[0] = '\0';
	const char *item = view_value(view, entry, SIPCODE_VARIANT);
	if (sipcode_kind_of(entry) == SIPCODE_KIND_VARIANT)
		return;
	for (; *item; item = sipcode_value_next(item)) {
		const char *phrase = strchr(item, '|') + 1, *who = strchr(phrase, '|') + 1;
		size_t name_length = strcspn(item, "|");
		cell_append(buffer, "; ", "");
		add(buffer, item, name_length);
		add(buffer, " ", name_length > 0);
		add(buffer, phrase, strcspn(phrase, "|"));
		cell_append(buffer, "", " (");
		add(buffer, who, strcspn(who, "|"));
		cell_append(buffer, "", ")");
	}
}

/* "treated as 400" */
static void treated(const struct view *view, const struct sipcode *class, char buffer[CELL_SIZE])
{
	const struct sipcode_argument arguments[] = { { "code", view_value(view, class, SIPCODE_UNKNOWN) } };
	fill(view, WORD_cell_treated, arguments, 1, buffer);
}

/* A variant's sender is named by itself. */
static void senders(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	join(view, entry, SIPCODE_SENT_BY, buffer);
	if (sipcode_kind_of(entry) != SIPCODE_KIND_VARIANT)
		return;
	const char *who = strrchr(view_value(view, entry, SIPCODE_VARIANT), '|');
	while (who[-1] != '|')
		who--;
	buffer[0] = '\0';
	add(buffer, who, strcspn(who, "|"));
}

/* A local code, or one that a stack makes up itself, gets a sentence; the others nothing. */
/* "480, 600: sipcode compare 486 480" */
static void related(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	char list[CELL_SIZE], label[LABEL_SIZE];
	join(view, entry, SIPCODE_RELATED, list);
	sipcode_label(entry, label, sizeof label);
	const struct sipcode_argument arguments[] = {
		{ "list", list },
		{ "code", label },
		{ "first", view_value(view, entry, SIPCODE_RELATED) },
	};
	buffer[0] = '\0';
	if (list[0])
		fill(view, WORD_cell_related, arguments, 3, buffer);
}

static void local(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	bool yes = strcmp(view_value(view, entry, SIPCODE_LOCAL), "yes") == 0;
	cell_set(buffer, yes ? view_word(view, WORD_cell_local) : "");
}

void cell_text(const struct view *view, const struct sipcode *entry, enum sipcode_field field,
               char buffer[CELL_SIZE])
{
	switch (field) {
	case SIPCODE_CLASS:
		class_name(view, entry, buffer);
		break;
	case SIPCODE_HEADERS_MUST:
		headers(view, entry, buffer);
		break;
	case SIPCODE_Q850:
		causes(view, entry, buffer);
		break;
	case SIPCODE_SENT_BY:
		senders(view, entry, buffer);
		break;
	case SIPCODE_VARIANT:
		variants(view, entry, buffer);
		break;
	case SIPCODE_UNKNOWN:
		treated(view, entry, buffer);
		break;
	case SIPCODE_RELATED:
		related(view, entry, buffer);
		break;
	case SIPCODE_LOCAL:
		local(view, entry, buffer);
		break;
	default:
		join(view, entry, field, buffer);
		break;
	}
}

void cell_shorten(const struct view *view, char buffer[CELL_SIZE])
{
	enum { ITEMS = 3, MOST = 4 };
	size_t items = 1;
	char *cut = buffer, *end = strstr(buffer, " (");
	for (char *c = buffer; (c = strstr(c, ", ")) && (!end || c < end); c += 2)
		if (items++ == ITEMS)
			cut = c;
	if (items <= MOST)
		return;
	char rest[CELL_SIZE], count[NUMBER_SIZE], list[CELL_SIZE];
	cell_set(rest, end ? end : "");
	*cut = '\0';
	memcpy(list, buffer, sizeof list);
	const struct sipcode_argument arguments[] = { { "list", list },
		                                      { "count", number_text(count, items - ITEMS) } };
	fill(view, WORD_cell_more, arguments, 2, buffer);
	cell_append(buffer, "", rest);
}

const char *cell_explanation(const struct view *view, const struct sipcode *entry, enum sipcode_field field)
{
	if (sipcode_field_form(field) != SIPCODE_FORM_TOKEN)
		return "";
	const char *phrase = sipcode_explanation(view->language, field, view_value(view, entry, field));
	return phrase ? phrase : "";
}

void cell_title(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	if (sipcode_kind_of(entry) == SIPCODE_KIND_CLASS) {
		class_name(view, entry, buffer);
		return;
	}
	const char *name = view_value(view, entry, SIPCODE_NAME);
	cell_set(buffer, *name ? name : view_value(view, entry, SIPCODE_CODE));
	cell_append(buffer, " ", view_value(view, entry, SIPCODE_PHRASE));
}

void cell_nature(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	class_name(view, entry, buffer);
	const char *status = view_value(view, entry, SIPCODE_STATUS);
	if (strcmp(view_value(view, entry, SIPCODE_FINAL), "yes") == 0)
		cell_append(buffer, ", ", view_word(view, WORD_cell_final));
	if (*status && strcmp(status, "registered") != 0)
		cell_append(buffer, ", ", token(view, SIPCODE_STATUS, status));
	if (strcmp(status, "local") != 0)
		append_items(view, entry, SIPCODE_METHODS, buffer);
}

void cell_says(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	char label[LABEL_SIZE];
	sipcode_label(entry, label, sizeof label);
	const struct sipcode_argument arguments[] = {
		{ "code", label }, { "summary", view_value(view, entry, SIPCODE_SUMMARY) }
	};
	fill(view, WORD_cell_says, arguments, 2, buffer);
}

void cell_summary(const struct view *view, const struct sipcode *code, char buffer[CELL_SIZE])
{
	char status[CELL_SIZE];
	buffer[0] = '\0';
	cell_text(view, code, SIPCODE_STATUS, status);
	if (strcmp(view_value(view, code, SIPCODE_STATUS), "registered") != 0) {
		cell_append(buffer, "", "[");
		cell_append(buffer, "", status);
		cell_append(buffer, "", "] ");
	}
	cell_append(buffer, "", view_value(view, code, SIPCODE_SUMMARY));
}

/* The pair's field for the side that a code is on, the code's own one when there are no words for the pair. */
static const char *side(const struct view *view, const struct comparison *comparison, size_t index,
                        enum sipcode_field first, enum sipcode_field second, enum sipcode_field own)
{
	const struct sipcode *code = comparison->codes[index];
	const struct sipcode *pair = NULL;
	if (comparison->count == 2 && sipcode_kind_of(comparison->codes[0]) == SIPCODE_KIND_CODE &&
	    sipcode_kind_of(comparison->codes[1]) == SIPCODE_KIND_CODE)
		pair = sipcode_find_pair(sipcode_number(comparison->codes[0]),
		                         sipcode_number(comparison->codes[1]));
	if (!pair)
		return view_value(view, code, own);
	return view_value(view, pair, sipcode_number(code) == sipcode_number(pair) ? first : second);
}

void cell_send(const struct view *view, const struct comparison *comparison, size_t index,
               char buffer[CELL_SIZE])
{
	const struct sipcode *code = comparison->codes[index];
	const char *own = view_value(view, code, SIPCODE_SEND_WHEN);
	const char *text =
	        side(view, comparison, index, SIPCODE_SEND_FIRST, SIPCODE_SEND_SECOND, SIPCODE_SEND_WHEN);
	char clause[CELL_SIZE];
	if (*text && text == own) { /* a sentence of its own */
		cell_set(buffer, text);
		return;
	}
	cell_set(clause, *text ? text : view_value(view, code, SIPCODE_SUMMARY));
	if (*text == '\0')
		cell_append(clause, "", ".");
	const struct sipcode_argument arguments[] = { { "text", clause } };
	fill(view, WORD_cell_send, arguments, 1, buffer);
}

const char *cell_receive(const struct view *view, const struct comparison *comparison, size_t index)
{
	return side(view, comparison, index, SIPCODE_RECEIVE_FIRST, SIPCODE_RECEIVE_SECOND, SIPCODE_ACTION);
}

size_t cell_differences(const struct view *view, const struct comparison *comparison,
                        char texts[SIPCODE_DIFFERENCES_MAX][CELL_SIZE])
{
	char sentence[CELL_SIZE];
	struct sipcode_difference found[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(comparison->codes, comparison->count, view->language, found), kept = 0;
	sipcode_tell_apart(comparison->codes, comparison->count, view->language, sentence, sizeof sentence);
	for (size_t i = 0; i < count; i++) {
		sipcode_difference_text(&found[i], view->language, texts[kept], CELL_SIZE);
		kept += strcmp(texts[kept], sentence) != 0;
	}
	return kept;
}

bool cell_is_told(const struct view *view, const struct comparison *comparison, enum sipcode_field field)
{
	if (field == SIPCODE_ACTION)
		return strcmp(cell_receive(view, comparison, 0),
		              view_value(view, comparison->codes[0], field)) != 0;
	if (field != SIPCODE_FAILOVER && field != SIPCODE_DIALOG_EFFECT)
		return true;
	for (size_t i = 0; i < comparison->count; i++)
		if (*sipcode_value(comparison->codes[i], field, 0) == '\0')
			return false;
	return true;
}

bool cell_is_shared(const struct view *view, const struct comparison *comparison, enum sipcode_field field)
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
