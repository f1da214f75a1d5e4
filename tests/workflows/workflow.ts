import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '..', '..', '.github', 'workflows');

/** The parts of a workflow that the tests look at. */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What a token may do, by scope: `read` or `write`. */
export type Permissions = Readonly<Record<string, string>>;

export interface Job {
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** One file of `.github/workflows`. */
export interface WorkflowFile {
  readonly file: string;
  readonly text: string;
  readonly workflow: Workflow;
  readonly steps: readonly Step[];
}

export function readWorkflow(file: string): WorkflowFile {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const workflow: Workflow = parse(text);
  return { file, text, workflow, steps: Object.values(workflow.jobs).flatMap((job) => job.steps) };
}

export function readWorkflows(): readonly WorkflowFile[] {
  return readdirSync(FOLDER).toSorted().map(readWorkflow);
}

/** The only step of a workflow with this name. */
export function readStep(file: string, name: string): Step {
  const [step, ...others] = readWorkflow(file).steps.filter((candidate) => candidate.name === name);
  if (step === undefined || others.length > 0) throw new Error(`${file} needs one step "${name}"`);
  return step;
}
