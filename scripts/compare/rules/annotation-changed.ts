import { changedKeywords, howItChanged } from '../findings/annotation-rule.ts';
import { quoteName } from '../findings/phrases.ts';
import { midSentence } from '../findings/sentence-parts.ts';
import type { ComparisonRule, RuleChange, SchemaPair } from '../rule.ts';

export const annotationChanged: ComparisonRule = {
  id: 'annotation-changed',
  summary: 'Another note on a place changed, such as `readOnly` or a keyword that begins with `x-`.',
  effects: ['annotates'],
  mirror: 'annotation-changed',
  check,
  examples: [{ effect: 'annotates', before: { 'x-owner': 'shop' }, after: { 'x-owner': 'warehouse' } }],
  nearMisses: [
    { before: { title: 'Order' }, after: { title: 'Placed order' }, why: 'That is title-changed.' },
    {
      before: { $id: 'https://shop.example/a' },
      after: { $id: 'https://shop.example/b' },
      why: 'An address is no note.',
    },
  ],
};

const told = new Set(['title', 'description', 'default', 'examples', 'deprecated']);

function check(pair: SchemaPair): readonly RuleChange[] {
  return changedKeywords(pair.before.annotations, pair.after.annotations)
    .filter(({ keyword }) => !told.has(keyword))
    .map(({ keyword, before, after }) => ({
      effect: 'annotates',
      sentence: `The note ${quoteName(keyword)} on ${midSentence(pair.name)} ${howItChanged(before?.value, after?.value)}.`,
      beforePointer: before?.pointer,
      afterPointer: after?.pointer,
      keywords: [keyword],
    }));
}
