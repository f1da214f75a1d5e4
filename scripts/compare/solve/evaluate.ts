import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { canonicalText } from '../../schema/canonical-text.ts';
import { isMultipleOf } from '../../schema/exact-number.ts';
import { hasFormat } from '../../schema/formats.ts';
import { hasType } from '../node/node-store.ts';
import type { Atom, Node, PropertiesNode } from '../node/node.ts';
import { matchesPattern } from './matches-pattern.ts';
import { OutOfBudgetError } from './outcome.ts';

/** True: accepted. Undefined: a demand that nobody here understands decides. */
export type Judgement = boolean | undefined;

/** Judges values by nodes, each value by each node once: recursive schemas may ask the same on every level again. */
interface Evaluation {
  readonly judge: (node: Node, value: JsonValue) => Judgement;
}

/** Whether a node accepts a value. Source: the definitions in node.ts. */
export function evaluate(node: Node, value: JsonValue): Judgement {
  return createEvaluation().judge(node, value);
}

function createEvaluation(): Evaluation {
  const known = new Map<JsonValue, Map<Node, Judgement>>();
  const judge = (node: Node, value: JsonValue): Judgement => {
    switch (node.kind) {
      case 'any':
        return true;
      case 'none':
        return false;
      case 'type':
        return hasType(value, node.types);
      case 'values':
        return node.values.has(canonicalText(value));
      case 'opaque':
        return undefined;
      case 'not':
        return negate(judge(node.of, value));
      case 'all':
      case 'some':
      case 'one':
      case 'ref':
        return remember(node, value);
      default:
        return typeof value === 'object' ? remember(node, value) : evaluateScalar(node, value);
    }
  };
  const evaluation: Evaluation = { judge };
  const remember = (node: Node, value: JsonValue): Judgement => {
    let judgements = known.get(value);
    if (judgements === undefined) {
      judgements = new Map();
      known.set(value, judgements);
    } else if (judgements.has(node)) return judgements.get(node);
    const judgement = evaluateParts(node, value, evaluation);
    judgements.set(node, judgement);
    return judgement;
  };
  return evaluation;
}

function evaluateParts(node: Node, value: JsonValue, { judge }: Evaluation): Judgement {
  switch (node.kind) {
    case 'all':
      return every(node.members, (member) => judge(member, value));
    case 'some':
      return negate(every(node.members, (member) => negate(judge(member, value))));
    case 'one':
      return exactlyOne(node.members.map((member) => judge(member, value)));
    case 'ref':
      return judge(node.target(), value);
    default:
      if (isJsonArray(value)) return evaluateArray(node, value, judge);
      return isJsonObject(value) ? evaluateObject(node, value, judge) : true;
  }
}

function evaluateScalar(node: Atom, value: string | number | boolean): Judgement {
  if (typeof value === 'number') return evaluateNumber(node, value);
  return typeof value === 'string' ? evaluateText(node, value) : true;
}

function evaluateNumber(node: Atom, value: number): boolean {
  if (node.kind === 'least') return node.isExclusive ? value > node.value : value >= node.value;
  if (node.kind === 'most') return node.isExclusive ? value < node.value : value <= node.value;
  return node.kind === 'multiple' ? isMultipleOf(value, node.step) : true;
}

function evaluateText(node: Atom, value: string): Judgement {
  if (node.kind === 'length') return isBetween(codePoints(value), node);
  if (node.kind === 'pattern') return matchesPattern(node.source, value);
  return node.kind === 'format' ? hasFormat(value, node.name) : true;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function evaluateArray(node: Node, value: readonly JsonValue[], judge: Evaluation['judge']): Judgement {
  switch (node.kind) {
    case 'itemCount':
      return isBetween(value.length, node);
    case 'items':
      return every(value, (item, index) => judge(node.prefix[index] ?? node.rest, item));
    case 'contains':
      return isCountBetween(
        value.map((item) => judge(node.item, item)),
        node,
      );
    case 'unique':
      return new Set(value.map(canonicalText)).size === value.length;
    default:
      return true;
  }
}

function evaluateObject(node: Node, value: JsonObject, judge: Evaluation['judge']): Judgement {
  switch (node.kind) {
    case 'propertyCount':
      return isBetween(Object.keys(value).length, node);
    case 'required':
      return Object.hasOwn(value, node.name);
    case 'names':
      return every(Object.keys(value), (name) => judge(node.name, name));
    case 'properties':
      return every(Object.entries(value), ([name, item]) =>
        every(nodesForName(node, name), (found) => judge(found, item)),
      );
    default:
      return true;
  }
}

/**
 * What a property of that name must be. Throws an OutOfBudgetError where it cannot be found out which patterns the name
 * matches.
 */
export function nodesForName(node: PropertiesNode, name: string): readonly Node[] {
  const named = node.named.get(name);
  if (node.patterns.length === 0) return [named ?? node.rest];
  const matching = node.patterns.filter(({ source }) => isNamePattern(source, name)).map((pattern) => pattern.node);
  if (named !== undefined) return [named, ...matching];
  return matching.length > 0 ? matching : [node.rest];
}

function isNamePattern(source: string, name: string): boolean {
  const matches = matchesPattern(source, name);
  if (matches === undefined) throw new OutOfBudgetError(`the pattern ${source} takes too long on the name ${name}`);
  return matches;
}

function isBetween(count: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return count >= least && count <= most;
}

function isCountBetween(
  judgements: readonly Judgement[],
  range: { readonly least: number; readonly most: number },
): Judgement {
  const certain = judgements.filter((judgement) => judgement === true).length;
  const possible = certain + judgements.filter((judgement) => judgement === undefined).length;
  if (certain === possible) return isBetween(certain, range);
  return possible < range.least || certain > range.most ? false : undefined;
}

function exactlyOne(judgements: readonly Judgement[]): Judgement {
  return isCountBetween(judgements, { least: 1, most: 1 });
}

function every<Item>(items: readonly Item[], judgeItem: (item: Item, index: number) => Judgement): Judgement {
  let isCertain = true;
  for (const [index, item] of items.entries()) {
    const judgement = judgeItem(item, index);
    if (judgement === false) return false;
    if (judgement === undefined) isCertain = false;
  }
  return isCertain ? true : undefined;
}

function negate(judgement: Judgement): Judgement {
  return judgement === undefined ? undefined : !judgement;
}
