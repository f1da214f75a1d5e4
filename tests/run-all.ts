// Every check and every test, one after the other; the last line counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * What is run anew against a Kafka: every client with every other, and a message with money, kinds and null. `generate --check`
 * has said before of every other program whether it is still the one that the record speaks of.
 */
const PROVE_AGAIN = ['--all', '--pairs', 'OutOfStock', '--message', 'OutOfStock', 'PaymentAuthorized@2.0.0'];

const project = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'catalog-tests-'));

function run(
  title: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): boolean {
  console.log(`\n=== ${title}`);
  const { status } = spawnSync(command, args, { cwd: project, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

/** A check passes or fails as one. */
function check(title: string, command: string, ...args: readonly string[]): Counts {
  return run(title, command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A runner that ended badly has failed at least once, whatever its report says. */
function counted(isGood: boolean, read: () => Counts): Counts {
  try {
    const { passed, failed } = read();
    return { passed, failed: isGood ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function unitTests(): Counts {
  const report = join(reports, 'unit.json');
  const isGood = run(
    'Unit, golden, command-line and broker tests; 2,000 hostile schemas for each client',
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { HOSTILE_RUNS: '2000' },
  );
  return counted(isGood, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

function siteTests(): Counts {
  const report = join(reports, 'site.json');
  const isGood = run('The built site in a browser', 'node', ['tests/site/run.ts'], { SITE_REPORT: report });
  return counted(isGood, () => {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

const results = [
  check('Contracts are as the schemas have them', 'node', 'scripts/cli.ts', 'generate', '--check'),
  check('Types', 'tsc', '-p', '.'),
  check('Lint', 'oxlint', '--type-aware'),
  check('Format', 'prettier', '--check', '.'),
  check('Unused files, exports and dependencies', 'knip'),
  unitTests(),
  check('Programs against a real Kafka', 'node', 'scripts/cli.ts', 'prove', ...PROVE_AGAIN, '--check'),
  siteTests(),
];
rmSync(reports, { recursive: true, force: true });

const total = (of: keyof Counts) => results.reduce((sum, counts) => sum + counts[of], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
