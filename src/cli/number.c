// SPDX-License-Identifier: MIT
// Numbers as text.

#include "number.h"

int number_read(const char *text)
{
	/* not strtol(): a look-up would touch its table in the C library for three digits */
	int number = 0;
	for (const char *end = text + 9; text != end && *text >= '0' && *text <= '9'; text++)
		number = number * 10 + (*text - '0');
	return number;
}

const char *number_text(char buffer[NUMBER_SIZE], unsigned long long number)
{
	size_t digits = 1;
	for (unsigned long long rest = number; rest > 9; rest /= 10)
		digits++;
	buffer[digits] = '\0';
	for (; digits > 0; number /= 10)
		buffer[--digits] = (char)('0' + number % 10);
	return buffer;
}

const char *number_hex(char buffer[HEX_SIZE], unsigned char byte)
{
	static const char digits[] = "0123456789abcdef";
	buffer[0] = digits[byte >> 4];
	buffer[1] = digits[byte & 15];
	buffer[2] = '\0';
	return buffer;
}
