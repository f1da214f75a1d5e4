import { describe, expect, it } from 'vitest';
import { findProvenance, renderProvenance } from '../model/provenance.ts';
import { programFile } from './client.ts';
import { kafkaPython } from './clients/kafka-python.ts';
import { clients } from './clients/index.ts';
import { platformaticKafka } from './clients/platformatic-kafka.ts';
import { hostilePrograms, shopPrograms } from './hostile-programs.test-data.ts';
import { renderSnippets } from './render-snippets.ts';
import { outOfStock, shopProgram } from './shop-programs.test-data.ts';

describe('every client', () => {
  it('pins its library, and names its files after itself', () => {
    for (const client of clients) {
      expect(`${client.install}${JSON.stringify(client.projectFiles)}`).toContain(client.version);
      expect(client.run.producer).toContain(programFile('producer', client));
      expect(client.run.consumer).toContain(programFile('consumer', client));
    }
    expect(renderSnippets(outOfStock, clients).files.map(({ path }) => path)).toEqual([
      'producer.kafka-python.py',
      'consumer.kafka-python.py',
      'producer.confluent-kafka.py',
      'consumer.confluent-kafka.py',
      'producer.platformatic-kafka.ts',
      'consumer.platformatic-kafka.ts',
      'producer.kafkajs.ts',
      'consumer.kafkajs.ts',
      'producer.kafka-clients.java',
      'consumer.kafka-clients.java',
      'pom.xml',
      'producer.franz-go.go',
      'consumer.franz-go.go',
      'producer.kcat.sh',
      'consumer.kcat.sh',
    ]);
  });

  it('reads the record key off the event', () => {
    expect(kafkaPython.producer(outOfStock)).toContain('                key=event["product_id"].encode("utf-8"),\n');
    expect(platformaticKafka.producer(outOfStock)).toContain('        key: event.product_id,\n');
  });

  it('says in each file where it comes from, whatever the message is called', () => {
    const hash = '0123456789abcdef';
    for (const program of [...shopPrograms, ...hostilePrograms(200, 20261126)]) {
      const message = { id: program.messageId || 'OrderPlaced', version: program.name.toWellFormed() || '1.0.0' };
      const provenance = renderProvenance(message, hash);
      const { files, refused } = renderSnippets({ ...program, provenance }, clients);
      expect(files.length + refused.length).toBeGreaterThan(0);
      for (const { path, content } of files) {
        const [found] = findProvenance(content);
        const line = path.endsWith('.sh') ? 2 : 1;
        expect({ path, ...found }).toEqual({ path, ...message, hash, line });
      }
    }
  });

  it('writes no character that does not show, and ends each file with one line end', () => {
    for (const program of [...shopPrograms, ...hostilePrograms(200, 20261124)]) {
      for (const { content } of renderSnippets(program, clients).files) {
        expect(content.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufe0f]/u);
        expect(content).toMatch(/[^\n]\n$/);
      }
    }
  });
});

describe('a comment', () => {
  it.each([
    [kafkaPython, 'coding: utf-7', /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/],
    [platformaticKafka, '@ts-expect-error', /^\/\/\/?\s*@ts-/m],
  ])('gives no orders: %o', (client, order, obeyed) => {
    const content = client.producer(shopProgram(true, {}, { id: order, summary: order, name: order, version: order }));
    expect(`# ${order}`.replace('# @', '// @')).toMatch(obeyed);
    expect(content).not.toMatch(obeyed);
  });
});
