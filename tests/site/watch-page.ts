import type { Page, Request } from '@playwright/test';

/** What a page did wrong behind a visitor's back. */
export interface PageTroubles {
  /** Errors in the console, uncaught errors, answers of 400 and above, failed requests, requests to other hosts. */
  readonly troubles: readonly string[];
  /** Requests that the browser gave up: what was still loading when the page was left, and downloads. */
  readonly givenUp: readonly string[];
}

/** Collects them from now on; `address` is the home of the site, and its host is the only one that may be asked. */
export function watchPage(page: Page, address: string): PageTroubles {
  const troubles: string[] = [];
  const givenUp: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (isOutside(request, origin)) troubles.push(`other host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    (reason === 'net::ERR_ABORTED' ? givenUp : troubles).push(`failed: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  return { troubles, givenUp };
}

function isOutside(request: Request, origin: string): boolean {
  const url = new URL(request.url());
  return url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin;
}
