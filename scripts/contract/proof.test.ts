import { describe, expect, it } from 'vitest';
import { notYetRun, programsOf, readProof, renderProof, runsThatHold, type ProvenRun } from './proof.ts';

const program = (client: string, sha256: string) => ({ client, version: '1.0.0', sha256 });
const run: ProvenRun = {
  message: 'OrderPlaced@1.0.0',
  producer: program('one', 'aa'),
  consumer: program('two', 'bb'),
  broker: '4.4.0',
};
const index = JSON.stringify({
  clients: [
    { id: 'one', version: '1.0.0' },
    { id: 'two', version: '1.0.0' },
  ],
  messages: [
    {
      versions: [
        {
          key: 'OrderPlaced@1.0.0',
          files: [
            { path: 'OrderPlaced/1.0.0/schema.json', role: 'schema', sha256: 'cc' },
            { path: 'OrderPlaced/1.0.0/producer.one.py', role: 'producer', client: 'one', sha256: 'aa' },
            { path: 'OrderPlaced/1.0.0/consumer.two.py', role: 'consumer', client: 'two', sha256: 'bb' },
          ],
        },
      ],
    },
  ],
});

describe('the record of runs', () => {
  it('reads what it writes, sorted, each pair once', () => {
    const other = { ...run, message: 'AddressChanged@1.0.0' };
    const text = renderProof([run, other, { ...run, broker: '4.3.0' }, run]);
    expect(readProof(text)).toEqual([other, run]);
    expect(renderProof([other, run])).toBe(text);
  });

  it.each([undefined, '', '{', '[]', '{"runs": [{}, null, {"message": "OrderPlaced@1.0.0"}]}'])(
    'takes nothing from %j',
    (text) => expect(readProof(text)).toEqual([]),
  );

  it('holds for the programs that are as they were', () => {
    const programs = programsOf(index);
    expect(programs.map(({ path }) => path)).toEqual([
      'OrderPlaced/1.0.0/producer.one.py',
      'OrderPlaced/1.0.0/consumer.two.py',
    ]);
    expect(runsThatHold([run], programs)).toEqual([run]);
    expect(notYetRun([run], programs)).toEqual([]);
    expect(notYetRun([], programs)).toEqual(programs);
  });

  it.each<[string, Partial<ProvenRun>]>([
    ['another text', { producer: program('one', 'dd') }],
    ['another version of the library', { consumer: { ...program('two', 'bb'), version: '2.0.0' } }],
    ['another message', { message: 'OrderPlaced@2.0.0' }],
    ['the other role', { producer: program('two', 'bb'), consumer: program('one', 'aa') }],
  ])('does not hold for %s', (_, changed) => {
    const programs = programsOf(index);
    expect(runsThatHold([{ ...run, ...changed }], programs)).toEqual([]);
    expect(notYetRun([{ ...run, ...changed }], programs)).toEqual(programs);
  });
});
