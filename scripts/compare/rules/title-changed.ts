import { annotationRule } from '../findings/annotation-rule.ts';

export const titleChanged = annotationRule({
  id: 'title-changed',
  summary: 'A title changed.',
  keyword: 'title',
  mirror: 'title-changed',
  examples: [{ effect: 'annotates', before: { title: 'Order' }, after: { title: 'Placed order' } }],
  nearMisses: [
    {
      before: { properties: { title: { type: 'string' } } },
      after: { properties: { title: { type: 'string' } }, $id: 'https://shop.example/order' },
      why: 'A property by that name is no title.',
    },
  ],
});
