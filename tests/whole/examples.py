"""Runs the examples of documents: python3 examples.py PROGRAM README DOCUMENT...

In each fenced block of a Markdown file and each literal block of the manual, what stands under a line
`$ sipcode ...`, up to the next `$ ` or the end of the block, is what that command must print, in the folder of the
README. So is what stands under any command that runs sipcode later in its line. The first document has to have an
example.
"""

import os
import re
import subprocess
import sys

MDOC_ESCAPES = {r"\(aq": "'", r"\(dq": '"', r"\(ti": "~", r"\(ha": "^", r"\(bv": "│", r"\(ga": "`", r"\-": "-",
                r"\e": "\\", r"\&": "", r"\ ": " "}


def markdown_blocks(lines):
    """Lists of (line number, text), one for each fenced block."""
    block, fence = None, ""
    for number, line in enumerate(lines, 1):
        found = re.match(r" {0,3}(```+|~~~+)", line)
        if block is None and found:
            block, fence = [], found.group(1)
        elif found and line.strip() == fence:
            yield block
            block = None
        elif block is not None:
            block.append((number, line))
    if block is not None:
        raise SystemExit("a fenced block without an end")


def mdoc_blocks(lines):
    block = None
    for number, line in enumerate(lines, 1):
        if line.startswith((".Bd -literal", ".Bd -unfilled")):
            block = []
        elif line.startswith(".Ed"):
            yield block or []
            block = None
        elif block is not None and not line.startswith((".", "'")):
            block.append((number, re.sub(r"\\(\(..|.)", lambda m: MDOC_ESCAPES[m.group(0)], line)))


def examples(block):
    """(line number, command, expected output) of a block; one command may go on after a backslash."""
    command, number, output, going_on = None, 0, [], False
    for at, line in [*block, (0, "$ ")]:
        if going_on:
            command += "\n" + line
        elif line.startswith("$ ") or line == "$":
            if command is not None:
                yield number, command, "\n".join(output).rstrip("\n")
            runs = re.match(r"\$ (.*\| )?sipcode\b", line)
            command, number, output = (line[2:], at, []) if runs else (None, 0, [])
        else:
            output.append(line)
        going_on = command is not None and not output and command.endswith("\\")


def run(command, folder, root):
    environment = {"PATH": folder + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    for name, value in os.environ.items():
        if name.endswith("SAN_OPTIONS") or name.startswith("GCOV") or name == "SIPCODE_LANG":
            environment[name] = value
    done = subprocess.run(["sh", "-c", command], cwd=root, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode("utf-8").rstrip("\n")


def main():
    program, *documents = sys.argv[1:]
    root = os.path.dirname(os.path.abspath(documents[0]))
    failures = 0
    for document in documents:
        with open(document, encoding="utf-8") as file:
            lines = file.read().splitlines()
        count = 0
        found = re.search(r"\.([a-z]{2})\.1\.in$", document)  # the manual of another language
        os.environ["SIPCODE_LANG"] = found.group(1) if found else ""
        for block in (markdown_blocks if document.endswith(".md") else mdoc_blocks)(lines):
            for number, command, expected in examples(block):
                count += 1
                actual = run(command, os.path.dirname(os.path.abspath(program)), root)
                if actual != expected:
                    failures += 1
                    print(f"FAILED: {document}:{number}: $ {command}\n---- is to print\n{expected}\n---- prints\n"
                          f"{actual}\n----", file=sys.stderr)
        print(f"{document}: {count} examples")
        if count == 0 and document == documents[0]:
            failures += 1
            print(f"FAILED: {document}: no example", file=sys.stderr)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
