// SPDX-License-Identifier: MIT
// What sets response codes apart, as fields and as whole sentences.

#include <string.h>

#include "table.h"

enum {
	CASE_MAX = 32,
	KEY_MAX = 96,
	LABEL_MAX = 128,
	LIST_MAX = 512,
	LIST_MOST = 4,
	SENTENCE_MAX = 2048,
	TOLD = 4 /* differences, unless a pair has more of its own: the weightiest will do */
};

/* By rule, in this order. */
static const enum sipcode_field ranked[] = {
	SIPCODE_RETRY,   SIPCODE_FAILOVER,     SIPCODE_FORK,        SIPCODE_DIALOG_EFFECT, SIPCODE_SENT_BY,
	SIPCODE_METHODS, SIPCODE_HEADERS_MUST, SIPCODE_HEADERS_MAY, SIPCODE_Q850,
};
static const enum sipcode_field ranked_of_causes[] = { SIPCODE_SIP, SIPCODE_SIP_FROM };
static const enum sipcode_field ranked_of_classes[] = { SIPCODE_FORK, SIPCODE_ACK, SIPCODE_SCOPE,
	                                                SIPCODE_UNKNOWN };

/* What sentences are made about, and in which language. */
struct subject {
	const struct sipcode *const *codes;
	size_t count;
	int language;
};

static const char *value_of(const struct subject *s, size_t index, enum sipcode_field field)
{
	return sipcode_value(s->codes[index], field, s->language);
}

static bool same_value(const char *a, const char *b)
{
	while (*a && strcmp(a, b) == 0) {
		a = sipcode_value_next(a);
		b = sipcode_value_next(b);
	}
	return strcmp(a, b) == 0;
}

static bool has_item(const char *value, const char *item)
{
	while (*value && strcmp(value, item) != 0)
		value = sipcode_value_next(value);
	return *value != '\0';
}

static bool share_an_item(const char *a, const char *b)
{
	while (*a && !has_item(b, a))
		a = sipcode_value_next(a);
	return *a != '\0';
}

/* Whether a missing value is an answer, "none"; else it means that the question does not arise. */
static bool may_be_none(enum sipcode_field field)
{
	return field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY || field == SIPCODE_SIP ||
	       field == SIPCODE_SIP_FROM || field == SIPCODE_Q850;
}

/* Only facts that group codes are worth a sentence about more than two. */
static bool groups(enum sipcode_field field)
{
	return field != SIPCODE_SENT_BY && field != SIPCODE_HEADERS_MAY;
}

static size_t count_items(const char *value, const char *except)
{
	size_t items = 0;
	for (; *value; value = sipcode_value_next(value))
		items += !has_item(except, value);
	return items;
}

/* A list that would be cut tells nothing that can be kept in mind. */
static bool is_telling(const struct subject *s, enum sipcode_field field)
{
	const char *a = value_of(s, 0, field), *b = value_of(s, 1, field);
	if (field == SIPCODE_SENT_BY) /* whoever sends both tells nothing about either */
		return !share_an_item(a, b);
	if (field == SIPCODE_METHODS)
		return count_items(a, "") <= LIST_MOST && count_items(b, "") <= LIST_MOST;
	if (field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY)
		return count_items(a, b) <= LIST_MOST && count_items(b, a) <= LIST_MOST;
	return true;
}

static bool differs(const struct subject *s, enum sipcode_field field)
{
	bool different = false;
	const char *first = value_of(s, 0, field);
	for (size_t i = 0; i < s->count; i++) {
		const char *value = value_of(s, i, field);
		if (!*value && !may_be_none(field))
			return false;
		/* only an INVITE rings phones or enters the telephone network; what never answers one has no ACK */
		if ((field == SIPCODE_FORK || field == SIPCODE_Q850) && !*value_of(s, i, SIPCODE_ACK))
			return false;
		/* a gateway follows a redirection where it can, RFC 3398 section 8.2.5 */
		if (field == SIPCODE_Q850 && sipcode_number(s->codes[i]) < 400)
			return false;
		different = different || !same_value(first, value);
	}
	return different && (s->count > 2 ? groups(field) : is_telling(s, field));
}

