#!/bin/sh
# SPDX-License-Identifier: MIT
# What four analysers say of src/, and of the fuzz targets and benchmarks: `sh tests/analyse.sh`; silence and status 0
# when all is well. Takes minutes, needs Debian's clang-tidy, clang-tools, cppcheck and gcc, and is no part of the test
# command: other versions have other opinions.
#
# What is not listened to, and why: .clang-tidy and tests/cppcheck.txt say it for theirs. -Wanalyzer-malloc-leak of gcc
# 12 loses a pointer that is stored at a computed place in an array (operands.c keeps lines so); leaks are what valgrind
# and LeakSanitizer look for in every test.
set -eu
cd "$(dirname "$0")/.."
build=$PWD/build-analyse
jobs=$(nproc)
failed=0

complain()
{
	echo "analyse: $1 has something to say" >&2
	failed=1
}

tidy()
{
	find src tests/bench tests/fuzz -name '*.c' ! -name fuzz_reader.c | sort |
		xargs -P "$jobs" -n 4 clang-tidy -p "$build" --quiet 2>"$build/tidy.log"
}

check()
{
	cppcheck -j "$jobs" --std=c11 --enable=warning,style,performance,portability --inline-suppr --quiet \
		--suppressions-list=tests/cppcheck.txt --error-exitcode=1 \
		-I include -I src/cli -I src/lib -I src/gen -I "$build/generated" src tests/bench tests/fuzz
}

analyse()
{
	for file in src/*/*.c; do
		gcc -std=c11 -O2 -fanalyzer -Wno-analyzer-malloc-leak -Werror -DSIPCODE_VERSION='""' \
			-I include -I src/cli -I src/lib -I "$build/generated" -c "$file" -o "$build/analysed.o" || return 1
	done
}

scan()
{
	rm -rf "$build/scan"
	scan-build -o "$build/reports" cmake -S . -B "$build/scan" -DCMAKE_BUILD_TYPE=Debug >/dev/null
	scan-build -o "$build/reports" --status-bugs cmake --build "$build/scan" -j "$jobs" >"$build/scan.log" 2>&1 ||
		{ cat "$build/scan.log"; return 1; }
}

cmake --preset dev -B "$build" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
cmake --build "$build" -j "$jobs" --target sipcode_data >/dev/null
tidy || complain clang-tidy
check || complain cppcheck
analyse || complain 'gcc -fanalyzer'
scan || complain scan-build
exit "$failed"
