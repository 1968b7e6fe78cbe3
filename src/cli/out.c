// SPDX-License-Identifier: MIT
// Output that is gathered in a buffer and written at once.

#include "out.h"

#include <errno.h>
#include <string.h>

void out_open(struct out *out, FILE *file, char *buffer, size_t size)
{
	*out = (struct out){ .file = file, .buffer = buffer, .size = size };
	/* the buffer is ours: the library's own would be a second copy, and an allocation */
	setvbuf(file, NULL, _IONBF, 0);
}

bool out_flush(struct out *out)
{
	errno = 0;
	if (!out->error && out->length > 0 && fwrite(out->buffer, 1, out->length, out->file) != out->length)
		out->error = errno ? errno : -1;
	out->length = 0;
	return out->error == 0;
}

void out_bytes(struct out *out, const char *bytes, size_t length)
{
	while (length > 0) {
		size_t room = out->size - out->length;
		size_t part = length < room ? length : room;
		memcpy(out->buffer + out->length, bytes, part);
		out->length += part;
		bytes += part;
		length -= part;
		if (out->length == out->size)
			out_flush(out);
	}
}

void out_str(struct out *out, const char *text)
{
	out_bytes(out, text, strlen(text));
}

void out_char(struct out *out, char c)
{
	out->buffer[out->length++] = c;
	if (out->length == out->size)
		out_flush(out);
}

void out_spaces(struct out *out, size_t count)
{
	static const char blanks[] = "                                ";
	for (; count > sizeof blanks - 1; count -= sizeof blanks - 1)
		out_bytes(out, blanks, sizeof blanks - 1);
	out_bytes(out, blanks, count);
}

void out_repeat(struct out *out, const char *text, size_t count)
{
	while (count-- > 0)
		out_str(out, text);
}
