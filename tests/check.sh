#!/bin/sh
# Installs what the tests need, then builds and passes them: `sh tests/check.sh`.
#
# Runs the suite three times: optimised with gcc, under AddressSanitizer and UndefinedBehaviorSanitizer with clang,
# and for coverage, which must not fall below what is asked for here.
set -eu
cd "$(dirname "$0")/.."
as_root=$(command -v sudo || true)

if command -v apt-get >/dev/null; then
	export DEBIAN_FRONTEND=noninteractive
	$as_root apt-get update
	$as_root apt-get install -y --no-install-recommends \
		gcc g++ clang libc6-dev cmake make libcmocka-dev musl-tools valgrind strace mandoc python3 python3-jsonschema \
		gcovr binutils qemu-user gcc-s390x-linux-gnu libc6-dev-s390x-cross shellcheck
elif command -v dnf >/dev/null; then
	$as_root dnf install -y \
		gcc gcc-c++ clang compiler-rt cmake make libcmocka-devel musl-gcc valgrind strace mandoc python3 \
		python3-jsonschema gcovr binutils qemu-user gcc-s390x-linux-gnu ShellCheck
elif command -v apk >/dev/null; then
	$as_root apk add \
		gcc g++ clang compiler-rt musl-dev cmake make cmocka-dev valgrind strace mandoc python3 py3-jsonschema \
		gcovr binutils shellcheck
fi

jobs=$(getconf _NPROCESSORS_ONLN || echo 2)
for preset in dev asan coverage; do
	cmake --preset "$preset"
	cmake --build --preset "$preset" -j "$jobs"
	ctest --preset "$preset" -j "$jobs"
done
cmake --build --preset coverage --target coverage
cmake --preset static
cmake --build --preset static -j "$jobs"
