// SPDX-License-Identifier: MIT
// Reading pasted header fields, Reason (RFC 3326 section 2) and Warning (RFC 3261 section 20.43), as selectors.

#include <string.h>

#include "fold.h"
#include "sipcode.h"

static const char *skip_blanks(const char *at)
{
	while (fold_is_blank(*at))
		at++;
	return at;
}

static const char *skip_token(const char *at)
{
	while (fold_is_token(*at))
		at++;
	return at;
}

/* Behind the quotation mark that ends a quoted string; NULL when none does. */
static const char *skip_quoted(const char *at)
{
	for (at++; *at && *at != '"'; at++)
		if (*at == '\\' && at[1])
			at++;
	return *at ? at + 1 : NULL;
}

/* A value as a shell may have left it, without its quotation marks: up to what parts it from the next. */
static const char *skip_bare(const char *at, const char *ends)
{
	while (*at && *at != '\n' && !strchr(ends, *at))
		at++;
	return at;
}

static bool is_name(const char *text, size_t length, const char *name)
{
	size_t i = 0;
	while (i < length && name[i] && fold_lower(text[i]) == fold_lower(name[i]))
		i++;
	return i == length && name[i] == '\0';
}

bool sipcode_header_begin(struct sipcode_header *header, const char *text)
{
	const char *name = skip_blanks(text), *end = skip_token(name), *colon = skip_blanks(end);
	size_t length = (size_t)(end - name);
	*header = (struct sipcode_header){ .warning = is_name(name, length, "Warning") };
	if (*colon != ':' || (!header->warning && !is_name(name, length, "Reason")))
		return false;
	header->rest = skip_blanks(colon + 1);
	return true;
}

struct text {
	char *buffer;
	size_t size, length;
};

static void put(struct text *text, char c)
{
	if (text->length + 1 < text->size)
		text->buffer[text->length++] = c;
	text->buffer[text->length] = '\0';
}

static void put_all(struct text *text, const char *from, const char *end)
{
	for (; from < end; from++)
		put(text, fold_lower(*from));
}

/* Digits without zeros in front. */
static const char *put_number(struct text *text, const char *at)
{
	while (at[0] == '0' && fold_is_digit(at[1]))
		at++;
	for (; fold_is_digit(*at); at++)
		put(text, *at);
	return at;
}

/* ;cause=17 ;text="User busy" ;location=LN */
static const char *read_parameter(const char *at, struct text *cause)
{
	const char *name = skip_blanks(at + 1), *end = skip_token(name);
	bool is_cause = is_name(name, (size_t)(end - name), "cause") && cause->length == 0;
	if (end == name)
		return NULL;
	at = skip_blanks(end);
	if (*at != '=')
		return is_cause ? NULL : at;
	at = skip_blanks(at + 1);
	if (!is_cause)
		return *at == '"' ? skip_quoted(at) : skip_bare(at, ";,");
	end = put_number(cause, at);
	return end > at && !fold_is_token(*end) ? end : NULL;
}

/* Q.850 ;cause=17 ;text="User busy" */
static const char *read_reason(const char *at, struct text *text)
{
	char digits[8] = "";
	struct text cause = { digits, sizeof digits, 0 };
	const char *end = skip_token(at);
	if (end == at)
		return NULL;
	for (; at < end; at++)
		if (fold_counts(*at))
			put(text, fold_lower(*at));
	for (at = skip_blanks(at); at && *at == ';'; at = at ? skip_blanks(at) : NULL)
		at = read_parameter(at, &cause);
	put(text, ':');
	put_all(text, digits, digits + cause.length);
	return at;
}

/* 304 example.com "Media type not available" */
static const char *read_warning(const char *at, struct text *text)
{
	static const char protocol[] = "warning:";
	put_all(text, protocol, protocol + sizeof protocol - 1);
	const char *end = put_number(text, at);
	if (end - at != 3 || (*end && !fold_is_blank(*end) && *end != ','))
		return NULL;
	at = skip_blanks(end);
	if (*at && *at != ',' && *at != '"') /* the agent: a host, perhaps with a port, or a pseudonym */
		while (*at && *at != ',' && !fold_is_blank(*at))
			at++;
	at = skip_blanks(at);
	return *at == '"' ? skip_quoted(at) : skip_bare(at, ",");
}

bool sipcode_header_next(struct sipcode_header *header, char *buffer, size_t size)
{
	struct text text = { buffer, size, 0 };
	const char *at = header->rest;
	if (header->begun && *at != ',')
		return false;
	if (header->begun)
		at = skip_blanks(at + 1);
	at = header->warning ? read_warning(at, &text) : read_reason(at, &text);
	header->begun = true;
	header->malformed = !at;
	if (!at)
		return false;
	header->rest = skip_blanks(at);
	return true;
}
