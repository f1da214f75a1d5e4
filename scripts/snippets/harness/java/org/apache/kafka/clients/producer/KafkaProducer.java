package org.apache.kafka.clients.producer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/** A stand-in that notes what producers send: key, value, and name and value of each header. */
public class KafkaProducer<K, V> implements AutoCloseable {
    public static final List<List<String>> SENT = new ArrayList<>();

    public KafkaProducer(Properties config, Serializer<K> keys, Serializer<V> values) {
        if (!config.get("bootstrap.servers").equals("localhost:9092") || !config.get("acks").equals("all")) {
            throw new IllegalArgumentException(config.toString());
        }
    }

    public Future<RecordMetadata> send(ProducerRecord<K, V> record) {
        var noted = new ArrayList<String>();
        noted.add((String) record.key());
        noted.add(new String((byte[]) record.value(), StandardCharsets.UTF_8));
        record.headers().forEach(header -> {
            noted.add(header.key());
            noted.add(new String(header.value(), StandardCharsets.UTF_8));
        });
        SENT.add(noted);
        var partition = new TopicPartition(record.topic().isEmpty() ? "none" : record.topic(), 0);
        return CompletableFuture.completedFuture(new RecordMetadata(partition, 42, 0, 0, 0, 0));
    }

    @Override
    public void close() {}
}
