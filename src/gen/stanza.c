// SPDX-License-Identifier: MIT
// Taking in a stanza: its lines against the schema, their values into the entry that it is about.

#include "stanza.h"

#include <string.h>

#include "../cli/utf8.h"
#include "step.h"

struct entry *stanza_entry(const struct place *place, enum sipcode_kind kind, unsigned number, unsigned other,
                           unsigned line)
{
	struct model *model = place->model;
	if (model_find(model, kind, number, other))
		MISTAKE(place, line, "this stands here already");
	const struct entry *last = model->entry_count ? &model->entries[model->entry_count - 1] : NULL;
	if (last && last->kind == kind &&
	    (last->number > number || (last->number == number && last->other > other)))
		MISTAKE(place, line, "out of order: stanzas ascend");
	struct entry *entry = ARENA_PUSH(model->arena, model->entries, model->entry_count);
	*entry = (struct entry){
		.kind = kind, .number = number, .other = other, .file = place->file, .line = line
	};
	return entry;
}

bool stanza_begins(const struct place *place, const struct stanza *stanza, const char *key)
{
	bool yes = strcmp(stanza->lines[0].field, key) == 0;
	if (!yes)
		MISTAKE(place, stanza->lines[0].number, "a stanza begins with '%s: ' here", key);
	return yes;
}

