#!/bin/sh
# What is installed can be used, also after it was moved: the program, its manuals and completions, and the library from C
# and C++, through find_package() and through pkg-config.
#
#     sh install.sh BUILD CC CXX VERSION
set -eu

build=$1
cc=$2
cxx=$3
version=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

cmake --install "$build" --prefix "$work/first" >"$work/log" || fail "$(cat "$work/log")"
mv "$work/first" "$work/prefix"
prefix=$work/prefix

[ "$("$prefix/bin/sipcode" -f phrase 486)" = 'Busy Here' ] || fail 'the program that was installed'
for file in share/man/man1/sipcode.1 share/man/fr/man1/sipcode.1 share/bash-completion/completions/sipcode \
	share/zsh/site-functions/_sipcode share/fish/vendor_completions.d/sipcode.fish share/doc/sipcode/README.md \
	share/doc/sipcode/LICENSE share/doc/sipcode/scripting.md share/doc/sipcode/sipcode.schema.json; do
	[ -s "$prefix/$file" ] || fail "no $file"
done
[ "$(find "$prefix" -name '*.h')" = "$prefix/include/sipcode.h" ] || fail 'not the one header'
# Nothing of the build tree, of the place where it was first, and of the development set goes along.
if grep -rIlE "$build|$work/first|sipcode_dev|Werror" "$prefix"; then
	fail 'these files speak of the build'
fi

mkdir "$work/user"
cat >"$work/user/user.c" <<'EOF'
#include <sipcode.h>
#include <stdio.h>

int main(void)
{
	return puts(sipcode_value(sipcode_find(486), SIPCODE_PHRASE, 0)) < 0;
}
EOF
sed 's/<stdio.h>/<cstdio>/; s/puts/std::puts/; s/(void)/()/' "$work/user/user.c" >"$work/user/user.cc"
cat >"$work/user/CMakeLists.txt" <<'EOF'
cmake_minimum_required(VERSION 3.22)
project(user LANGUAGES C CXX)
find_package(sipcode REQUIRED)
add_executable(user-c user.c)
add_executable(user-cc user.cc)
target_link_libraries(user-c PRIVATE sipcode::sipcode)
target_link_libraries(user-cc PRIVATE sipcode::sipcode)
EOF
configure() {
	cmake -S "$work/user" -B "$work/user/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_COMPILER="$cc" \
		-DCMAKE_CXX_COMPILER="$cxx" >"$work/log" 2>&1
}
configure && cmake --build "$work/user/build" >"$work/log" 2>&1 || fail "$(cat "$work/log")"

# The name of the package may be followed by a version; a later one than ours is refused.
sed "s/find_package(sipcode/& $version/" "$work/user/CMakeLists.txt" >"$work/user/new"
mv "$work/user/new" "$work/user/CMakeLists.txt"
configure || fail "find_package(sipcode $version): $(cat "$work/log")"
sed "s/find_package(sipcode $version/find_package(sipcode 99.0/" "$work/user/CMakeLists.txt" >"$work/user/new"
mv "$work/user/new" "$work/user/CMakeLists.txt"
if configure; then fail 'find_package(sipcode 99.0) takes this one'; fi

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name sipcode.pc)")
export PKG_CONFIG_PATH
[ "$(pkg-config --modversion sipcode)" = "$version" ] || fail 'the version that pkg-config tells'
# shellcheck disable=SC2046 # lists of words
"$cc" -std=c11 $(pkg-config --cflags sipcode) -o "$work/user/pkg-c" "$work/user/user.c" $(pkg-config --libs sipcode)
# shellcheck disable=SC2046
"$cxx" -std=c++11 $(pkg-config --cflags sipcode) -o "$work/user/pkg-cc" "$work/user/user.cc" $(pkg-config --libs sipcode)

for user in build/user-c build/user-cc pkg-c pkg-cc; do
	[ "$("$work/user/$user")" = 'Busy Here' ] || fail "what the library says to $user"
done
