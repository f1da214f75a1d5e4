import type { Effect, RuleChange, SchemaPair } from '../rule.ts';
import { describeSchema } from './describe-schema.ts';
import { propertyAt } from './disjoint.ts';
import { isFree } from './is-free.ts';
import type { MergedSchema, Places } from './merged-schema.ts';
import { quoteName } from './phrases.ts';
import { inside, midSentence } from './sentence-parts.ts';

/** What a property was before, or is after, that only the other side describes. */
interface Told {
  readonly effect: Effect;
  readonly words: string;
}

/** A property that only the newer schema describes. */
export function tellAddedProperty(pair: SchemaPair, name: string, places: Places): RuleChange {
  const former = pair.before.below(propertyAt(pair.before, name));
  const { effect, words } = appearance(former, pair.after.below(places), pair);
  const isRequired = pair.after.required.has(name) ? 'required' : 'optional';
  const sentence = `${quoteName(name)}${inside(pair)} ${words.replace('{}', isRequired)}.${renamed(pair, name, places, 'from')}`;
  const afterPointer = places[0]?.pointer;
  return { effect, sentence, beforePointer: undefined, afterPointer, keywords: ['properties'], property: name };
}

/** A property that only the older schema describes. */
export function tellRemovedProperty(pair: SchemaPair, name: string, places: Places): RuleChange {
  const later = pair.after.below(propertyAt(pair.after, name));
  const { effect, words } = disappearance(pair.before.below(places), later, pair);
  const sentence = `${quoteName(name)}${inside(pair)} ${words}.${renamed(pair, name, places, 'to')}`;
  const beforePointer = places[0]?.pointer;
  return { effect, sentence, beforePointer, afterPointer: undefined, keywords: ['properties'], property: name };
}

function appearance(former: MergedSchema, own: MergedSchema, { name }: SchemaPair): Told {
  if (former.never !== undefined) {
    if (own.never !== undefined) return { effect: 'annotates', words: 'was added, and is refused as before' };
    return { effect: 'widens', words: `was added ({}): ${describeSchema(own)}` };
  }
  if (own.never !== undefined) return { effect: 'narrows', words: 'is now forbidden' };
  if (!isFree(former)) {
    return {
      effect: 'annotates',
      words: `was added ({}); before, it was one of the other properties of ${midSentence(name)}`,
    };
  }
  if (isFree(own)) return { effect: 'annotates', words: 'was added ({}); it may have any value, as before' };
  return { effect: 'narrows', words: `was added ({}): ${describeSchema(own)}` };
}

function disappearance(own: MergedSchema, later: MergedSchema, { name }: SchemaPair): Told {
  if (later.never !== undefined) {
    if (own.never !== undefined) return { effect: 'annotates', words: 'was removed, and is refused as before' };
    return { effect: 'narrows', words: 'was removed and is no longer allowed' };
  }
  if (own.never !== undefined) return { effect: 'widens', words: 'is no longer forbidden' };
  if (!isFree(later)) {
    return { effect: 'annotates', words: `was removed; it is now one of the other properties of ${midSentence(name)}` };
  }
  if (isFree(own)) return { effect: 'annotates', words: 'was removed; it may have any value, as before' };
  return { effect: 'widens', words: `was removed (before: ${describeSchema(own)})` };
}

/** In larger objects no renamed property is looked for. */
const mostNames = 200;

/** One property went and one came, and both say the same: the reader may want to know that they are one. */
function renamed({ before, after }: SchemaPair, name: string, places: Places, direction: 'from' | 'to'): string {
  const mark = textOf(places);
  if (mark === undefined || before.properties.size + after.properties.size > mostNames) return '';
  const removed = [...before.properties].filter(
    ([other, held]) => !after.properties.has(other) && textOf(held) === mark,
  );
  const added = [...after.properties].filter(([other, held]) => !before.properties.has(other) && textOf(held) === mark);
  const [one, two] = [removed[0]?.[0], added[0]?.[0]];
  if (removed.length !== 1 || added.length !== 1 || one === undefined || two === undefined) return '';
  return direction === 'to' && name === one
    ? ` Perhaps it was renamed to ${quoteName(two)}.`
    : ` Perhaps it was renamed from ${quoteName(one)}.`;
}

/** Undefined for schemas that say too little to be recognised. */
function textOf(places: Places): string | undefined {
  const text = places.map(({ schema }) => JSON.stringify(schema)).join();
  return text.length < 20 ? undefined : text;
}
