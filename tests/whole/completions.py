"""What the real shells offer when somebody presses Tab: python3 completions.py PROGRAM FOLDER

FOLDER has the completions. Each row is a line as it is typed, and words that must be offered for it, or must not.
"""

import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

failures = 0


def check(condition, what):
    global failures
    if not condition:
        failures += 1
        print(f"FAILED: {what}", file=sys.stderr)


def ask(*arguments):
    return subprocess.run(["sipcode", *arguments], capture_output=True, text=True, check=False)


def rows(codes, languages, commands, options):
    """(line, words to be offered, words not to be offered)"""
    yield "sipcode ", [*commands, *codes, "4xx"], ["--format", "(Q.850)"]
    yield "sipcode co", ["compare", "count"], ["cause", "480"]
    yield "sipcode 48", [code for code in codes if code.startswith("48")], ["compare", "500"]
    yield "sipcode compare 486 60", [code for code in codes if code.startswith("60")], ["480", "count"]
    yield "sipcode --", options, ["486"]
    yield "sipcode --format ", ["text", "json", "tsv", "markdown"], ["or", "486"]
    yield "sipcode -o ", ["text", "json", "tsv", "markdown"], ["or", "486"]
    yield "sipcode list --color ", ["auto", "always", "never"], ["486"]
    yield "sipcode --lang ", languages, ["486", "or"]
    yield "sipcode --fields ph", ["phrase"], ["retry"]
    yield "sipcode cause 3", ["3", "34", "38"], ["300", "17"]
    yield "sipcode warning 30", ["304", "307"], ["480"]
    yield "sipcode help fl", ["flow"], ["486"]
    yield "sipcode help ", commands, ["(Q.850)"]
    yield "sipcode -o json cause 3", ["34"], ["300"]
    yield "sipcode --lang fr warning 3", ["304", "370"], ["3xx"]
    yield "sipcode --quiet cause 3", ["34"], ["300"]
    yield "sipcode --only 4xx count tra", ["trace.log"], ["486"]
    yield "sipcode count tra", ["trace.log"], ["486"]


def in_bash(folder, line):
    """The candidates that the function puts into COMPREPLY, or files."""
    words = line.split(" ")
    script = f"""source {folder}/sipcode.bash
COMP_WORDS=({" ".join(f"'{word}'" for word in words)}) COMP_CWORD={len(words) - 1}
_sipcode 2>/dev/null
printf '%s\\n' "${{COMPREPLY[@]}}"
[[ ${{#COMPREPLY[@]}} -eq 0 ]] && compgen -f -- '{words[-1]}'"""
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=False)
    check(done.stderr == "", f"bash: '{line}': {done.stderr}")
    return [found.split("  ")[0] for found in done.stdout.splitlines() if found], done.stdout


def in_fish(folder, line):
    script = f"source {folder}/sipcode.fish; complete -C '{line}'"
    done = subprocess.run(["fish", "--no-config", "-c", script], capture_output=True, text=True, check=False)
    check(done.stderr == "", f"fish: '{line}': {done.stderr}")
    return [found.split("\t")[0] for found in done.stdout.splitlines()], done.stdout


class Zsh:
    """An interactive zsh on a terminal of its own."""

    def __init__(self, folder):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="dumb", PS1="", COLUMNS="200", LINES="2000")
            os.execvp("zsh", ["zsh", "-f", "-i"])
        self.run(f"unsetopt zle prompt_cr prompt_sp; stty -echo cols 200 rows 2000; PS1=; fpath=({folder} $fpath); "
                 "autoload -Uz compinit; compinit -u -D; LISTMAX=10000; setopt zle; echo rea''dy", "ready")
        # what is listed is printed one a line, whatever the terminal; a word alone is put into the line
        self.run("zstyle ':completion:*' list-packed false; zstyle ':completion:*' menu no; "
                 "zstyle ':completion:*' list-grouped false; setopt no_auto_menu no_list_beep bash_auto_list; "
                 "show() { print -r -- \"[$BUFFER]\"; }; zle -N show; bindkey '^X' show; echo se''t", "set")

    def read(self, until, seconds=20):
        seen = ""
        end = time.time() + seconds
        while time.time() < end and not re.search(until, seen):
            if select.select([self.terminal], [], [], 0.2)[0]:
                seen += os.read(self.terminal, 65536).decode("utf-8", "replace")
        return seen

    def run(self, command, until):
        os.write(self.terminal, (command + "\n").encode())
        seen = self.read(until)
        check(re.search(until, seen), f"zsh does not say {until}: {seen[-300:]!r}")

    def offer(self, line):
        os.write(self.terminal, (line + "\t\t\x18").encode())
        seen = self.read(r"\[[^\]]*\]\r?\n", 20)
        os.write(self.terminal, b"\x15")
        self.read("$^", 0.3)
        found = re.search(r"\[(sipcode[^\]]*)\]", seen)
        return re.findall(r"(?:^|\r|\n|\s)([\w.-]+)", seen) + (found.group(1).split()[-1:] if found else []), seen


def check_shell(name, offer, all_rows):
    for line, wanted, unwanted in all_rows:
        offered, seen = offer(line)
        for word in wanted:
            check(word in offered, f"{name}: '{line}' does not offer '{word}': {seen[:600]!r}")
        for word in unwanted:
            check(word not in offered, f"{name}: '{line}' offers '{word}'")
    _, seen = offer("sipcode 48")
    check("Busy Here" in seen, f"{name}: 486 is offered without its phrase: {seen[:300]!r}")


def main():
    program, folder = (os.path.abspath(path) for path in sys.argv[1:])
    os.environ["PATH"] = os.path.dirname(program) + os.pathsep + os.environ["PATH"]
    os.environ["LC_ALL"] = "C.UTF-8"
    codes = ask("list", "--all", "-f", "code").stdout.split()
    languages = re.findall(r"[a-z]{2}", ask("--lang", "nothing").stderr.split("available: ")[1])
    help_text = ask("--width", "400", "--help").stdout
    commands = re.findall(r"^  ([a-z]+)  ", help_text.split("Commands:\n")[1].split("\n\n")[0], re.M)
    options = re.findall(r"--[a-z]+", " ".join(re.findall(r"^ +(?:-., )?--[a-z]+", help_text, re.M)))
    check(len(codes) > 80 and len(commands) > 9 and len(options) > 10, "the program does not list itself")
    all_rows = list(rows(codes, languages, commands, options))
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        os.environ["HOME"] = os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = work
        with open("trace.log", "wb"):
            pass
        check_shell("bash", lambda line: in_bash(folder, line), all_rows)
        check_shell("fish", lambda line: in_fish(folder, line), all_rows)
        check_shell("zsh", Zsh(folder).offer, all_rows)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
