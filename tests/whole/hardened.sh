#!/bin/sh
# The program as it is shipped is position-independent, guards its stack, checks library calls, and has neither code that
# can be written nor data that can be run:
#
#     sh hardened.sh PROGRAM
set -eu

program=$1
failures=0

expect() {
	what=$1
	shift
	"$@" || {
		echo "FAILED: $what" >&2
		failures=$((failures + 1))
	}
}

segments=$(LC_ALL=C readelf -lW "$program")
symbols=$(LC_ALL=C readelf -sW --dyn-syms "$program")

has() {
	echo "$1" | grep -qE "$2"
}
has_not() {
	! echo "$1" | grep -qE "$2"
}

if has "$segments" ' INTERP '; then
	expect 'not position-independent' has "$(LC_ALL=C readelf -hW "$program")" 'Type: *DYN'
	expect 'relocations stay writable' has "$segments" ' GNU_RELRO '
	expect 'library calls are not checked' has "$symbols" ' __[a-z]+_chk@'
fi
expect 'the stack is not guarded' has "$symbols" ' __stack_chk_fail'
expect 'the stack can be run' has "$segments" ' GNU_STACK .* RW +0x'
expect 'code can be written' has_not "$segments" ' LOAD .* RWE '
[ "$failures" -eq 0 ]
