// One part of the random pairs: decides them, searches for payloads that contradict, and keeps count.
import { checkPair, type CheckedDirection, type CheckedPair } from '../scripts/compare/random/check-pair.test-data.ts';
import { choicesFromSeed, type Choices } from '../scripts/compare/random/choices.test-data.ts';
import { judgePair, type Judged } from '../scripts/compare/random/judge-pair.test-data.ts';
import { randomPair, type SchemaPair } from '../scripts/compare/random/random-pair.test-data.ts';
import type { Policy } from '../scripts/compare/decide.ts';
import type { SchemaDocument } from '../scripts/compare/normalise/reading.ts';

export interface RangeOptions {
  readonly seed: number;
  /** The first pair, and how many pairs further on each next one is. */
  readonly first: number;
  readonly stride: number;
  readonly pairs: number;
  readonly payloads: number;
  readonly policy: Policy;
  readonly formats: 'assertion' | 'annotation';
  /** Every so many pairs both validators are asked as well. */
  readonly judgeEvery: number;
  /** Schemas of the catalog, to be changed a little. */
  readonly models: readonly SchemaDocument[];
}

/** What is counted. Both directions of a pair count; `tried` are payloads put to readers that are said to take them. */
const countNames = [
  'pairs',
  'compatible',
  'breaking',
  'unknown',
  'tried',
  'contradicted',
  'unconfirmed',
  'crashed',
  'judged',
  'misread',
  'ajvAlone',
  'hyperjumpAlone',
] as const;

export interface Tally {
  readonly counts: Map<(typeof countNames)[number], number>;
  /** Why something is unknown, and how often. */
  readonly reasons: Map<string, number>;
  /** Milliseconds of the slowest pair. */
  slowest: number;
}

export function sumTallies(tallies: Iterable<Tally>): Tally {
  const total: Tally = { counts: new Map(countNames.map((name) => [name, 0])), reasons: new Map(), slowest: 0 };
  for (const { counts, reasons, slowest } of tallies) {
    for (const [name, count] of counts) add(total.counts, name, count);
    for (const [reason, count] of reasons) add(total.reasons, reason, count);
    total.slowest = Math.max(total.slowest, slowest);
  }
  return total;
}

function add<Name>(counts: Map<Name, number>, name: Name, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** The choices of one pair, whatever the number of workers. */
function choicesOf(seed: number, index: number): Choices {
  return choicesFromSeed(Math.imul(seed, 0x85ebca6b) ^ Math.imul(index + 1, 0x9e3779b1));
}

type Report = (line: string) => void;

/** Yields the tally so far now and then, and at the end; faults go to `report`, one line of JSON each. */
export async function* checkRange(options: RangeOptions, report: Report): AsyncGenerator<Tally> {
  const tally = sumTallies([]);
  for (let count = 0; count < options.pairs; count += 1) {
    const index = options.first + count * options.stride;
    const choices = choicesOf(options.seed, index);
    const pair = randomPair(choices, options.models);
    const checked = checkOne(pair, index, choices, tally, options, report);
    if (checked !== undefined && index % options.judgeEvery === 0) {
      const judged = await judgePair(pair, checked, options.formats, choices, 20);
      countJudged(judged, index, tally, report);
    }
    add(tally.counts, 'pairs', 1);
    if (count % 2000 === 1999) yield tally;
  }
  yield tally;
}

function checkOne(
  pair: SchemaPair,
  index: number,
  choices: Choices,
  tally: Tally,
  options: RangeOptions,
  report: Report,
): CheckedPair | undefined {
  const start = performance.now();
  try {
    const checked = checkPair(pair, { ...options, steps: 20_000 }, choices);
    for (const found of checked.directions) countDirection(found, pair, index, tally, report);
    tally.slowest = Math.max(tally.slowest, performance.now() - start);
    return checked;
  } catch (error) {
    add(tally.counts, 'crashed', 1);
    report(JSON.stringify({ index, fault: 'crashed', error: String(error), ...pair }));
    return undefined;
  }
}

function countDirection(found: CheckedDirection, pair: SchemaPair, index: number, tally: Tally, report: Report): void {
  const { verdict, written, reason, fault, direction, payload } = found;
  add(tally.counts, verdict, 1);
  add(tally.counts, 'tried', written);
  if (reason !== undefined) add(tally.reasons, reason.replaceAll(/"[^"]*"/g, '…').slice(0, 90), 1);
  if (fault === undefined) return;
  add(tally.counts, fault, 1);
  report(JSON.stringify({ index, fault, direction, payload, ...pair }));
}

function countJudged(judged: Judged, index: number, { counts }: Tally, report: Report): void {
  add(counts, 'judged', judged.asked);
  add(counts, 'ajvAlone', judged.ajvAlone);
  add(counts, 'hyperjumpAlone', judged.hyperjumpAlone);
  add(counts, 'misread', judged.misreadings.length);
  for (const misreading of judged.misreadings) report(JSON.stringify({ index, fault: 'misread', ...misreading }));
}
