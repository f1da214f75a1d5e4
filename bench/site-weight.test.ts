import { expect, test } from 'vitest';
import { weighFiles } from './site-weight.ts';

test('a site is weighed by its first folders, the heaviest first', () => {
  const { parts, whole } = weighFiles([
    { path: 'index.html', bytes: 10 },
    { path: 'docs/events/A/1/index.html', bytes: 20 },
    { path: 'contracts/A/1/schema.json', bytes: 300 },
    { path: 'contracts/index.json', bytes: 5 },
    { path: 'favicon.ico', bytes: 1 },
  ]);
  expect([...parts]).toEqual([
    ['contracts/', { files: 2, bytes: 305 }],
    ['docs/', { files: 1, bytes: 20 }],
    ['at the top', { files: 2, bytes: 11 }],
  ]);
  expect(whole).toEqual({ files: 5, bytes: 336 });
});
