// SPDX-License-Identifier: MIT
// How long commands take from start to end, each against the first, in turns so that the machine's moods cancel out.
//
//     spawn COUNT BASE... -- COMMAND... [-- COMMAND...]...
//
// A line a command: the medians of both in microseconds, their ratio, the median of the ratios within each turn, then
// both commands' minor page faults (median) and largest resident set in KiB. The kernel counts the resident set from
// the moment of the fork, so what is smaller than this program itself is shown as large as it.

/* names that are the system's to give a meaning; NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c) */
#define _DEFAULT_SOURCE /* wait4 */
#define _XOPEN_SOURCE 700
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c) */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { COUNT_MAX = 100000, WARM_UP = 20 };

/** What the turns of one command took. */
struct series {
	char **command;
	double *times, *faults;
	long resident;
};

static void fail(const char *what, const char *command)
{
	fprintf(stderr, "spawn: %s: '%s'\n", what, command);
	exit(2);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void run(struct series *series, size_t turn, const posix_spawn_file_actions_t *actions)
{
	pid_t child;
	int status;
	struct rusage usage;
	double start = now();
	if (posix_spawn(&child, series->command[0], actions, NULL, series->command, environ) != 0)
		fail("cannot start", series->command[0]);
	if (wait4(child, &status, 0, &usage) != child)
		fail("cannot wait for", series->command[0]);
	series->times[turn] = now() - start;
	series->faults[turn] = (double)usage.ru_minflt;
	if (usage.ru_maxrss > series->resident)
		series->resident = usage.ru_maxrss;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail("does not succeed", series->command[0]);
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof values[0], compare);
	return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static double *numbers(size_t count)
{
	double *values = calloc(count, sizeof values[0]);
	if (!values)
		fail("out of memory", "calloc");
	return values;
}

static void print(struct series *base, struct series *other, size_t count)
{
	double *ratios = numbers(count);
	for (size_t i = 0; i < count; i++)
		ratios[i] = other->times[i] / base->times[i];
	double of_base = median(base->times, count), of_other = median(other->times, count);
	printf("%8.1f %8.1f %7.3f %7.3f  %5.0f %5.0f  %6ld %6ld  ", of_base, of_other, of_other / of_base,
	       median(ratios, count), median(base->faults, count), median(other->faults, count),
	       base->resident, other->resident);
	const char *slash = strrchr(other->command[0], '/');
	fputs(slash ? slash + 1 : other->command[0], stdout);
	for (char **word = other->command + 1; *word; word++)
		printf(" %s", *word);
	putchar('\n');
	fflush(stdout);
	free(ratios);
}

static void measure(char **base, char **other, size_t count)
{
	struct series pair[] = { { base, numbers(count), numbers(count), 0 },
		                 { other, numbers(count), numbers(count), 0 } };
	posix_spawn_file_actions_t actions;
	if (posix_spawn_file_actions_init(&actions) != 0 ||
	    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0) != 0)
		fail("cannot redirect", base[0]);
	for (size_t i = 0; i < WARM_UP; i++)
		run(&pair[i % 2], 0, &actions);
	pair[0].resident = pair[1].resident = 0;
	/* who goes first changes with every turn too */
	for (size_t i = 0; i < count; i++) {
		run(&pair[i % 2], i, &actions);
		run(&pair[1 - i % 2], i, &actions);
	}
	print(&pair[0], &pair[1], count);
	for (size_t i = 0; i < 2; i++) {
		free(pair[i].times);
		free(pair[i].faults);
	}
	posix_spawn_file_actions_destroy(&actions);
}

/* End the command at the next "--"; where the one after it begins, or NULL. */
static char **cut(char **words)
{
	for (; *words; words++)
		if (strcmp(*words, "--") == 0) {
			*words = NULL;
			return words + 1;
		}
	return NULL;
}

int main(int argc, char **argv)
{
	long count = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	char **base = argv + 2, **other = argc > 2 ? cut(base) : NULL;
	if (count < 1 || count > COUNT_MAX || !*base || !other || !*other) {
		fputs("usage: spawn COUNT BASE... -- COMMAND... [-- COMMAND...]...\n", stderr);
		return 2;
	}
	printf("    base  command   ratio  paired  faults ...  resident ...  %ld turns against %s\n", count,
	       base[0]);
	while (other) {
		char **next = cut(other);
		if (!*other)
			fail("no command after", "--");
		measure(base, other, (size_t)count);
		other = next;
	}
	return 0;
}
