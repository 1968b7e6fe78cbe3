// SPDX-License-Identifier: MIT
// Numbers as text.

#ifndef NUMBER_H
#define NUMBER_H

#include <stddef.h>

enum { NUMBER_SIZE = 24, HEX_SIZE = 3 };

/** The number that text begins with, of up to nine decimal digits; 0 when it begins with none. */
int number_read(const char *text);

/** Write a number in decimal digits; returns `buffer`. */
const char *number_text(char buffer[NUMBER_SIZE], unsigned long long number);

/** Write a byte as two hexadecimal digits; returns `buffer`. */
const char *number_hex(char buffer[HEX_SIZE], unsigned char byte);

#endif
