// SPDX-License-Identifier: MIT
// Responses counted: by code, by class, and as RFC 6076 reads them.

#include "tally.h"

#include <stdlib.h>
#include <string.h>

const char *const tally_metrics[TALLY_METRICS] = { "success", "user", "network", "excluded", "none" };

static int compare_rows(const void *a, const void *b)
{
	const struct tally_row *x = a, *y = b;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return x->number - y->number;
}

/* A code that is not in the table counts as the one it is treated as (RFC 3261 section 8.1.3.2). */
static enum tally_metric metric_of(const struct tally_row *row)
{
	const struct sipcode *entry = row->entry ? row->entry : sipcode_find(sipcode_treat_as(row->number));
	const char *token = entry ? sipcode_value(entry, SIPCODE_METRIC, 0) : "";
	enum tally_metric metric = TALLY_SUCCESS;
	while (metric < TALLY_NONE && strcmp(tally_metrics[metric], token) != 0)
		metric++;
	return metric;
}

void tally_make(struct tally *tally, const unsigned long long counts[TALLY_CODES],
                unsigned long long malformed)
{
	*tally = (struct tally){ .malformed = malformed };
	for (int i = 0; i < TALLY_CODES; i++) {
		struct tally_row row = { .number = TALLY_FIRST + i, .count = counts[i] };
		if (row.count == 0)
			continue;
		row.entry = sipcode_find(row.number);
		tally->codes[tally->code_count++] = row;
		tally->total += row.count;
		if (row.number >= 200) {
			tally->final += row.count;
			tally->metrics[metric_of(&row)] += row.count;
		}
		tally->classes[row.number / 100 - 1] += row.count;
	}
	qsort(tally->codes, tally->code_count, sizeof tally->codes[0], compare_rows);
}

const char *tally_share(char buffer[NUMBER_SIZE], unsigned long long part, unsigned long long whole)
{
	/* exact up to more messages than anybody has */
	unsigned long long tenths = whole ? (part * 1000 + whole / 2) / whole : 0;
	number_text(buffer, (tenths / 10));
	size_t length = strlen(buffer);
	buffer[length++] = '.';
	buffer[length++] = (char)('0' + tenths % 10);
	buffer[length] = '\0';
	return buffer;
}

size_t tally_columns(bool long_form, const enum sipcode_field **columns)
{
	static const enum sipcode_field usual[] = { SIPCODE_CODE,
		                                    SIPCODE_PHRASE,
		                                    SIPCODE_CLASS,
		                                    (enum sipcode_field)COLUMN_TIMES,
		                                    (enum sipcode_field)COLUMN_SHARE,
		                                    SIPCODE_METRIC,
		                                    SIPCODE_ACTION };
	*columns = usual;
	return sizeof usual / sizeof usual[0] - (long_form ? 0 : 1);
}

static const char *malformed_value(const struct tally *tally, enum sipcode_field column,
                                   char buffer[NUMBER_SIZE])
{
	if ((unsigned)column == COLUMN_TIMES)
		return number_text(buffer, tally->malformed);
	return column == SIPCODE_CODE ? "malformed\0" : "";
}

const char *tally_value(const struct tally *tally, const struct tally_row *row, enum sipcode_field column,
                        int language, char buffer[NUMBER_SIZE])
{
	memset(buffer, 0, NUMBER_SIZE); /* a value ends in a string that is "" */
	if (!row)
		return malformed_value(tally, column, buffer);
	switch ((unsigned)column) {
	case COLUMN_TIMES:
		return number_text(buffer, row->count);
	case COLUMN_SHARE:
		return tally_share(buffer, row->count, tally->total);
	case SIPCODE_CODE:
		return number_text(buffer, (unsigned)row->number);
	case SIPCODE_CLASS:
		return sipcode_value(sipcode_find_class(row->number / 100), SIPCODE_CLASS, 0);
	default:
		return row->entry ? sipcode_value(row->entry, column, language) : "";
	}
}
