import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** Resident memory. */
  readonly bytes: number;
}

const isLinux = process.platform === 'linux';

/** How often a tree can be looked at without the looking being felt: `ps` is a process of its own. */
export const SAMPLE_MILLISECONDS = isLinux ? 100 : 500;

/** How the memory is measured, for the reader of the figures. */
export const MEMORY_METHOD = `the sum of the resident memory of the whole process tree, from ${isLinux ? '/proc' : 'ps'} every ${SAMPLE_MILLISECONDS} ms`;

/** A process and all that descend from it; a descendant whose parent has ended is not found. */
export async function processTree(root: number): Promise<readonly ProcessFacts[]> {
  const all = await allProcesses();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const tree = all.filter(({ pid }) => pid === root);
  // Grows while it is walked.
  for (const { pid } of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

async function allProcesses(): Promise<readonly ProcessFacts[]> {
  return isLinux ? processesFromProc() : processesFromPs();
}

async function processesFromProc(): Promise<readonly ProcessFacts[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      // It may have ended since.
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1];
      const kibibytes = /^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0;
      return parent === undefined
        ? []
        : [{ pid: Number(pid), parent: Number(parent), bytes: Number(kibibytes) * 1024 }];
    }),
  );
  return found.flat();
}

async function processesFromPs(): Promise<readonly ProcessFacts[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent, kibibytes] = line.trim().split(/\s+/).map(Number);
    return pid === undefined || parent === undefined || kibibytes === undefined
      ? []
      : [{ pid, parent, bytes: kibibytes * 1024 }];
  });
}
