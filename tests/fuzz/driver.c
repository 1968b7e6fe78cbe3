// SPDX-License-Identifier: MIT
// Runs a fuzz target over the files it is given, where there is no libFuzzer.

#include "fuzz.h"

static void run_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	FUZZ_CHECK(file);
	uint8_t *bytes = NULL;
	size_t size = 0, room = 0, got;
	do {
		if (size == room) {
			room = 2 * room + 4096;
			bytes = realloc(bytes, room);
			FUZZ_CHECK(bytes);
		}
		got = fread(bytes + size, 1, room - size, file);
		size += got;
	} while (got > 0);
	FUZZ_CHECK(!ferror(file));
	fclose(file);
	/* a block of just its size, so that a sanitizer sees every byte read beyond it */
	uint8_t *exact = malloc(size ? size : 1);
	FUZZ_CHECK(exact);
	for (size_t i = 0; i < size; i++)
		exact[i] = bytes[i];
	free(bytes);
	printf("%s\n", name);
	fflush(stdout);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("no files to run\n", stderr);
		return 2;
	}
	for (int i = 1; i < argc; i++)
		run_file(argv[i]);
	return 0;
}
