import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installClient } from '../prove/workspace.ts';
import { kafkaClients } from './clients/kafka-clients.ts';
import { expectSent, placePrograms, programsFor, type Report } from './run-programs.test-data.ts';

const standIns = resolve('scripts/snippets/harness/java');

/** The libraries are those of the client's own pom.xml; only the two classes that talk to a broker are stood in for. */
async function libraries(): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'catalog-prove');
  const { folder } = await installClient(kafkaClients, cache, process.env, new AbortController().signal);
  return readdirSync(join(folder, 'lib'))
    .map((name) => join(folder, 'lib', name))
    .join(delimiter);
}

describe('Java programs, compiled and run without a broker', () => {
  it('send what the example says, and read what a topic may hold', { timeout: 1_800_000 }, async () => {
    const programs = programsFor(kafkaClients);
    const root = placePrograms(kafkaClients, programs);
    const { KAFKA_BOOTSTRAP_SERVERS: _, ...environment } = process.env;
    execFileSync(
      'java',
      [
        '-Xmx1g',
        // Several hundred levels of a literal.
        '-Xss64m',
        `-DstandIns=${standIns}`,
        '-cp',
        await libraries(),
        join(standIns, 'RunPrograms.java'),
        root,
        String(programs.length),
        join(root, 'report.json'),
      ],
      { env: environment, maxBuffer: 64 * 1024 * 1024 },
    );
    const report: Report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'));
    expectSent(report.sent, programs);
    const rest = '"product_id":null,"adjusted_quantity":0,"new_quantity":0,"adjustment_reason":null';
    // A record has its fields and no others; what is missing is null or zero.
    expect(report.out.split('\n')).toEqual([
      `Received OutOfStock: {"event_id":"1","timestamp":null,${rest}}`,
      `Received OutOfStock: {"event_id":"2","timestamp":null,${rest}}`,
      `Received OutOfStock: {"event_id":"ü","timestamp":null,${rest.replace('"new_quantity":0', '"new_quantity":9007199254740993')}}`,
      '',
    ]);
    expect(report.err).toMatch(/^.*partition 0, offset 5: .*\n.*partition 0, offset 6: .*\n$/);
    expect(report.journal).toEqual(['committed', 'closed']);
    rmSync(root, { recursive: true });
  });
});
