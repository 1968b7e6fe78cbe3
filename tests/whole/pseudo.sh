#!/bin/sh
# A language that nobody speaks, some 40 per cent longer than English and full of odd characters, is added as a file, and
# every property of the program holds in it:
#
#     sh pseudo.sh SOURCE
set -eu

source=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

python3 "$here/pseudo.py" "$source/data/en.txt" >"$work/xx.txt"
tests='compare count differ flow language mutation prose width'
{
	cmake -S "$source" -B "$work/build" -DSIPCODE_TESTS=ON -DSIPCODE_WERROR=ON -DSIPCODE_TABLE= -DSIPCODE_LANGUAGE_FILES="$work/xx.txt"
	# shellcheck disable=SC2086
	cmake --build "$work/build" -j2 --target sipcode_exe $(printf ' test_%s' $tests)
} >"$work/log" 2>&1 || fail "$(cat "$work/log")"

for test in $tests; do
	(cd "$work" && SIPCODE_TEST_LANG=xx timeout 300 "$work/build/tests/test_$test") >"$work/log" 2>&1 ||
		fail "$test: $(grep -v -e ' OK ' -e ' RUN ' "$work/log")"
done
said=$("$work/build/sipcode" --lang xx -f phrase,summary 486)
case $said in
'Busy Here	'*çàll*) ;;
*) fail "sipcode speaks another language: $said" ;;
esac
