// SPDX-License-Identifier: MIT
// The fields of the table: their names, forms, and which kinds of entries have them.

#include <string.h>

#include "sipcode.h"

/* A bit a kind, and the sets of kinds that share a field. */
enum {
	OF_CLASS = 1 << SIPCODE_KIND_CLASS,
	OF_CODE = 1 << SIPCODE_KIND_CODE | 1 << SIPCODE_KIND_VARIANT, /* variants have all fields of codes */
	OF_VARIANT = 1 << SIPCODE_KIND_VARIANT,
	OF_PAIR = 1 << SIPCODE_KIND_PAIR,
	OF_FLOW = 1 << SIPCODE_KIND_FLOW,
	OF_CAUSE = 1 << SIPCODE_KIND_CAUSE,
	OF_WARNING = 1 << SIPCODE_KIND_WARNING,
	OF_PROTOCOL = 1 << SIPCODE_KIND_PROTOCOL,
	OF_REASON = 1 << SIPCODE_KIND_REASON,
	OF_REASONS = OF_CAUSE | OF_PROTOCOL | OF_REASON,
	OF_CODE_CLASS = OF_CODE | OF_CLASS,
	OF_CODE_CAUSE = OF_CODE | OF_CAUSE,
	OF_NAMED = OF_CLASS | OF_VARIANT,
	OF_CLASSED = OF_CODE_CLASS | OF_CAUSE,
	OF_NUMBERED = OF_CODE_CAUSE | OF_WARNING | OF_REASON,
	OF_REFERRED = OF_NUMBERED | OF_FLOW | OF_PROTOCOL,
	OF_SHOWING = OF_FLOW | OF_WARNING,
	OF_TOLD = OF_NUMBERED | OF_CLASS | OF_PROTOCOL,
	OF_EXPLAINED = OF_CODE_CAUSE | OF_CLASS | OF_WARNING | OF_PROTOCOL,
	OF_RESOLVED = OF_CODE_CAUSE | OF_WARNING,
	OF_ALL = OF_REFERRED | OF_CLASS | OF_PAIR
};

struct field {
	const char *name;
	enum sipcode_form form;
	unsigned kinds;
};

static const struct field fields[] = {
#define FIELD_ROW(id, name, form, kinds) { name, SIPCODE_FORM_##form, OF_##kinds },
	SIPCODE_FIELDS(FIELD_ROW)
#undef FIELD_ROW
};

const char *sipcode_field_name(enum sipcode_field field)
{
	return fields[field].name;
}

enum sipcode_field sipcode_field_find(const char *name)
{
	for (unsigned i = 0; i < SIPCODE_FIELD_COUNT; i++)
		if (strcmp(fields[i].name, name) == 0)
			return (enum sipcode_field)i;
	return SIPCODE_FIELD_COUNT;
}

bool sipcode_field_applies(enum sipcode_field field, enum sipcode_kind kind)
{
	return (fields[field].kinds & (1u << kind)) != 0;
}

enum sipcode_form sipcode_field_form(enum sipcode_field field)
{
	return fields[field].form;
}
