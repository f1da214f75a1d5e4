import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { franzGo } from './clients/franz-go.ts';
import { expectSent, placePrograms, programsFor, runHarness } from './run-programs.test-data.ts';

describe('Go programs, compiled and run without a broker', () => {
  it(
    'are as gofmt has them, send what the example says, and read what a topic may hold',
    { timeout: 1_800_000 },
    () => {
      const programs = programsFor(franzGo);
      const root = placePrograms(franzGo, programs);
      const report = runHarness(process.execPath, 'run-franz-go.mjs', root, programs);
      expectSent(report.sent, programs);
      const rest = '"timestamp":"","product_id":"","adjusted_quantity":0,"new_quantity":0,"adjustment_reason":""';
      // A struct has its fields and no others; what is missing is the zero of its type.
      expect(report.out.split('\n')).toEqual([
        `Received OutOfStock: {"event_id":"1",${rest}}`,
        `Received OutOfStock: {"event_id":"2",${rest}}`,
        `Received OutOfStock: {"event_id":"ü",${rest.replace('"new_quantity":0', '"new_quantity":9007199254740993')}}`,
        '',
      ]);
      expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
      expect(report.journal).toEqual(['committed', 'committed', 'closed']);
      rmSync(root, { recursive: true });
    },
  );
});
