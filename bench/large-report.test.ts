import { expect, test } from 'vitest';
import type { LargeFigures } from './large-catalog.ts';
import { largeTable, partsTable } from './large-report.ts';

const measurement = (seconds: number) => ({ seconds, cpuSeconds: seconds / 2, peakBytes: 2 ** 30, output: '' });
const file = { bytes: 2048, compressed: 1024 };

function figuresOf(versions: number, hasSite = true): LargeFigures {
  const parts = new Map([
    ['docs/', { files: versions * 4, bytes: versions * 2 ** 20 }],
    ['contracts/', { files: versions, bytes: 2 ** 20 }],
  ]);
  const site = {
    build: measurement((versions * versions) / 1000),
    weight: { parts, whole: { files: versions * 5, bytes: 2 ** 30 } },
    page: file,
    home: file,
    sidebar: file,
  };
  return {
    versions,
    firstRun: measurement(10 + versions / 10),
    unchangedRun: measurement(1),
    check: measurement(2),
    site: hasSite ? site : undefined,
    failure: hasSite ? undefined : 'out of memory',
  };
}

const rowsOf = (text: string, label: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(label))
    ?.split(/ {2,}/);

test('what grows by the version is told from what grows faster', () => {
  const text = largeTable([100, 1000, 5000].map((versions) => figuresOf(versions)));
  expect(rowsOf(text, 'generate, first run')).toEqual([
    'generate, first run: s',
    '20.0',
    '110.0',
    '510.0',
    '100.0',
    '100.0',
    'no',
  ]);
  expect(rowsOf(text, 'EventCatalog build')?.at(-1)).toBe('yes, ×5.45');
});

test('a site that could not be built leaves its figures open', () => {
  const sizes = [figuresOf(100), figuresOf(1000), figuresOf(5000, false)];
  expect(rowsOf(largeTable(sizes), 'EventCatalog build')?.slice(3)).toEqual(['–', '1100.0', '–', 'unknown']);
  expect(rowsOf(partsTable(sizes), 'docs/')).toEqual(['docs/', '400', '100.0', '4000', '1000.0']);
});
