import { describe, expect, test } from 'vitest';
import type { Review } from '../../review/review.ts';
import { printable } from '../console.ts';
import { github } from './github.ts';
import { context, everyReview, hostile, mixed, noChange, oneBreaks, waived } from './reviews.test-data.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner of GitHub Actions reads a line. */
function readCommand(line: string): Command | undefined {
  const [, name, listed, message] = /^::([a-z]+) ([^:]*)::(.*)$/.exec(line) ?? [];
  if (name === undefined || listed === undefined || message === undefined) return undefined;
  const pairs = listed.split(',').map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split(/=(.*)/s);
    return [key, decode(value)];
  });
  return { name, properties: Object.fromEntries(pairs), message: decode(message) };
}

function decode(text: string): string {
  const characters: Readonly<Record<string, string>> = { '25': '%', '0D': '\r', '0A': '\n', '3A': ':', '2C': ',' };
  return text.replaceAll(/%(25|0D|0A|3A|2C)/g, (_all, code: string) => characters[code] ?? '');
}

function commandsOf(review: Review, prefix = ''): readonly (Command | undefined)[] {
  const lines = github.render(review, { ...context, prefix }).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map(readCommand);
}

describe('the annotations for GitHub', () => {
  test('start with the outcome', () => {
    expect(commandsOf(noChange)).toEqual([
      {
        name: 'notice',
        properties: { title: 'Event catalog review' },
        message: 'The review passes. main → the working directory. No message is touched.',
      },
    ]);
  });

  test('stand at the file in the repository, with what to do next', () => {
    const [, first, second] = commandsOf(oneBreaks, 'catalogs/shop, new/');
    expect(first).toEqual({
      name: 'error',
      properties: {
        file: 'catalogs/shop, new/events/OutOfStock/schema.json',
        line: '41',
        col: '5',
        title: 'OutOfStock: breaks-under-mode',
      },
      message:
        '`OutOfStock` 1.1.0 refuses messages that 1.0.0 allows, and its mode is BACKWARD.\nMake `warehouse` optional, or publish a new message beside this one.',
    });
    expect(second?.properties['title']).toBe('OutOfStock 1.1.0: property-added');
    expect(second?.message).toContain('Old messages, readers on the new version: breaking.');
  });

  test('have the most important first: GitHub shows no more than ten', () => {
    for (const review of Object.values(everyReview)) {
      const names = commandsOf(review).map((command) => command?.name);
      const rank = (name: string | undefined) => ['error', 'warning', 'notice'].indexOf(name ?? '');
      expect(names.slice(1).toSorted((one, other) => rank(one) - rank(other))).toEqual(names.slice(1));
    }
  });

  test('have no error for what is waived', () => {
    const commands = commandsOf(waived);
    expect(commands.map((command) => command?.name)).not.toContain('error');
    expect(commands.some((command) => command?.message.includes('All consumers moved last week.'))).toBe(true);
  });

  test('are as many, whatever the texts of the catalog are', () => {
    const commands = commandsOf(hostile);
    expect(commands).not.toContain(undefined);
    expect(commands.map((command) => command?.name)).toEqual(commandsOf(mixed).map((command) => command?.name));
    const keys = commands.map((command) => Object.keys(command?.properties ?? {}).join());
    expect(keys).toEqual(commandsOf(mixed).map((command) => Object.keys(command?.properties ?? {}).join()));
    expect(printable(github.render(hostile, context))).toBe(github.render(hostile, context));
  });
});
