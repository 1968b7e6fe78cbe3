// SPDX-License-Identifier: MIT
// The least that a program can do and still answer: what starting one costs, whatever it is for.

#include <stdio.h>

int main(void)
{
	return puts("301 Moved Permanently") < 0;
}
