import { expect, test } from 'vitest';
import { failedAudits, largestElement, layoutShifts, medianOf, METRICS } from './lighthouse-result.ts';
import type { LighthouseResult } from './lighthouse-result.ts';

const node = { path: '1,HTML,1,BODY', selector: 'body', snippet: '<body>' };

function resultWith(performance: number): LighthouseResult {
  return {
    categories: {
      performance: { score: performance, auditRefs: [{ id: 'total-blocking-time' }] },
      accessibility: { score: 0.8, auditRefs: [{ id: 'label' }, { id: 'tabindex' }, { id: 'video-caption' }] },
    },
    audits: {
      'total-blocking-time': { title: 'Blocking', score: 0, numericValue: 120 },
      label: { title: 'No label', score: 0, details: { items: [{ node }] } },
      'lcp-breakdown-insight': { title: 'LCP', score: 1, details: { items: [{}, node] } },
      'cls-culprits-insight': {
        title: 'CLS',
        score: 0,
        details: {
          items: [
            {
              items: [
                { score: 0.06 },
                { node, score: 0.04, subItems: { items: [{ cause: 'Web font' }] } },
                { node, score: 0.02 },
              ],
            },
          ],
        },
      },
      tabindex: { title: 'Order', score: 1 },
      'video-caption': { title: 'Captions', score: null },
      'network-requests': {
        title: 'Requests',
        score: null,
        details: {
          items: [
            { resourceType: 'Script', transferSize: 2048 },
            { resourceType: 'Document', transferSize: 1024 },
          ],
        },
      },
    },
  };
}

test('the median of the rounds is shown, and what is not measured is not a number', () => {
  const results = [0.5, 0.9, 0.6].map(resultWith);
  expect(Object.fromEntries(METRICS.map((metric) => [metric.label.trim(), medianOf(metric, results)]))).toEqual({
    'performance, of 100': 60,
    'accessibility, of 100': 80,
    'best practices, of 100': NaN,
    'transferred: KiB': 3,
    'of it JavaScript': 2,
    'of it the page': 1,
    'cumulative layout shift': NaN,
    'first contentful paint: s': NaN,
    'speed index: s': NaN,
    'largest contentful paint: s': NaN,
    'total blocking time: ms': 120,
  });
});

test('only accessibility audits that apply and do not pass have failed', () => {
  expect(failedAudits(resultWith(1))).toEqual([{ id: 'label', title: 'No label', nodes: [node] }]);
});

test('the element that is painted last of the large ones is named where Lighthouse names it', () => {
  expect(largestElement(resultWith(1))).toEqual(node);
  expect(largestElement({ categories: {}, audits: {} })).toBeUndefined();
});

test('what moves is named, with what moved it; the sum of a group is no element', () => {
  expect(layoutShifts(resultWith(1))).toEqual([
    { node, score: 0.04, causes: ['Web font'] },
    { node, score: 0.02, causes: [] },
  ]);
});
