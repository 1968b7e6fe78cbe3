// SPDX-License-Identifier: MIT
// "Did you mean": the nearest of a few names.

#include "nearest.h"

#include <string.h>

#include "sipcode.h"

struct nearest nearest_begin(const char *text)
{
	size_t length = strlen(text);
	return (struct nearest){ .text = text, .distance = length < 6 ? 2 : length < 10 ? 3 : 4 };
}

void nearest_try(struct nearest *nearest, const char *name)
{
	size_t distance = sipcode_distance(nearest->text, name);
	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->name = name;
	}
}
