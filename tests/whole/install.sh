#!/bin/sh
# What is installed can be used: the program, its manual, and the library through find_package().
#
#     sh install.sh BUILD COMPILER VERSION
set -eu

build=$1
compiler=$2
version=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

cmake --install "$build" --prefix "$work/prefix" >"$work/log" || fail "$(cat "$work/log")"

[ "$("$work/prefix/bin/sipcode" -f phrase 486)" = 'Busy Here' ] || fail 'the program that was installed'
[ -s "$work/prefix/share/man/man1/sipcode.1" ] || fail "no manual"
[ -s "$work/prefix/share/man/fr/man1/sipcode.1" ] || fail "no manual in French"
[ "$(find "$work/prefix" -name '*.h')" = "$work/prefix/include/sipcode.h" ] || fail 'not the one header'
# Nothing of the build tree and nothing of the development set goes along.
if grep -rIlE "$build|sipcode_dev|Werror" "$work/prefix"; then
	fail 'these files speak of the build'
fi

mkdir "$work/user"
cat >"$work/user/CMakeLists.txt" <<'EOF'
cmake_minimum_required(VERSION 3.22)
project(user LANGUAGES C)
find_package(sipcode REQUIRED)
add_executable(user user.c)
target_link_libraries(user PRIVATE sipcode::sipcode)
EOF
cat >"$work/user/user.c" <<'EOF'
#include <sipcode.h>
#include <stdio.h>

int main(void)
{
	return puts(sipcode_value(sipcode_find(486), SIPCODE_PHRASE, 0)) < 0;
}
EOF
{
	cmake -S "$work/user" -B "$work/user/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_C_COMPILER="$compiler"
	cmake --build "$work/user/build"
} >"$work/log" 2>&1 || fail "$(cat "$work/log")"
[ "$("$work/user/build/user")" = 'Busy Here' ] || fail 'what the library says'

# The name of the package may be followed by a version; a later one than ours is refused.
sed "s/find_package(sipcode/& $version/" "$work/user/CMakeLists.txt" >"$work/user/new"
mv "$work/user/new" "$work/user/CMakeLists.txt"
cmake -S "$work/user" -B "$work/user/build" >"$work/log" 2>&1 || fail "find_package(sipcode $version): $(cat "$work/log")"
