import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Step } from './workflow.ts';

/** A folder that a step runs in, and one for commands that stand in for those of a runner. */
export interface Workspace {
  readonly folder: string;
  readonly commands: string;
}

export interface StepRun {
  readonly code: number | null;
  readonly out: string;
}

export function makeWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'catalog-workflow-'));
  const workspace = { folder: join(root, 'workspace'), commands: join(root, 'commands') };
  mkdirSync(workspace.folder);
  mkdirSync(workspace.commands);
  return workspace;
}

export function writeCommand(workspace: Workspace, name: string, script: string): void {
  const path = join(workspace.commands, name);
  writeFileSync(path, script);
  chmodSync(path, 0o755);
}

/** Runs the step's script as GitHub does: `bash -e` on a file. `env` has to name every variable that the step declares. */
export function runStep(step: Step, workspace: Workspace, env: Readonly<Record<string, string>>): StepRun {
  const missing = Object.keys(step.env ?? {}).filter((name) => env[name] === undefined);
  if (step.run === undefined || missing.length > 0) throw new Error(`Not a script, or no value for: ${missing.join()}`);
  const script = join(workspace.commands, 'step.sh');
  writeFileSync(script, step.run);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', script], {
    cwd: workspace.folder,
    encoding: 'utf8',
    env: { ...env, PATH: `${workspace.commands}${delimiter}${process.env['PATH']}` },
  });
  return { code: status, out: `${stdout}${stderr}` };
}
