import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kcat } from './clients/kcat.ts';
import { expectSent, placePrograms, programsFor, runHarness } from './run-programs.test-data.ts';

describe('shell programs, run without a broker', () => {
  it('send what the example says, and read what a topic may hold', { timeout: 1_200_000 }, () => {
    const programs = programsFor(kcat);
    const root = placePrograms(kcat, programs);
    const report = runHarness('python3', 'run_kcat.py', root, programs);
    expectSent(report.sent, programs);
    expect(report.out.split('\n')).toEqual([
      'Received OutOfStock: {"event_id": "1", "future": {}}',
      'Received OutOfStock: {"event_id": "2"}',
      'Received OutOfStock: ["\\ud800", "ü"]',
      // As the sender wrote it, on one line: jq 1.6 would make …992 of the number.
      'Received OutOfStock: {   "long": 9007199254740993,   "text": "a  \\n\\u0000\\ufffdb" } ',
      'Received OutOfStock: ["null header"]',
      '',
    ]);
    expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
    expect(report.journal).toEqual(['closed']);
    rmSync(root, { recursive: true });
  });
});
