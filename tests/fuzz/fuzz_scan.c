// SPDX-License-Identifier: MIT
// Any bytes are scanned, and found to be the same whole, byte by byte, and in pieces that the input itself chooses.

#include "fuzz.h"
#include "sipcode.h"

/** What a scan found, as numbers that depend on each code and its place. */
struct found {
	size_t count;
	unsigned long long sum;
};

static void add(struct found *found, int code)
{
	FUZZ_CHECK(code == SIPCODE_MALFORMED || (code >= 100 && code <= 699));
	found->count++;
	found->sum = found->sum * 31 + (unsigned)(code + 2);
}

static void feed(struct sipcode_scan *scan, const uint8_t *data, size_t size, struct found *found)
{
	int code;
	sipcode_scan_feed(scan, (const char *)data, size);
	while ((code = sipcode_scan_next(scan))) {
		FUZZ_CHECK(scan->at <= size);
		add(found, code);
	}
}

static struct found scan_pieces(enum sipcode_scan_form form, const uint8_t *data, size_t size, size_t step)
{
	struct sipcode_scan scan;
	struct found found = { 0, 0 };
	sipcode_scan_begin(&scan, form);
	for (size_t at = 0; at < size;) {
		size_t length = step ? step : (size_t)data[at] + 1;
		if (length > size - at)
			length = size - at;
		feed(&scan, data + at, length, &found);
		at += length;
	}
	int code = sipcode_scan_end(&scan);
	if (code)
		add(&found, code);
	return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	for (unsigned form = SIPCODE_SCAN_MESSAGES; form <= SIPCODE_SCAN_NUMBERS; form++) {
		enum sipcode_scan_form f = (enum sipcode_scan_form)form;
		struct found whole = scan_pieces(f, bytes, size, size);
		struct found single = scan_pieces(f, bytes, size, 1), chosen = scan_pieces(f, bytes, size, 0);
		FUZZ_CHECK(whole.count == single.count && whole.sum == single.sum);
		FUZZ_CHECK(whole.count == chosen.count && whole.sum == chosen.sum);
	}
	return 0;
}
