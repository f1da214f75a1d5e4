import type { Page } from '@playwright/test';

/** What a page refers to, and what of it can be referred to. */
export interface PageLinks {
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
}

/** Reads them from the text of a page, by the browser's own parser, without loading anything. */
export function linksInHtml(page: Page, html: string): Promise<PageLinks> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    const addresses = [
      'href',
      'src',
      'poster',
      'action',
      'data',
      'component-url',
      'renderer-url',
      'before-hydration-url',
    ].flatMap((name) =>
      [...parsed.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name) ?? []),
    );
    const sets = [...parsed.querySelectorAll('[srcset]')].flatMap((element) =>
      (element.getAttribute('srcset') ?? '').split(','),
    );
    return {
      addresses: [...addresses, ...sets.flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? [])],
      ids: [...parsed.querySelectorAll('[id]')].map(({ id }) => id),
    };
  }, html);
}

/** The addresses that a style sheet loads. */
export function addressesInStyles(css: string): readonly string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, address]) => address ?? []);
}