static const struct sipcode *pair_of(const struct subject *s)
{
	return s->count == 2 ? sipcode_find_pair(s->codes[0], s->codes[1], NULL) : NULL;
}

static bool are_all(const struct subject *s, enum sipcode_kind kind)
{
	size_t i = 0;
	while (i < s->count && sipcode_kind_of(s->codes[i]) == kind)
		i++;
	return i == s->count;
}

/* Whether there are causes beside codes: then they differ in how they map to each other. */
static bool is_mixed(const struct subject *s)
{
	bool causes = false;
	for (size_t i = 0; i < s->count; i++)
		causes = causes || sipcode_kind_of(s->codes[i]) == SIPCODE_KIND_CAUSE;
	return causes && !are_all(s, SIPCODE_KIND_CAUSE);
}

#define SET_FIELDS(array) (*count = sizeof(array) / sizeof(array)[0], (array))

static const enum sipcode_field *fields_of(const struct subject *s, size_t *count)
{
	static const enum sipcode_field ranked_of_both[] = { SIPCODE_Q850 };
	return is_mixed(s)                      ? SET_FIELDS(ranked_of_both)
	       : are_all(s, SIPCODE_KIND_CAUSE) ? SET_FIELDS(ranked_of_causes)
	       : are_all(s, SIPCODE_KIND_CLASS) ? SET_FIELDS(ranked_of_classes)
	                                        : SET_FIELDS(ranked);
}

size_t sipcode_differ(const struct sipcode *const *codes, size_t count, int language,
                      struct sipcode_difference *differences)
{
	size_t found = 0;
	const struct subject s = { codes, count, language };
	const struct sipcode *pair = pair_of(&s);
	const char *own = pair ? sipcode_value(pair, SIPCODE_DIFFERENCE, language) : "";
	for (; *own && found < SIPCODE_DIFFERENCES_MAX; own = sipcode_value_next(own))
		differences[found++] = (struct sipcode_difference){ SIPCODE_DIFFERENCE, own, codes, count };
	bool headers = false;
	size_t field_count;
	const enum sipcode_field *fields = fields_of(&s, &field_count);
	for (size_t i = 0; i < field_count && found < TOLD; i++) {
		bool header = fields[i] == SIPCODE_HEADERS_MUST || fields[i] == SIPCODE_HEADERS_MAY;
		bool told = (header && headers) || !(is_mixed(&s) ? s.count == 2 : differs(&s, fields[i]));
		if (told) /* one sentence speaks of all headers */
			continue;
		headers = headers || header;
		differences[found++] = (struct sipcode_difference){ fields[i], NULL, codes, count };
	}
	/* the sentence that tells the codes apart has said it, unless there is nothing else */
	if (found == 0 && differs(&s, SIPCODE_SUMMARY))
		differences[found++] = (struct sipcode_difference){ SIPCODE_SUMMARY, NULL, codes, count };
	return found;
}

static void copy(char *buffer, size_t size, const char *text)
{
	sipcode_fill(buffer, size, text, NULL, 0);
}

/* A number below 1,000 in decimal digits. */
static void count_text(size_t count, char buffer[4])
{
	size_t digits = count > 99 ? 3 : count > 9 ? 2 : 1;
	buffer[digits] = '\0';
	for (; digits > 0; count /= 10)
		buffer[--digits] = (char)('0' + count % 10);
}

/* A list in the making: "a", "a and b", "a, b and c", "a, b, c and 4 more". */
struct list {
	int language;
	const char *glue; /* key of what stands before the last item */
	size_t items, at; /* in all, and so far */
	bool whole;       /* however long it gets */
	char text[LIST_MAX];
};

enum { LIST_ITEMS = 3 /* what is left of one with more than LIST_MOST */ };

