// SPDX-License-Identifier: MIT
// Output through a buffer, and the memory of a write that failed.

#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "out.h"
#include "support.h"

static void test_out_writes_everything_in_order(void **state)
{
	(void)state;
	for (size_t size = 1; size < 20; size++) {
		char buffer[20], written[128] = "";
		FILE *file = fmemopen(written, sizeof written, "w");
		struct out out;
		out_open(&out, file, buffer, size);
		out_str(&out, "486");
		out_char(&out, ' ');
		out_bytes(&out, "Busy Here and more", 9);
		out_repeat(&out, "-=", 5);
		out_repeat(&out, "x", 0);
		out_str(&out, "");
		out_bytes(&out, "a\0b", 3);
		assert_true(out_flush(&out));
		assert_int_equal(ftell(file), 3 + 1 + 9 + 10 + 3);
		assert_memory_equal(written, "486 Busy Here-=-=-=-=-=a\0b", 26);
		fclose(file);
	}
}

static void test_out_waits_until_the_buffer_is_full(void **state)
{
	(void)state;
	char buffer[8], written[64] = "";
	FILE *file = fmemopen(written, sizeof written, "w");
	struct out out;
	out_open(&out, file, buffer, sizeof buffer);
	out_str(&out, "1234567");
	assert_int_equal(ftell(file), 0);
	out_str(&out, "8");
	assert_int_equal(ftell(file), 8);
	assert_int_equal(out.length, 0);
	assert_true(out_flush(&out));
	assert_true(out_flush(&out));
	assert_int_equal(ftell(file), 8);
	fclose(file);
}

static void test_out_remembers_the_first_failed_write(void **state)
{
	(void)state;
	char buffer[4];
	FILE *file = fopen(SIPCODE_SOURCE_DIR "/data/en.txt", "rb");
	assert_non_null(file);
	struct out out;
	out_open(&out, file, buffer, sizeof buffer);
	assert_true(out_flush(&out));
	out_str(&out, "123");
	assert_int_equal(out.error, 0);
	out_str(&out, "456789");
	assert_int_not_equal(out.error, 0);
	assert_false(out_flush(&out));
	assert_false(out_flush(&out));
	fclose(file);
}

static void test_out_writes_no_more_after_a_failed_write(void **state)
{
	(void)state;
	char buffer[4], written[8] = "";
	FILE *file = fmemopen(written, sizeof written, "w");
	struct out out;
	out_open(&out, file, buffer, sizeof buffer);
	out_repeat(&out, "x", 40);
	assert_false(out_flush(&out));
	rewind(file);
	out_str(&out, "more");
	assert_false(out_flush(&out));
	assert_int_equal(ftell(file), 0);
	fclose(file);
}

static void test_out_fails_on_a_full_device(void **state)
{
	(void)state;
	char buffer[64], written[8];
	FILE *file = fmemopen(written, sizeof written, "w");
	struct out out;
	out_open(&out, file, buffer, sizeof buffer);
	out_repeat(&out, "0123456789", 20);
	assert_false(out_flush(&out));
	fclose(file);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_TEST(&suite, test_out_writes_everything_in_order);
	SUITE_TEST(&suite, test_out_waits_until_the_buffer_is_full);
	SUITE_TEST(&suite, test_out_remembers_the_first_failed_write);
	SUITE_TEST(&suite, test_out_writes_no_more_after_a_failed_write);
	SUITE_TEST(&suite, test_out_fails_on_a_full_device);
	return suite_run(&suite, "out");
}
