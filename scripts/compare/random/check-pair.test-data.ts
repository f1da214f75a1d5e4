import type { JsonValue } from '../../model/json.ts';
import { readSides, searchWitness, type Policy, type Sides } from '../decide.ts';
import type { Node } from '../node/node.ts';
import { evaluate } from '../solve/evaluate.ts';
import type { Choices } from './choices.test-data.ts';
import type { SchemaPair } from './random-pair.test-data.ts';
import { partsOf, payloadsFor } from './random-payloads.test-data.ts';

export interface CheckOptions {
  readonly policy: Policy;
  readonly formats: 'assertion' | 'annotation';
  /** How many payloads are made for each direction that is found compatible. */
  readonly payloads: number;
  readonly steps: number;
}

/** One direction of a pair, decided and tried. */
export interface CheckedDirection {
  readonly direction: 'backward' | 'forward';
  readonly verdict: 'compatible' | 'breaking' | 'unknown';
  readonly reason?: string;
  readonly witness?: JsonValue;
  /** What is wrong with the verdict. */
  readonly fault?: 'contradicted' | 'unconfirmed';
  /** The payload that shows it. */
  readonly payload?: JsonValue;
  /** How many payloads the writer accepts, of those that were made. */
  readonly written: number;
}

export interface CheckedPair {
  readonly sides: Sides;
  readonly directions: readonly CheckedDirection[];
}

/** Decides both directions of a pair, and looks for payloads that contradict. */
export function checkPair({ before, after }: SchemaPair, options: CheckOptions, choices: Choices): CheckedPair {
  const limits = { steps: options.steps };
  const sides = readSides(before, after, { ...options, limits });
  let parts: ReturnType<typeof partsOf> | undefined;
  const check = (direction: CheckedDirection['direction'], writer: Node, reader: Node): CheckedDirection => {
    const outcome = searchWitness(writer, reader, sides.store, limits);
    if (outcome.kind === 'unknown') return { direction, verdict: 'unknown', reason: outcome.reason, written: 0 };
    if (outcome.kind === 'value') {
      const { value } = outcome;
      const isConfirmed = evaluate(writer, value) === true && evaluate(reader, value) === false;
      const found = { direction, verdict: 'breaking', witness: value, written: 0 } as const;
      return isConfirmed ? found : { ...found, fault: 'unconfirmed', payload: value };
    }
    parts ??= partsOf([before.schema, after.schema]);
    const sample = searchWitness(writer, sides.store.none, sides.store, limits);
    const isWritten = (value: JsonValue): boolean => evaluate(writer, value) === true;
    const starts = sample.kind === 'value' ? [sample.value] : [];
    let written = 0;
    for (const payload of payloadsFor(parts, choices, options.payloads, isWritten, starts)) {
      written += 1;
      if (evaluate(reader, payload) === false)
        return { direction, verdict: 'compatible', fault: 'contradicted', payload, written };
    }
    return { direction, verdict: 'compatible', written };
  };
  return {
    sides,
    directions: [
      check('backward', sides.before.writer, sides.after.reader),
      check('forward', sides.after.writer, sides.before.reader),
    ],
  };
}
