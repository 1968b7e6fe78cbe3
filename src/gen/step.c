// SPDX-License-Identifier: MIT
// Who takes part in a flow, and each step.

#include "step.h"

#include <string.h>

enum { ACTORS_MIN = 2, ACTORS_MAX = 5, DETAILS_MAX = 4, DETAIL_BYTES = 48 };

static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", digits[] = "0123456789",
                  key_bytes[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

static bool is_id(const char *text, size_t length)
{
	return length > 0 && length < SIPCODE_ACTOR_SIZE && strspn(text, capitals) == 1 &&
	       1 + strspn(text + 1, digits) >= length;
}

static bool is_actor(const struct entry *flow, const char *id, size_t length)
{
	const struct value *actors = &flow->facts[SIPCODE_ACTORS];
	for (size_t at = 0; at < actors->size; at += strlen(actors->bytes + at) + 1)
		if (strncmp(actors->bytes + at, id, length) == 0 && actors->bytes[at + length] == ' ')
			return true;
	return false;
}

void step_take_actors(const struct place *place, struct entry *flow, const struct line *line)
{
	static const char roles[] =
	        " caller callee phone target proxy registrar redirect gateway pstn notifier publisher "
	        "subscriber edge verifier signer analytics server pbx sbc web ";
	const char *text = line->value;
	size_t count = 0;
	for (bool more = true; more; count++) {
		size_t length = strcspn(text, ","), id = strcspn(text, " ,");
		more = text[length] == ',';
		const char *actor = arena_text(place->model->arena, text, length);
		if (!is_id(text, id) || id + 1 >= length)
			MISTAKE(place, line->number, "'%s' is no actor: write 'B1 phone'", actor);
		else if (is_actor(flow, text, id))
			MISTAKE(place, line->number, "'%.*s' stands twice", (int)id, text);
		else if (!line_is_token(roles, actor + id + 1, strlen(actor + id + 1)))
			MISTAKE(place, line->number, "'%s' is none of%s", actor + id + 1, roles);
		value_add(place->model, &flow->facts[SIPCODE_ACTORS], text, length);
		text += length + (more ? 1 : 0);
		text += strspn(text, " ");
	}
	if (count < ACTORS_MIN || count > ACTORS_MAX)
		MISTAKE(place, line->number, "%zu actors, %d to %d are wanted", count, ACTORS_MIN,
		        ACTORS_MAX);
}

/* "INVITE", "INVITE sip:c@example.net", "ISUP REL", "486 INVITE", "* INVITE" */
static bool is_message(const struct model *model, const char *text)
{
	size_t first = strcspn(text, " "), number = strspn(text, digits);
	if (first == 0 || strlen(text) >= sizeof((struct sipcode_step *)NULL)->what)
		return false;
	if (number == 0 && text[0] != '*')
		return strspn(text, capitals) == first;
	bool known = number == 0;
	for (size_t i = 0; i < model->entry_count && !known; i++) {
		const struct entry *code = &model->entries[i];
		const struct value *value = &code->facts[SIPCODE_CODE];
		known = code->kind == SIPCODE_KIND_CODE && value->size == number + 1 &&
		        memcmp(value->bytes, text, number) == 0;
	}
	size_t method = text[first] ? strlen(text + first + 1) : 0;
	return known && first == (number ? number : 1) && method > 0 &&
	       strspn(text + first + 1, capitals) == method;
}

/* The parts of a step behind its actors; whether they are as they should be. */
static bool check_parts(const struct place *place, const struct line *line, const char *what, bool note)
{
	struct model *model = place->model;
	size_t details = 0;
	const char *end = strstr(what, " | ");
	const char *first = end ? arena_text(model->arena, what, (size_t)(end - what)) : what;
	if (note && (end || strspn(first, key_bytes) != strlen(first) || *first == '\0')) {
		MISTAKE(place, line->number, "'%s' is no note: write a key such as 'rings'", what);
		return false;
	}
	if (!note && !is_message(model, first)) {
		MISTAKE(place, line->number, "'%s' is no message: write 'INVITE' or '486 INVITE'", first);
		return false;
	}
	while (end) {
		const char *detail = end + 3;
		end = strstr(detail, " | ");
		size_t length = end ? (size_t)(end - detail) : strlen(detail);
		if (length == 0 || length > DETAIL_BYTES || ++details > DETAILS_MAX ||
		    memchr(detail, '|', length)) {
			MISTAKE(place, line->number, "'%.*s' is no detail: %d at most, of %d bytes",
			        (int)length, detail, DETAILS_MAX, DETAIL_BYTES);
			return false;
		}
	}
	return true;
}

void step_take(const struct place *place, struct entry *flow, const struct line *line)
{
	const char *text = line->value, *what = strstr(text, " | ");
	size_t from = strcspn(text, " "), side = what ? (size_t)(what - text) : strlen(text);
	bool alone = from >= side, arrow = !alone && strchr(">x=-", text[from + 1]) && text[from + 2] == ' ';
	bool note = alone || text[from + 1] == '=' || text[from + 1] == '-';
	const char *to = arrow ? text + from + 3 : "";
	size_t to_length = arrow ? side - from - 3 : 0;
	if (!what || (!alone && !arrow)) {
		MISTAKE(place, line->number, "expected 'A > B | MESSAGE' or 'A | note'");
		return;
	}
	if (!is_actor(flow, text, from) || (arrow && !is_actor(flow, to, to_length)) ||
	    (from == to_length && memcmp(text, to, from) == 0)) {
		MISTAKE(place, line->number, "'%.*s' does not go between actors of this flow", (int)side,
		        text);
		return;
	}
	if (!check_parts(place, line, what + 3, note))
		return;
	char *step = arena_alloc(place->model->arena, strlen(text) + 1), *end = step;
	for (const char *c = text; *c; c++) {
		bool around_actors = c < what && *c == ' ', around_bar = strncmp(c, " | ", 3) == 0;
		if (around_bar)
			*end++ = '|';
		else if (!around_actors)
			*end++ = *c;
		c += around_bar ? 2 : 0;
	}
	value_add(place->model, &flow->facts[SIPCODE_STEP], step, (size_t)(end - step));
}
