import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { OUR_MARKUP } from './event-page.ts';

/** What our components add to a page, in bytes, compressed as a host sends them. */
export interface PageWeight {
  /** The page, less the same page without our sections. */
  readonly html: number;
  readonly css: number;
  /** What runs without anybody asking for more. */
  readonly javascript: number;
}

/** A word of each of our scripts, in whatever chunk it is. */
const OUR_SCRIPTS = /catalog\.tab\.|data-copy|details\[data-(?:reader|fields)\]|\.code-block\[data-fetch\]/;

/** The selectors of our rules, and of those that mend the framework on narrow screens. */
const OUR_RULES = String.raw`\.(participants|payload|reader|message|types|programs|changes|verdict|matrix|contract-proof|code)(?![a-z])|code-tabs|role=.?tab|data-(result|here)|#eventcatalog-application|#eventcatalog-header`;

/** Of the page that is open, whose text is in a file. */
export async function weightOf(page: Page, file: string, scripts: ReadonlyMap<string, string>): Promise<PageWeight> {
  const html = await pageTexts(page, readFileSync(file, 'utf8'));
  const css = await ourRules(page);
  const own = [...scripts.values(), ...html.scripts].filter((text) => OUR_SCRIPTS.test(text));
  return {
    html: zipped(html.whole) - zipped(html.without),
    css: zipped(css),
    javascript: own.reduce((sum, text) => sum + zipped(text), 0),
  };
}

function zipped(text: string): number {
  return text === '' ? 0 : gzipSync(text, { level: 6 }).length;
}

/** The page without scripts of ours, the same without our markup, and its inline scripts. */
function pageTexts(page: Page, text: string) {
  return page.evaluate(
    ({ html, ours, isOurs }) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      const scripts: string[] = [];
      for (const script of parsed.querySelectorAll('script:not([src])')) {
        scripts.push(script.textContent ?? '');
        if (new RegExp(isOurs).test(script.textContent ?? '')) script.remove();
      }
      const whole = parsed.documentElement.outerHTML;
      for (const element of parsed.querySelectorAll(ours)) element.remove();
      return { whole, without: parsed.documentElement.outerHTML, scripts };
    },
    { html: text, ours: OUR_MARKUP, isOurs: OUR_SCRIPTS.source },
  );
}

/** Our rules among those of all style sheets. */
function ourRules(page: Page): Promise<string> {
  return page.evaluate((pattern) => {
    const ours = new RegExp(pattern);
    const within = (rules: CSSRuleList): readonly string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule) {
          const inside = within(rule.cssRules);
          return inside.length === 0 ? [] : [`@media ${rule.conditionText}{${inside.join('')}}`];
        }
        return rule instanceof CSSStyleRule && ours.test(rule.selectorText) ? [rule.cssText] : [];
      });
    return [...document.styleSheets].flatMap((sheet) => within(sheet.cssRules)).join('');
  }, OUR_RULES);
}

/** Begins to note what moves on pages while nobody does anything. To be called before a page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript((ours) => {
    const moved: { readonly at: number; readonly what: string }[] = [];
    /** When the framework gave the page another font, or another width, as it does when its list of headings comes. */
    const resized: number[] = [];
    document.fonts.addEventListener('loadingdone', () => resized.push(performance.now()));
    const movedOfOurs = () =>
      moved.filter(({ at }) => resized.every((time) => Math.abs(time - at) > 150)).map(({ what }) => what);
    Object.assign(window, { movedOfOurs });
    document.addEventListener('DOMContentLoaded', () => {
      const page = document.querySelector('#content .prose');
      let width = 0;
      const note = ([entry]: readonly ResizeObserverEntry[]) => {
        if (entry === undefined || entry.contentRect.width === width) return;
        width = entry.contentRect.width;
        resized.push(performance.now());
      };
      if (page !== null) new ResizeObserver(note).observe(page);
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'hadRecentInput') === true) continue;
        // What stands highest has moved the others: references and badges of the framework move all that is below them.
        const sources = [...(Reflect.get(entry, 'sources') ?? [])];
        const [first] = sources.toSorted((one, other) => one.currentRect.top - other.currentRect.top);
        const element = first?.node instanceof Element ? first.node : first?.node?.parentElement;
        const what = `${Reflect.get(entry, 'value')}: ${element?.outerHTML.slice(0, 100)}`;
        if (element?.closest(ours)) moved.push({ at: entry.startTime, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }, OUR_MARKUP);
}

export function shiftsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(window, 'movedOfOurs')());
}
