"""Count and annotate among pipes, files, terminals and GNU parallel: python3 filters.py PROGRAM TRACE..."""

import collections
import os
import pty
import re
import resource
import select
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

REDUCER = "awk '{ n[$1] += $2 } END { for (c in n) print c \"\\t\" n[c] }'"
MAPPER = "sipcode count -f code,count || [ $? = 1 ]"
failures = 0


def check(condition, what):
    global failures
    if not condition:
        failures += 1
        print(f"FAILED: {what}", file=sys.stderr)


def run(arguments, **options):
    return subprocess.run(arguments, capture_output=True, check=False, timeout=120, **options)


def shell(command, **options):
    done = run(["sh", "-c", command], **options)
    check(done.returncode == 0, f"{command}: status {done.returncode}, {done.stderr.decode()}")
    return done.stdout.decode()


def totals(lines):
    return {code: int(count) for code, count in (line.split("\t") for line in lines.splitlines())}


def write_log(path, lines):
    """A log of known distribution: what each code comes to."""
    weights = [200] * 40 + [486] * 7 + [404] * 5 + [503] * 2 + [100] * 30
    counts = collections.Counter()
    with open(path, "w", encoding="utf-8", newline="") as file:
        for i in range(lines):
            code = weights[i * 7919 % len(weights)]
            counts[str(code)] += 1
            file.write(f"10:00:{i % 60:02} sbc1: SIP/2.0 {code} Phrase\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK{i}\r\n"
                       f"Warning: 399 x \"SIP/2.0 {code} quoted\"\r\n\r\n")
    return counts


def parts_of_a_log_add_up(log, expected, folder):
    one = totals(shell(f"sipcode count -f code,count {log}"))
    check(one == expected, f"one process counts {one}, not {expected}")
    parallel = "parallel --will-cite"
    piped = shell(f"{parallel} --pipepart -a {log} --block 100k '{MAPPER}' | {REDUCER}", cwd=folder)
    check(totals(piped) == expected, f"pieces of a file come to {totals(piped)}")
    pieces = shell(f"{parallel} --pipepart -a {log} --block 100k 'echo {{#}}' | wc -l", cwd=folder)
    check(int(pieces) > 5, f"{pieces} pieces are no test")
    jobs = shell(f"{parallel} --pipepart -a {log} --block -1 '{MAPPER}' | {REDUCER}", cwd=folder)
    check(totals(jobs) == expected, f"a piece a core comes to {totals(jobs)}")
    files = shell(f"{parallel} sipcode count -f code,count ::: {log} {log} {log} | {REDUCER}", cwd=folder)
    check(totals(files) == {code: 3 * count for code, count in expected.items()}, f"files come to {totals(files)}")
    hosts = shell(f"{parallel} --nonall --sshlogin : sipcode count -f code,count {log} | {REDUCER}", cwd=folder)
    check(totals(hosts) == expected, f"a host comes to {totals(hosts)}")
    streamed = shell(f"split -n l/7 --filter=\"sh -c '{MAPPER.replace('$', chr(92) + '$')}'\" {log} | sort | {REDUCER}",
                     cwd=folder)
    check(totals(streamed) == expected, f"a map step in pieces comes to {totals(streamed)}")


