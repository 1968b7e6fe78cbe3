// SPDX-License-Identifier: MIT
// A line on a terminal that tells how far a long run is.

#include "progress.h"

#include "number.h"
#include "sipcode.h"
#include "words.h"

enum { LINE_SIZE = 160, MEGABYTE = 1000000, NANOSECONDS = 1000000000 };

static struct timespec get_time(void)
{
	struct timespec time_now = { 0 };
#if defined(TIME_UTC)
	timespec_get(&time_now, TIME_UTC);
#else /* Windows' older C library */
	time_now.tv_sec = time(NULL);
#endif
	return time_now;
}

void progress_begin(struct progress *progress, FILE *err, int language, unsigned long long size)
{
	*progress = (struct progress){ .err = err, .language = language, .size = size };
	if (size > 0)
		progress->shown = get_time();
}

/* Whether a second has passed since the line was shown; if so, it is now. */
static bool is_due(struct progress *progress)
{
	struct timespec now = get_time();
	long long passed = (long long)(now.tv_sec - progress->shown.tv_sec) * NANOSECONDS +
	                   (now.tv_nsec - progress->shown.tv_nsec);
	if (passed < NANOSECONDS && passed >= 0)
		return false;
	progress->shown = now;
	return true;
}

void progress_add(struct progress *progress, size_t bytes)
{
	char line[LINE_SIZE], percent[NUMBER_SIZE], size[NUMBER_SIZE];
	progress->done += bytes;
	if (progress->size == 0 || !is_due(progress))
		return;
	unsigned long long done = progress->done < progress->size ? progress->done : progress->size;
	const struct sipcode_argument arguments[] = {
		{ "percent",
		  number_text(percent, (unsigned)(100.0 * (double)done / (double)progress->size)) },
		{ "size", number_text(size, (progress->size / MEGABYTE)) },
	};
	sipcode_fill(line, sizeof line, sipcode_word_at(progress->language, WORD_progress), arguments, 2);
	progress->visible = fprintf(progress->err, "\r%s", line);
	fflush(progress->err);
}

void progress_end(struct progress *progress)
{
	if (!progress->visible)
		return;
	fprintf(progress->err, "\r%*s\r", progress->visible, "");
	fflush(progress->err);
	progress->visible = 0;
}
