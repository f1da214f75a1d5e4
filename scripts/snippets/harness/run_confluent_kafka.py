"""A stand-in for confluent-kafka."""

import os
import signal

from stand_in import held, journal, main, module, note_sent, played


class KafkaError:
    UNKNOWN_TOPIC_OR_PART = 3


class KafkaException(Exception):
    pass


class Message:
    def __init__(self, offset=42, value=b"", message_type=None):
        self.parts = offset, value, message_type

    def error(self):
        return None

    def topic(self):
        return "inventory.adjusted"

    def partition(self):
        return 0

    def offset(self):
        return self.parts[0]

    def value(self):
        return self.parts[1]

    def headers(self):
        message_type = self.parts[2]
        return message_type and [("message-type", message_type)]


class Producer:
    def __init__(self, options):
        assert options["bootstrap.servers"] == "localhost:9092"
        assert options["acks"] == "all"

    def produce(self, topic, *, value, headers, on_delivery, key=None):
        note_sent(value, headers, key)
        self.on_delivery = on_delivery

    def flush(self):
        self.on_delivery(None, Message())


class Consumer:
    def __init__(self, options):
        assert options["auto.offset.reset"] == "earliest"
        assert options["enable.auto.commit"] is False
        assert options["group.id"]
        self.records = list(played)

    def list_topics(self, topic, timeout):
        pass

    def subscribe(self, topics):
        assert type(topics) is list

    def poll(self, timeout):
        if self.records:
            return self.records.pop(0)
        os.kill(os.getpid(), signal.SIGTERM)
        return None

    def commit(self, message, *, asynchronous):
        assert asynchronous is False
        journal.append(f"committed {message.offset()}")

    def close(self):
        journal.append("closed")


module(
    "confluent_kafka",
    Consumer=Consumer,
    KafkaError=KafkaError,
    KafkaException=KafkaException,
    Message=Message,
    Producer=Producer,
)
main("confluent-kafka", [Message(at, *one) for at, one in enumerate(held())])
