import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

const BUSY = 0.5;

/** What a reader must know of the machine to make something of the figures. */
export function machineFacts(): string {
  const [load = 0] = loadavg();
  const facts = [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'of unknown make'})`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `load ${load.toFixed(1)}`,
  ];
  const warning =
    load > BUSY * availableParallelism() ? '\nOther work is going on here: trust the ratios more than the times.' : '';
  return `${facts.join(', ')}${warning}\n`;
}
