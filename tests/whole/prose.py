# SPDX-License-Identifier: MIT
"""English style that a reader would stumble over: python3 prose.py PROGRAM WORDS

No entry takes more than 45 lines, no run of seven words stands in the texts of two codes, no filler stands anywhere, every text is whole
sentences, and hunspell knows every word, with the help of the project's own list WORDS.
"""

import json
import re
import subprocess
import sys

TEXTS = ("description", "when_seen", "resolution", "send_when")
FILLER = (
    "it is important", "please note", "note that", "in order to", "basically", "simply put", "as mentioned",
    "it should be noted", "make sure that", "check the configuration", "check your configuration", "feel free",
    "may or may not", "and so on", "etc.", "various reasons", "error code", "in this case",
)
RUN = 7
LINES = 45


def read(program, *arguments):
    run = subprocess.run([program, "-o", "json", *arguments], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def runs(text):
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower())
    return {tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)}


def check_runs(codes):
    seen = {}
    for code in codes:
        mine = set().union(*(runs(code[text] or "") for text in TEXTS))
        for run in sorted(mine):
            other = seen.setdefault(run, code["code"])
            if other != code["code"]:
                yield f"{code['code']} and {other} share '{' '.join(run)}'"


def check_style(code):
    for name in ("summary", "action", *TEXTS):
        text = code[name] or ""
        for phrase in FILLER:
            if re.search(r"\b" + re.escape(phrase), text.lower()):
                yield f"{code['code']} {name}: filler '{phrase}'"
        if name != "summary" and text and not (text[0].isupper() or text[0] in "\"'0123456789"):
            yield f"{code['code']} {name}: does not begin as a sentence"
        if text.count('"') % 2 or text.count("(") != text.count(")"):
            yield f"{code['code']} {name}: an open quotation mark or bracket"


def check_spelling(codes, words):
    text = "\n".join(code[name] or "" for code in codes for name in ("summary", "action", *TEXTS))
    # names of header fields, settings, functions and domains are no English words
    text = re.sub(r"\S*[_@/:=.]\S+|\b\w*\d\w*\b|\b[A-Z][\w.]*(?:-[A-Z]\w*)+", " ", text)
    text = re.sub(r"'s?\b", " ", text)
    run = subprocess.run(["hunspell", "-d", "en_GB", "-p", words, "-l"], input=text, capture_output=True,
                         text=True, check=True)
    for word in sorted(set(run.stdout.split())):
        yield f"unknown word '{word}'"


def check_lines(program, code):
    run = subprocess.run([program, str(code["code"])], capture_output=True, text=True, check=True)
    lines = len(run.stdout.splitlines())
    if lines > LINES:
        yield f"{code['code']} takes {lines} lines"


def main():
    program, words = sys.argv[1:]
    codes = read(program, "list", "--all")
    if len(codes) < 75:
        sys.exit("prose.py: too few codes to be true")
    problems = list(check_runs(codes)) + list(check_spelling(codes, words))
    for code in codes:
        problems += [*check_style(code), *check_lines(program, code)]
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
