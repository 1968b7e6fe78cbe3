#!/bin/sh
# update-registry.sh makes registry.txt out of IANA's CSV file:
#
#     sh registry.sh DATA
set -eu

data=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

cp "$data/update-registry.sh" "$data/registry.txt" "$work"
date=$(sed -n 's/^registry: //p' "$data/registry.txt")

# csv QUOTE END: the registry as IANA publishes it, fields between QUOTE, lines ending in END.
csv() {
	awk -v quote="$1" -v end="$2" '
		function row(code, phrase, reference) {
			printf "%s,%s%s%s,%s%s", code, quote, phrase, quote, reference, end
		}
		BEGIN { row("Response Code", "Description", "Reference") }
		/^registry: / { next }
		{
			code = substr($0, 1, 3)
			if (code % 100 == 0)
				row("", "Class " substr(code, 1, 1) "xx", "")
			row(code, substr($0, 6, index($0, " [") - 6), substr($0, index($0, " [") + 1))
		}
		END { row("701-799", "Unassigned", "") }' "$data/registry.txt"
}

# reproduces WHAT
reproduces() {
	echo 'registry: 1999-01-01' >"$work/registry.txt"
	sh "$work/update-registry.sh" "$work/codes.csv" "$date" 2>"$work/err" || fail "$1: $(cat "$work/err")"
	diff "$data/registry.txt" "$work/registry.txt" || fail "$1: not the registry"
	[ "$(find "$work" -name '*.new')" = '' ] || fail "$1: leaves a draft"
}

# refuses WHAT ARGUMENTS...: a message, and the registry stays.
refuses() {
	what=$1
	shift
	if sh "$work/update-registry.sh" "$@" >"$work/out" 2>"$work/err"; then
		fail "$what: is taken"
	fi
	[ -s "$work/err" ] || fail "$what: no message"
	diff "$data/registry.txt" "$work/registry.txt" || fail "$what: the registry is changed"
	[ "$(find "$work" -name '*.new')" = '' ] || fail "$what: leaves a draft"
}

csv '' '\n' >"$work/codes.csv"
reproduces 'plain'
{
	printf '\357\273\277'
	csv '"' '\r\n'
} >"$work/codes.csv"
reproduces 'quoted, in DOS form, with a byte order mark'

refuses 'no date' "$work/codes.csv"
refuses 'a date of another kind' "$work/codes.csv" 30.07.2026
refuses 'no such file' "$work/missing.csv" "$date"
csv '' '\n' | awk 'NR < 5 { print; next } { rest = $0 "\n" rest } END { printf "%s", rest }' >"$work/codes.csv"
refuses 'descending codes' "$work/codes.csv" "$date"
: >"$work/codes.csv"
refuses 'an empty file' "$work/codes.csv" "$date"
