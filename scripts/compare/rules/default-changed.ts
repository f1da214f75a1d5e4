import { annotationRule } from '../findings/annotation-rule.ts';

export const defaultChanged = annotationRule({
  id: 'default-changed',
  summary: 'A default changed. Validators do not fill defaults in, so no value is accepted or refused for it.',
  keyword: 'default',
  mirror: 'default-changed',
  examples: [{ effect: 'annotates', before: { type: 'integer', default: 1 }, after: { type: 'integer', default: 2 } }],
  nearMisses: [
    {
      before: { const: { default: 1 } },
      after: { const: { default: 1 }, $id: 'https://shop.example/order' },
      why: 'A value is no keyword.',
    },
  ],
});
