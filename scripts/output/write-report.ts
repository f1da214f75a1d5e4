import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** Writes a report where its user wants it. Throws a UserError when that cannot be done. */
export async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`The report could not be written to ${file}: ${reason}. Name another file after \`=\`.`);
  }
}
