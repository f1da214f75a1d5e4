import { annotationRule } from '../findings/annotation-rule.ts';

export const examplesChanged = annotationRule({
  id: 'examples-changed',
  summary: 'Examples changed.',
  keyword: 'examples',
  mirror: 'examples-changed',
  examples: [{ effect: 'annotates', before: { examples: ['S'] }, after: { examples: ['M'] } }],
  nearMisses: [
    {
      before: { examples: [{ a: 1, b: 2 }] },
      after: { examples: [{ b: 2, a: 1 }] },
      why: 'The order of keys does not count.',
    },
  ],
});
