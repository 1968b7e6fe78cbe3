// SPDX-License-Identifier: MIT
// The few questions to the operating system that standard C has no words for.

#ifndef SYSTEM_H
#define SYSTEM_H

#include <stdbool.h>
#include <stdio.h>

/** Whether the stream is a terminal; false on systems where that cannot be told. */
bool system_is_terminal(FILE *file);

/** How many columns the terminal has; 0 when that cannot be told. */
int system_terminal_width(FILE *file);

/** Whether an errno says that the reader of a pipe went away. */
bool system_is_closed_pipe(int error);

/**
 * Read what has arrived in a file on which nothing was done yet, at most `size` bytes: how many, 0 at the end, -1 with
 * errno when that failed.
 *
 * NULL is standard input. Where it can, this does without the stream stdin, whose buffer takes a static program past a
 * page of data.
 */
long system_read(FILE *file, char *buffer, size_t size);

/** How many bytes the file of that name has, NULL being standard input; -1 when that cannot be told, as of a pipe. */
long long system_size(const char *name);

/** Whether what is read from one file is written to the other: input would never end. */
bool system_is_same_file(FILE *in, FILE *out);

/** Have every byte written as it is, where a system would change line ends. */
void system_binary(FILE *file);

#endif
