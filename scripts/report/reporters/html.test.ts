import { describe, expect, test } from 'vitest';
import type { Review } from '../../review/review.ts';
import { printable } from '../console.ts';
import { htmlStyle } from '../html/html-style.ts';
import { html } from './html.ts';
import { context, everyReview, hostile, mixed, oneBreaks, oneWidens, sixty, waived } from './reviews.test-data.ts';

const textOf = (review: Review) => html.render(review, context);

const empty = new Set(['meta', '!doctype']);

/** The names of all elements; fails where one is not closed, or closed in the wrong order, or a `<` is no tag. */
function elementsOf(text: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  const tags = /<(\/?)([!a-z][a-z0-9]*)(?:\s[^<>]*)?>/g;
  const page = text.replace(htmlStyle, '');
  expect(page.replaceAll(tags, '')).not.toMatch(/[<>]/);
  for (const [, slash, name = ''] of page.matchAll(tags)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!empty.has(name)) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}

/** What a reader sees. */
function seen(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^<>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '')
    .replaceAll(/\s+/g, ' ');
}

describe('the page', () => {
  test.for(Object.entries(everyReview))('of %s is well formed, and asks nobody for anything', ([, review]) => {
    const text = textOf(review);
    const names = new Set(elementsOf(text));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base']) expect(names).not.toContain(name);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(htmlStyle).not.toMatch(/url\(|@import|<\//);
    expect(text.replaceAll(/>[^<]*</g, '><')).not.toMatch(/\s(?:on\w+|src|style)=/);
  });

  test('has an anchor for each entry of its table of contents, which only many messages have', () => {
    for (const review of Object.values(everyReview)) {
      const text = textOf(review);
      const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
      const anchors = [...text.matchAll(/<article id="([^"]+)"/g)].map(([, anchor]) => anchor);
      expect(targets).toEqual(anchors.length > 3 ? anchors : []);
      expect(text.match(/href=/g)?.length ?? 0).toBe(targets.length);
    }
    expect(textOf(sixty).match(/<article /g)).toHaveLength(60);
  });

  test('has one heading of the first rank, and leaves no rank out', () => {
    for (const review of Object.values(everyReview)) {
      const ranks = elementsOf(textOf(review)).flatMap((name) => (/^h\d$/.test(name) ? [Number(name.slice(1))] : []));
      expect(ranks.filter((rank) => rank === 1)).toEqual([1]);
      for (const [index, rank] of ranks.entries()) expect(rank - (ranks[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test('tells all that there is to tell, in words', () => {
    const text = seen(textOf(oneBreaks));
    for (const words of [
      'The review fails: 1 error, 1 warning.',
      'One message is touched: it breaks somebody.',
      'breaks-under-mode events/OutOfStock/schema.json:41:5',
      'Old messages, readers on the new version ✗ breaking',
      '"adjustment_reason": "restock"',
      'Refused: the value must have the property "warehouse"',
      'New messages, readers on the old version ✓ compatible',
      'It needs a new major version, but got a minor one.',
      '6 changes break nobody',
      'Replenishment Service ReplenishmentService 2.1.0',
      'sold-out.json Its own schema',
      '+ warehouse: string;',
    ])
      expect(text).toContain(words);
    expect(seen(textOf(oneWidens))).toContain('Minor, but existing consumers break');
    expect(seen(textOf(waived))).toContain('Waived up to and including 2026-12-31: All consumers moved last week.');
  });

  test('shows a hostile text as it is, and is built as it would be without', () => {
    const text = textOf(hostile);
    expect(elementsOf(text).filter((name) => name !== 'code')).toEqual(
      elementsOf(textOf(mixed)).filter((name) => name !== 'code'),
    );
    expect(seen(text)).toContain('</details></pre><script>alert(1)</script>');
    expect(printable(text)).toBe(text);
  });
});

describe('its colours', () => {
  const [light = '', rest = ''] = htmlStyle.split('@media (prefers-color-scheme: dark)');
  const print = htmlStyle.split('@media print')[1] ?? '';
  const colorsOf = (part: string) =>
    new Map([...part.matchAll(/--([a-z-]+): (#[0-9a-f]+);/g)].map(([, name = '', color = '']) => [name, color]));
  const pairs = [
    ...['text', 'quiet', 'link'].flatMap((front) => ['page', 'card', 'code'].map((back) => [front, back] as const)),
    ...['good', 'bad', 'warn', 'none'].map((tone) => [tone, `${tone}-soft`] as const),
    ['good', 'code'] as const,
    ['bad', 'code'] as const,
  ];

  test.for([
    ['light', light],
    ['dark', rest.split('@media print')[0] ?? ''],
    ['print', print],
  ] as const)('have enough contrast: %s', ([, part]) => {
    const colors = colorsOf(part);
    for (const [front, back] of pairs) {
      const contrast = contrastOf(colors.get(front) ?? '#fff', colors.get(back) ?? '#fff');
      expect(contrast, `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const digits = color.length === 4 ? color.replaceAll(/[0-9a-f]/g, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
