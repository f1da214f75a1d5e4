import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/**
 * Processor time of all children of this process that have ended, with their children: unlike time on the clock, it says
 * little of what else the machine had to do. NaN where the system does not tell (it takes Linux).
 */
export function childrenCpuSeconds(): number {
  if (process.platform !== 'linux') return NaN;
  // The second field is the program's name in parentheses, which may hold anything.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user, system] = [fields[13], fields[14]];
  return (Number(user) + Number(system)) / TICKS_PER_SECOND;
}
