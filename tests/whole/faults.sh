#!/bin/sh
# Streams that are closed, full, broken or endless, and operands that nobody types:
#
#     sh faults.sh PROGRAM
set -eu

program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failures=0

fail() {
	echo "FAILED: $*" >&2
	failures=$((failures + 1))
}

# run NAME STATUS LINES COMMAND...: the command's status, and how many lines it leaves on stderr.
run() {
	name=$1 expected=$2 lines=$3
	shift 3
	status=0
	"$@" >"$work/out" 2>"$work/err" || status=$?
	[ "$status" -eq "$expected" ] || fail "$name: status $status, not $expected"
	check_messages "$name" "$lines"
}

check_messages() {
	[ "$(wc -l <"$work/err")" -eq "$2" ] || fail "$1: not $2 lines on stderr: $(cat "$work/err")"
	while IFS= read -r line; do
		case $line in
		'sipcode: '*) ;;
		*) fail "$1: a message that is not the program's: $line" ;;
		esac
	done <"$work/err"
}

no_output() {
	[ ! -s "$work/out" ] || fail "$1: something on stdout"
}

# repeat TEXT COUNT: one line, the text again and again.
repeat() {
	awk -v text="$1" -v count="$2" 'BEGIN { while (count-- > 0) printf "%s", text; print "" }'
}

# --- streams that are not there ------------------------------------------------------------------------------------

closed_stdout() { "$program" "$@" >&-; }
closed_stderr() { "$program" "$@" 2>&-; }
closed_stdin() { "$program" "$@" <&-; }
all_closed() { "$program" "$@" <&- >&- 2>&-; }

run 'closed stdout' 2 1 closed_stdout 486
run 'closed stdout, help' 2 1 closed_stdout --help
run 'closed stdout, version' 2 1 closed_stdout --version
run 'closed stdout, nothing to say' 0 0 closed_stdout -q 486
run 'closed stdout, not found' 1 1 closed_stdout 499
run 'closed stdin, not read' 0 0 closed_stdin 486
run 'closed stdin' 2 1 closed_stdin -
no_output 'closed stdin'
run 'closed stderr' 0 0 closed_stderr -f phrase 486
[ "$(cat "$work/out")" = 'Busy Here' ] || fail 'closed stderr: not the answer'
run 'closed stderr, misuse' 2 0 closed_stderr 48
no_output 'closed stderr, misuse'
run 'closed stderr, not found' 1 0 closed_stderr -f phrase 499 486
[ "$(cat "$work/out")" = 'Busy Here' ] || fail 'closed stderr, not found: not the answer'
run 'all closed' 2 0 all_closed 486

directory_stdin() { "$program" "$@" </; }
run 'directory as stdin' 2 1 directory_stdin -
no_output 'directory as stdin'

# --- a full disk ---------------------------------------------------------------------------------------------------

full() { "$program" "$@" >/dev/full; }
full_stderr() { "$program" "$@" 2>/dev/full; }

if [ -e /dev/full ]; then
	run 'full, show' 2 1 full 486
	run 'full, help' 2 1 full help
	run 'full, version' 2 1 full --version
	run 'full, large' 2 1 full -o json 1xx 2xx 3xx 4xx 5xx 6xx
	run 'full, quiet' 0 0 full -q 486
	run 'full, quiet, not found' 1 0 full -q 499
	run 'full stderr' 1 0 full_stderr -f phrase 499 486
	[ "$(cat "$work/out")" = 'Busy Here' ] || fail 'full stderr: not the answer'
fi

# --- a reader that goes away ---------------------------------------------------------------------------------------

numbers=$(awk 'BEGIN { for (i = 0; i < 400; i++) print 486, 503, 603 }')

# More than a pipe holds, so that there are writes after the reader is gone.
gone() {
	{
		status=0
		# shellcheck disable=SC2086
		"$program" "$@" $numbers 2>"$work/err" || status=$?
		echo "$status" >"$work/status"
	} | head -c 1 >"$work/out"
}

gone -o json
case $(cat "$work/status") in
141 | 2) ;;
*) fail "reader gone: status $(cat "$work/status")" ;;
esac
check_messages 'reader gone' 0
(trap '' PIPE && gone -o json)
[ "$(cat "$work/status")" -eq 2 ] || fail "reader gone, signal ignored: status $(cat "$work/status")"
check_messages 'reader gone, signal ignored' 0

# --- much input ----------------------------------------------------------------------------------------------------

# One argument may not be longer on Linux.
huge=$(repeat x 120000)
run 'huge operand' 2 1 "$program" "$huge"
no_output 'huge operand'
[ "$(wc -c <"$work/err")" -lt 300 ] || fail 'huge operand: a message of more than 300 bytes'
run 'huge operand among others' 2 1 "$program" 486 "$huge"
no_output 'huge operand among others'
run 'huge word to search for' 2 1 "$program" search "$huge"
run 'huge command to explain' 2 1 "$program" help "$huge"
run 'huge option' 2 1 "$program" "--$huge"
run 'huge format' 2 1 "$program" -o "$huge" 486
run 'huge field' 2 1 "$program" -f "$huge" 486
run 'huge language' 2 1 "$program" -l "$huge" 486
run 'huge width' 2 1 "$program" --width "$(repeat 1 120000)" 486
run 'longest operand' 1 1 "$program" "$(repeat x 1024)"
run 'longer than the longest operand' 2 1 "$program" "$(repeat x 1025)"

from_file() { "$program" - <"$work/in"; }

repeat y 1000000 >"$work/in"
run 'huge line' 2 1 from_file
no_output 'huge line'
repeat ' ' 1000000 >"$work/in"
echo 486 >>"$work/in"
run 'huge line of blanks' 0 0 from_file
{
	printf '486'
	repeat ' ' 2000
} >"$work/in"
run 'blanks after a selector' 0 0 from_file
awk 'BEGIN { for (i = 0; i < 20000; i++) print i % 900 + 100 }' >"$work/in"
run 'many lines' 1 "$(($("$program" list --all -f code | awk '{ known[$1] = 1 }
	END { for (i = 0; i < 20000; i++) missing += !(i % 900 + 100 in known); print missing }')))" from_file

# shellcheck disable=SC2046
run 'many operands' 0 0 "$program" -f code $(awk 'BEGIN { for (i = 0; i < 20000; i++) print i % 2 ? 486 : 603 }')
[ "$(wc -l <"$work/out")" -eq 20000 ] || fail 'many operands: not a line for each'
# shellcheck disable=SC2046
run 'many words' 1 20000 "$program" $(awk 'BEGIN { for (i = 0; i < 20000; i++) print "zz" }')

# --- bytes that are no text ----------------------------------------------------------------------------------------

printf '486\0\n' >"$work/in"
run 'NUL on stdin' 2 1 from_file
no_output 'NUL on stdin'
printf '\0\0\0' >"$work/in"
run 'only NULs on stdin' 2 1 from_file
printf 'a\377\376\200b\n' >"$work/in"
run 'broken UTF-8 on stdin' 1 1 from_file
[ "$(LC_ALL=C tr -d '\n -~' <"$work/err" | wc -c)" -eq 0 ] || fail 'broken UTF-8 on stdin: not escaped'
run 'broken UTF-8 in an operand' 1 1 "$program" "$(printf 'a\377\376\200b')"
[ "$(LC_ALL=C tr -d '\n -~' <"$work/err" | wc -c)" -eq 0 ] || fail 'broken UTF-8 in an operand: not escaped'

[ "$failures" -eq 0 ]
