# SPDX-License-Identifier: MIT
"""English style that a reader would stumble over: python3 prose.py PROGRAM WORDS

No entry takes more than 45 lines, no run of seven words stands in the texts of two codes or of two pairs, no filler stands anywhere, every
text is whole sentences, and hunspell knows every word, with the help of the project's own list WORDS.
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
    run = subprocess.run([program, "-o", "json", *arguments], capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def runs(text):
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower())
    found = {tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)}
    # the number of a section is no phrase
    return {run for run in found if sum(word.isdigit() for word in run) < 4}


def check_runs(codes):
    seen = {}
    for code in codes:
        mine = set().union(*(runs(code[text] or "") for text in TEXTS))
        for run in sorted(mine):
            other = seen.setdefault(run, code["code"])
            if other != code["code"]:
                yield f"{code['code']} and {other} share '{' '.join(run)}'"


def read_pairs(program, codes):
    """(label, texts) of each pair that has words of its own; texts by what they are."""
    for code in codes:
        for other in code["related"]:
            if code["code"] > other:
                continue
            pair = read(program, "compare", str(code["code"]), str(other))[0]
            texts = {"sentence": pair["sentence"]}
            for number, difference in enumerate(pair["differences"]):
                if difference["field"] == "difference":
                    texts[f"difference {number + 1}"] = difference["text"]
            for which in pair["which"]:
                texts[f"send {which['code']}"] = which["send"]
                texts[f"receive {which['code']}"] = which["receive"]
            yield f"{code['code']} {other}", texts


def check_pair_runs(pairs):
    seen = {}
    for label, texts in pairs:
        for run in sorted(set().union(*(runs(text) for text in texts.values()))):
            other = seen.setdefault(run, label)
            if other != label:
                yield f"pairs {label} and {other} share '{' '.join(run)}'"


def check_pair(label, texts):
    """Both codes stand in what tells them apart and in each difference."""
    for name, text in texts.items():
        told = name == "sentence" or name.startswith("difference")
        if told and not all(re.search(rf"\b{code}\b", text) for code in label.split()):
            yield f"pair {label} {name}: does not speak of both"
        yield from check_text(f"pair {label} {name}", text, name.startswith("send"))


def check_text(label, text, clause):
    for phrase in FILLER:
        if re.search(r"\b" + re.escape(phrase), text.lower()):
            yield f"{label}: filler '{phrase}'"
    if not clause and text and not (text[0].isupper() or text[0] in "\"'0123456789"):
        yield f"{label}: does not begin as a sentence"
    if text.count('"') % 2 or text.count("(") != text.count(")"):
        yield f"{label}: an open quotation mark or bracket"


def check_style(code):
    for name in ("summary", "action", *TEXTS):
        yield from check_text(f"{code['code']} {name}", code[name] or "", name == "summary")


def reason_texts(program):
    """(label, name, text) of all texts of causes, warnings and protocols."""
    for entry in read(program, "cause", "--all") + read(program, "warning"):
        label = f"{entry['kind']} {entry.get('protocol', '')} {entry.get('code', '')}"
        for name in ("summary", "action", "description", "resolution", "mapping"):
            if entry.get(name):
                yield label, name, entry[name]


def check_reasons(texts):
    seen, distinct = {}, {}
    for label, name, text in texts:
        yield from check_text(f"{label} {name}", text, name == "summary")
        if name in ("summary", "action") and distinct.setdefault((name, text), label) != label:
            yield f"{label} and {distinct[name, text]} have the same {name}"
        for run in sorted(runs(text)):
            if seen.setdefault(run, label) != label:
                yield f"{label} and {seen[run]} share '{' '.join(run)}'"


def flow_words(program):
    """Titles and notes of all ladders."""
    for flow in read(program, "flow", "1xx", "2xx", "3xx", "4xx", "5xx", "6xx"):
        yield flow["title"]
        yield from (step["text"] for step in flow["steps"] if step["kind"] == "note")


def check_spelling(texts, words):
    text = "\n".join(texts)
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
    pairs = list(read_pairs(program, codes))
    texts = [code[name] or "" for code in codes for name in ("summary", "action", *TEXTS)]
    texts += [text for _, pair in pairs for text in pair.values()]
    texts += flow_words(program)
    reasons = list(reason_texts(program))
    texts += [text for _, _, text in reasons]
    problems = [*check_runs(codes), *check_pair_runs(pairs), *check_reasons(reasons), *check_spelling(texts, words)]
    for label, pair in pairs:
        problems += check_pair(label, pair)
    for code in codes:
        problems += [*check_style(code), *check_lines(program, code)]
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
