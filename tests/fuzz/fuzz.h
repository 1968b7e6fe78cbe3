// SPDX-License-Identifier: MIT
// What every fuzz target has: a function that takes any bytes.

#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/** The entry point that libFuzzer looks for; always returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/** Like assert(), whatever NDEBUG says. */
#define FUZZ_CHECK(condition) \
	((condition) ? (void)0 : (fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition), abort()))

#endif
