import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from './environment.ts';
import { measure } from './measure.ts';

/** A folder outside of the repository that has packages installed, and a site's sources while it is measured. */
export interface Room {
  readonly folder: string;
  /** Takes out all but the packages as they were installed: no cache of an earlier build is left. */
  readonly clear: () => Promise<void>;
  /** Copies entries of another folder into it; those that are not there are passed over. */
  readonly fill: (from: string, names: readonly string[]) => Promise<void>;
}

export interface RoomPlan {
  readonly name: string;
  /** `package.json`, and `package-lock.json` where there is one. */
  readonly manifests: Readonly<Record<string, string>>;
}

/** Where installed packages are kept from one run of the bench to the next: in the home, where nobody else writes. */
export const ROOMS = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'catalog-bench');

/** Opens the room with these manifests; installs what they name where that has not been done before. */
export async function openRoom(
  { name, manifests }: RoomPlan,
  onProgress: (text: string) => void,
  stop: AbortSignal,
): Promise<Room> {
  const hash = createHash('sha256').update(JSON.stringify(manifests)).digest('hex').slice(0, 12);
  const folder = join(ROOMS, `${name}-${hash}`);
  if (!(await exists(folder))) {
    await removeOlderRooms(name);
    onProgress(`Installing the packages of "${name}" in ${folder} (once; about two minutes) … `);
    await install(folder, manifests, stop);
    onProgress('done\n');
  }
  const room: Room = {
    folder,
    clear: async () => {
      await keepOnly(folder, ['node_modules', ...Object.keys(manifests), 'package-lock.json']);
      const packages = await readdir(join(folder, 'node_modules'));
      await keepOnly(
        join(folder, 'node_modules'),
        packages.filter((entry) => !entry.startsWith('.') || INSTALLED.includes(entry)),
      );
    },
    fill: async (from, names) => {
      for (const entry of names) {
        if (await exists(join(from, entry))) await cp(join(from, entry), join(folder, entry), { recursive: true });
      }
    },
  };
  await room.clear();
  return room;
}

/** What npm itself puts among the packages; every other name with a dot is some tool's cache. */
const INSTALLED: readonly string[] = ['.bin', '.package-lock.json'];

/** Installed beside and then renamed: a run that was stopped leaves nothing that looks finished. */
async function install(folder: string, manifests: RoomPlan['manifests'], stop: AbortSignal): Promise<void> {
  const beside = `${folder}.installing-${process.pid}`;
  await mkdir(beside, { recursive: true });
  try {
    for (const [file, text] of Object.entries(manifests)) await writeFile(join(beside, file), text);
    const command = manifests['package-lock.json'] === undefined ? 'install' : 'ci';
    const args = [command, '--no-audit', '--no-fund', '--prefer-offline'];
    await measure({ program: 'npm', args, folder: beside, env: environmentOf(beside) }, stop);
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** A room takes 1.5 GB: one for each kind of site is enough. */
async function removeOlderRooms(name: string): Promise<void> {
  const rooms = await readdir(ROOMS).catch(() => []);
  for (const room of rooms.filter((entry) => entry.startsWith(`${name}-`)))
    await rm(join(ROOMS, room), { recursive: true, force: true });
}

async function keepOnly(folder: string, names: readonly string[]): Promise<void> {
  const entries = await readdir(folder);
  for (const entry of entries.filter((candidate) => !names.includes(candidate)))
    await rm(join(folder, entry), { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
