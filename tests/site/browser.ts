import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';

const DEBIAN = '/usr/bin/chromium';

/** Debian's Chromium, or else the one that Playwright has installed; undefined where there is neither. */
export function installedChromium(): string | undefined {
  return [DEBIAN, chromium.executablePath()].find((path) => existsSync(path));
}

/** No sandbox, as containers have none, and no request but those of the pages. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
