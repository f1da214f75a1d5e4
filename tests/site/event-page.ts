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

/** The framed code that shows a file, in whichever panel it is. */
export function codeOf(page: Page, file: string): Locator {
  return page.locator('.contract-code').filter({ has: page.locator('.title').getByText(file, { exact: true }) });
}

/** The text of a block of code as a reader sees it: line by line, without what is only layout. */
export async function shownCode(block: Locator): Promise<string> {
  const lines = await block.locator('.ec-line').allTextContents();
  return lines.map((line) => line.replace(/\n$/, '')).join('\n');
}
