"""Makes a language that nobody speaks out of English, to see what layout bears: python3 pseudo.py en.txt > xx.txt

Its words are some 40 per cent longer, with accents, with combining and double-width characters. What the program or a
reader must recognise stays: placeholders, numbers, and words with more capitals or signs in them. Where a text has a limit
of columns, it is filled up to that.
"""

import re
import sys
import unicodedata

LIMITS = {"summary": 62, "action": 62, "title": 60}
ACCENTS = str.maketrans("aeiouycnsz", "àéîöûÿçñšž")


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def longer(word):
    if not re.fullmatch(r"[A-Za-z]?[a-z'-]+[.,;:!?]?", word) or len(word) < 2:
        return word
    end = word[-1] if word[-1] in ".,;:!?" else ""
    body = word[: len(word) - len(end)]
    body = body.translate(ACCENTS)
    extra = max(1, round(len(body) * 0.4))
    if len(body) % 3 == 0:
        body += "o\u0308" * extra
    elif len(body) % 3 == 1 and extra >= 2:
        body += "界" * (extra // 2) + "á" * (extra % 2)
    else:
        body += "ñ" * extra
    return body + end


def pseudo(field, text):
    limit = LIMITS.get(field)
    words = text.split(" ")
    for i, word in enumerate(words):
        changed = words[:i] + [longer(word)] + words[i + 1:]
        if limit is None or columns(" ".join(changed)) <= limit:
            words = changed
    return " ".join(words)


def main():
    out = []
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = file.read().split("\n")
    field, start, pending = "", "", None
    for line in lines + [""]:
        if line.startswith(" ") and pending is not None:
            if line.strip() == ".":
                out.append(f"{start}{pseudo(field, pending)}")
                out.append(" .")
                start, pending = "    ", ""
            else:
                pending = (pending + " " + line.strip()).strip()
            continue
        if pending is not None:
            out.append(f"{start}{pseudo(field, pending)}")
            pending = None
        found = re.match(r"([a-zA-Z0-9_.+-]+): (.*)", line)
        if line.startswith("#") or not found:
            out.append(line)
        elif found.group(1) in ("language", "name", "words", "class", "code", "variant", "pair", "flow", "cause",
                                "warning", "protocol", "reason") and (not out or out[-1] == "" or
                                                                      found.group(1) == "name"):
            out.append("language: xx" if found.group(1) == "language" else line)
        else:
            field, pending = found.group(1), found.group(2)
            start = f"{field}: "
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(out).rstrip("\n"))


if __name__ == "__main__":
    main()
