"""Runs every shell program once, with a stand-in for kcat.

The stand-in notes what producers send, and plays back to the first consumer
what a topic might hold. Arguments: folder, number of programs, report file.
SNIPPET_SHELL names another shell than `sh`.
"""

import concurrent.futures
import getopt
import json
import os
import pathlib
import subprocess
import sys

STAND_IN = pathlib.Path(__file__).parent / "kcat"
SHELL = os.environ.get("SNIPPET_SHELL", "sh").split()
PRODUCER = {"acks=all", "message.timeout.ms=10000"}
CONSUMER = {"auto.offset.reset=earliest"}


def environment(notes, **more):
    path = f"{STAND_IN}:{os.environ['PATH']}"
    own = {"PATH": path, "KCAT_NOTES": str(notes), "LC_ALL": "C.UTF-8"}
    return {**own, **more}


def options(notes, mode, known):
    """What getopt makes of the arguments, as in kcat itself."""
    noted = (notes / f"arguments{mode}").read_bytes()
    arguments = [part.decode() for part in noted.split(b"\0")[:-1]]
    return getopt.gnu_getopt(arguments, known)


def values(pairs, name):
    return [value for option, value in pairs if option == name]


def header(argument):
    name, equals, value = argument.partition("=")
    assert name and equals, argument
    return (name, value)


def sent(notes):
    pairs, files = options(notes, "-P", "PEb:t:D:k:H:X:")
    assert not files and set(values(pairs, "-X")) == PRODUCER
    assert values(pairs, "-b") == ["localhost:9092"]
    assert len(values(pairs, "-t")) == 1
    assert values(pairs, "-D") == ["\\x1e"]
    messages = (notes / "input").read_bytes().split(b"\x1e")
    assert len(messages) == 1 and messages[0]
    keys = values(pairs, "-k")
    assert len(keys) < 2
    return {
        "key": keys[0] if keys else None,
        "value": messages[0].decode(),
        "headers": [header(text) for text in values(pairs, "-H")],
    }


def run(path, notes):
    subprocess.run([*SHELL, "-n", path], check=True)
    return subprocess.run(
        [*SHELL, path],
        env=environment(notes),
        check=True,
        capture_output=True,
        timeout=60,
    )


def run_both(folder):
    producer = run(folder / "producer.kcat.sh", folder)
    consumer = run(folder / "consumer.kcat.sh", folder)
    assert producer.stdout.startswith(b"Sent ") and producer.stderr == b""
    assert consumer.stdout == consumer.stderr == b"", consumer
    pairs, topics = options(folder, "-G", "G:qEb:JuX:")
    assert set(values(pairs, "-X")) == CONSUMER
    assert len(values(pairs, "-G")) == len(topics) == 1
    return {**sent(folder), "group": values(pairs, "-G")[0]}


def play(folder):
    """The consumer of a topic that holds something, ended by a signal."""
    records = STAND_IN / "records.txt"
    process = subprocess.Popen(
        [*SHELL, folder / "consumer.kcat.sh"],
        env=environment(folder, KCAT_RECORDS=str(records)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,  # else the first read takes more than the first line
    )
    first = process.stdout.readline()
    process.terminate()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    journal = (folder / "journal").read_text().splitlines()
    return {
        "out": (first + out).decode(),
        "err": err.decode(),
        "journal": journal,
    }


def attempt(folder):
    try:
        return run_both(folder)
    except BaseException as error:
        said = getattr(error, "stderr", b"")
        return f"{folder}: {error!r}\n{said}"


def main():
    root, count, report = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    folders = [root / str(index) for index in range(int(count))]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(attempt, folders))
    failed = [outcome for outcome in outcomes if isinstance(outcome, str)]
    if failed:
        sys.exit(f"{len(failed)} failed\n" + "\n".join(failed[:3]))
    pathlib.Path(report).write_text(
        json.dumps({"sent": outcomes, **play(folders[0])})
    )


main()
