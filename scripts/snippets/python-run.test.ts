import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confluentKafka } from './clients/confluent-kafka.ts';
import { kafkaPython } from './clients/kafka-python.ts';
import { expectSent, placePrograms, programsFor, runHarness } from './run-programs.test-data.ts';

describe.each([
  [kafkaPython, ['committed', 'closed']],
  [confluentKafka, [...[0, 1, 2, 3, 4, 5, 6, 7].map((offset) => `committed ${offset}`), 'closed']],
])('Python programs, run without a broker: $id', (client, journal) => {
  it('send what the example says, and read what a topic may hold', { timeout: 600_000 }, () => {
    const programs = programsFor(client);
    const root = placePrograms(client, programs);
    const report = runHarness('python3', `run_${client.id.replace('-', '_')}.py`, root, programs);
    expectSent(report.sent, programs);
    expect(report.out.split('\n')).toEqual([
      'Received OutOfStock: {"event_id": "1", "future": {}}',
      'Received OutOfStock: {"event_id": "2"}',
      'Received OutOfStock: ["\\ud800", "\\u00fc"]',
      '',
    ]);
    expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
    expect(report.journal).toEqual(journal);
    rmSync(root, { recursive: true });
  });
});
