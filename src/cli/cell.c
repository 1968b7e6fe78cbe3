// SPDX-License-Identifier: MIT
// Facts as short phrases for people: what text and markdown put in a row or a cell.

#include "cell.h"

#include <string.h>

#include "number.h"
#include "tally.h"
#include "words.h"

enum { LABEL_SIZE = 128 };

static const struct row code_first[] = {
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_retry, SIPCODE_RETRY },
	{ WORD_heading_failover, SIPCODE_FAILOVER },
	{ WORD_heading_fork, SIPCODE_FORK },
	{ WORD_heading_dialog_effect, SIPCODE_DIALOG_EFFECT },
	{ WORD_heading_q850, SIPCODE_Q850 },
	{ WORD_heading_round_trip, SIPCODE_Q850_FROM },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row code_last[] = {
	{ WORD_heading_headers, SIPCODE_HEADERS_MUST },
	{ WORD_heading_sent_by, SIPCODE_SENT_BY },
	{ WORD_heading_metric, SIPCODE_METRIC },
	{ WORD_heading_http, SIPCODE_HTTP },
	{ WORD_heading_local, SIPCODE_LOCAL },
	{ WORD_heading_alias, SIPCODE_ALIAS },
	{ WORD_heading_variant, SIPCODE_VARIANT },
	{ WORD_heading_stacks, SIPCODE_STACKS },
	{ WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_heading_related, SIPCODE_RELATED },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row cause_first[] = {
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_sip, SIPCODE_SIP },
	{ WORD_heading_sip_from, SIPCODE_SIP_FROM },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row cause_last[] = {
	{ WORD_heading_alias, SIPCODE_ALIAS },
	{ WORD_heading_stacks, SIPCODE_STACKS },
	{ WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row warning_first[] = {
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_heading_codes, SIPCODE_CODES },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row only_action[] = {
	{ WORD_heading_action, SIPCODE_ACTION },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row only_reference[] = {
	{ WORD_heading_reference, SIPCODE_REFERENCE },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

static const struct row no_row[] = { { WORD_NONE, SIPCODE_FIELD_COUNT } };

const struct row rows_class[] = {
	{ WORD_heading_fork, SIPCODE_FORK },   { WORD_heading_ack, SIPCODE_ACK },
	{ WORD_heading_scope, SIPCODE_SCOPE }, { WORD_heading_unknown, SIPCODE_UNKNOWN },
	{ WORD_NONE, SIPCODE_FIELD_COUNT },
};

const struct row *cell_rows_first(const struct sipcode *entry)
{
	static const struct row *const rows[] = {
		[SIPCODE_KIND_CLASS] = rows_class,      [SIPCODE_KIND_CODE] = code_first,
		[SIPCODE_KIND_VARIANT] = code_first,    [SIPCODE_KIND_PAIR] = no_row,
		[SIPCODE_KIND_FLOW] = no_row,           [SIPCODE_KIND_CAUSE] = cause_first,
		[SIPCODE_KIND_WARNING] = warning_first, [SIPCODE_KIND_PROTOCOL] = no_row,
		[SIPCODE_KIND_REASON] = only_action,
	};
	return rows[sipcode_kind_of(entry)];
}

const struct row *cell_rows_last(const struct sipcode *entry)
{
	static const struct row *const rows[] = {
		[SIPCODE_KIND_CLASS] = no_row,
		[SIPCODE_KIND_CODE] = code_last,
		[SIPCODE_KIND_VARIANT] = code_last,
		[SIPCODE_KIND_PAIR] = no_row,
		[SIPCODE_KIND_FLOW] = no_row,
		[SIPCODE_KIND_CAUSE] = cause_last,
		[SIPCODE_KIND_WARNING] = only_reference,
		[SIPCODE_KIND_PROTOCOL] = only_reference,
		[SIPCODE_KIND_REASON] = only_reference,
	};
	return rows[sipcode_kind_of(entry)];
}

static void fill(const struct view *view, enum word word, const struct sipcode_argument *arguments,
                 size_t count, char buffer[CELL_SIZE])
{
	sipcode_fill(buffer, CELL_SIZE, view_word(view, word), arguments, count);
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

void cell_mark(const struct view *view, char buffer[CELL_SIZE], enum word mark, const char *text)
{
	if (buffer[0]) {
		cell_append(buffer, "", view_word(view, mark));
		cell_append(buffer, "", " ");
	}
	cell_append(buffer, "", text);
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

static void append_filled(const struct view *view, enum word word, const struct sipcode_argument *arguments,
                          size_t count, char buffer[CELL_SIZE])
{
	size_t length = strlen(buffer);
	sipcode_fill(buffer + length, CELL_SIZE - length, view_word(view, word), arguments, count);
}

/* Append words around a list, unless that is empty. */
static void append_list(const struct view *view, enum word word, const char *list, char buffer[CELL_SIZE])
{
	if (*list == '\0')
		return;
	cell_mark(view, buffer, WORD_mark_semicolon, "");
	append_filled(view, word, &(struct sipcode_argument){ "list", list }, 1, buffer);
}

/* The next part of a value such as "who|deed|value"; what does not fit is left out. */
static const char *read_part(const char *at, char buffer[LABEL_SIZE])
{
	size_t length = strcspn(at, "|"), fits = length < LABEL_SIZE ? length : LABEL_SIZE - 1;
	memcpy(buffer, at, fits);
	buffer[fits] = '\0';
	return at[length] ? at + length + 1 : at + length;
}

/* "Retry-After (may)" */
static void headers(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	static const struct {
		enum sipcode_field field;
		enum word word;
	} kinds[] = { { SIPCODE_HEADERS_MUST, WORD_cell_must }, { SIPCODE_HEADERS_MAY, WORD_cell_may } };
	buffer[0] = '\0';
	for (size_t i = 0; i < 2; i++) {
		char names[CELL_SIZE];
		join(view, entry, kinds[i].field, names);
		append_list(view, kinds[i].word, names, buffer);
	}
}

/* "31 or 65": the default first, then what comes on a condition. */
static void alternatives(const struct view *view, const struct sipcode *entry, enum sipcode_field field,
                         char numbers[CELL_SIZE])
{
	char both[CELL_SIZE];
	numbers[0] = '\0';
	for (const char *item = view_value(view, entry, field); *item; item = sipcode_value_next(item)) {
		const struct sipcode_argument either[] = { { "a", numbers }, { "b", item } };
		fill(view, WORD_cell_or, either, 2, both);
		cell_set(numbers, numbers[0] ? both : item);
	}
}

/* "404 (RFC 3398); 500 (RFC 4497)", or both at once where they agree */
static void responses(const struct view *view, const struct sipcode *cause, char buffer[CELL_SIZE])
{
	char iso[CELL_SIZE], qsig[CELL_SIZE];
	alternatives(view, cause, SIPCODE_SIP, iso);
	alternatives(view, cause, SIPCODE_SIP_QSIG, qsig);
	const char *none = view_word(view, WORD_cell_sip_none);
	const struct sipcode_argument arguments[] = { { "iso", iso[0] ? iso : none },
		                                      { "qsig", qsig[0] ? qsig : none } };
	fill(view, strcmp(iso, qsig) == 0 ? WORD_cell_sip_same : WORD_cell_sip_different, arguments, 2,
	     buffer);
}

/* "480 becomes cause 18, which comes back as 408"; "" where the code survives the telephone network. */
static void round_trip(const struct view *view, const struct sipcode *code, char buffer[CELL_SIZE])
{
	const char *number = view_value(view, code, SIPCODE_CODE),
	           *out = view_value(view, code, SIPCODE_Q850);
	const struct sipcode *cause = *out ? sipcode_find_cause(number_read(out)) : NULL;
	const char *back = cause ? view_value(view, cause, SIPCODE_SIP) : "";
	buffer[0] = '\0';
	if (*back == '\0' || strcmp(back, number) == 0 || sipcode_kind_of(code) != SIPCODE_KIND_CODE)
		return;
	const struct sipcode_argument arguments[] = { { "code", number },
		                                      { "cause", out },
		                                      { "back", back } };
	fill(view, WORD_cell_round_trip, arguments, 3, buffer);
}

/* "Asterisk sends cause 127", a line each */
static void stacks(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	const char *item = view_value(view, entry, SIPCODE_STACKS);
	char who[LABEL_SIZE], deed[LABEL_SIZE], value[LABEL_SIZE];
	for (buffer[0] = '\0'; *item; item = sipcode_value_next(item)) {
		read_part(read_part(read_part(item, who), deed), value);
		const struct sipcode_argument arguments[] = { { "who", who }, { "value", value } };
		enum word word = strcmp(deed, "cause") == 0  ? WORD_stack_cause
		                 : strcmp(deed, "code") == 0 ? WORD_stack_code
		                                             : WORD_stack_rewrite;
		cell_append(buffer, "\n", "");
		append_filled(view, word, arguments, 2, buffer);
	}
}

/* "sends 31 or 65; arises from 65, 70" */
static void causes(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	char numbers[CELL_SIZE];
	alternatives(view, entry, SIPCODE_Q850, numbers);
	buffer[0] = '\0';
	append_list(view, WORD_cell_sends, numbers, buffer);
	join(view, entry, SIPCODE_Q850_FROM, numbers);
	append_list(view, WORD_cell_arises, numbers, buffer);
}

/* "4xx request failure" */
static void class_name(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	const char *class = view_value(view, entry, SIPCODE_CLASS);
	cell_set(buffer, sipcode_kind_of(entry) == SIPCODE_KIND_CAUSE ? "" : class);
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
		char name[LABEL_SIZE], phrase[LABEL_SIZE], who[LABEL_SIZE];
		read_part(read_part(read_part(item, name), phrase), who);
		cell_mark(view, buffer, WORD_mark_semicolon, name);
		cell_append(buffer, *name ? " " : "", phrase);
		cell_append(buffer, "", " (");
		cell_append(buffer, "", view_term(view, "who", who));
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
	if (sipcode_kind_of(entry) != SIPCODE_KIND_VARIANT) {
		join(view, entry, SIPCODE_SENT_BY, buffer);
		return;
	}
	char name[LABEL_SIZE], phrase[LABEL_SIZE], who[LABEL_SIZE];
	read_part(read_part(read_part(view_value(view, entry, SIPCODE_VARIANT), name), phrase), who);
	cell_set(buffer, who);
}

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

/* A local code, or one that a stack makes up itself, gets a sentence; the others nothing. */
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
	case SIPCODE_SIP:
		responses(view, entry, buffer);
		break;
	case SIPCODE_Q850_FROM:
		round_trip(view, entry, buffer);
		break;
	case SIPCODE_STACKS:
		stacks(view, entry, buffer);
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
	cell_set(list, buffer);
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
	char label[LABEL_SIZE];
	if (sipcode_kind_of(entry) == SIPCODE_KIND_CLASS) {
		class_name(view, entry, buffer);
		return;
	}
	bool nameless = sipcode_kind_of(entry) == SIPCODE_KIND_VARIANT &&
	                *view_value(view, entry, SIPCODE_NAME) == '\0';
	sipcode_label(entry, label, sizeof label);
	cell_set(buffer, nameless ? view_value(view, entry, SIPCODE_CODE) : label);
	if (*view_value(view, entry, SIPCODE_PHRASE))
		cell_append(buffer, " ", view_value(view, entry, SIPCODE_PHRASE));
}

/* "Q.850 cause, normal event" */
static void reason_nature(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	char class[CELL_SIZE];
	static const enum word words[] = {
		[SIPCODE_KIND_CAUSE] = WORD_nature_cause,
		[SIPCODE_KIND_WARNING] = WORD_nature_warning,
		[SIPCODE_KIND_PROTOCOL] = WORD_nature_protocol,
		[SIPCODE_KIND_REASON] = WORD_nature_reason,
	};
	class_name(view, entry, class);
	const struct sipcode_argument arguments[] = {
		{ "class", class }, { "protocol", view_value(view, entry, SIPCODE_PROTOCOL) }
	};
	fill(view, words[sipcode_kind_of(entry)], arguments, 2, buffer);
}

void cell_nature(const struct view *view, const struct sipcode *entry, char buffer[CELL_SIZE])
{
	if (sipcode_kind_of(entry) >= SIPCODE_KIND_CAUSE) {
		reason_nature(view, entry, buffer);
		return;
	}
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
	if (status[0] && strcmp(view_value(view, code, SIPCODE_STATUS), "registered") != 0) {
		cell_append(buffer, "", "[");
		cell_append(buffer, "", status);
		cell_append(buffer, "", "] ");
	}
	cell_append(buffer, "", view_value(view, code, SIPCODE_SUMMARY));
}

void cell_counted(const struct view *view, const struct tally *tally, const struct tally_row *row,
                  char buffer[CELL_SIZE])
{
	char number[NUMBER_SIZE], treat[NUMBER_SIZE];
	if (row->entry) {
		cell_title(view, row->entry, buffer);
		return;
	}
	const struct sipcode_argument arguments[] = {
		{ "code", tally_value(tally, row, SIPCODE_CODE, view->language, number) },
		{ "treat", number_text(treat, (unsigned)sipcode_treat_as(row->number)) },
	};
	sipcode_fill(buffer, CELL_SIZE, view_word(view, WORD_count_unregistered), arguments, 2);
}

const enum word cell_metrics[] = { WORD_count_metric_success, WORD_count_metric_user,
	                           WORD_count_metric_network, WORD_count_metric_excluded,
	                           WORD_count_metric_none };

void cell_share(const struct view *view, unsigned long long part, unsigned long long whole,
                char buffer[CELL_SIZE])
{
	char share[NUMBER_SIZE];
	tally_share(share, part, whole);
	char *tenths = share + strcspn(share, ".");
	*tenths++ = '\0';
	const struct sipcode_argument arguments[] = { { "whole", share }, { "tenths", tenths } };
	fill(view, WORD_count_share, arguments, 2, buffer);
}

enum word cell_counted_note(const struct tally *tally)
{
	return tally->numbers ? WORD_count_numbers : WORD_count_messages;
}

void cell_malformed(const struct view *view, const struct tally *tally, char buffer[CELL_SIZE])
{
	char number[NUMBER_SIZE];
	const struct sipcode_argument argument = { "count", number_text(number, tally->malformed) };
	buffer[0] = '\0';
	if (tally->malformed > 0)
		sipcode_fill(buffer, CELL_SIZE, view_word(view, WORD_count_malformed), &argument, 1);
}
