#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures what sipcode costs and puts the figures into a page, between two marks.

    report.py SPAWN TURNS PASSES TRACE DEFAULT STATIC PAGE

SPAWN is the program spawn; DEFAULT and STATIC are folders with `sipcode` and `tests/bench/one-line` in them; TRACE is a
large log to count in TURNS and PASSES say how often. Beside the programs that are measured, valgrind and binutils must be
there, node's package sip-status in the folder NODE_PATH names, and nothing else should be running.
"""

import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

COMMANDS = (["301"], ["compare", "301", "603"], ["search", "busy"], ["list"], ["--version"])
ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "en_GB.UTF-8", "TERM": "xterm",
               "NODE_PATH": os.environ.get("NODE_PATH", "")}


def output(words):
    return subprocess.run(words, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True).stdout


def need(name, purpose):
    path = shutil.which(name)
    if not path:
        sys.exit(f"report: no '{name}' here; {purpose}")
    return path


def measure(spawn, turns, base, commands):
    """Each command against the base: a list of (ratio, paired ratio, own and the base's time, faults, resident)."""
    words = [str(spawn), str(turns), *base]
    for command in commands:
        words += ["--", *command]
    rows = []
    for line in output(words).splitlines()[1:]:
        print(line, flush=True)
        cells = line.split(None, 8)
        rows.append({"base": float(cells[0]), "time": float(cells[1]), "ratio": float(cells[2]),
                     "paired": float(cells[3]), "base_faults": int(cells[4]), "faults": int(cells[5]),
                     "base_resident": int(cells[6]), "resident": int(cells[7])})
    return rows


def instructions(command):
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], env=ENVIRONMENT,
                         check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def row_of(name, command, m):
    return (name, f"{m['ratio']:.2f}", f"{m['paired']:.2f}", m["faults"], m["resident"], f"{instructions(command):,}")


HEADS = ("command", "ratio", "paired", "page faults", "peak KiB", "instructions")


def start_up(spawn, turns, name, folder, others):
    program, base = str(folder / "sipcode"), [str(folder / "tests/bench/one-line")]
    commands = [[program, *words] for words in COMMANDS]
    rows = measure(spawn, turns, base, commands + [command for _, command in others])
    first = {"ratio": 1, "paired": 1, "faults": rows[0]["base_faults"], "resident": rows[0]["base_resident"]}
    cells = [row_of("one-line", base, first)]
    cells += [row_of(f"`sipcode {' '.join(words)}`", command, m) for words, command, m in zip(COMMANDS, commands, rows)]
    cells += [row_of(label, command, m) for (label, command), m in zip(others, rows[len(commands):])]
    return f"### {name}\n\n" + table(HEADS, cells) + "\n"


def against_true(spawn, turns, folders):
    true = need("true", "")
    rows = measure(spawn, turns, [true], [[str(folder / "sipcode"), "301"] for folder in folders])
    return "Against `/bin/true` `sipcode 301` takes {:.2f} in the default build, {:.2f} in the static one.\n".format(
        *(row["ratio"] for row in rows))


def sizes(folders):
    cells = []
    for name, folder in folders:
        with tempfile.TemporaryDirectory() as work:
            stripped = pathlib.Path(work) / "sipcode"
            subprocess.run(["strip", "-o", stripped, folder / "sipcode"], check=True)
            parts = {line.split()[0]: int(line.split()[1]) for line in output(["size", "-A", str(stripped)]).splitlines()
                     if line.startswith(".")}
            cells.append((name, f"{stripped.stat().st_size:,}", f"{parts['.text']:,}", f"{parts['.rodata']:,}",
                          f"{parts.get('.data', 0) + parts.get('.data.rel.ro', 0):,}"))
    return table(("build", "bytes, stripped", "code", "constants", "written to"), cells) + "\n"


def trace(spawn, passes, program, log):
    shell = need("sh", "")
    os.environ["LC_ALL"] = "C"
    pairs = (
        ("`grep -c '^SIP/2.0 '`", [shell, "-c", f"grep -c '^SIP/2.0 ' {log} | cat"], "count"),
        ("`rg -o ... | sort | uniq -c`", [shell, "-c", f"rg -o '^SIP/2\\.0 [0-9]{{3}}' {log} | sort | uniq -c"], "count"),
        ("`wc -l`", [need("wc", ""), "-l", log], "count"),
        ("`sipcode count`", [program, "count", log], "annotate"),
    )
    cells = []
    for name, base, command in pairs:
        m = measure(spawn, passes, base, [[program, command, log]])[0]
        cells.append((f"`sipcode {command}`", name, f"{m['ratio']:.2f}", f"{m['paired']:.2f}", f"{m['base'] / 1000:.0f}",
                      f"{m['time'] / 1000:.0f}", m["resident"]))
    size = pathlib.Path(log).stat().st_size
    return (f"A trace of {size / 1e6:.0f} MB, in the page cache, {passes} passes each:\n\n" +
            table(("command", "against", "ratio", "paired", "ms", "own ms", "peak KiB"), cells) + "\n")


def machine():
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    compiler = output(["gcc", "--version"]).splitlines()[0]
    return (f"{datetime.date.today().isoformat()}, {cpu.group(1) if cpu else 'an unknown processor'}, "
            f"{os.cpu_count()} cores, Linux {os.uname().release}, {compiler}.")


def main():
    spawn, turns, passes, log, default, static, page = sys.argv[1:]
    default, static, page = (pathlib.Path(name) for name in (default, static, page))
    for folder in (default, static):
        for name in ("sipcode", "tests/bench/one-line"):
            if not (folder / name).exists():
                sys.exit(f"report: no '{folder / name}'; build it first: see the page")
    with tempfile.TemporaryDirectory() as work:
        text = pathlib.Path(work) / "codes.txt"
        text.write_text(output([str(default / "sipcode"), "--all", "list"]))
        others = (
            ("`/bin/true`", [need("true", "")]),
            ("`errno 2` (moreutils)", [need("errno", "Debian's moreutils has it"), "2"]),
            ("`grep '^301'` in what `list` prints", [need("grep", ""), "^301", str(text)]),
            ("node, package sip-status", [need("node", "Debian's nodejs has it"), "-p", "require('sip-status')[301]"]),
        )
        need("rg", "Debian's ripgrep has it")
        parts = [machine() + "\n", start_up(spawn, turns, "Default build", default, others),
                 start_up(spawn, turns, "Static build", static, ()),
                 against_true(spawn, turns, (default, static)),
                 "### Size\n\n" + sizes((("default", default), ("static", static))),
                 "### Traces\n\n" + trace(spawn, passes, str(default / "sipcode"), log)]
    begin, end = "<!-- measured -->\n", "<!-- end -->\n"
    before, rest = page.read_text().split(begin)
    page.write_text(before + begin + "\n" + "\n".join(parts) + "\n" + end + rest.split(end)[1])


main()
