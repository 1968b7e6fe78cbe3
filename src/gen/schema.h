// SPDX-License-Identifier: MIT
// Which fields each kind of stanza has, in which order, and what may stand in them.

#ifndef SCHEMA_H
#define SCHEMA_H

#include "sipcode.h"

enum {
	RULE_REQUIRED = 1,
	RULE_SOURCED = 2, /* wants a source in brackets */
	RULE_REPEATED = 4,
	RULE_FAILURE = 8, /* stands in final failures (400 to 699), perhaps in local codes, nowhere else */
	RULE_LISTED = 16  /* stands with codes that IANA lists, elsewhere perhaps */
};

struct rule {
	enum sipcode_field field;
	unsigned flags;
	const char *tokens; /* the closed list, each with a blank before and behind; or NULL */
	unsigned columns;   /* at most; 0 where there is no limit */
	unsigned words_min, words_max;
};

/** Rules of one kind of stanza; the first field names the stanza and is no rule. */
struct schema {
	const char *key;
	const struct rule *rules;
	size_t count;
};

extern const struct schema schema_classes, schema_codes, schema_pairs, schema_flows, schema_protocols,
        schema_causes, schema_reasons, schema_warnings;
extern const struct schema schema_class_texts, schema_code_texts, schema_variant_texts, schema_pair_texts,
        schema_flow_texts, schema_cause_texts, schema_warning_texts, schema_protocol_texts,
        schema_reason_texts;

#endif
