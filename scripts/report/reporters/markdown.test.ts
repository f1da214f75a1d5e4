import { describe, expect, test } from 'vitest';
import type { Review } from '../../review/review.ts';
import { printable } from '../console.ts';
import { markdown } from './markdown.ts';
import {
  context,
  documentationOnly,
  everyReview,
  hostile,
  longPayloads,
  mixed,
  noChange,
  oneBreaks,
  oneWidens,
  sixty,
  waived,
} from './reviews.test-data.ts';

const textOf = (review: Review) => markdown.render(review, context);

/** Blocks of code are left out: nothing in them is read. Each ends with a fence as long as the one that opened it. */
function withoutBlocks(text: string): string {
  let fence: string | undefined;
  const lines = text.split('\n').filter((line) => {
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      return false;
    }
    fence = /^(`{3,})(?:json|diff)$/.exec(line)?.[1];
    return fence === undefined;
  });
  expect(fence).toBeUndefined();
  return lines.join('\n');
}

/** Code spans are left out, too: from a run of backticks, unless it is escaped, to the next one of the same length. */
function withoutCode(text: string): string {
  return withoutBlocks(text)
    .split('\n')
    .map((line) =>
      line.replaceAll(/\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, (all) => (all.startsWith('`') ? 'CODE' : all)),
    )
    .join('\n');
}

function openAndClosed(text: string): readonly number[] {
  const outside = withoutCode(text);
  return [outside.match(/^<details(?: open)?>$/gm)?.length ?? 0, outside.match(/^<\/details>$/gm)?.length ?? 0];
}

describe('the comment', () => {
  test('starts with the mark that a workflow looks for, then the outcome, whom to ask, and a table', () => {
    expect(textOf(oneBreaks).split('\n').slice(0, 12)).toEqual([
      '<!-- event-catalog-review -->',
      '',
      '## ❌ The review fails: 1 error, 1 warning.',
      '',
      'Compared: main → the working directory. One message is touched: it breaks somebody.',
      '',
      'Ask `inventory-team` (`OutOfStock`) and `supply-team` (`OutOfStock`).',
      '',
      '| Message | Outcome | Version | Old messages, new readers | New messages, old readers | Ask |',
      '| --- | --- | --- | --- | --- | --- |',
      '| `OutOfStock` | ❌ fails | `1.0.0` → `1.1.0`, needs **major** | ❌ breaking | ✅ compatible | `inventory-team` `supply-team` |',
      '',
    ]);
    expect(textOf(noChange)).toContain(
      '## ✅ The review passes.\n\nCompared: main → the working directory. No message',
    );
  });

  test('shows one message unfolded, with its payload, and what breaks nobody folded', () => {
    const text = textOf(oneBreaks);
    expect(text).toContain('\n### ❌ `OutOfStock` fails\n');
    expect(text).toContain('```json\n{\n  "event_id": "a",');
    expect(text).toContain('Refused: the value must have the property "warehouse" (`required`).');
    expect(text).toContain('<summary>6 changes break nobody</summary>');
    expect(text).toContain('+  warehouse: string;');
    expect(text).not.toContain('Left out');
    expect(textOf(oneWidens)).toContain('Minor, but existing consumers break:');
    expect(textOf(waived)).toContain('Waived up to and including 2026-12-31: All consumers moved last week.');
    expect(textOf(documentationOnly)).toContain(
      'Only the documentation changed of `OutOfStock` and `InventoryAdjusted`.',
    );
  });

  test('folds messages where there are many', () => {
    expect(textOf(mixed)).toContain('<summary>❌ <code>OutOfStock</code> fails · 1.0.0 → 1.1.0</summary>');
    expect(textOf(mixed)).not.toMatch(/^### /m);
    expect(textOf(mixed).match(/^<details open>$/gm)).toHaveLength(1);
    expect(textOf(sixty)).not.toContain('<details open>');
  });

  test.for(Object.entries(everyReview))('of %s opens and closes as much, and is not too long', ([, review]) => {
    const [opened, closed] = openAndClosed(textOf(review));
    expect(opened).toBe(closed);
    expect(new TextEncoder().encode(textOf(review)).length).toBeLessThanOrEqual(60_000);
  });

  test('leaves out in stages what matters least, and says so', () => {
    expect(textOf(sixty).match(/^\| `StockEvent\d+`/gm)).toHaveLength(60);
    expect(textOf(sixty)).toMatch(/_Left out here, where there is not enough room: changes of types, .*artifact\._\n$/);
    const leftOut = [1, 27, 29, 30, 34, 60].map((many) => {
      const text = textOf({ ...sixty, messages: sixty.messages.slice(0, many) });
      return (/_Left out here.*_/.exec(text)?.[0] ?? '').split(': ').flatMap((parts) => parts.split(', ')).length;
    });
    expect(leftOut).toEqual(leftOut.toSorted((one, other) => one - other));
    expect(new Set(leftOut).size).toBeGreaterThan(3);
  });

  test('tells of as many messages as have room, where nothing else is left to leave out', () => {
    const text = textOf(longPayloads);
    const told = text.match(/^<summary>❌ /gm)?.length ?? 0;
    expect(told).toBeGreaterThan(5);
    expect(text).toContain(`the details of ${60 - told} messages`);
  });

  test('has room for hundreds of messages', () => {
    const copies = Array.from({ length: 40 }, () => [...mixed.messages, ...hostile.messages]);
    const text = textOf({ ...mixed, messages: copies.flat() });
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/\| … and \d+ more \|/);
  });
});

describe('a hostile text in the comment', () => {
  const outside = withoutCode(textOf(hostile));

  test('opens no HTML element, and closes none', () => {
    const ours = /<\/?(?:details|details open|summary|code|br)>|^<!-- event-catalog-review -->/g;
    expect(outside.replaceAll(ours, '')).not.toMatch(/<[a-z/!]/i);
    expect(outside.match(/<summary>/g)?.length).toBe(outside.match(/<\/summary>/g)?.length);
  });

  test('notifies nobody, and refers to nothing', () => {
    expect(outside).not.toMatch(/@\w/);
    expect(outside).not.toMatch(/(?<!&)#\d/);
    expect(outside).not.toMatch(/:\/\//);
    // In a summary, which is HTML, nothing is read as Markdown.
    expect(outside.replaceAll(/^<summary>.*$/gm, '')).not.toMatch(/(?<!\\)\]\(/);
  });

  test('breaks out of no cell', () => {
    const rows = outside.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(8);
    for (const row of rows) expect(row.split('|')).toHaveLength(8);
  });

  test('starts no heading, list, quote or rule of its own', () => {
    const clean = withoutCode(textOf(mixed));
    const starts = (text: string) =>
      text.split('\n').map((line) => /^\s*(?:#+|[-*+]|>|\d+[.)]|\||<\/?\w+>)?/.exec(line)?.[0] ?? '');
    expect(starts(outside)).toEqual(starts(clean));
  });

  test('steers no terminal that shows it', () => {
    // Our own warning sign has a variation selector.
    const text = textOf(hostile).replaceAll('⚠️', '⚠');
    expect(printable(text)).toBe(text);
  });
});
