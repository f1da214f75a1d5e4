import type { ComparisonRule, Effect, RuleChange, SchemaPair } from '../rule.ts';
import { allowsFamily, type TypeFamily } from './keyword-types.ts';
import { compareLimits } from './merge-limits.ts';
import type { Limit, LimitName } from './merged-schema.ts';
import { beyondPhrase, formerLimit, limitPhrase, reachPhrase } from './phrases.ts';

/** What can happen to one side of a range. */
export type LimitStep = 'added' | 'removed' | 'tightened' | 'loosened';

interface LimitRuleFacts extends Omit<ComparisonRule, 'effects' | 'check'> {
  readonly limit: LimitName;
  readonly step: LimitStep;
}

const effectOf: Readonly<Record<LimitStep, Effect>> = {
  added: 'narrows',
  removed: 'widens',
  tightened: 'narrows',
  loosened: 'widens',
};

/** The rules of all bounds are one: only their names, steps and words differ. */
export function limitRule({ limit: name, step, ...facts }: LimitRuleFacts): ComparisonRule {
  const effect = effectOf[step];
  const check = (pair: SchemaPair): readonly RuleChange[] => {
    if (!bothTakeLimit(pair, name)) return [];
    const [before, after] = [pair.before.limits[name], pair.after.limits[name]];
    if (stepBetween(name, before, after) !== step) return [];
    return [
      {
        effect,
        sentence: `${pair.name} ${sentenceOf(name, before, after)}.`,
        beforePointer: before?.pointer,
        afterPointer: after?.pointer,
        keywords: keywordsOf(name),
      },
    ];
  };
  return { ...facts, effects: [effect], check };
}

const familyOf: Readonly<Record<LimitName, TypeFamily>> = {
  minimum: 'number',
  maximum: 'number',
  minLength: 'string',
  maxLength: 'string',
  minItems: 'array',
  maxItems: 'array',
  minProperties: 'object',
  maxProperties: 'object',
};

function bothTakeLimit(pair: SchemaPair, name: LimitName): boolean {
  return bothAllow(pair, familyOf[name]);
}

/** A bound that goes with its type, or that a list of values replaces, is told by the rule of the type or the list. */
export function bothAllow({ before, after }: SchemaPair, family: TypeFamily): boolean {
  return [before, after].every(
    ({ types, values, never }) => values === undefined && never === undefined && allowsFamily(types?.value, family),
  );
}

function keywordsOf(name: LimitName): readonly string[] {
  if (name === 'minimum') return ['minimum', 'exclusiveMinimum'];
  return name === 'maximum' ? ['maximum', 'exclusiveMaximum'] : [name];
}

function stepBetween(name: LimitName, before: Limit | undefined, after: Limit | undefined): LimitStep | undefined {
  if (before === undefined) return after === undefined ? undefined : 'added';
  if (after === undefined) return 'removed';
  const order = compareLimits(name, before, after);
  if (order === 'same') return undefined;
  return order === 'tighter' ? 'tightened' : 'loosened';
}

function sentenceOf(name: LimitName, before: Limit | undefined, after: Limit | undefined): string {
  if (before === undefined) return after === undefined ? '' : `must now ${limitPhrase(name, after)} (before: no limit)`;
  if (after === undefined) return `may now ${beyondPhrase(name, before)}: that limit was removed`;
  const former = `(before: ${formerLimit(name, before, after)})`;
  return compareLimits(name, before, after) === 'tighter'
    ? `must now ${limitPhrase(name, after)} ${former}`
    : `may now ${reachPhrase(name, after)} ${former}`;
}
