#!/bin/sh
# Everything that `-o json` prints without --fields is as the JSON Schema says:
#
#     sh schema.sh PROGRAM SCHEMA
set -eu

program=$1
schema=$2
here=$(dirname "$0")

numbers=$("$program" list --all -f code)
{
	"$program" -o json 1xx 2xx 3xx 4xx 5xx 6xx
	# shellcheck disable=SC2086
	"$program" -o json $numbers 603+ not acceptable
	"$program" -o json list --all
	"$program" -o json search busy
	"$program" -o json flow 1xx 2xx 3xx 4xx 5xx 6xx 2>/dev/null || :
	"$program" -o json flow 603+
	"$program" -o json compare --flow 486 600 603+
	"$program" -o json compare --flow 101 701
	"$program" -o json cause --all
	"$program" -o json warning
	"$program" -o json 'Reason: Q.850;cause=17, EMM;cause=1, preemption;cause=2' warning:304
	"$program" -o json compare q850:16 q850:31
	"$program" -o json compare q850:34 q850:38 q850:41
	"$program" -o json compare 486 q850:17
	"$program" -o json compare 603 603+
	"$program" -o json compare 1xx 2xx 3xx 4xx 5xx 6xx
	for class in 1xx 2xx 3xx 5xx 6xx; do
		"$program" -o json compare 4xx $class
	done
	printf 'SIP/2.0 %s\n' 100 200 200 302 486 487 499 503 603 20 | "$program" -o json count
	printf 'SIP/2.0 %s\n' 100 499 | "$program" -o json count --long
	"$program" -o json count /dev/null 2>/dev/null || :
	"$program" -o json compare 480 486 600
	"$program" -o json compare 400 401 402 403 404 405 406 407
	# Each code with each other one, in one order or the other.
	# shellcheck disable=SC2086
	printf '%s\n' $numbers | awk '{ code[NR] = $1 } END {
		for (i = 1; i <= NR; i++)
			for (j = 1; j < i; j++)
				print (i + j) % 2 ? code[i] " " code[j] : code[j] " " code[i]
	}' | while read -r one other; do
		"$program" -o json compare "$one" "$other"
	done
} | python3 "$here/schema.py" "$schema"
