import type { RuleChange, SchemaPair } from '../rule.ts';
import { describeSchema } from './describe-schema.ts';
import { isClosedBy } from './is-closed.ts';
import { isFree } from './is-free.ts';
import type { Places } from './merged-schema.ts';
import { midSentence } from './sentence-parts.ts';

const keywords = ['prefixItems', 'items', 'additionalItems'] as const;

/** An item by position that only the newer schema describes; where the others have a schema, the two are compared. */
export function tellAddedItem(pair: SchemaPair, index: number, places: Places): readonly RuleChange[] {
  const own = pair.after.below(places);
  const at = { beforePointer: undefined, afterPointer: places[0]?.pointer, keywords };
  const name = `Item ${index + 1} of ${midSentence(pair.name)}`;
  if (isClosedBy(pair.before, 'restItems')) {
    if (own.never !== undefined) return [];
    return [{ effect: 'widens', sentence: `${name} is now allowed: ${describeSchema(own)}.`, ...at }];
  }
  if (own.never !== undefined) return [{ effect: 'narrows', sentence: `${name} is no longer allowed.`, ...at }];
  if (pair.before.restItems.length > 0 || isFree(own)) return [];
  return [{ effect: 'narrows', sentence: `${name} must now be ${describeSchema(own)} (before: anything).`, ...at }];
}

/** An item by position that only the older schema describes. */
export function tellRemovedItem(pair: SchemaPair, index: number, places: Places): readonly RuleChange[] {
  const own = pair.before.below(places);
  const at = { beforePointer: places[0]?.pointer, afterPointer: undefined, keywords };
  const name = `Item ${index + 1} of ${midSentence(pair.name)}`;
  if (isClosedBy(pair.after, 'restItems')) {
    if (own.never !== undefined) return [];
    return [{ effect: 'narrows', sentence: `${name} is no longer allowed (before: ${describeSchema(own)}).`, ...at }];
  }
  if (own.never !== undefined) return [{ effect: 'widens', sentence: `${name} is now allowed.`, ...at }];
  if (pair.after.restItems.length > 0 || isFree(own)) return [];
  return [{ effect: 'widens', sentence: `${name} may now be anything (before: ${describeSchema(own)}).`, ...at }];
}
