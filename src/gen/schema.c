// SPDX-License-Identifier: MIT
// Which fields each kind of stanza has, in which order, and what may stand in them.

#include "schema.h"

enum { MUST = RULE_REQUIRED, FACT = RULE_REQUIRED | RULE_SOURCED, FAILED = RULE_FAILURE | RULE_SOURCED };

static const char forks[] = " absorb forward accept hold stop ";
static const char roles[] =
        " uas proxy registrar redirect gateway b2bua notifier compositor edge verifier relay "
        "intermediary ";

static const struct rule class_rules[] = {
	{ .field = SIPCODE_NAME,
	  .flags = MUST,
	  .tokens = " provisional success redirection request-failure server-failure "
	            "global-failure " },
	{ .field = SIPCODE_FINAL, .flags = MUST, .tokens = " yes no " },
	{ .field = SIPCODE_FORK, .flags = FACT, .tokens = forks },
	{ .field = SIPCODE_ACK, .flags = MUST, .tokens = " none end-to-end hop " },
	{ .field = SIPCODE_SCOPE, .flags = MUST, .tokens = " hop server user " },
	{ .field = SIPCODE_UNKNOWN, .flags = FACT },
};

static const struct rule code_rules[] = {
	{ .field = SIPCODE_PHRASE, .flags = MUST },
	{ .field = SIPCODE_STATUS, .flags = MUST, .tokens = " registered deprecated obsolete vendor local " },
	{ .field = SIPCODE_REFERENCE, .flags = MUST },
	{ .field = SIPCODE_ALIAS, .flags = RULE_REPEATED },
	{ .field = SIPCODE_METHODS, .flags = MUST },
	{ .field = SIPCODE_SENT_BY, .tokens = roles },
	{ .field = SIPCODE_HEADERS_MUST },
	{ .field = SIPCODE_HEADERS_MAY },
	{ .field = SIPCODE_HTTP, .tokens = " same different " },
	{ .field = SIPCODE_RETRY, .flags = FACT, .tokens = " wait done redirect change later no policy " },
	{ .field = SIPCODE_FAILOVER, .flags = FAILED, .tokens = " yes no policy " },
	{ .field = SIPCODE_FORK, .flags = RULE_SOURCED, .tokens = forks },
	{ .field = SIPCODE_DIALOG_EFFECT, .flags = FAILED, .tokens = " transaction usage dialog " },
	{ .field = SIPCODE_Q850, .flags = RULE_SOURCED },
	{ .field = SIPCODE_METRIC, .flags = RULE_SOURCED, .tokens = " success user network excluded " },
	{ .field = SIPCODE_LOCAL, .flags = RULE_SOURCED, .tokens = " yes no " },
	{ .field = SIPCODE_VARIANT, .flags = RULE_REPEATED | RULE_SOURCED },
};

static const struct rule pair_rules[] = {
	{ .field = SIPCODE_SOURCES, .flags = MUST },
};

static const struct rule flow_rules[] = {
	{ .field = SIPCODE_REFERENCE, .flags = MUST },
	{ .field = SIPCODE_ACTORS, .flags = MUST },
	{ .field = SIPCODE_STEP, .flags = MUST | RULE_REPEATED },
};

static const struct rule protocol_rules[] = {
	{ .field = SIPCODE_REFERENCE, .flags = MUST },
};

static const struct rule cause_rules[] = {
	{ .field = SIPCODE_PHRASE, .flags = MUST },
	{ .field = SIPCODE_ALIAS, .flags = RULE_REPEATED | RULE_SOURCED },
	{ .field = SIPCODE_CLASS,
	  .flags = MUST,
	  .tokens = " normal resource unavailable unimplemented message protocol interworking " },
	{ .field = SIPCODE_REFERENCE, .flags = MUST },
	{ .field = SIPCODE_SIP, .flags = RULE_SOURCED },
	{ .field = SIPCODE_SIP_QSIG, .flags = RULE_SOURCED },
};

static const struct rule reason_rules[] = {
	{ .field = SIPCODE_PHRASE, .flags = MUST },
};

static const struct rule warning_rules[] = {
	{ .field = SIPCODE_PHRASE, .flags = MUST },
	{ .field = SIPCODE_REFERENCE, .flags = MUST },
	{ .field = SIPCODE_CODES, .flags = RULE_SOURCED },
};

