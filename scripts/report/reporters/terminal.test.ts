import { describe, expect, test } from 'vitest';
import type { Review } from '../../review/review.ts';
import { printable } from '../console.ts';
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
  undecided,
  waived,
} from './reviews.test-data.ts';
import { terminal } from './terminal.ts';

const textOf = (review: Review, changed: Partial<typeof context> = {}) =>
  terminal.render(review, { ...context, ...changed });

/** The marks of colours. */
const escapes = new RegExp(`${String.fromCodePoint(0x1b)}\\[\\d+m`, 'g');

/** Without line breaks, which stand elsewhere in a terminal of another width. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('the terminal report', () => {
  test('starts with the outcome, what is touched, and whom to ask', () => {
    expect(textOf(oneBreaks).split('\n').slice(0, 4)).toEqual([
      'The review fails: 1 error, 1 warning.',
      'main → the working directory. One message is touched: it breaks somebody.',
      'Ask `inventory-team` (`OutOfStock`) and `supply-team` (`OutOfStock`).',
      '',
    ]);
    expect(textOf(noChange)).toBe('The review passes.\nmain → the working directory. No message is touched.\n');
  });

  test('tells what is wrong, then both directions with a payload, the bump, and each consumer', () => {
    const text = flat(textOf(oneBreaks));
    const inOrder = [
      'error breaks-under-mode events/OutOfStock/schema.json:41:5 `OutOfStock` 1.1.0 refuses messages',
      '> Make `warehouse` optional',
      'warning bump-too-small events/OutOfStock/index.mdx:4:1',
      '✗ breaking Old messages, readers on the new version Readers on `1.1.0` refuse this message, which `1.0.0` allows:',
      '"adjustment_reason": "restock" }',
      'Refused: the value must have the property "warehouse" (`required`).',
      '✓ compatible New messages, readers on the old version',
      'Not safe under BACKWARD with the policy "declared".',
      'It needs a new major version, but got a minor one.',
      '- `warehouse` was added (required)',
      '+ property-added 5 times, at `sku`',
      'ReplenishmentService 2.1.0 reads every field As it is, with new messages, it works. Once it moves, with old messages, it breaks',
      'StorefrontService 1.0.0 reads `product_id` and `new_quantity` Works as it is',
      'sold-out.json Its own schema, `1.1.0`, refuses it',
      '+ warehouse: string;',
    ];
    const places = inOrder.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  test('says "minor, but existing consumers break", and how earlier versions fare', () => {
    const text = flat(textOf(oneWidens));
    expect(text).toContain(
      'Minor, but existing consumers break: readers that stay on `1.0.0` refuse some new messages.',
    );
    expect(text).toContain('Those that the catalog names are not among them.');
    expect(text).toContain('`0.8.0`: messages that it allows, breaking (the value must have the property "warehouse")');
  });

  test('shows a waived error as waived, with the reason and the last day', () => {
    const text = flat(textOf(waived));
    expect(text).toContain('The review passes: 1 waived error.');
    expect(text).toContain('waived breaks-under-mode');
    expect(text).toContain('Waived up to and including 2026-12-31: All consumers moved last week.');
  });

  test('says what is neither proved nor refuted, and why', () => {
    const text = flat(textOf(undecided));
    expect(text).toContain('it needs a look');
    expect(text).toContain('Neither proved nor refuted: the pattern of `bin` looks back');
    expect(text).toContain('Not proved safe under BACKWARD');
  });

  test('gives messages whose documentation changed one line together', () => {
    expect(textOf(documentationOnly)).toContain(
      '\n\nOnly the documentation changed of `OutOfStock` and `InventoryAdjusted`.\n',
    );
  });

  test('gives it no line but a place of its own where there is more to say of it', () => {
    const [message] = documentationOnly.messages;
    const moved = message === undefined ? [] : [{ ...message, movedFrom: 'events/Sold' }];
    expect(flat(textOf({ ...documentationOnly, messages: moved }))).toContain('moved here from `events/Sold`');
    const problems = oneBreaks.messages.flatMap((one) => one.problems.filter(({ severity }) => severity === 'warning'));
    const warned = documentationOnly.messages.map((one) => ({ ...one, problems }));
    expect(textOf({ ...documentationOnly, messages: warned }).match(/warning bump-too-small/g)).toHaveLength(2);
  });

  test('has what fails first, and notes and faults of the catalog above all messages', () => {
    const text = textOf(mixed);
    const places = ['Note: The history', 'error field-missing', '✗ OutOfStock', '! GetStock', '✓ StockCounted'];
    expect(places.map((words) => text.indexOf(words))).toEqual(
      places.map((words) => text.indexOf(words)).toSorted((one, other) => one - other),
    );
    expect(flat(text)).toContain('It was called `InventoryCounted` before. It was moved here from');
  });

  test('lists everything when asked to', () => {
    expect(textOf(oneBreaks).match(/was added \(optional\)/g)).toBeNull();
    expect(textOf(oneBreaks, { isVerbose: true }).match(/was added \(optional\)/g)).toHaveLength(5);
    expect(textOf(longPayloads)).toContain('… and 277 more lines (--verbose shows them)');
    expect(textOf(longPayloads, { isVerbose: true })).toContain('field299: string;');
  });

  test.for(Object.entries(everyReview))('of %s is no wider than the terminal', ([, review]) => {
    for (const columns of [80, 120]) {
      const wide = textOf(review, { columns })
        .split('\n')
        .filter((line) => line.length > columns && line.trim().includes(' '));
      expect(wide).toEqual([]);
    }
  });

  test('is coloured only where colours are wanted', () => {
    expect(textOf(mixed)).not.toContain('\u001b');
    expect(textOf(mixed, { hasColor: true }).replaceAll(escapes, '')).toBe(textOf(mixed));
  });

  test('does not let a text of the catalog steer the terminal, or command a build server', () => {
    const text = textOf(hostile, { isVerbose: true });
    expect(printable(text)).toBe(text);
    expect(text).toContain('\\u{1b}[2J\\u{202e}');
    expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    expect(text).not.toContain('##[');
  });
});
