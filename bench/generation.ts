import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { contestTable, interleave } from './contest.ts';
import type { Contestant, Result } from './contest.ts';
import { environmentOf } from './environment.ts';
import { changeSchema, VERSIONS_PER_MESSAGE, writeMessageCatalog } from './message-catalog.ts';
import { measure } from './measure.ts';
import type { Measurement } from './measure.ts';
import { everyNth } from './statistics.ts';

export interface GenerationContest {
  readonly project: string;
  /** A folder of the bench's own. */
  readonly workshop: string;
  readonly versions: number;
  readonly rounds: number;
  /** How many schemas json-schema-to-typescript's own program is called for, over all rounds. */
  readonly calls: number;
  readonly onProgress: (text: string) => void;
  readonly stop: AbortSignal;
}

/** What one contest works with, all below the workshop. */
interface Bench extends GenerationContest {
  readonly catalog: string;
  readonly schemas: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Measures `catalog generate` from nothing, with nothing changed and with one schema changed. */
export async function compareGeneration(contest: GenerationContest): Promise<string> {
  const { project, workshop, versions, rounds, onProgress } = contest;
  await copyToolchain(project, workshop);
  const catalog = join(workshop, 'catalog');
  const schemas = await writeMessageCatalog(catalog, versions / VERSIONS_PER_MESSAGE);
  const bench: Bench = { ...contest, catalog, schemas, env: environmentOf(workshop) };
  const results = await interleave(contestantsOf(bench), rounds, onProgress);
  const calls = sampleOf(bench, 0).length;
  return `${contestTable(results)}
Contracts that each run made anew: ${results
    .slice(0, -1)
    .map(({ label, measurements }) => `${label} ${madeAnew(measurements)}`)
    .join('; ')}.
json2ts makes types only. It was called for ${calls} of the ${schemas.length} schemas in each round, other ones each time; its time is
that time multiplied by ${schemas.length}/${calls}.
`;
}

function contestantsOf(bench: Bench): readonly Contestant[] {
  const out = join(bench.catalog, 'public');
  const cache = join(bench.workshop, 'node_modules', '.cache');
  return [
    {
      label: 'cold (--no-cache, nothing there)',
      run: async () => {
        await removeAll(out, cache);
        return generate(bench, '--no-cache');
      },
    },
    {
      label: 'first run (fills the cache)',
      run: async () => {
        await removeAll(out, cache);
        return generate(bench);
      },
    },
    { label: 'nothing changed', run: async () => generate(bench) },
    {
      label: 'one schema changed',
      run: async (round) => {
        await changeSchema(bench.catalog, bench.schemas.at(-1) ?? '', round);
        return generate(bench);
      },
    },
    { label: `json2ts, once per schema`, run: async (round) => callPerSchema(bench, round) },
  ];
}

async function generate({ workshop, catalog, env, stop }: Bench, ...flags: readonly string[]): Promise<Measurement> {
  const args = [join(workshop, 'scripts', 'cli.ts'), 'generate', '--catalog', catalog, ...flags];
  return measure({ program: process.execPath, args, folder: workshop, env }, stop);
}

async function callPerSchema(bench: Bench, round: number): Promise<Measurement> {
  const sample = sampleOf(bench, round);
  const types = join(bench.workshop, 'types.d.ts');
  const program = join(bench.workshop, 'node_modules', '.bin', 'json2ts');
  const calls: Measurement[] = [];
  for (const schema of sample) {
    const args = ['--input', join(bench.catalog, schema), '--output', types];
    calls.push(await measure({ program, args, folder: bench.workshop, env: bench.env }, bench.stop));
  }
  const scaled = (of: (call: Measurement) => number) =>
    (calls.reduce((sum, call) => sum + of(call), 0) / sample.length) * bench.schemas.length;
  return {
    seconds: scaled(({ seconds }) => seconds),
    cpuSeconds: scaled(({ cpuSeconds }) => cpuSeconds),
    peakBytes: Math.max(...calls.map(({ peakBytes }) => peakBytes)),
    output: '',
  };
}

function sampleOf({ schemas, calls, rounds }: Bench, round: number): readonly string[] {
  return everyNth(schemas, Math.max(1, Math.round((schemas.length * rounds) / calls)), round);
}

/** The toolchain keeps its cache beside its packages: in a copy with links to each package, that is not the repository. */
async function copyToolchain(project: string, workshop: string): Promise<void> {
  for (const name of ['scripts', 'package.json', 'package-lock.json'])
    await cp(join(project, name), join(workshop, name), { recursive: true });
  const packages = join(project, 'node_modules');
  await mkdir(join(workshop, 'node_modules'));
  const names = (await readdir(packages)).filter((name) => !name.startsWith('.') || name === '.bin');
  for (const name of names) await symlink(join(packages, name), join(workshop, 'node_modules', name));
}

async function removeAll(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

/** The toolchain says which contract it is making. */
function madeAnew(measurements: Result['measurements']): string {
  const counts = measurements.map(({ output }) => output.match(/^Making the contract of /gm)?.length ?? 0);
  return [...new Set(counts)].join(' or ');
}
