#!/bin/sh
# SPDX-License-Identifier: MIT
# What an answer costs beyond starting any program at all: `cost.sh SIPCODE ONE_LINE SHOW VERSION RELOCATIONS`.
#
# SHOW and VERSION limit the instructions of `sipcode 301` and `sipcode --version`, less those of one-line, so that
# the start of the C library does not count. RELOCATIONS limits what the loader has to patch in the program. Nothing
# here measures time: the figures are the same on a busy machine.
set -eu
program=$1 one_line=$2 show=$3 version=$4 relocations=$5
failed=0

complain()
{
	echo "cost: $*" >&2
	failed=1
}

# An environment of our own: searching it is part of what is counted.
run()
{
	{ env -i PATH="$PATH" LANG=en_GB.UTF-8 TERM=xterm valgrind "$@" >/dev/null; } 2>&1
}

instructions()
{
	log=$(run --tool=callgrind --callgrind-out-file=/dev/null "$@") || { echo "$log" >&2; exit 2; }
	echo "$log" | sed -n 's/.*Collected : *\([0-9]*\).*/\1/p'
}

check()
{
	limit=$1
	shift
	cost=$(instructions "$program" "$@")
	cost=$((cost - base))
	echo "sipcode $*: $cost instructions more than one line, at most $limit"
	[ "$cost" -le "$limit" ] || complain "'sipcode $*' takes $cost instructions, more than $limit"
}

base=$(instructions "$one_line")
check "$show" 301
check "$version" --version

# A static program brings its own malloc and has no loader: what follows then finds nothing, and passes.
log=$(run --tool=memcheck "$program" 301) || { echo "$log" >&2; exit 2; }
case $log in
*"total heap usage: 0 allocs"*) echo "sipcode 301: no heap" ;;
*) complain "'sipcode 301' uses the heap: $(echo "$log" | grep 'total heap usage')" ;;
esac

count=$(readelf -rW "$program" | grep -c '_RELATIV' || true)
echo "$count relocations, at most $relocations"
[ "$count" -le "$relocations" ] || complain "$count relocations, more than $relocations: pointers in a table?"

imported=$(nm -D --undefined-only "$program" 2>/dev/null | sed -n 's/^ *U \([a-z_]*\).*/\1/p')
for name in setlocale newlocale freopen open popen system iconv_open pthread_create dlopen; do
	if echo "$imported" | grep -qx "$name"; then
		complain "$name() is imported: the program needs no such thing"
	fi
done
exit "$failed"
