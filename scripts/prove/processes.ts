import { spawn } from 'node:child_process';

/** The environment of a program. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a process has ended, and what it has said. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program that runs in a process group of its own. */
export interface RunningProgram {
  /** What it has written to its standard output so far, as whole lines. */
  readonly lines: () => readonly string[];
  /** Waits until that many lines begin so; false when the program ends or the time is up before. */
  readonly waitForLines: (start: string, count: number, milliseconds: number) => Promise<boolean>;
  /** Ctrl-C, as a terminal sends it: to the whole group. What does not end on it is killed. */
  readonly interrupt: (milliseconds: number) => Promise<Ended>;
  readonly ended: Promise<Ended>;
}

/** The end of the output of a program that says too much. */
const LARGEST_OUTPUT = 1_000_000;

/** Starts one line of shell. `stop` kills it, whatever it does. */
export function startProgram(
  command: string,
  directory: string,
  environment: Environment,
  stop: AbortSignal,
): RunningProgram {
  const child = spawn('sh', ['-c', command], {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const note = (stream: 'out' | 'err') => (chunk: string) => {
    text[stream] = (text[stream] + chunk).slice(-LARGEST_OUTPUT);
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', note('out'));
  child.stderr.setEncoding('utf8').on('data', note('err'));
  const signal = (name: NodeJS.Signals) => {
    if (child.pid !== undefined) killGroup(child.pid, name);
  };
  const kill = () => signal('SIGKILL');
  stop.addEventListener('abort', kill, { once: true });
  if (stop.aborted) kill();
  let hasEnded = false;
  const ended = new Promise<Ended>((resolve) => {
    const end = (code: number | null, reason = '') => {
      hasEnded = true;
      stop.removeEventListener('abort', kill);
      // What it has left behind in its group must not outlive it.
      kill();
      resolve({ code, out: text.out, err: text.err + reason });
      for (const listener of listeners) listener();
    };
    child.once('error', (error) => end(null, error.message));
    child.once('close', (code) => end(code));
  });
  const lines = () => text.out.split('\n').slice(0, -1);
  return {
    lines,
    ended,
    waitForLines: (start, count, milliseconds) =>
      waitUntil(
        () => lines().filter((line) => line.startsWith(start)).length >= count,
        () => hasEnded,
        listeners,
        milliseconds,
      ),
    interrupt: async (milliseconds) => {
      if (!hasEnded) signal('SIGINT');
      const timer = setTimeout(kill, milliseconds);
      const end = await ended;
      clearTimeout(timer);
      return end;
    },
  };
}

/** Runs one line of shell to its end. */
export async function runProgram(
  command: string,
  directory: string,
  environment: Environment,
  stop: AbortSignal,
  milliseconds: number,
): Promise<Ended> {
  const timer = AbortSignal.timeout(milliseconds);
  const end = await startProgram(command, directory, environment, AbortSignal.any([stop, timer])).ended;
  if (!timer.aborted || end.code !== null) return end;
  return { ...end, err: `${end.err}\nIt was still running after ${milliseconds / 1000} s, and was killed.` };
}

function killGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
}

function waitUntil(
  isTrue: () => boolean,
  isOver: () => boolean,
  listeners: Set<() => void>,
  milliseconds: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      clearTimeout(timer);
      listeners.delete(look);
      resolve(result);
    };
    const look = () => {
      if (isTrue()) finish(true);
      else if (isOver()) finish(false);
    };
    const timer = setTimeout(() => finish(false), milliseconds);
    listeners.add(look);
    look();
  });
}
