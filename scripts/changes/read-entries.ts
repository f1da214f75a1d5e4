import type { VersionChange } from './compare-versions.ts';
import type { ExampleMatrix } from './try-examples.ts';

/** Takes a change back from JSON; undefined when the text is something else, or was cut short. */
export function readChange(text: string): VersionChange | undefined {
  const value = parsed(text);
  return isChange(value) ? value : undefined;
}

/** Takes a matrix back from JSON, in the same way. */
export function readMatrix(text: string): ExampleMatrix | undefined {
  const value = parsed(text);
  return isMatrix(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isChange(value: unknown): value is VersionChange {
  return (
    typeof value === 'object' &&
    value !== null &&
    'previous' in value &&
    'mode' in value &&
    'backward' in value &&
    'forward' in value &&
    'findings' in value &&
    Array.isArray(value.findings) &&
    'types' in value
  );
}

function isMatrix(value: unknown): value is ExampleMatrix {
  return (
    typeof value === 'object' &&
    value !== null &&
    'versions' in value &&
    Array.isArray(value.versions) &&
    'examples' in value &&
    Array.isArray(value.examples)
  );
}