static void list_begin(struct list *list, int language, const char *glue, size_t items)
{
	*list = (struct list){ .language = language, .glue = glue, .items = items };
}

static void list_add(struct list *list, const char *item)
{
	char joined[LIST_MAX], more[4];
	bool too_long = list->items > LIST_MOST && !list->whole;
	size_t at = list->at++;
	if (too_long && at > LIST_ITEMS)
		return;
	bool cut = too_long && at == LIST_ITEMS;
	count_text(list->items - LIST_ITEMS, more);
	const char *glue = cut ? "list.more" : at + 1 == list->items ? list->glue : "list.next";
	const struct sipcode_argument arguments[] = { { "a", list->text }, { "b", cut ? more : item } };
	sipcode_fill(joined, sizeof joined, at == 0 ? "{b}" : sipcode_word(list->language, glue), arguments,
	             2);
	copy(list->text, sizeof list->text, joined);
}

/* The items of a value that do not stand in `except`, each by its word where it has one. */
static void list_value(struct list *list, int language, const char *value, const char *except,
                       const char *glue)
{
	list_begin(list, language, glue, count_items(value, except));
	for (const char *item = value; *item; item = sipcode_value_next(item)) {
		if (has_item(except, item))
			continue;
		char key[KEY_MAX];
		const struct sipcode_argument role[] = { { "role", item } };
		sipcode_fill(key, sizeof key, "role.{role}", role, 1);
		const char *word = sipcode_word(language, key);
		list_add(list, word ? word : item);
	}
}

/* One side of a sentence: how its code stands to the others, and what there is to name. */
struct side {
	char code[LABEL_MAX];
	char which[CASE_MAX]; /* a token, or what kind of list it is */
	struct list list;
};

/* The header fields of one code that the other has not. */
static void read_headers(const struct subject *s, size_t index, enum sipcode_field field, struct side *side)
{
	const char *must = value_of(s, index, SIPCODE_HEADERS_MUST);
	const char *except = s->count > 2 ? "" : value_of(s, 1 - index, field);
	bool shown = false;
	if (s->count > 2) {
		list_value(&side->list, s->language, must, "", "list.last");
		copy(side->which, sizeof side->which, *must ? "must" : "none");
		return;
	}
	if (field == SIPCODE_HEADERS_MUST) {
		list_value(&side->list, s->language, must, except, "list.last");
		shown = side->list.items > 0;
		copy(side->which, sizeof side->which, shown ? "must" : "none");
	}
	if (shown)
		return;
	list_value(&side->list, s->language, value_of(s, index, SIPCODE_HEADERS_MAY),
	           value_of(s, 1 - index, SIPCODE_HEADERS_MAY), "list.or");
	copy(side->which, sizeof side->which, side->list.items > 0 ? "may" : "none");
}

static void read_side(const struct subject *s, size_t index, enum sipcode_field field, struct side *side)
{
	const char *value = value_of(s, index, field);
	const char *which = value;
	sipcode_label(s->codes[index], side->code, sizeof side->code);
	list_begin(&side->list, s->language, "list.last", 0);
	switch (field) {
	case SIPCODE_HEADERS_MUST:
	case SIPCODE_HEADERS_MAY:
		read_headers(s, index, field, side);
		return;
	case SIPCODE_METHODS:
		list_value(&side->list, s->language, value, "", "list.last");
		which = strcmp(value, "any") == 0 ? "any" : "list";
		break;
	case SIPCODE_SUMMARY:
	case SIPCODE_SENT_BY:
	case SIPCODE_UNKNOWN:
	case SIPCODE_Q850:
	case SIPCODE_SIP:
	case SIPCODE_SIP_FROM:
		list_value(&side->list, s->language, value, "", "list.or");
		which = *value ? "list" : "none";
		break;
	default:
		break;
	}
	copy(side->which, sizeof side->which, which);
}

