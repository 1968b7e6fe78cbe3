#!/bin/sh
# The manual says what the program says of itself: the same commands, options, exit statuses and fields.
#
#     sh manual.sh PROGRAM MANUAL [COMMANDS FIELDS EXIT]
#
# The last three are the first words of the titles of those sections in another language.
#
# In the manual these are items of lists: `.It Cm show ...` under Commands, `.It Fl o Ar FORMAT , Fl -format Ar FORMAT`
# anywhere, `.It Cm retry` under Fields, and `.It 0` under EXIT STATUS. The fields are the keys of the JSON output.
set -eu

program=$1
manual=$2
commands=${3-commands}
fields=${4-fields}
exit=${5-exit}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failures=0

fail() {
	echo "FAILED: $*" >&2
	failures=$((failures + 1))
}

mandoc -T lint -W style "$manual" >"$work/lint" 2>"$work/err" || : # the pages of other programs may be missing here
# mandoc knows the titles of sections in English only
sed -e '/: STYLE: /d' -e '/ NAME section/d' -e '/first section is not "NAME"/d' -e '/description line outside NAME/d' "$work/lint" >"$work/complaints"
[ ! -s "$work/complaints" ] || fail "mandoc complains: $(cat "$work/complaints")"
grep -q '@[A-Z_]*@' "$manual" && fail 'something is not filled in'

"$program" --lang en --help >"$work/help"
section() {
	awk -v title="$1" '/^[^ ]/ { inside = $0 == title; next } inside' "$work/help"
}
# items MACRO [SECTION]: the items that begin with the macro, of the section whose title begins with the word.
items() {
	awk -v macro="$1" -v title="${2-}" '
		$1 == ".Sh" || $1 == ".Ss" { inside = title == "" || tolower($2) == title }
		inside && $1 == ".It" && (macro == "" || $2 == macro)' "$manual"
}

# same WHAT: the lines in-program and in-manual, in any order.
same() {
	sort -u "$work/in-program" -o "$work/in-program"
	sort -u "$work/in-manual" -o "$work/in-manual"
	[ -s "$work/in-program" ] || fail "no $1 in the program"
	diff "$work/in-program" "$work/in-manual" || fail "$1: in the program (<) and in the manual (>)"
}

section 'Commands:' | sed -n 's/^  \([a-z][a-z]*\).*/\1/p' >"$work/in-program"
items Cm "$commands" | awk '{ print $3 }' >"$work/in-manual"
same commands

section 'Options:' | sed -n 's/^ *\(-[^ ]\)/\1/p' | awk '{
	for (i = 1; i <= NF && $i ~ /^-/; i++) {
		sub(/,$/, "", $i)
		sub(/=.*/, "", $i)
		print $i
	}
}' >"$work/in-program"
items Fl | awk '{
	for (i = 2; i <= NF; i++) {
		if ($i ~ /^[A-Z][a-z]$/)
			flag = $i == "Fl"
		else if (flag && $i !~ /^[,=|]$/) {
			sub(/^\\-/, "-", $i)
			print "-" $i
		}
	}
}' >"$work/in-manual"
same options

section 'Exit status:' | sed -n 's/^  \([0-9][0-9]*\) .*/\1/p' >"$work/in-program"
items '' "$exit" | awk '{ print $NF }' >"$work/in-manual"
same statuses

"$program" -o json 486 603+ q850:17 warning:304 | sed 's/"variant":\[[^]]*\]/"variant":[]/; s/"stacks":\[[^]]*\]/"stacks":[]/' | grep -o '"[a-z0-9_]*":' | tr -d '":' | grep -vx -e kind -e lang >"$work/in-program"
{
	cat "$work/in-program"
	"$program" -o json compare 486 600 | jq -r 'keys_unsorted[]' | grep -vx -e kind -e lang
	echo SIP/2.0 486 | "$program" -o json -f count,share count | jq -r 'keys_unsorted[]' | grep -vx -e kind -e lang
} >"$work/all"
mv "$work/all" "$work/in-program"
items Cm "$fields" | awk '{ print $3 }' >"$work/in-manual"
same fields

[ "$failures" -eq 0 ]
