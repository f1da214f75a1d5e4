import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { policies, readSides, searchWitness, type Policy } from './decide.ts';
import type { SchemaDocument } from './normalise/reading.ts';
import { changedModels, documents, schemaPairs, type RandomDocument } from './random-schemas.test-data.ts';
import { readCatalogSchemas } from './random/catalog-schemas.test-data.ts';
import { checkPair, type CheckedDirection } from './random/check-pair.test-data.ts';
import { choicesFromSeed } from './random/choices.test-data.ts';
import { judgePair } from './random/judge-pair.test-data.ts';
import type { SchemaPair } from './random/random-pair.test-data.ts';
import { rewrites } from './random/rewrites.test-data.ts';
import { toLatestDraft } from './random/translate-draft.test-data.ts';

/** COMPARE_RUNS=20 makes twenty times as many; COMPARE_SEED makes others. */
const factor = Number(process.env['COMPARE_RUNS'] ?? 1);
const seed = Number(process.env['COMPARE_SEED'] ?? 20_261_124);
const runs = (count: number): fc.Parameters<unknown> => ({ seed, numRuns: Math.ceil(count * factor) });

const formats = 'assertion';
const steps = 5000;
const models = readCatalogSchemas();
const [firstModel, ...otherModels] = models;

function check(pair: SchemaPair, policy: Policy) {
  return checkPair(pair, { policy, formats, payloads: 150, steps }, choicesFromSeed(1));
}

function faultsOf({ directions }: { readonly directions: readonly CheckedDirection[] }) {
  return directions.filter(({ fault }) => fault !== undefined);
}

describe('of random pairs', () => {
  it.each(policies)('nothing contradicts what is proved under "%s", and every witness is one', (policy) => {
    fc.assert(
      fc.property(schemaPairs(models), (pair) => {
        expect(faultsOf(check(pair, policy))).toEqual([]);
      }),
      runs(400),
    );
  });

  it('the engine reads each value as at least one of two validators does', async () => {
    await fc.assert(
      fc.asyncProperty(schemaPairs([]), async (pair) => {
        const judged = await judgePair(pair, check(pair, 'strict'), formats, choicesFromSeed(2), 8);
        expect(judged.misreadings).toEqual([]);
      }),
      runs(60),
    );
  });
});

it('of changed schemas of the catalog nothing contradicts, and the validators agree', async () => {
  if (firstModel === undefined) throw new Error('The catalog has no schema.');
  await fc.assert(
    fc.asyncProperty(changedModels([firstModel, ...otherModels]), async (pair) => {
      for (const policy of policies) expect(faultsOf(check(pair, policy))).toEqual([]);
      const judged = await judgePair(pair, check(pair, 'strict'), formats, choicesFromSeed(2), 4);
      expect(judged.misreadings).toEqual([]);
    }),
    runs(30),
  );
});

// A tolerant reader ignores `additionalProperties: false` under `not`, too, and may then refuse what it refused not before.
it.each(['declared', 'strict'] as const)('under "%s" every schema is compatible with itself', (policy) => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(verdictOf(document, structuredClone(document), policy)).not.toBe('value');
    }),
    runs(400),
  );
});

describe('what says the same in another way', () => {
  /** Without `unknown` on either side, both say the same to a third schema; and they say the same to each other. */
  function expectSame(one: RandomDocument, other: RandomDocument, third: SchemaDocument): void {
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const)
      expect(verdictOf(writer, reader, 'strict')).not.toBe('value');
    expect(agree(verdictOf(one, third, 'strict'), verdictOf(other, third, 'strict'))).toBe(true);
    expect(agree(verdictOf(third, one, 'strict'), verdictOf(third, other, 'strict'))).toBe(true);
  }

  it.each(Object.entries(rewrites))('changes no verdict: %s', (_, rewrite) => {
    fc.assert(
      fc.property(documents, schemaPairs([]), fc.nat(0xffff), ({ schema, dialect }, { after }, choice) => {
        const rewritten: JsonObject = rewrite(schema, dialect, choicesFromSeed(choice));
        expectSame({ schema, dialect }, { schema: rewritten, dialect }, after);
      }),
      runs(150),
    );
  });

  it('changes no verdict: another draft', () => {
    fc.assert(
      fc.property(documents, schemaPairs([]), ({ schema, dialect }, { after }) => {
        const latest = toLatestDraft(schema, dialect);
        if (latest !== undefined) expectSame({ schema, dialect }, { schema: latest, dialect: '2020-12' }, after);
      }),
      runs(300),
    );
  });
});

type Verdict = 'none' | 'value' | 'unknown';

function verdictOf(before: SchemaDocument, after: SchemaDocument, policy: Policy): Verdict {
  const limits = { steps };
  const sides = readSides(before, after, { policy, formats, limits });
  return searchWitness(sides.before.writer, sides.after.reader, sides.store, limits).kind;
}

function agree(one: Verdict, other: Verdict): boolean {
  return one === other || one === 'unknown' || other === 'unknown';
}
