"""A stand-in for kafka-python."""

import os
import signal
import types

from stand_in import held, journal, main, module, note_sent, played


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
        note_sent(value, headers, key)
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


def record(offset, value, message_type):
    return types.SimpleNamespace(
        topic="inventory.adjusted",
        partition=0,
        offset=offset,
        value=value,
        headers=(
            [] if message_type is None else [("message-type", message_type)]
        ),
    )


module("kafka", KafkaProducer=KafkaProducer, KafkaConsumer=KafkaConsumer)
module("kafka.errors", KafkaError=KafkaError)
module("kafka.consumer")
module("kafka.consumer.fetcher", ConsumerRecord=types.SimpleNamespace)
main("kafka-python", [record(at, *one) for at, one in enumerate(held())])
