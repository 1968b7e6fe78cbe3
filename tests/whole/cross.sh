#!/bin/sh
# A cross build for another byte order: the generator is the host's, the program the target's, the answers the same.
#
#     sh cross.sh PROGRAM SOURCE GENERATOR
#
# PROGRAM and GENERATOR are the host's.
set -eu

program=$1
source=$2
generator=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

machine() {
	LC_ALL=C readelf -h "$1" | sed -n 's/^ *Machine: *//p'
}

build() {
	folder=$1
	shift
	{
		cmake -S "$source" -B "$folder" -DCMAKE_TOOLCHAIN_FILE="$here/../../cmake/cross/s390x.cmake" -DSIPCODE_WERROR=ON -DSIPCODE_TABLE= "$@"
		cmake --build "$folder"
	} >"$work/log" 2>&1 || fail "$(cat "$work/log")"
}

check() {
	[ "$(machine "$1/sipcode")" = 'IBM S/390' ] || fail "$1/sipcode is for $(machine "$1/sipcode")"
	for arguments in 486 'compare 301 603' 'list --all' '-o json 6xx' 'search busy' '--version'; do
		# shellcheck disable=SC2086
		"$program" $arguments >"$work/expected"
		# shellcheck disable=SC2086
		qemu-s390x -L /usr/s390x-linux-gnu "$1/sipcode" $arguments >"$work/actual"
		diff "$work/expected" "$work/actual" || fail "sipcode $arguments: on the host (<) and on the target (>)"
	done
}

build "$work/own"
[ "$(machine "$work/own/src/gen/host/sipcode-gen")" = "$(machine "$generator")" ] || fail 'a generator for the target'
check "$work/own"

build "$work/given" -DSIPCODE_GEN="$generator"
[ ! -e "$work/given/src/gen/host" ] || fail 'a generator is built although one is given'
check "$work/given"
cmp "$work/own/generated/table.c" "$work/given/generated/table.c"