def a_live_pipe_is_kept_up_with(program):
    process = subprocess.Popen([program, "annotate", "--ascii"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for line in (b"SIP/2.0 180 Ringing\r\n", b"SIP/2.0 486 Busy Here\n"):
        process.stdin.write(line)
        process.stdin.flush()
        seen = b""
        while seen.count(b"\n") < 2 and select.select([process.stdout], [], [], 20)[0]:
            seen += os.read(process.stdout.fileno(), 4096)
        check(seen.startswith(line + b"  | " + line[8:11]), f"annotate shows {seen} while the pipe is open")
    process.stdin.write(b"no line end")
    process.stdin.flush()
    check(select.select([process.stdout], [], [], 20)[0], "annotate keeps what has no line end")
    check(os.read(process.stdout.fileno(), 4096) == b"no line end", "annotate changes what has no line end")
    process.stdin.close()
    check(process.wait(20) == 0, "annotate fails at the end of a pipe")


def memory_stays_the_same(program, folder):
    path = os.path.join(folder, "long-line")
    with open(path, "wb") as file:
        file.write(b"x" * (1 << 20) + b"SIP/2.0 486 Busy Here ")
        file.write(b"\0" * (64 << 20))
        file.write(b"SIP/2.0 200 OK\n")
    with open(program, "rb") as file:
        sanitized = b"__asan_init" in file.read()  # takes terabytes of address space for itself

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (16 << 20, 16 << 20))
    for command in ("count", "annotate"):
        done = subprocess.run([program, command, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              preexec_fn=None if sanitized else limit, check=False)
        check(done.returncode == 0, f"{command} in 16 MB: status {done.returncode}, {done.stderr}")


def read_all(descriptor):
    seen = b""
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:  # Linux says so when the other side of a terminal is closed
            part = b""
        if not part:
            return seen
        seen += part


def messages(program, arguments, wait, **options):
    """What is said on a terminal while the output is not taken for so many seconds."""
    master, slave = pty.openpty()
    process = subprocess.Popen([program, *arguments], stdout=subprocess.PIPE, stderr=slave, **options)
    os.close(slave)
    time.sleep(wait)
    process.stdout.read()
    process.wait(60)
    seen = read_all(master)
    os.close(master)
    return seen.decode()


def progress_is_shown_when_it_helps(program, log):
    empty = log + "-empty"
    with open(empty, "wb"):
        pass
    size = os.path.getsize(log) // 1000000
    for more in ([], [empty]):
        said = messages(program, ["annotate", log, *more], 1.5)
        found = re.fullmatch("\r([0-9]+)% of ([0-9]+) MB(?:\r[0-9]+% of [0-9]+ MB)*\r *\r", said)
        check(found and 0 < int(found.group(1)) < 100 and int(found.group(2)) == size,
              f"after a second a terminal shows {said!r} of {size} MB")
    said = messages(program, ["annotate", log, log + "-missing", log], 1.5)
    check("%" not in said, f"a missing file has no size: {said!r}")
    said = messages(program, ["annotate", log, os.path.dirname(log)], 1.5)
    check(said.endswith("directory\r\n") and "%" not in said, f"a folder has no size: {said!r}")
    # a machine under load may need a second for it now and then
    check("" in [messages(program, ["annotate", log], 0) for _ in range(3)], "a short run shows progress")
    with open(log, "rb") as file:
        check("%" in messages(program, ["annotate"], 1.5, stdin=file), "a file as standard input has a size")
    source = subprocess.Popen(["cat", log], stdout=subprocess.PIPE)
    check(messages(program, ["annotate"], 1.5, stdin=source.stdout) == "", "a pipe has no size, but progress is shown")
    source.wait(60)
    process = subprocess.Popen([program, "annotate", log], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1.5)
    _, said = process.communicate()
    check(said == b"", f"progress without a terminal: {said}")


def what_cannot_be_read_is_reported(program, log, folder):
    secret = os.path.join(folder, "secret")
    shutil.copy(log, secret)
    os.chmod(secret, 0)
    as_root = os.access(secret, os.R_OK)
    for unreadable in [folder, os.path.join(folder, "missing")] + ([] if as_root else [secret]):
        done = run([program, "count", "-f", "code", log, unreadable, log])
        alone = run([program, "count", "-f", "code", log])
        message = done.stderr.decode()
        check(done.returncode == 2 and message.count("\n") == 1 and message.startswith("sipcode: cannot read"),
              f"{unreadable}: status {done.returncode}, {message}")
        check(done.stdout == alone.stdout, f"{unreadable}: the others are not counted")
    done = run([program, "count"], stdin=os.open(folder, os.O_RDONLY))
    check(done.returncode == 2 and b"standard input" in done.stderr, f"a folder as standard input: {done.stderr}")
    os.chmod(secret, stat.S_IRUSR)


def a_count_shows_progress_on_a_terminal(program, folder):
    """Its answer comes at the end, so the line is in nobody's way; the input waits while the program is stopped."""
    path = os.path.join(folder, "sparse")
    with open(path, "wb") as file:
        file.write(b"SIP/2.0 486 Busy\n")
        file.truncate(1 << 30)
    master, slave = pty.openpty()
    process = subprocess.Popen([program, "count", path], stdout=slave, stderr=slave)
    os.close(slave)
    time.sleep(0.05)
    process.send_signal(signal.SIGSTOP)
    time.sleep(1.2)
    process.send_signal(signal.SIGCONT)
    said = read_all(master).decode()
    process.wait(120)
    os.close(master)
    check(re.match("\r[0-9]+% of 1073 MB", said), f"count on a terminal shows {said[:60]!r}")
    check("\r" + " " * 15 in said and "486 Busy Here" in said, f"count leaves its line behind: {said!r}")
    os.remove(path)


def a_pipe_with_a_name_is_opened_once(program, log, folder):
    path = os.path.join(folder, "pipe")
    os.mkfifo(path)
    for _ in range(20):
        writer = subprocess.Popen(["sh", "-c", f"printf 'SIP/2.0 486 Busy\\n' >'{path}'"])
        master, slave = pty.openpty()
        done = subprocess.run([program, "count", "-f", "code,count", path], stdout=subprocess.PIPE, stderr=slave,
                              check=False, timeout=20)
        os.close(slave)
        os.close(master)
        check(writer.wait(20) == 0 and done.stdout == b"486\t1\n", f"a named pipe gives {done.stdout}")


def files_are_closed_and_joined(program, folder):
    one, other = os.path.join(folder, "one"), os.path.join(folder, "other")
    with open(one, "wb") as file:
        file.write(b"SIP/2.0 180")
    with open(other, "wb") as file:
        file.write(b"SIP/2.0 486 x\nsecond\n")
    done = run([program, "annotate", "--ascii", one, other])
    kept = [line for line in done.stdout.split(b"\n") if not line.startswith(b"  | ")]
    check(b"\n".join(kept) == b"SIP/2.0 180SIP/2.0 486 x\nsecond\n", f"two files become {done.stdout}")

    def limit():
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
    done = run([program, "count", "-f", "count", *[other] * 100], preexec_fn=limit)
    check(done.stdout == b"100\n", f"a hundred files give {done.stdout}, {done.stderr}")
    before = os.path.getsize(other)
    with open(other, "ab") as file:
        done = subprocess.run([program, "annotate", other], stdout=file, stderr=subprocess.PIPE, check=False, timeout=20)
    check(done.returncode == 2 and os.path.getsize(other) == before, f"a file that is also the output: {done}")


def a_failed_output_ends_the_run(program, folder):
    path = os.path.join(folder, "none")
    with open(path, "wb") as file:
        file.write(b"no response here\n" * 100000)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([program, "annotate", path, path], stdout=full, stderr=subprocess.PIPE, check=False)
    check(done.returncode == 2 and done.stderr.count(b"\n") == 1, f"a full disk: {done}")


def a_reader_may_go_away(program, log):
    done = run(["sh", "-c", f"'{program}' annotate '{log}' | head -n 1"])
    check(done.stderr == b"" and done.stdout.count(b"\n") == 1, f"annotate into head: {done.stderr}")
    if os.path.exists("/dev/full"):
        for command in ("count", "annotate"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([program, command, log], stdout=full, stderr=subprocess.PIPE, check=False)
            check(done.returncode == 2 and done.stderr.count(b"\n") == 1, f"{command} on a full disk: {done}")


def notes_can_be_taken_out(program, paths):
    for path in paths:
        with open(path, "rb") as file:
            text = file.read()
        for options in ([], ["--long"], ["--only", "4xx"]):
            done = run([program, "annotate", *options, path], env={**os.environ, "LC_ALL": "C.UTF-8"})
            kept = [line for line in done.stdout.split(b"\n") if not line.startswith("  │ ".encode())]
            check(b"\n".join(kept) == text, f"annotate {options} {path} changes its input")


def main():
    program, *traces = sys.argv[1:]
    os.environ["PATH"] = os.path.dirname(os.path.abspath(program)) + os.pathsep + os.environ["PATH"]
    os.environ["LC_ALL"] = "C"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder  # where GNU parallel keeps notes
        log = os.path.join(folder, "log")
        expected = write_log(log, 20000)
        parts_of_a_log_add_up(log, dict(expected), folder)
        a_live_pipe_is_kept_up_with(program)
        memory_stays_the_same(program, folder)
        progress_is_shown_when_it_helps(program, log)
        what_cannot_be_read_is_reported(program, log, folder)
        a_count_shows_progress_on_a_terminal(program, folder)
        a_pipe_with_a_name_is_opened_once(program, log, folder)
        files_are_closed_and_joined(program, folder)
        a_failed_output_ends_the_run(program, folder)
        a_reader_may_go_away(program, log)
        notes_can_be_taken_out(program, traces)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