static const struct rule class_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_DESCRIPTION, .flags = MUST, .words_min = 25, .words_max = 60 },
};

static const struct rule code_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_ACTION, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_DESCRIPTION, .flags = MUST, .words_min = 25, .words_max = 60 },
	{ .field = SIPCODE_WHEN_SEEN, .flags = MUST, .words_min = 25, .words_max = 70 },
	{ .field = SIPCODE_RESOLUTION, .flags = MUST, .words_min = 30, .words_max = 90 },
	{ .field = SIPCODE_SEND_WHEN, .flags = RULE_LISTED, .words_min = 12, .words_max = 40 },
};

static const struct rule variant_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_ACTION, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_DESCRIPTION, .flags = MUST, .words_min = 25, .words_max = 60 },
	{ .field = SIPCODE_WHEN_SEEN, .flags = MUST, .words_min = 25, .words_max = 70 },
	{ .field = SIPCODE_RESOLUTION, .flags = MUST, .words_min = 30, .words_max = 90 },
	{ .field = SIPCODE_SEND_WHEN, .words_min = 12, .words_max = 40 },
};

static const struct rule pair_texts[] = {
	{ .field = SIPCODE_SENTENCE, .flags = MUST, .words_min = 10, .words_max = 45 },
	{ .field = SIPCODE_DIFFERENCE, .flags = MUST | RULE_REPEATED, .words_min = 8, .words_max = 40 },
	{ .field = SIPCODE_SEND_FIRST, .flags = MUST, .words_min = 5, .words_max = 30 },
	{ .field = SIPCODE_SEND_SECOND, .flags = MUST, .words_min = 5, .words_max = 30 },
	{ .field = SIPCODE_RECEIVE_FIRST, .flags = MUST, .words_min = 4, .words_max = 30 },
	{ .field = SIPCODE_RECEIVE_SECOND, .flags = MUST, .words_min = 4, .words_max = 30 },
};

static const struct rule cause_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_ACTION, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_DESCRIPTION, .flags = MUST, .words_min = 15, .words_max = 50 },
	{ .field = SIPCODE_RESOLUTION, .flags = MUST, .words_min = 20, .words_max = 75 },
	{ .field = SIPCODE_MAPPING, .words_min = 8, .words_max = 45 },
};

static const struct rule warning_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_ACTION, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_DESCRIPTION, .flags = MUST, .words_min = 15, .words_max = 50 },
	{ .field = SIPCODE_RESOLUTION, .flags = MUST, .words_min = 20, .words_max = 75 },
};

static const struct rule protocol_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_DESCRIPTION, .flags = MUST, .words_min = 12, .words_max = 50 },
};

static const struct rule reason_texts[] = {
	{ .field = SIPCODE_SUMMARY, .flags = MUST, .columns = 62 },
	{ .field = SIPCODE_ACTION, .flags = MUST, .columns = 62 },
};

static const struct rule flow_texts[] = {
	{ .field = SIPCODE_TITLE, .flags = MUST, .columns = 60 },
};

#define SCHEMA(name, key, rules) const struct schema name = { key, rules, sizeof(rules) / sizeof(rules)[0] }

SCHEMA(schema_classes, "class", class_rules);
SCHEMA(schema_codes, "code", code_rules);
SCHEMA(schema_pairs, "pair", pair_rules);
SCHEMA(schema_flows, "flow", flow_rules);
SCHEMA(schema_protocols, "protocol", protocol_rules);
SCHEMA(schema_causes, "cause", cause_rules);
SCHEMA(schema_reasons, "reason", reason_rules);
SCHEMA(schema_warnings, "warning", warning_rules);
SCHEMA(schema_class_texts, "class", class_texts);
SCHEMA(schema_code_texts, "code", code_texts);
SCHEMA(schema_variant_texts, "variant", variant_texts);
SCHEMA(schema_pair_texts, "pair", pair_texts);
SCHEMA(schema_flow_texts, "flow", flow_texts);
SCHEMA(schema_cause_texts, "cause", cause_texts);
SCHEMA(schema_warning_texts, "warning", warning_texts);
SCHEMA(schema_protocol_texts, "protocol", protocol_texts);
SCHEMA(schema_reason_texts, "reason", reason_texts);
