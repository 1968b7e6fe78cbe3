// SPDX-License-Identifier: MIT
// Looking up entries, their values and the words of the interface in the compiled table.

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "table.h"

static const struct sipcode *find(enum sipcode_kind kind, int number, int other)
{
	size_t low = table_kinds[kind], high = table_kinds[kind + 1];
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct sipcode *entry = &table_entries[middle];
		int order =
		        entry->number != number ? (entry->number < number ? -1 : 1) : entry->other - other;
		if (order == 0)
			return entry;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct sipcode *sipcode_find(int number)
{
	return find(SIPCODE_KIND_CODE, number, 0);
}

const struct sipcode *sipcode_find_cause(int number)
{
	return find(SIPCODE_KIND_CAUSE, number, 0);
}

const struct sipcode *sipcode_find_class(int digit)
{
	return find(SIPCODE_KIND_CLASS, digit, 0);
}

static int side_of(const struct sipcode *entry)
{
	return entry->kind == SIPCODE_KIND_VARIANT ? TABLE_SIDE(entry->number, entry->other) : entry->number;
}

const struct sipcode *sipcode_find_pair(const struct sipcode *code, const struct sipcode *other,
                                        bool *swapped)
{
	int a = side_of(code), b = side_of(other);
	if (swapped)
		*swapped = a > b;
	return a < b ? find(SIPCODE_KIND_PAIR, a, b) : find(SIPCODE_KIND_PAIR, b, a);
}

const struct sipcode *sipcode_next(enum sipcode_kind kind, const struct sipcode *previous)
{
	const struct sipcode *next = previous ? previous + 1 : &table_entries[table_kinds[kind]];
	return next < &table_entries[table_kinds[kind + 1]] ? next : NULL;
}

int sipcode_treat_as(int number)
{
	const struct sipcode *class = number >= 100 ? sipcode_find_class(number / 100) : NULL;
	return class ? (int)strtol(sipcode_value(class, SIPCODE_UNKNOWN, 0), NULL, 10) : 0;
}

enum sipcode_kind sipcode_kind_of(const struct sipcode *entry)
{
	return (enum sipcode_kind)entry->kind;
}

int sipcode_number(const struct sipcode *entry)
{
	return entry->number;
}

bool sipcode_is_registered(const struct sipcode *entry)
{
	const char *status = sipcode_value(entry, SIPCODE_STATUS, 0);
	return strcmp(status, "registered") == 0 || strcmp(status, "deprecated") == 0;
}

/* In pairs, in fours, in bytes, whose sum comes to stand in the highest one. */
static unsigned count_bits(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555;
	bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
	bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f;
	return (unsigned)(bits * 0x0101010101010101 >> 56);
}

const char *sipcode_value(const struct sipcode *entry, enum sipcode_field field, int language)
{
	uint64_t bit = (uint64_t)1 << field;
	if (!(entry->has & bit))
		return table_string(0);
	size_t at = count_bits(entry->has & (bit - 1));
	if ((unsigned)field >= TABLE_FACTS)
		at += (size_t)language * count_bits(entry->has >> TABLE_FACTS);
	return table_string(table_values(entry)[at]);
}

const char *sipcode_value_next(const char *item)
{
	return item + strlen(item) + 1;
}

const char *sipcode_source(const struct sipcode *entry, enum sipcode_field field)
{
	const char *name = sipcode_field_name(field);
	size_t length = strlen(name);
	for (const char *s = sipcode_value(entry, SIPCODE_SOURCES, 0); *s; s = sipcode_value_next(s))
		if (strncmp(s, name, length) == 0 && s[length] == '|')
			return s + length + 1;
	return "";
}

int sipcode_language(const char *tag)
{
	size_t length = strcspn(tag, "-_.@");
	for (int i = 0; i < table_language_count; i++) {
		const char *known = sipcode_language_tag(i);
		size_t at = 0;
		while (at < length && fold_lower(tag[at]) == known[at])
			at++;
		if (at == length && length > 0 && known[at] == '\0')
			return i;
	}
	return -1;
}

const char *sipcode_language_tag(int language)
{
	return language >= 0 && language < table_language_count ? table_string(table_languages[language])
	                                                        : NULL;
}

/* The word in the group whose key goes on like this. */
static const char *find_word(int language, const struct table_group *group, const char *key)
{
	size_t low = group->first, high = low + group->count;
	size_t below = 0, above = 0; /* how many bytes the keys around have in common with this one */
	while (low < high) {
		size_t middle = low + (high - low) / 2, at = below < above ? below : above;
		const char *known = table_string(table_keys[middle]) + group->prefix;
		while (known[at] == key[at] && key[at] != '\0')
			at++;
		if (known[at] == key[at])
			return table_string(table_words[(size_t)language * table_key_count + middle]);
		if ((unsigned char)known[at] < (unsigned char)key[at]) {
			low = middle + 1;
			below = at;
		} else {
			high = middle;
			above = at;
		}
	}
	return NULL;
}

const char *sipcode_word(int language, const char *key)
{
	return find_word(language, &(struct table_group){ 0, table_key_count, 0 }, key);
}

const char *sipcode_word_key(int number)
{
	return number > 0 && number <= table_key_count ? table_string(table_keys[number - 1]) : NULL;
}

const char *sipcode_word_at(int language, int number)
{
	if (number < 1 || number > table_key_count)
		return NULL;
	return table_string(table_words[(size_t)language * table_key_count + (size_t)number - 1]);
}

const char *sipcode_token(int language, enum sipcode_field field, const char *value)
{
	return (unsigned)field < TABLE_FACTS ? find_word(language, &table_tokens[field], value) : NULL;
}

const char *sipcode_explanation(int language, enum sipcode_field field, const char *value)
{
	return (unsigned)field < TABLE_FACTS ? find_word(language, &table_explanations[field], value) : NULL;
}

const char *sipcode_registry_date(void)
{
	return table_string(table_registry_date);
}
