import { annotationRule } from '../findings/annotation-rule.ts';

export const descriptionChanged = annotationRule({
  id: 'description-changed',
  summary: 'A description changed.',
  keyword: 'description',
  mirror: 'description-changed',
  examples: [
    { effect: 'annotates', before: { description: 'An order' }, after: { description: 'An order that was placed' } },
  ],
  nearMisses: [
    {
      before: { description: 'An order' },
      after: { allOf: [{ description: 'An order' }] },
      why: 'The same words elsewhere.',
    },
  ],
});
