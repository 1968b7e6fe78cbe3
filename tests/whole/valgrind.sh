#!/bin/sh
# Every case of tests/cli under valgrind: no invalid access, nothing uninitialised, nothing lost.
#
#     sh valgrind.sh PROGRAM CASES PART PARTS
#
# PART, from 0, is which of so many parts of them is run.
set -eu

program=$1
cases=$2
part=$3
parts=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failures=0
count=0

for folder in "$cases"/*/; do
	count=$((count + 1))
	[ $((count % parts)) -eq "$part" ] || continue
	name=$(basename "$folder")
	set --
	while IFS= read -r argument; do
		set -- "$@" "$argument"
	done <"$folder/args"
	input=/dev/null
	[ ! -e "$folder/stdin" ] || input=$folder/stdin
	(
		unset LANG SIPCODE_LANG COLUMNS TERM NO_COLOR CLICOLOR_FORCE
		while [ -e "$folder/env" ] && IFS= read -r setting; do
			export "${setting?}"
		done <"$(if [ -e "$folder/env" ]; then echo "$folder/env"; else echo /dev/null; fi)"
		status=0
		valgrind --quiet --leak-check=full --show-leak-kinds=all --error-exitcode=99 \
			--log-file="$work/log" "$program" "$@" <"$input" >"$work/out" 2>"$work/err" || status=$?
		echo "$status" >"$work/status"
	)
	if [ "$(cat "$work/status")" != "$(cat "$folder/status")" ] || [ -s "$work/log" ]; then
		echo "FAILED: $name: status $(cat "$work/status")" >&2
		cat "$work/log" >&2
		failures=$((failures + 1))
	fi
done
[ "$count" -gt "$parts" ] && [ "$failures" -eq 0 ]
