import type { RenderedContract } from './render-contract.ts';

/** Takes a contract back from JSON; undefined when the text is something else, or was cut short. */
export function readContract(text: string): RenderedContract | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isContract(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isContract(value: unknown): value is RenderedContract {
  return (
    typeof value === 'object' &&
    value !== null &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every(isFile) &&
    'diagnostics' in value &&
    Array.isArray(value.diagnostics)
  );
}

function isFile(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'content' in value &&
    typeof value.content === 'string'
  );
}