static size_t count_words(const char *text)
{
	size_t words = 0;
	for (bool inside = false; *text; text++) {
		bool blank = *text == ' ' || *text == '\n';
		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

static bool is_name(const char *text, size_t length)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
	return length > 0 && strspn(text, allowed) >= length;
}

static void check_item(const struct place *place, const struct rule *rule, const struct line *line,
                       const char *text, size_t length)
{
	unsigned number;
	enum sipcode_field field = rule->field;
	if (rule->tokens && !line_is_token(rule->tokens, text, length))
		MISTAKE(place, line->number, "'%.*s' is none of%s", (int)length, text, rule->tokens);
	bool is_cause = field == SIPCODE_Q850 || field == SIPCODE_Q850_FROM;
	if (is_cause && !line_number(arena_text(place->model->arena, text, length), 1, 127, &number))
		MISTAKE(place, line->number, "'%.*s' is no cause from 1 to 127", (int)length, text);
	bool is_code = field == SIPCODE_SIP || field == SIPCODE_SIP_QSIG || field == SIPCODE_CODES;
	const char *item = is_code ? arena_text(place->model->arena, text, length) : "";
	if (is_code && !(strcmp(item, "none") == 0 && field != SIPCODE_CODES) &&
	    !(line_number(item, 100, 999, &number) && model_find(place->model, SIPCODE_KIND_CODE, number, 0)))
		MISTAKE(place, line->number, "'%s' is no code in the table", item);
	if (field == SIPCODE_UNKNOWN && !line_number(line->value, 100, 999, &number))
		MISTAKE(place, line->number, "'%s' is no response code", line->value);
	bool is_header =
	        field == SIPCODE_HEADERS_MUST || field == SIPCODE_HEADERS_MAY || field == SIPCODE_METHODS;
	if (is_header && !is_name(text, length))
		MISTAKE(place, line->number, "'%.*s' is no bare name", (int)length, text);
}

enum { TEXT_BYTES = 1000 }; /* what a comparison sets a text from */

static void check_text(const struct place *place, const struct rule *rule, const struct line *line)
{
	size_t words = count_words(line->value), columns = utf8_width(line->value, strlen(line->value));
	if (rule->columns && columns > rule->columns)
		MISTAKE(place, line->number, "'%s' takes %zu columns, %u at most", line->field, columns,
		        rule->columns);
	if (SIPCODE_SUMMARY <= rule->field && strlen(line->value) > TEXT_BYTES)
		MISTAKE(place, line->number, "'%s' has %zu bytes, %d at most", line->field,
		        strlen(line->value), TEXT_BYTES);
	if (rule->words_max && (words < rule->words_min || words > rule->words_max))
		MISTAKE(place, line->number, "'%s' has %zu words, %u to %u are wanted", line->field, words,
		        rule->words_min, rule->words_max);
}

static bool is_list(enum sipcode_field field)
{
	switch (field) {
	case SIPCODE_METHODS:
	case SIPCODE_SENT_BY:
	case SIPCODE_HEADERS_MUST:
	case SIPCODE_HEADERS_MAY:
	case SIPCODE_Q850:
	case SIPCODE_Q850_FROM:
	case SIPCODE_SIP:
	case SIPCODE_SIP_QSIG:
	case SIPCODE_CODES:
		return true;
	default:
		return false;
	}
}

static void take_value(const struct place *place, struct entry *entry, const struct rule *rule,
                       const struct line *line, size_t language)
{
	struct value *value = entry_value(entry, rule->field, language);
	const char *text = line->value;
	value->line = value->size ? value->line : line->number;
	bool more = is_list(rule->field);
	while (more) {
		size_t length = strcspn(text, ",");
		more = text[length] == ',';
		check_item(place, rule, line, text, length);
		value_add(place->model, value, text, length);
		text += length + (more ? 1 : 0);
		text += strspn(text, " ");
	}
	if (is_list(rule->field))
		return;
	check_item(place, rule, line, text, strlen(text));
	check_text(place, rule, line);
	value_add(place->model, value, text, strlen(text));
}

/* "603+ | Network Blocked | North American carriers" */
static void take_variant(const struct place *place, struct entry *code, const struct line *line)
{
	struct model *model = place->model;
	const char *part[3] = { "", "", "" };
	size_t parts = 0;
	for (const char *text = line->value; parts < 3; parts++) {
		const char *bar = parts < 2 ? strstr(text, " | ") : NULL;
		size_t length = bar ? (size_t)(bar - text) : strlen(text);
		part[parts] = arena_text(model->arena, text, length);
		if (!bar) {
			parts++;
			break;
		}
		text = bar + 3;
	}
	if (parts != 3 || strchr(part[0], '|') || !*part[1] || !*part[2] || strchr(part[1], '|') ||
	    strchr(part[2], '|')) {
		MISTAKE(place, line->number, "expected 'variant: NAME | PHRASE | WHO'");
		return;
	}
	if (strcmp(part[0], "-") == 0)
		part[0] = "";
	size_t size = strlen(part[0]) + strlen(part[1]) + strlen(part[2]) + strlen(line->source) + 4;
	char *text = arena_alloc(model->arena, size);
	snprintf(text, size, "%s|%s|%s|%s", part[0], part[1], part[2], line->source);
	value_add(model, &code->facts[SIPCODE_VARIANT], text, size - 1);
}

static const struct rule *find_rule(const struct schema *schema, const char *field)
{
	for (size_t i = 0; i < schema->count; i++)
		if (strcmp(sipcode_field_name(schema->rules[i].field), field) == 0)
			return &schema->rules[i];
	return NULL;
}

static void check_source(const struct place *place, const struct line *line, const char *source)
{
	if (strncmp(source, "RFC", 3) == 0 && (source[3] != ' ' || strspn(source + 4, "0123456789") == 0))
		MISTAKE(place, line->number, "'%s' is no source: write 'RFC 3261 21.4.24'", source);
	if (strchr(line->source, '|'))
		MISTAKE(place, line->number, "'|' in a source");
}

static void take_line(const struct place *place, struct entry *entry, const struct schema *schema,
                      const struct line *line, const struct rule **previous, size_t language)
{
	const struct rule *rule = find_rule(schema, line->field);
	if (!rule) {
		MISTAKE(place, line->number, "unknown field '%s'", line->field);
		return;
	}
	if (*previous && rule == *previous && !(rule->flags & RULE_REPEATED))
		MISTAKE(place, line->number, "'%s' stands twice", line->field);
	if (*previous && rule < *previous)
		MISTAKE(place, line->number, "'%s' stands before '%s'", line->field,
		        sipcode_field_name((*previous)->field));
	*previous = rule;
	if ((rule->flags & RULE_SOURCED) && *line->source == '\0')
		MISTAKE(place, line->number, "'%s' wants its source in brackets", line->field);
	check_source(place, line, line->source);
	if (rule->field == SIPCODE_REFERENCE)
		check_source(place, line, line->value);
	if (*line->source)
		entry_add_source(place->model, entry, line->field, line->source);
	if (rule->field == SIPCODE_VARIANT)
		take_variant(place, entry, line);
	else if (rule->field == SIPCODE_ACTORS)
		step_take_actors(place, entry, line);
	else if (rule->field == SIPCODE_STEP)
		step_take(place, entry, line);
	else
		take_value(place, entry, rule, line, language);
}

void stanza_take(const struct place *place, struct entry *entry, const struct schema *schema,
                 const struct stanza *stanza, size_t language)
{
	const struct rule *previous = NULL;
	bool failure = entry->kind == SIPCODE_KIND_CODE && entry->number >= 400;
	bool local = failure && entry->number >= 700; /* where an RFC has nothing to say */
	for (size_t i = 1; i < stanza->count; i++)
		take_line(place, entry, schema, &stanza->lines[i], &previous, language);
	for (size_t i = 0; i < schema->count; i++) {
		const struct rule *rule = &schema->rules[i];
		bool there = entry_value(entry, rule->field, language)->size > 0;
		bool wanted = (rule->flags & RULE_REQUIRED) ||
		              ((rule->flags & RULE_LISTED) && entry_is_listed(entry)) ||
		              ((rule->flags & RULE_FAILURE) && failure && !local);
		if (wanted && !there)
			MISTAKE(place, stanza->lines[0].number, "no '%s' here",
			        sipcode_field_name(rule->field));
		if (there && (rule->flags & RULE_FAILURE) && !failure)
			MISTAKE(place, stanza->lines[0].number, "'%s' belongs to final failures only",
			        sipcode_field_name(rule->field));
	}
}
