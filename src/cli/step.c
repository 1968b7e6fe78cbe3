// SPDX-License-Identifier: MIT
// The steps of a flow as phrases for people, whatever the format.

#include "step.h"

#include <string.h>

#include "number.h"
#include "words.h"

size_t step_actors(const struct view *view, const struct sipcode *flow, struct actor actors[ACTORS_MAX])
{
	size_t count = 0;
	const char *item = sipcode_value(flow, SIPCODE_ACTORS, 0);
	for (; *item && count < ACTORS_MAX; item = sipcode_value_next(item)) {
		struct actor *actor = &actors[count++];
		size_t length = strcspn(item, " ");
		memcpy(actor->id, item, length);
		actor->id[length] = '\0';
		actor->role = item + length + 1;
		actor->name = view_term(view, "actor", actor->role);
	}
	return count;
}

const struct sipcode *step_response(const struct sipcode_step *step, const struct sipcode *code)
{
	if (step->is_note)
		return NULL;
	return step->what[0] == '*' ? code : sipcode_find(number_read(step->what));
}

bool step_is_asked(const struct sipcode_step *step, const struct sipcode *code)
{
	const struct sipcode *response = step_response(step, code);
	return response && sipcode_number(response) == sipcode_number(code);
}

/* Whether all responses of a flow answer one method. */
static bool has_one_method(const struct sipcode *flow)
{
	char method[sizeof((struct sipcode_step *)NULL)->what] = "";
	for (const char *item = sipcode_value(flow, SIPCODE_STEP, 0); *item;
	     item = sipcode_value_next(item)) {
		struct sipcode_step step;
		sipcode_step(item, &step);
		const char *answered = strchr(step.what, ' ');
		if (step.is_note || !step_response(&step, flow) || !answered)
			continue;
		if (method[0] && strcmp(method, answered) != 0)
			return false;
		memcpy(method, answered, strlen(answered) + 1);
	}
	return true;
}

/* The reason phrase, where it is not the registered one; NULL otherwise. It is the first detail. */
static const char *phrase_of(const struct sipcode_step *step)
{
	static const char lead[] = "phrase: ";
	return strncmp(step->details, lead, sizeof lead - 1) == 0 ? step->details + sizeof lead - 1 : NULL;
}

void step_text(const struct view *view, const struct sipcode *flow, const struct sipcode *code,
               const struct sipcode_step *step, char buffer[CELL_SIZE])
{
	const struct sipcode *response = step_response(step, code);
	if (!response) {
		cell_set(buffer, step->is_note ? view_term(view, "note", step->what) : step->what);
		return;
	}
	const char *method = strchr(step->what, ' ') + 1, *phrase = phrase_of(step);
	cell_title(view, response, buffer);
	if (phrase) { /* the one on the wire, up to the next detail */
		cell_set(buffer, view_value(view, response, SIPCODE_CODE));
		cell_append(buffer, " ", phrase);
		buffer[strcspn(buffer, "|")] = '\0';
	}
	if (strcmp(method, "INVITE") == 0 || has_one_method(flow))
		return;
	cell_append(buffer, " (", method);
	cell_append(buffer, "", ")");
}

void step_details(const struct view *view, const struct sipcode_step *step, const char *glue,
                  char buffer[CELL_SIZE])
{
	const char *at = step->details;
	buffer[0] = '\0';
	if (phrase_of(step)) {
		at += strcspn(at, "|");
		at += *at ? 1 : 0;
	}
	while (*at) {
		size_t length = strcspn(at, "|");
		char detail[CELL_SIZE];
		cell_set(detail, at);
		detail[length < CELL_SIZE ? length : CELL_SIZE - 1] = '\0';
		cell_append(buffer, glue, view ? view_term(view, "detail", detail) : detail);
		at += length + (at[length] ? 1 : 0);
	}
}

void step_title(const struct view *view, const struct sipcode *flow, const struct sipcode *code,
                char buffer[CELL_SIZE])
{
	char title[CELL_SIZE];
	cell_title(view, code, title);
	const struct sipcode_argument arguments[] = { { "code", title },
		                                      { "title", view_value(view, flow, SIPCODE_TITLE) } };
	sipcode_fill(buffer, CELL_SIZE, view_word(view, WORD_flow_title), arguments, 2);
}
