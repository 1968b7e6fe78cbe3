#!/bin/sh
# An answer takes no more of the system than its one write: no file, no locale, no memory from the heap.
#
#     sh one-write.sh PROGRAM NOTHING
#
# NOTHING is a program that does nothing, built alike; what it takes to start it is not counted.
set -eu

program=$1
nothing=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failures=0

fail() {
	echo "FAILED: $*" >&2
	failures=$((failures + 1))
}

trace() {
	strace -f -o "$work/trace" -e trace=write,writev,open,openat,brk,mmap,clone,clone3,fork,vfork,socket "$@" \
		>"$work/out" 2>"$work/err" || :
}

count() {
	grep -c "$1" "$work/trace" || :
}

# What is opened, and how often memory is asked for.
startup() {
	sed -n 's/.* open\(at\)\{0,1\}(\(.*\)) = .*/opens \2/p' "$work/trace"
	echo "brk $(count ' brk(')"
	echo "mmap $(count ' mmap(')"
}

trace "$nothing"
startup >"$work/nothing"
grep -q '+++ exited with 0 +++' "$work/trace" || fail 'strace does not work here'

check() {
	trace "$program" "$@"
	[ "$(count ' writev\{0,1\}(1,')" -eq 1 ] || fail "$*: $(count ' writev\{0,1\}(1,') writes"
	[ "$(count ' writev\{0,1\}([2-9]')" -eq 0 ] || fail "$*: writes elsewhere"
	startup | diff "$work/nothing" - || fail "$*: takes more than a program that does nothing"
}

check 486
check 486 503 603
check 'busy here'
check compare 301 603
check list --all
check search busy
check -o json 486
check -o tsv 4xx
check --help

trace "$program" 499
[ "$(count ' writev\{0,1\}(2,')" -eq 1 ] || fail '499: a message is not one write'
[ "$(count ' writev\{0,1\}(1,')" -eq 0 ] || fail '499: writes an answer'

[ "$failures" -eq 0 ]
