package org.apache.kafka.clients.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/** A stand-in that plays back what a topic might hold, and then is woken up. */
public class KafkaConsumer<K, V> implements AutoCloseable {
    public static final List<ConsumerRecord<?, ?>> PLAYED = new ArrayList<>();
    public static final List<String> JOURNAL = new ArrayList<>();

    private boolean isOver;

    public KafkaConsumer(Properties config, Deserializer<K> keys, Deserializer<V> values) {
        var isManual = config.get("enable.auto.commit").equals(false);
        if (!isManual || !config.get("auto.offset.reset").equals("earliest") || config.get("group.id").equals("")) {
            throw new IllegalArgumentException(config.toString());
        }
    }

    public List<Object> partitionsFor(String topic, Duration timeout) {
        return List.of();
    }

    public void subscribe(Collection<String> topics) {}

    @SuppressWarnings("unchecked")
    public ConsumerRecords<K, V> poll(Duration timeout) {
        if (isOver) {
            throw new WakeupException();
        }
        isOver = true;
        var records = PLAYED.stream().map(record -> (ConsumerRecord<K, V>) record).toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("inventory.adjusted", 0), records), Map.of());
    }

    public void commitSync() {
        JOURNAL.add("committed");
    }

    public void wakeup() {}

    @Override
    public void close() {
        JOURNAL.add("closed");
    }
}
