"""Runs every Python program of one client once, with a stand-in for its library.

The stand-in notes what producers send, and plays back to the first consumer
what a topic might hold. Arguments: folder, number of programs, report file.
"""

import contextlib
import io
import json
import pathlib
import py_compile
import sys
import types

sent = []
journal = []
played = []


def note_sent(value, headers, key):
    assert type(value) is bytes and type(key) in (bytes, type(None))
    assert all(type(k) is str and type(v) is bytes for k, v in headers)
    sent.append(
        {
            "key": None if key is None else key.decode(),
            "value": value.decode(),
            "headers": [(k, v.decode()) for k, v in headers],
        }
    )


def module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__dict__.update(members)


def held():
    """Value and message type of each record of the topic, by offset."""
    own, other = b"OutOfStock", b"PriceChanged"
    return [
        (b'{"event_id": "1", "future": {}}', own),
        (b'{"event_id": "2"}', None),
        (b'{"event_id": "3"}', other),
        (None, own),
        (b"\x00avro", other),
        (b"not JSON", own),
        (b'"\xff"', None),
        (b'["\\ud800", "\xc3\xbc"]', b""),
    ]


def run(path):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = compile(path.read_bytes(), str(path), "exec")
        exec(code, {"__name__": "__main__"})
    return out.getvalue(), err.getvalue()


def main(client, records):
    root, count, report = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    for index in range(int(count)):
        for role in ("producer", "consumer"):
            path = root / str(index) / f"{role}.{client}.py"
            try:
                py_compile.compile(path, cfile=root / "compiled", doraise=True)
                run(path)
            except BaseException as error:
                sys.exit(f"{path}: {error!r}\n{path.read_text()}")
    journal.clear()
    played.extend(records)
    out, err = run(root / "0" / f"consumer.{client}.py")
    pathlib.Path(report).write_text(
        json.dumps({"sent": sent, "out": out, "err": err, "journal": journal})
    )
