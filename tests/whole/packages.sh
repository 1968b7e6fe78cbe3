#!/bin/sh
# What CPack makes: Debian packages that lintian has nothing to say of, an archive whose program runs by itself, and a
# source archive that needs neither this tree nor a compiler for the host. The same source in another folder, at another
# time, gives the same bytes.
#
#     sh packages.sh SOURCE VERSION
set -eu

source=$1
version=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
umask 022
unset SOURCE_DATE_EPOCH

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

quietly() {
	"$@" >"$work/log" 2>&1 || fail "$*: $(cat "$work/log")"
}

pack() {
	from=$1
	to=$2
	mkdir -p "$from" "$to"
	(cd "$source" && tar cf - --exclude=./.git --exclude='./build*' --exclude=./generated .) | tar xf - -C "$from"
	for preset in deb static; do
		(cd "$from" && quietly cmake --preset $preset -B "$to/$preset" -DSIPCODE_WERROR=OFF \
			-DSIPCODE_PACKAGER="A packager <packager@debian.org>")
		quietly cmake --build "$to/$preset" --target package
	done
	quietly cmake --build "$to/deb" --target dist
}

pack "$work/first" "$work/out"
sleep 1 # files written later bear another time
pack "$work/a second/folder" "$work/another out"
for package in "$work/out/deb/sipcode_${version}_"*.deb "$work/out/deb/libsipcode-dev_${version}_"*.deb \
	"$work/out/deb/sipcode-$version.tar.gz" "$work/out/static/sipcode-$version-"*.tar.gz; do
	cmp "$package" "$work/another out/${package#"$work/out/"}" || fail 'two builds, two packages'
done

cd "$work/out/deb"
said=$(lintian --allow-root ./*.deb 2>&1) || fail "lintian: $said"
[ -z "$said" ] || fail "lintian: $said"
dpkg-deb -x sipcode_*.deb "$work/root"
[ "$("$work/root/usr/bin/sipcode" -f phrase 486)" = 'Busy Here' ] || fail "the packaged program"
zcat "$work/root/usr/share/man/man1/sipcode.1.gz" | grep -q '^\.Dt SIPCODE 1' || fail 'the packaged manual'
[ -s "$work/root/usr/share/zsh/vendor-completions/_sipcode" ] || fail 'the packaged completions'
dpkg-deb -f sipcode_*.deb Depends | grep -q '^libc6 ' || fail 'what the package depends on'

tar xzf "$work/out/static/sipcode-$version-"*.tar.gz -C "$work"
program=$(echo "$work/sipcode-$version"-*/bin/sipcode)
[ "$("$program" -f phrase 486)" = 'Busy Here' ] || fail "the program of the archive"
if readelf -lW "$program" | grep -q INTERP; then fail 'the program of the archive wants libraries'; fi

tar xzf "sipcode-$version.tar.gz" -C "$work"
cd "$work/sipcode-$version"
for extra in .git build build-dev; do
	[ ! -e $extra ] || fail "the source archive has $extra"
done
quietly cmake -B "$work/cross" -DCMAKE_TOOLCHAIN_FILE="$here/../../cmake/cross/s390x.cmake"
quietly cmake --build "$work/cross"
[ -z "$(find "$work/cross" -name 'sipcode-gen*' -type f -perm -100)" ] || fail 'a generator is built for the source archive'
[ "$(qemu-s390x -L /usr/s390x-linux-gnu "$work/cross/sipcode" -f phrase 486)" = 'Busy Here' ] ||
	fail 'the program made of the source archive'
