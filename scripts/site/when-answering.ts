import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MILLISECONDS = 250;

/** Waits until a server gives any answer at an address; false when it was told to stop before. */
export async function whenAnswering(address: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    try {
      await fetch(address, { signal: stop });
      return true;
    } catch {
      await wait(RETRY_MILLISECONDS);
    }
  }
  return false;
}
