// SPDX-License-Identifier: MIT
// The few questions to the operating system that standard C has no words for.

#if defined(__unix__) || defined(__APPLE__)
/* names that are the system's to give a meaning; NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c) */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c) */
#define SYSTEM_UNIX 1
#elif defined(_WIN32)
#define SYSTEM_WINDOWS 1
#endif

#include "system.h"

#include <errno.h>

#if defined(SYSTEM_UNIX)
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#elif defined(SYSTEM_WINDOWS)
#include <fcntl.h>
#include <io.h>
#endif

bool system_is_terminal(FILE *file)
{
#if defined(SYSTEM_UNIX)
	return isatty(fileno(file)) == 1;
#elif defined(SYSTEM_WINDOWS)
	return _isatty(_fileno(file)) != 0;
#else
	(void)file;
	return false;
#endif
}

int system_terminal_width(FILE *file)
{
#if defined(SYSTEM_UNIX) && defined(TIOCGWINSZ)
	struct winsize size;
	return ioctl(fileno(file), TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
#else
	(void)file;
	return 0;
#endif
}

bool system_is_closed_pipe(int error)
{
#if defined(EPIPE)
	return error == EPIPE;
#else
	(void)error;
	return false;
#endif
}

long system_read(FILE *file, char *buffer, size_t size)
{
#if defined(SYSTEM_UNIX)
	return (long)read(file ? fileno(file) : STDIN_FILENO, buffer, size);
#else
	if (!file)
		system_binary(file = stdin);
	size_t count = fread(buffer, 1, size, file);
	return count == 0 && ferror(file) ? -1 : (long)count;
#endif
}

long long system_size(const char *name)
{
#if defined(SYSTEM_UNIX)
	struct stat status;
	bool known =
	        (name ? stat(name, &status) : fstat(STDIN_FILENO, &status)) == 0 && S_ISREG(status.st_mode);
	return known ? (long long)status.st_size : -1;
#else
	(void)name;
	return -1;
#endif
}

bool system_is_same_file(FILE *in, FILE *out)
{
#if defined(SYSTEM_UNIX)
	struct stat from, to;
	return fstat(in ? fileno(in) : STDIN_FILENO, &from) == 0 && fstat(fileno(out), &to) == 0 &&
	       S_ISREG(from.st_mode) && from.st_dev == to.st_dev && from.st_ino == to.st_ino;
#else
	(void)in;
	(void)out;
	return false;
#endif
}

void system_binary(FILE *file)
{
#if defined(SYSTEM_WINDOWS)
	_setmode(_fileno(file), _O_BINARY);
#else
	(void)file;
#endif
}
