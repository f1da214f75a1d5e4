import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kafkaPython } from './clients/kafka-python.ts';
import { expectSent, placePrograms, programsFor, runHarness } from './run-programs.test-data.ts';

describe('Python programs, run without a broker', () => {
  it.each([[kafkaPython, 'run_kafka_python.py']])(
    'send what the example says, and read what a topic may hold: %o',
    { timeout: 600_000 },
    (client, harness) => {
      const programs = programsFor(client);
      const root = placePrograms(client, programs);
      const report = runHarness('python3', harness, root, programs);
      expectSent(report.sent, programs);
      expect(report.out.split('\n')).toEqual([
        'Received OutOfStock: {"event_id": "1", "future": {}}',
        'Received OutOfStock: {"event_id": "2"}',
        'Received OutOfStock: ["\\ud800", "\\u00fc"]',
        '',
      ]);
      expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
      expect(report.journal).toEqual(['committed', 'closed']);
      rmSync(root, { recursive: true });
    },
  );
});
