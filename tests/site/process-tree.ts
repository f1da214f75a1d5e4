import { readdirSync, readFileSync } from 'node:fs';

/** Every process that a process has started, and those that they have started in turn. Only Linux says. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = new Map(runningProcesses().map((running) => [running, parentOf(running)]));
  const found: number[] = [];
  for (let open = [pid]; open.length > 0;) {
    open = [...parents].filter(([, parent]) => parent !== undefined && open.includes(parent)).map(([child]) => child);
    found.push(...open);
  }
  return found;
}

/** Whether a process is there and has not ended; one that only waits to be collected has. */
export function isRunning(pid: number): boolean {
  const state = statusOf(pid)?.[0];
  return state !== undefined && state !== 'Z';
}

function runningProcesses(): readonly number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function parentOf(pid: number): number | undefined {
  const parent = statusOf(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/** State, parent, and so on; the name before them is in brackets, and can hold anything. */
function statusOf(pid: number): readonly string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
