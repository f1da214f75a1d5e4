import type { JsonValue } from '../../model/json.ts';
import { createJudge, type Opinion } from '../judge/judge.ts';
import type { Node } from '../node/node.ts';
import type { SchemaDocument } from '../normalise/reading.ts';
import { evaluate } from '../solve/evaluate.ts';
import type { CheckedPair } from './check-pair.test-data.ts';
import type { Choices } from './choices.test-data.ts';
import type { SchemaPair } from './random-pair.test-data.ts';
import { partsOf, payloadsFor, randomPayload } from './random-payloads.test-data.ts';

/** A value that the engine reads otherwise than both validators, or than the only one that has an opinion. */
export interface Misreading {
  readonly document: SchemaDocument;
  readonly value: JsonValue;
  readonly engine: boolean;
  readonly opinion: Opinion;
}

export interface Judged {
  /** How many values were put to the validators. */
  readonly asked: number;
  /** How often one of them differs from the engine and the other. */
  readonly ajvAlone: number;
  readonly hyperjumpAlone: number;
  readonly misreadings: readonly Misreading[];
}

/** Puts the witnesses of a pair, and other payloads, to both validators. */
export async function judgePair(
  pair: SchemaPair,
  { sides, directions }: CheckedPair,
  formats: 'assertion' | 'annotation',
  choices: Choices,
  payloads: number,
): Promise<Judged> {
  const parts = partsOf([pair.before.schema, pair.after.schema]);
  const witnesses = directions.flatMap(({ witness }) => (witness === undefined ? [] : [witness]));
  const found = { asked: 0, ajvAlone: 0, hyperjumpAlone: 0, misreadings: new Array<Misreading>() };
  const ask = async (document: SchemaDocument, node: Node): Promise<void> => {
    const judge = createJudge(document.schema, document.dialect, { formats });
    const accepted = payloadsFor(parts, choices, payloads, (value) => evaluate(node, value) === true, []);
    const others = Array.from({ length: payloads }, () => randomPayload(parts, choices));
    for (const value of [...witnesses, ...accepted.take(payloads), ...others]) {
      const engine = evaluate(node, value);
      if (engine === undefined) continue;
      const opinion = await judge.opinion(value);
      found.asked += 1;
      const ajvDiffers = opinion.ajv !== undefined && opinion.ajv !== engine;
      const hyperjumpDiffers = opinion.hyperjump !== undefined && opinion.hyperjump !== engine;
      if ((ajvDiffers && opinion.hyperjump !== engine) || (hyperjumpDiffers && opinion.ajv !== engine))
        found.misreadings.push({ document, value, engine, opinion });
      else if (ajvDiffers) found.ajvAlone += 1;
      else if (hyperjumpDiffers) found.hyperjumpAlone += 1;
    }
  };
  await ask(pair.before, sides.before.whole);
  await ask(pair.after, sides.after.whole);
  return found;
}
