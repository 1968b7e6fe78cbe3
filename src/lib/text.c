// SPDX-License-Identifier: MIT
// Filling sentence templates, naming entries, and measuring how far a word is from another.

#include <string.h>

#include "fold.h"
#include "sipcode.h"

/* Text cut to the size of a buffer, whose whole length is counted. */
struct sink {
	char *buffer;
	size_t size, length;
};

static void add(struct sink *sink, const char *text, size_t length)
{
	size_t room = sink->length + 1 < sink->size ? sink->size - sink->length - 1 : 0;
	if (room > 0)
		memcpy(sink->buffer + sink->length, text, length < room ? length : room);
	sink->length += length;
}

static const struct sipcode_argument *find_argument(const struct sipcode_argument *arguments, size_t count,
                                                    const char *name, size_t length)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(arguments[i].name) == length && memcmp(arguments[i].name, name, length) == 0)
			return &arguments[i];
	return NULL;
}

size_t sipcode_fill(char *buffer, size_t size, const char *template_text,
                    const struct sipcode_argument *arguments, size_t count)
{
	struct sink sink = { buffer, size, 0 };
	const char *t = template_text;
	while (*t) {
		size_t plain = strcspn(t, "{");
		add(&sink, t, plain);
		t += plain;
		if (*t != '{')
			break;
		size_t name = strcspn(t + 1, "}");
		const struct sipcode_argument *argument =
		        t[1 + name] == '}' ? find_argument(arguments, count, t + 1, name) : NULL;
		if (argument) {
			add(&sink, argument->value, strlen(argument->value));
			t += name + 2;
		} else {
			add(&sink, t, 1);
			t++;
		}
	}
	if (size > 0)
		buffer[sink.length < size ? sink.length : size - 1] = '\0';
	return sink.length;
}

/* The letters and digits of a protocol, in lower case: "q850". */
static void fold_name(const char *name, struct fold *fold)
{
	fold->length = 0;
	fold_add(fold, name, strlen(name));
	fold->text[fold->length <= FOLD_MAX ? fold->length : FOLD_MAX] = '\0';
}

static const char *label_form(const struct sipcode *entry)
{
	switch (sipcode_kind_of(entry)) {
	case SIPCODE_KIND_CLASS:
		return "{class}";
	case SIPCODE_KIND_VARIANT:
		return *sipcode_value(entry, SIPCODE_NAME, 0) ? "{name}" : "{code} {phrase}";
	case SIPCODE_KIND_CAUSE:
	case SIPCODE_KIND_REASON:
		return "{folded}:{code}";
	case SIPCODE_KIND_WARNING:
		return "warning:{code}";
	case SIPCODE_KIND_PROTOCOL:
		return "{protocol}";
	case SIPCODE_KIND_CODE:
	case SIPCODE_KIND_PAIR:
	case SIPCODE_KIND_FLOW:
		break;
	}
	return "{code}";
}

size_t sipcode_label(const struct sipcode *entry, char *buffer, size_t size)
{
	struct fold folded;
	const char *protocol = sipcode_value(entry, SIPCODE_PROTOCOL, 0);
	fold_name(protocol, &folded);
	const struct sipcode_argument arguments[] = {
		{ "class", sipcode_value(entry, SIPCODE_CLASS, 0) },
		{ "code", sipcode_value(entry, SIPCODE_CODE, 0) },
		{ "name", sipcode_value(entry, SIPCODE_NAME, 0) },
		{ "phrase", sipcode_value(entry, SIPCODE_PHRASE, 0) },
		{ "protocol", protocol },
		{ "folded", folded.text },
	};
	return sipcode_fill(buffer, size, label_form(entry), arguments,
	                    sizeof arguments / sizeof arguments[0]);
}

enum { DISTANCE_MAX = 64 };

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t sipcode_distance(const char *from, const char *to)
{
	while (*from && fold_lower(*from) == fold_lower(*to)) {
		from++;
		to++;
	}
	size_t m = strlen(from), n = strlen(to);
	if (m > DISTANCE_MAX || n > DISTANCE_MAX)
		return m > n ? m : n;
	/* optimal string alignment, with the last three rows */
	size_t rows[3][DISTANCE_MAX + 1];
	size_t *above = rows[0], *row = rows[1], *two_above = rows[2];
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; i <= m; i++) {
		size_t *spare = two_above;
		two_above = above;
		above = row;
		row = spare;
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			bool same = fold_lower(from[i - 1]) == fold_lower(to[j - 1]);
			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 && fold_lower(from[i - 1]) == fold_lower(to[j - 2]) &&
			    fold_lower(from[i - 2]) == fold_lower(to[j - 1]))
				row[j] = least(row[j], two_above[j - 2] + 1);
		}
	}
	return row[n];
}

const struct sipcode *sipcode_nearest(enum sipcode_kind kind, const char *text)
{
	size_t bound = strlen(text) / 3, best = bound < 3 ? bound + 1 : 4;
	const struct sipcode *nearest = NULL, *entry = NULL;
	while ((entry = sipcode_next(kind, entry))) {
		size_t distance = sipcode_distance(text, sipcode_value(entry, SIPCODE_PHRASE, 0));
		if (distance < best) {
			best = distance;
			nearest = entry;
		}
	}
	return nearest;
}
