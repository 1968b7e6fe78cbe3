// SPDX-License-Identifier: MIT
// The public header read as C++11, by a program that uses it as its users do.

#include "sipcode.h"

#include <cstdio>
#include <cstring>
#include <string>

static std::string phrase_of(int number)
{
	const struct sipcode *code = sipcode_find(number);
	return code ? sipcode_value(code, SIPCODE_PHRASE, 0) : "";
}

static bool is_decline(const char *const *operands, size_t count)
{
	sipcode_selector selector;
	sipcode_select(operands, count, SIPCODE_KIND_CODE, &selector);
	return selector.kind == SIPCODE_SELECT_PHRASE && sipcode_number(selector.entry) == 603;
}

int main()
{
	const char *const operands[] = { "decline" };
	if (!is_decline(operands, sizeof operands / sizeof operands[0]))
		return 1;

	const struct sipcode *code = nullptr;
	size_t registered = 0;
	while ((code = sipcode_next(SIPCODE_KIND_CODE, code)))
		registered += sipcode_is_registered(code);

	const struct sipcode *const codes[] = { sipcode_find(301), sipcode_find(603) };
	sipcode_difference differences[SIPCODE_DIFFERENCES_MAX];
	size_t count = sipcode_differ(codes, 2, sipcode_language("en"), differences);
	char text[512];
	for (size_t i = 0; i < count; i++)
		sipcode_difference_text(&differences[i], 0, text, sizeof text);

	sipcode_hit hits[10];
	const sipcode_argument arguments[] = { { "code", "486" } };
	sipcode_fill(text, sizeof text, "{code} ", arguments, 1);
	std::printf("%zu %zu %s%s\n", registered, sipcode_search(SIPCODE_KIND_CODE, operands, 1, 0, hits, 10), text,
	            phrase_of(486).c_str());
	return std::strcmp(sipcode_field_name(SIPCODE_PHRASE), "phrase");
}
