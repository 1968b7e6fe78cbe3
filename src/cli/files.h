// SPDX-License-Identifier: MIT
// The files that a command reads, one after the other.

#ifndef FILES_H
#define FILES_H

#include "cli.h"
#include "progress.h"

/** How much is read at a time, in bytes. */
enum { FILES_PIECE = 1 << 17 };

/** The files of a run. */
struct files {
	struct cli *cli;
	const char *const *names;
	size_t count, next;
	FILE *file;   /* the one that is read; NULL for standard input */
	bool streams; /* output is written meanwhile */
	bool failed;  /* one could not be read */
	struct progress progress;
};

/**
 * Begin with the operands: names, or "-" for standard input, which is also read when there are none.
 *
 * `streams` tells whether output is written while the files are read.
 */
void files_begin(struct files *files, struct cli *cli, bool streams);

/** Go on to the next file that can be opened; false after the last. One that cannot is reported. */
bool files_next(struct files *files);

/** Read what has arrived, at most `size` bytes; 0 at the end of the file, and when it cannot be read on, which is
 * reported. */
size_t files_read(struct files *files, char *buffer, size_t size);

/** Whether all of them could be read. */
bool files_end(struct files *files);

/**
 * End a command that looks for responses in files: write the answer and set the exit status, by whether all files could
 * be read and whether a response was found, which is said when none was.
 */
void files_finish(struct cli *cli, bool all_read, bool found);

#endif