/* A sentence about two codes, chosen by what each is: "differ.retry.later.no". */
static size_t contrast(const struct subject *s, enum sipcode_field field, char *buffer, size_t size)
{
	char key[KEY_MAX];
	struct side a, b;
	read_side(s, 0, field, &a);
	read_side(s, 1, field, &b);
	bool header = field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY;
	const struct sipcode_argument parts[] = { { "rule", header ? "headers" : sipcode_field_name(field) },
		                                  { "a", a.which },
		                                  { "b", b.which } };
	sipcode_fill(key, sizeof key, "differ.{rule}.{a}.{b}", parts, 3);
	const struct sipcode_argument arguments[] = {
		{ "a", a.code }, { "b", b.code }, { "list_a", a.list.text }, { "list_b", b.list.text }
	};
	const char *words = sipcode_word(s->language, key);
	return sipcode_fill(buffer, size, words ? words : key, arguments, 4);
}

/* Whether two codes are in the same group; without a field all are. */
static bool same_group(const struct subject *s, size_t a, size_t b, enum sipcode_field field)
{
	return field == SIPCODE_FIELD_COUNT || same_value(value_of(s, a, field), value_of(s, b, field));
}

/* The labels of the group whose first code stands at `index`, "480, 486 and 600". */
static void list_labels(struct list *list, const struct subject *s, size_t index, enum sipcode_field field)
{
	size_t members = 0;
	for (size_t i = index; i < s->count; i++)
		members += same_group(s, index, i, field);
	list_begin(list, s->language, "list.last", members);
	list->whole = true;
	for (size_t i = index; i < s->count; i++) {
		char label[LABEL_MAX];
		if (!same_group(s, index, i, field))
			continue;
		sipcode_label(s->codes[i], label, sizeof label);
		list_add(list, label);
	}
}

static bool is_first_of_its_group(const struct subject *s, size_t index, enum sipcode_field field)
{
	for (size_t i = 0; i < index; i++)
		if (same_group(s, index, i, field))
			return false;
	return true;
}

/* "after 480 and 486 the same request may succeed in a while" */
static void group_clause(const struct subject *s, size_t index, enum sipcode_field field, char *buffer,
                         size_t size)
{
	char key[KEY_MAX];
	struct side side;
	struct list codes;
	list_labels(&codes, s, index, field);
	read_side(s, index, field, &side);
	const struct sipcode_argument parts[] = { { "field", sipcode_field_name(field) },
		                                  { "case", side.which } };
	sipcode_fill(key, sizeof key, "group.{field}.{case}", parts, 2);
	const struct sipcode_argument arguments[] = { { "codes", codes.text }, { "list", side.list.text } };
	const char *words = sipcode_word(s->language, key);
	sipcode_fill(buffer, size, words ? words : key, arguments, 2);
}

/* A sentence about codes that a client handles alike. */
static size_t alike(const struct subject *s, char *buffer, size_t size)
{
	struct list codes;
	list_labels(&codes, s, 0, SIPCODE_FIELD_COUNT);
	const struct sipcode_argument arguments[] = { { "codes", codes.text } };
	bool telephone = is_mixed(s) || are_all(s, SIPCODE_KIND_CAUSE);
	return sipcode_fill(buffer, size,
	                    sipcode_word(s->language, telephone ? "differ.alike_causes" : "differ.alike"),
	                    arguments, 1);
}

/* A sentence about more than two codes: what is the same for several of them is said once. */
static size_t group(const struct subject *s, enum sipcode_field field, char *buffer, size_t size)
{
	char so_far[SENTENCE_MAX], clause[LIST_MAX], joined[SENTENCE_MAX], key[KEY_MAX];
	group_clause(s, 0, field, so_far, sizeof so_far);
	for (size_t i = 1; i < s->count; i++) {
		if (!is_first_of_its_group(s, i, field))
			continue;
		group_clause(s, i, field, clause, sizeof clause);
		const struct sipcode_argument both[] = { { "a", so_far }, { "b", clause } };
		sipcode_fill(joined, sizeof joined, sipcode_word(s->language, "group.and"), both, 2);
		copy(so_far, sizeof so_far, joined);
	}
	const struct sipcode_argument parts[] = { { "field", sipcode_field_name(field) } };
	sipcode_fill(key, sizeof key, "group.{field}", parts, 1);
	const struct sipcode_argument arguments[] = { { "groups", so_far } };
	const char *words = sipcode_word(s->language, key);
	return sipcode_fill(buffer, size, words ? words : key, arguments, 1);
}

