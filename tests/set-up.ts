// Installs what the tests need beyond npm's packages: a Chromium. Debian's where apt-get is at hand, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHROMIUM = '/usr/bin/chromium';

function run(command: string, ...args: readonly string[]): void {
  console.error(`$ ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    throw new Error(
      `${command} failed (${error?.message ?? `exit code ${status}`}). Install a Chromium by hand: ${CHROMIUM}, or "npx playwright install chromium".`,
    );
}

if (existsSync(CHROMIUM)) {
  console.error(`Chromium is at ${CHROMIUM}.`);
} else if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
} else {
  run('npx', 'playwright', 'install', 'chromium');
}
