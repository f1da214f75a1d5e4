import { quoteText } from './phrases.ts';
import type { Effect, RuleChange, SchemaPair } from '../rule.ts';
import { describeSchema } from './describe-schema.ts';
import { isFree } from './is-free.ts';
import { sameText } from './merge-schema.ts';
import type { MergedSchema, Places } from './merged-schema.ts';
import { midSentence } from './sentence-parts.ts';

/** A pattern of property names that only the newer schema describes. */
export function tellAddedPattern(pair: SchemaPair, pattern: string, places: Places): RuleChange {
  const own = pair.after.below(places);
  const former = pair.before.below(pair.before.additional);
  const effect = effectBetween(former, own, pair.before, sameText(pair.before.additional, places));
  const [now, then] = [describeSchema(own), describeSchema(former)];
  const words =
    effect === 'annotates'
      ? `are now described; they are accepted as before: ${now}`
      : `must now be ${now} (before: ${then})`;
  const sentence = `${subject(pattern, pair)} ${words}.`;
  const afterPointer = places[0]?.pointer;
  return { effect, sentence, beforePointer: undefined, afterPointer, keywords: ['patternProperties'] };
}

/** A pattern of property names that only the older schema describes. */
export function tellRemovedPattern(pair: SchemaPair, pattern: string, places: Places): RuleChange {
  const own = pair.before.below(places);
  const later = pair.after.below(pair.after.additional);
  const effect = reversed(effectBetween(later, own, pair.after, sameText(pair.after.additional, places)));
  const [now, then] = [describeSchema(later), describeSchema(own)];
  const words =
    effect === 'annotates'
      ? `are no longer described; they are accepted as before: ${now}`
      : `may now be ${now} (before: ${then})`;
  const sentence = `${subject(pattern, pair)} ${words}.`;
  const beforePointer = places[0]?.pointer;
  return { effect, sentence, beforePointer, afterPointer: undefined, keywords: ['patternProperties'] };
}

function subject(pattern: string, { name }: SchemaPair): string {
  return `The properties of ${midSentence(name)} that match ${quoteText(pattern)}`;
}

/** From what held for the names to what their pattern says. A name that matches other patterns, too, can mean either. */
function effectBetween(from: MergedSchema, to: MergedSchema, side: MergedSchema, isSame: boolean): Effect {
  if (isSame || (from.never !== undefined && to.never !== undefined) || (isFree(from) && isFree(to)))
    return 'annotates';
  if (isFree(from) || to.never !== undefined) return 'narrows';
  const mayMatchOthers = side.patternProperties.size > 0;
  return (from.never !== undefined || isFree(to)) && !mayMatchOthers ? 'widens' : 'replaces';
}

function reversed(effect: Effect): Effect {
  if (effect === 'narrows') return 'widens';
  return effect === 'widens' ? 'narrows' : effect;
}
