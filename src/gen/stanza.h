// SPDX-License-Identifier: MIT
// Taking in a stanza: its lines against the schema, their values into the entry that it is about.

#ifndef STANZA_H
#define STANZA_H

#include "model.h"
#include "schema.h"

/** Where mistakes are reported while a document is taken in. */
struct place {
	struct model *model;
	const char *file;
};

#define MISTAKE(place, line, ...) report_error((place)->model->report, (place)->file, (line), __VA_ARGS__)

/** Add an entry for a stanza that begins in that line, and report one that is there already or out of order. */
struct entry *stanza_entry(const struct place *place, enum sipcode_kind kind, unsigned number, unsigned other,
                           unsigned line);

/** Whether a stanza begins with that field; reports one that does not. */
bool stanza_begins(const struct place *place, const struct stanza *stanza, const char *key);

/** The value of a field; `language` matters to texts only. */
struct value *stanza_value(struct entry *entry, enum sipcode_field field, size_t language);

/** Append a string to a value, or make it the only one ("" for none). */
void stanza_value_add(struct model *model, struct value *value, const char *text, size_t length);
void stanza_value_set(struct model *model, struct value *value, const char *text);

/** Note a source; a field that is repeated gathers them: "alias|RFC 3891 3; RFC 3911". */
void stanza_source_add(struct model *model, struct entry *entry, const char *field, const char *source);

/** Read a number of up to three digits within bounds; whether the text is one. */
bool stanza_number(const char *text, unsigned low, unsigned high, unsigned *number);

/** Whether `text` is one of `tokens`, which stand between blanks: " yes no ". */
bool stanza_is_token(const char *tokens, const char *text);

/** Whether IANA lists the code, be it as deprecated. */
bool stanza_is_listed(const struct entry *entry);

/** Take all lines but the first, which names the entry, and report what is wrong or missing. */
void stanza_take(const struct place *place, struct entry *entry, const struct schema *schema,
                 const struct stanza *stanza, size_t language);

#endif
