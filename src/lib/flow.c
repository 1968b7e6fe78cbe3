// SPDX-License-Identifier: MIT
// Flows: which of them show a code, and what a step says.

#include <string.h>

#include "sipcode.h"

const struct sipcode *sipcode_next_flow(const struct sipcode *code, const struct sipcode *previous)
{
	bool variant =
	        sipcode_kind_of(code) == SIPCODE_KIND_VARIANT; /* which has none unless it has a name */
	const char *number = sipcode_value(code, variant ? SIPCODE_NAME : SIPCODE_CODE, 0);
	const struct sipcode *flow = previous;
	while ((flow = sipcode_next(SIPCODE_KIND_FLOW, flow)))
		for (const char *item = sipcode_value(flow, SIPCODE_CODES, 0); *item;
		     item = sipcode_value_next(item))
			if (strcmp(item, number) == 0)
				return flow;
	return NULL;
}

/* Copy up to one of the characters in `ends`, and return what stands there. */
static const char *take(const char *from, const char *ends, char *to, size_t size)
{
	size_t length = strcspn(from, ends);
	size_t kept = length < size ? length : size - 1;
	memcpy(to, from, kept);
	to[kept] = '\0';
	return from + length;
}

void sipcode_step(const char *value, struct sipcode_step *step)
{
	const char *at = take(value, "|>x=-", step->from, sizeof step->from);
	step->is_lost = *at == 'x';
	step->is_note = *at != '>' && !step->is_lost;
	step->is_media = *at == '=';
	step->to[0] = '\0';
	if (*at && *at != '|')
		at = take(at + 1, "|", step->to, sizeof step->to);
	at = take(*at ? at + 1 : at, "|", step->what, sizeof step->what);
	step->details = *at ? at + 1 : at;
}
