import type { ContractedMessage } from '../contract/render-contract.ts';

/** A page that cannot be read may be one of a message's versions, if it lies where they lie. */
export function hasFault(messages: readonly ContractedMessage[], faulty: ReadonlySet<string>): boolean {
  if (faulty.size === 0) return false;
  const folders = new Set(messages.map(({ file }) => file.replace(/(?:versioned\/[^/]+\/)?[^/]*$/, '')));
  return [...faulty].some((file) => [...folders].some((folder) => file.startsWith(folder)));
}
