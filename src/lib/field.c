// SPDX-License-Identifier: MIT
// The fields of the table: their names, forms, and which kinds of entries have them.

#include <string.h>

#include "sipcode.h"

enum {
	OF_CODE = 1,
	OF_CLASS = 2,
	OF_CODE_CLASS = OF_CODE | OF_CLASS,
	OF_PAIR = 4,
	OF_VARIANT = 8,
	OF_FLOW = 16,
	OF_CODE_FLOW = OF_CODE | OF_FLOW,
	OF_NAMED = OF_CLASS | OF_VARIANT,
	OF_ALL = OF_CODE | OF_CLASS | OF_PAIR
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
	static const unsigned of[] = { OF_CLASS, OF_CODE, OF_CODE | OF_VARIANT, OF_PAIR, OF_FLOW };
	return (fields[field].kinds & of[kind]) != 0;
}

enum sipcode_form sipcode_field_form(enum sipcode_field field)
{
	return fields[field].form;
}
