import { expect, test } from 'vitest';
import { findPages, pageHref, type FullText, type FullTextPage } from './full-text.ts';

test.each([
  ['/docs/events/OutOfStock/1.0.0', '/', '/docs/events/OutOfStock/1.0.0/'],
  ['/docs/catalog/docs/events/OutOfStock/1.0.0', '/docs/catalog/', '/docs/catalog/docs/events/OutOfStock/1.0.0/'],
  ['/docs/docs/events/A/1', '/docs/', '/docs/docs/events/A/1/'],
  ['/docs/events/A/1', '/docs/', '/docs/docs/events/A/1/'],
  ['docs/events/A/1/', '/catalog/', '/catalog/docs/events/A/1/'],
  ['//elsewhere.example/x', '/', '/elsewhere.example/x/'],
  ['javascript:alert(1)', '/', '/javascript:alert(1)/'],
])('the page %s of a site at %s is %s', (url, root, expected) => {
  expect(pageHref(url, root)).toBe(expected);
});

test('each page is found once, with its newest version', async () => {
  const page = (id: string, version: string): FullTextPage => ({
    url: `/docs/events/${id}/${version}`,
    plain_excerpt: 'about it',
    meta: { title: id, type: 'Event', collection: 'events', id, version },
  });
  const pages = [page('A', '9'), page('A', '10'), page('A', '2'), page('B', '1'), { url: '/docs/x', meta: {} }];
  const fullText: FullText = {
    options: async () => undefined,
    search: async () => ({ results: pages.map((one) => ({ data: async () => one })) }),
  };
  expect((await findPages(fullText, 'it', '/')).map(({ href, title, type }) => [href, title, type])).toEqual([
    ['/docs/events/A/10/', 'A', 'Event'],
    ['/docs/events/B/1/', 'B', 'Event'],
    ['/docs/x/', '/docs/x', 'Page'],
  ]);
});