/* What each code says, a sentence each. */
static size_t say_each(const struct subject *s, char *buffer, size_t size)
{
	size_t length = 0;
	if (size > 0)
		buffer[0] = '\0';
	for (size_t i = 0; i < s->count; i++) {
		char label[LABEL_MAX];
		sipcode_label(s->codes[i], label, sizeof label);
		const struct sipcode_argument arguments[] = {
			{ "code", label }, { "summary", value_of(s, i, SIPCODE_SUMMARY) }
		};
		size_t at = length < size ? length : size;
		if (i > 0)
			length += sipcode_fill(size > at ? buffer + at : NULL, size - at, " ", NULL, 0);
		at = length < size ? length : size;
		length += sipcode_fill(size > at ? buffer + at : NULL, size - at,
		                       sipcode_word(s->language, "cell.says"), arguments, 2);
	}
	return length;
}

/* How a code and a cause become each other. */
static size_t mapping(const struct subject *s, char *buffer, size_t size)
{
	bool first = sipcode_kind_of(s->codes[0]) == SIPCODE_KIND_CAUSE;
	const struct sipcode *cause = s->codes[first ? 0 : 1], *code = s->codes[first ? 1 : 0];
	const char *number = sipcode_value(code, SIPCODE_CODE, 0),
	           *release = sipcode_value(cause, SIPCODE_CODE, 0);
	const char *sent = sipcode_value(code, SIPCODE_Q850, 0),
	           *becomes = sipcode_value(cause, SIPCODE_SIP, 0);
	bool out = has_item(sent, release);
	bool back = has_item(becomes, number) || has_item(sipcode_value(cause, SIPCODE_SIP_QSIG, 0), number);
	struct list causes, codes;
	list_value(&causes, s->language, sent, "", "list.or");
	list_value(&codes, s->language, becomes, "", "list.or");
	const char *key = out && back ? "mapping.both"
	                  : out       ? "mapping.out"
	                  : back      ? "mapping.back"
	                              : "mapping.none";
	const char *none = sipcode_word(s->language, "cell.sip_none");
	const struct sipcode_argument arguments[] = { { "code", number },
		                                      { "cause", release },
		                                      { "causes", *sent ? causes.text : none },
		                                      { "codes", *becomes ? codes.text : none } };
	return sipcode_fill(buffer, size, sipcode_word(s->language, key), arguments, 4);
}

size_t sipcode_difference_text(const struct sipcode_difference *difference, int language, char *buffer,
                               size_t size)
{
	const struct subject s = { difference->codes, difference->count, language };
	if (difference->own)
		return sipcode_fill(buffer, size, difference->own, NULL, 0);
	if (difference->field == SIPCODE_SUMMARY)
		return alike(&s, buffer, size);
	if (is_mixed(&s))
		return mapping(&s, buffer, size);
	return s.count == 2 ? contrast(&s, difference->field, buffer, size)
	                    : group(&s, difference->field, buffer, size);
}

size_t sipcode_tell_apart(const struct sipcode *const *codes, size_t count, int language, char *buffer,
                          size_t size)
{
	const struct subject s = { codes, count, language };
	const struct sipcode *pair = pair_of(&s);
	if (pair)
		return sipcode_fill(buffer, size, sipcode_value(pair, SIPCODE_SENTENCE, language), NULL, 0);
	return count == 2 ? contrast(&s, SIPCODE_SUMMARY, buffer, size) : say_each(&s, buffer, size);
}
