import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a version of an event has its page, from the site's home. */
export function eventPath(id: string, version: string): string {
  return `docs/events/${id}/${version}/`;
}

/** A file below `public/contracts/`, as it is committed. */
export function committedContract(path: string): string {
  return readFileSync(join(import.meta.dirname, '../../public/contracts', path), 'utf8');
}

/** What a reader sees of an element who has come to it: what is far below is laid out then, and has no text before. */
export async function seenText(element: Locator): Promise<string> {
  await element.scrollIntoViewIfNeeded();
  await expect(element).not.toHaveText('', { useInnerText: true });
  return element.innerText();
}

/** The sections of an event's page that are ours, in their order, by what they are found by. */
export const SECTIONS = ['.participants', '.payload', '.message-code', '.types', '.programs', '.changes'] as const;

/** All that our components put into a page; the names of their classes begin so. */
const OUR_CLASSES = [
  'participants',
  'payload',
  'reader',
  'message',
  'types',
  'programs',
  'changes',
  'code-block',
] as const;

/** The outermost elements of our markup, and all that they stand among. */
export const OUR_MARKUP = [
  ...OUR_CLASSES.map((name) => `.${name}`),
  '.participants-parts',
  '.participants-note',
  '.payload-none',
  '.payload-more',
  '.message-code',
  '.message-aside',
  '.types-aside',
  '.programs-lead',
  '.changes-note',
].join(', ');

/** The block of code that shows a file, in whichever panel it is. */
export function codeOf(page: Page, file: string): Locator {
  return page
    .locator('.code-block')
    .filter({ has: page.locator('figcaption > span').getByText(file, { exact: true }) });
}

/** The text of a block of code, as it is in the page. */
export async function shownCode(block: Locator): Promise<string> {
  return (await block.locator('pre').textContent()) ?? '';
}

/** That the page shows one version of a message, and no other. */
export async function expectPageOf(page: Page, id: string, version: string): Promise<void> {
  await expect(page.locator('.programs')).toHaveAttribute('aria-label', `Programs for ${id} ${version}`);
}
