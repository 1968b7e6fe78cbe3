#!/bin/sh
# Installs what the tests need on Debian or Ubuntu, then builds and passes them: `sh tests/check.sh`.
#
# The suite runs optimised, under AddressSanitizer and UndefinedBehaviorSanitizer, and for coverage, which must not
# fall below what the target asks for; clang's warnings and the static program are built as well.
set -eu
cd "$(dirname "$0")/.."
as_root=$(command -v sudo || true)
packages='bash binutils clang cmake dpkg-dev file fish g++ gcc gcc-s390x-linux-gnu gcovr hunspell
	hunspell-en-gb hunspell-fr jq libc6-dev libc6-dev-s390x-cross libcmocka-dev lintian make mandoc
	musl-tools parallel pkgconf python3 python3-jsonschema qemu-user shellcheck strace valgrind zsh'

if ! command -v apt-get >/dev/null; then
	echo "check.sh: no apt-get here; install what these Debian packages hold, then use the presets:" $packages >&2
	exit 2
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update
# shellcheck disable=SC2086 # a list of words
$as_root apt-get install -y --no-install-recommends $packages

jobs=$(nproc)
for preset in dev asan coverage; do
	cmake --preset "$preset"
	cmake --build --preset "$preset" -j "$jobs"
	ctest --preset "$preset" -j "$jobs"
done
cmake --build --preset coverage --target coverage
for preset in clang static; do
	cmake --preset "$preset"
	cmake --build --preset "$preset" -j "$jobs"
done
