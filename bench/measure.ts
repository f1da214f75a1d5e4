import { spawn } from 'node:child_process';
import { childrenCpuSeconds } from './children-cpu.ts';
import { processTree, SAMPLE_MILLISECONDS } from './process-tree.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Measurement {
  readonly seconds: number;
  /** Processor time of the whole process tree; NaN where it is not known. */
  readonly cpuSeconds: number;
  /** Of the whole process tree. */
  readonly peakBytes: number;
  /** Standard output and error, as they came. */
  readonly output: string;
}

const SHOWN_LINES = 20;

/** Runs a command to its end. Throws with its last lines when it fails; all of its tree is stopped when `stop` says so. */
export async function measure(command: Command, stop: AbortSignal): Promise<Measurement> {
  stop.throwIfAborted();
  const { program, args, folder, env } = command;
  const [start, cpuStart] = [performance.now(), childrenCpuSeconds()];
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const memory = watchMemory(child.pid);
  const stopChild = () => void stopTree(child.pid);
  stop.addEventListener('abort', stopChild);
  try {
    const code = await ended;
    const seconds = (performance.now() - start) / 1000;
    const cpuSeconds = childrenCpuSeconds() - cpuStart;
    stop.throwIfAborted();
    if (code !== 0) throw new Error(`"${[program, ...args].join(' ')}" ended with ${code}:\n${lastLines(output)}`);
    return { seconds, cpuSeconds, peakBytes: memory.peakBytes(), output };
  } finally {
    memory.end();
    stop.removeEventListener('abort', stopChild);
  }
}

function watchMemory(root: number | undefined) {
  let peak = 0;
  const sample = async () => {
    const tree = root === undefined ? [] : await processTree(root);
    const bytes = tree.reduce((sum, process) => sum + process.bytes, 0);
    peak = Math.max(peak, bytes);
  };
  const timer = setInterval(() => void sample(), SAMPLE_MILLISECONDS);
  return { peakBytes: () => peak, end: () => clearInterval(timer) };
}

async function stopTree(root: number | undefined): Promise<void> {
  const tree = root === undefined ? [] : await processTree(root);
  for (const { pid } of tree) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
}
