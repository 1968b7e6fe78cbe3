// SPDX-License-Identifier: MIT
// A line on a terminal that tells how far a long run is.

#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stdio.h>
#include <time.h>

/** How much of the input is read. */
struct progress {
	FILE *err;
	int language;
	unsigned long long size, done; /* bytes */
	struct timespec shown;         /* when the line was written last, or the run began */
	int visible;                   /* how many bytes the line has, 0 for none */
};

/** Begin; without a size nothing is ever shown. */
void progress_begin(struct progress *progress, FILE *err, int language, unsigned long long size);

/** So many bytes more are read: write the line anew when a second has passed since it was written. */
void progress_add(struct progress *progress, size_t bytes);

/** Take the line away. */
void progress_end(struct progress *progress);

#endif
