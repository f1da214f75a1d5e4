"""Runs every Python program once, with a stand-in for kafka-python.

The stand-in notes what producers send, and plays back to the first consumer
what a topic might hold. Arguments: folder, number of programs, report file.
"""

import contextlib
import io
import json
import os
import pathlib
import py_compile
import signal
import sys
import types

sent = []
journal = []
played = []


class KafkaError(Exception):
    pass


class KafkaProducer:
    def __init__(self, *, bootstrap_servers, bootstrap_timeout_ms, acks):
        assert bootstrap_servers == ["localhost:9092"] and acks == "all"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def send(self, topic, *, value, headers, key=None):
        assert type(value) is bytes and type(key) in (bytes, type(None))
        assert all(type(k) is str and type(v) is bytes for k, v in headers)
        sent.append(
            {
                "key": None if key is None else key.decode(),
                "value": value.decode(),
                "headers": [(k, v.decode()) for k, v in headers],
            }
        )
        return self

    def get(self, timeout):
        return types.SimpleNamespace(topic="orders", partition=0, offset=42)


class KafkaConsumer:
    def __init__(self, topic, **options):
        assert options["auto_offset_reset"] == "earliest"
        assert options["enable_auto_commit"] is False
        assert options["group_id"]
        self.polls = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        journal.append("closed")

    def poll(self, timeout_ms):
        self.polls += 1
        if self.polls == 1 and played:
            return {0: played}
        os.kill(os.getpid(), signal.SIGTERM)
        return {}

    def commit(self):
        journal.append("committed")


def module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__dict__.update(members)


module("kafka", KafkaProducer=KafkaProducer, KafkaConsumer=KafkaConsumer)
module("kafka.errors", KafkaError=KafkaError)
module("kafka.consumer")
module("kafka.consumer.fetcher", ConsumerRecord=types.SimpleNamespace)


def run(path):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = compile(path.read_bytes(), str(path), "exec")
        exec(code, {"__name__": "__main__"})
    return out.getvalue(), err.getvalue()


def records():
    own, other = b"OutOfStock", b"PriceChanged"
    held = [
        (b'{"event_id": "1", "future": {}}', own),
        (b'{"event_id": "2"}', None),
        (b'{"event_id": "3"}', other),
        (None, own),
        (b"\x00avro", other),
        (b"not JSON", own),
        (b'"\xff"', None),
        (b'["\\ud800", "\xc3\xbc"]', b""),
    ]
    for offset, (value, message_type) in enumerate(held):
        yield types.SimpleNamespace(
            topic="inventory.adjusted",
            partition=0,
            offset=offset,
            value=value,
            headers=(
                []
                if message_type is None
                else [("message-type", message_type)]
            ),
        )


def main():
    root, count, report = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    for index in range(int(count)):
        for role in ("producer", "consumer"):
            path = root / str(index) / f"{role}.kafka-python.py"
            try:
                py_compile.compile(path, cfile=root / "compiled", doraise=True)
                run(path)
            except BaseException as error:
                sys.exit(f"{path}: {error!r}\n{path.read_text()}")
    journal.clear()
    played.extend(records())
    out, err = run(root / "0" / "consumer.kafka-python.py")
    pathlib.Path(report).write_text(
        json.dumps({"sent": sent, "out": out, "err": err, "journal": journal})
    )


main()
