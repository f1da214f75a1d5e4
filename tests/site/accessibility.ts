import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { OUR_MARKUP } from './event-page.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page, apart by whose markup it is. */
export interface Violations {
  /** `color-contrast: <code>…`, for each element. */
  readonly ours: readonly string[];
  /** How many elements of the framework break each rule. */
  readonly ofFramework: Readonly<Record<string, number>>;
}

/** By the rules of WCAG 2.2 up to level AA. Where all of a page is ours, nothing of it is the framework's. */
export async function violationsOf(page: Page, ours: string = OUR_MARKUP): Promise<Violations> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const own: string[] = [];
  const ofFramework: Record<string, number> = {};
  for (const { id, nodes } of violations) {
    for (const { target, html } of nodes) {
      const [selector] = target;
      const isOurs = typeof selector === 'string' && (await isWithin(page, selector, ours));
      if (isOurs) own.push(`${id}: ${html.slice(0, 200)}`);
      else ofFramework[id] = (ofFramework[id] ?? 0) + 1;
    }
  }
  return { ours: own, ofFramework };
}

function isWithin(page: Page, selector: string, ours: string): Promise<boolean> {
  return page.evaluate(([one = '', all = '']) => document.querySelector(one)?.closest(all) != null, [selector, ours]);
}
