#!/bin/sh
# Turns IANA's CSV file of the SIP response codes into registry.txt beside this script.
#
#     sh data/update-registry.sh FILE DATE
#
# FILE has the columns "Response Code,Description,Reference"; DATE is the day of the copy, as 2026-07-30.

set -eu

if [ $# -ne 2 ]; then
    echo "usage: sh data/update-registry.sh FILE DATE" >&2
    exit 2
fi
file=$1
date=$2
case $date in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]) ;;
    *)
        echo "update-registry.sh: not a date like 2026-07-30: $date" >&2
        exit 2
        ;;
esac
if [ ! -f "$file" ] || [ ! -r "$file" ]; then
    echo "update-registry.sh: cannot read $file" >&2
    exit 2
fi

dir=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=$dir/registry.txt
draft=$target.new
trap 'rm -f "$draft"' EXIT
trap 'exit 1' HUP INT TERM

# A quoted field may hold commas, doubled quotes and line ends. The script gathers a record until its quotes are
# balanced, then takes it apart; a file in DOS form and one with a byte order mark are welcome.
LC_ALL=C awk -v date="$date" '
    function fail(what) {
        print "update-registry.sh: record " records ": " what > "/dev/stderr"
        failed = 1
        exit 1
    }
    function take(text,    n, i, c, quoted) {
        n = 1
        field[1] = field[2] = field[3] = ""
        quoted = 0
        for (i = 1; i <= length(text); i++) {
            c = substr(text, i, 1)
            if (c == "\"") {
                if (quoted && substr(text, i + 1, 1) == "\"") {
                    field[n] = field[n] c
                    i++
                } else
                    quoted = !quoted
            } else if (c == "," && !quoted)
                field[++n] = ""
            else
                field[n] = field[n] c
        }
        for (i = 1; i <= n; i++) {
            gsub(/[ \t\n]+/, " ", field[i])
            sub(/^ /, "", field[i])
            sub(/ $/, "", field[i])
        }
        return n
    }
    function record(text,    n, code, rfc) {
        records++
        n = take(text)
        code = field[1]
        if (code !~ /^[1-6][0-9][0-9]$/)
            return
        if (n < 3)
            fail("a code without three columns")
        if (field[2] == "" || tolower(field[2]) == "unassigned" || tolower(field[2]) == "reserved")
            return
        if (!match(field[3], /RFC ?[0-9]+/)) {
            print "update-registry.sh: " code " left out: no RFC number in its reference" > "/dev/stderr"
            return
        }
        rfc = substr(field[3], RSTART, RLENGTH)
        sub(/ /, "", rfc)
        if (code + 0 <= last)
            fail(code " is out of order")
        last = code + 0
        print code ": " field[2] " [" rfc "]"
        codes++
    }
    BEGIN { print "registry: " date }
    NR == 1 { sub(/^\357\273\277/, "") }
    { sub(/\r$/, "") }
    {
        whole = open ? whole "\n" $0 : $0
        copy = whole
        open = gsub(/"/, "", copy) % 2
        if (!open)
            record(whole)
    }
    END {
        if (failed)
            exit 1
        if (open) {
            records++
            fail("a quoted field does not end")
        }
        if (codes < 50) {
            print "update-registry.sh: only " codes + 0 " response codes; registry.txt is left as it was" > "/dev/stderr"
            exit 1
        }
    }
' "$file" > "$draft"

mv -f -- "$draft" "$target"
trap - EXIT
count=$(grep -c '^[1-6]' "$target")
echo "$count response codes in $target"
