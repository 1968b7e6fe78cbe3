"""What a French reader would stumble over: python3 prose_fr.py PROGRAM fr.txt WORDS

Typography: the apostrophe is U+2019; U+202F stands before ; : ! ? % and inside guillemets. No entry takes more than 48
lines, and hunspell knows every word, with the help of the project's own list WORDS.
"""

import re
import subprocess
import sys

NARROW = "\u202f"
LINES = 48
SUBJECTS = ("language", "name", "words", "code", "variant", "pair", "flow", "cause", "warning", "protocol", "reason")
FILLER = ("il est important", "il convient", "veuillez", "n'hésitez pas", "en effet", "afin de", "etc.", "code d’erreur",
          "supporter ", "digital")


def values(path):
    """(line number, field, text) of each field; lines that continue are joined."""
    found = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if line.startswith("#") or not line:
                continue
            if line.startswith(" "):
                found[-1][2] += " " + line.strip()
            else:
                field, _, text = line.partition(":")
                found.append([number, field, text[1:]])
    return found


def typography(text):
    bare = re.sub(r"'[^']*'", "", text)  # what is typed or quoted as it stands
    if "'" in bare:
        yield "a straight apostrophe"
    for found in re.finditer(r"(.?)[;!?»](?!\w)", bare):
        if found.group(1) != NARROW:
            yield f"no narrow blank in '{found.group(0)}'"
    for found in re.finditer(r"(.?):(?= |$)", re.sub(r"«[^»]*»", "", bare)):
        if found.group(1) != NARROW:
            yield f"no narrow blank in '{found.group(0)}'"
    for found in re.finditer(r"«(.?)", bare):
        if found.group(1) != NARROW:
            yield f"no narrow blank in '{found.group(0)}'"
    if re.search(r"\d *%", bare):
        yield "no narrow blank before %"
    if bare.count("«") != bare.count("»") or bare.count("(") != bare.count(")"):
        yield "an open guillemet or bracket"
    for phrase in FILLER:
        if phrase in bare.lower():
            yield f"filler '{phrase}'"


def words_of(text):
    """The words that are French: no header field, host, option, command or key."""
    text = re.sub(r"'[^']*'|«[^»]*»|\{\w+\}|\S*[_/=@:.+<>*]\S*\w|--?\w[\w-]*|\S*\d\S*", " ", text)
    for word in re.findall(r"[^\W\d]+(?:[-’][^\W\d]+)*", text):
        for part in re.split(r"’", word):
            if not re.search(r"[A-ZÀ-Ý]", part[1:]) and "-" not in part:
                yield part


def unknown_words(words, own):
    run = subprocess.run(["hunspell", "-i", "utf-8", "-d", "fr_FR", "-l"], input="\n".join(sorted(words)), text=True,
                         capture_output=True, check=True)
    return sorted(word for word in set(run.stdout.split()) if word not in own and word.lower() not in own)


def entry_lengths(program):
    codes = subprocess.run([program, "list", "--all", "-f", "code"], capture_output=True, text=True, check=True)
    for code in codes.stdout.split():
        run = subprocess.run([program, "--lang", "fr", code], capture_output=True, text=True, check=True)
        lines = run.stdout.count("\n")
        if lines > LINES:
            yield f"{code} takes {lines} lines"


def main():
    program, path, list_path = sys.argv[1:]
    failures, words = [], set()
    with open(list_path, encoding="utf-8") as file:
        own = {line.strip() for line in file if not line.startswith("#")}
    for number, field, text in values(path):
        if field not in SUBJECTS and not field.startswith("mark."):
            failures += [f"{path}:{number}: {field}: {what}" for what in typography(text)]
            words.update(words_of(text))
    failures += [f"{path}: hunspell does not know '{word}'" for word in unknown_words(words, own)]
    failures += entry_lengths(program)
    for line in failures:
        print("FAILED:", line, file=sys.stderr)
    return len(failures) > 0


if __name__ == "__main__":
    sys.exit(main())
