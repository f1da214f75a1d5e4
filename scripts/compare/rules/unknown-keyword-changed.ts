import { changedKeywords, howItChanged } from '../findings/annotation-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { midSentence } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const unknownKeywordChanged: ComparisonRule = {
  id: 'unknown-keyword-changed',
  summary: 'A keyword that no draft knows changed. Validators pass over it.',
  effects: ['annotates'],
  mirror: 'unknown-keyword-changed',
  check,
  examples: [{ effect: 'annotates', before: { sortKey: 1 }, after: { sortKey: 2 } }],
  nearMisses: [{ before: { 'x-owner': 'shop' }, after: { 'x-owner': 'warehouse' }, why: 'That is a note.' }],
};

function check(pair: SchemaPair): readonly RuleChange[] {
  return changedKeywords(pair.before.unknown, pair.after.unknown).map(({ keyword, before, after }) => ({
    effect: 'annotates',
    sentence: `The keyword ${quoteName(keyword)} of ${midSentence(pair.name)}, which JSON Schema does not know, ${howItChanged(before?.value, after?.value)}.`,
    beforePointer: before?.pointer,
    afterPointer: after?.pointer,
    keywords: [keyword],
  }));
}
