import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractsFolder } from './contract-index.ts';
import type { ContractIndex } from './contract-index.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Verdict =
  | { readonly verdict: 'compatible' }
  | {
      readonly verdict: 'breaking';
      readonly witness: Json;
      readonly refusal: { readonly keyword: string; readonly sentence: string };
    }
  | { readonly verdict: 'unknown'; readonly reason: string };

export interface Finding {
  readonly rule: string;
  readonly effect: 'narrows' | 'widens' | 'replaces' | 'annotates';
  readonly sentence: string;
  /** The field; empty at the top. */
  readonly path: string;
  readonly breaks: { readonly backward?: unknown; readonly forward?: unknown };
}

/** `changes.json` of a version. */
export interface Change {
  readonly version: string;
  readonly previous: string;
  readonly words: {
    readonly summary: string;
    readonly backward: string;
    readonly forward: string;
    readonly bump?: string;
  };
  readonly backward: Verdict;
  readonly forward: Verdict;
  readonly findings: readonly Finding[];
  /** Null where nearly all of it changed. */
  readonly types: readonly { readonly lines: readonly string[] }[] | null;
}

export interface TriedExample {
  readonly version: string;
  /** Null where it was made from the schema. */
  readonly name: string | null;
  readonly accepted: readonly string[];
  readonly refused: readonly { readonly version: string; readonly reason: string }[];
}

/** `examples.json` of a message; versions come oldest first. */
export interface ExampleMatrix {
  readonly versions: readonly string[];
  readonly examples: readonly TriedExample[];
}

export function readChange(path: string): Change {
  return readData(path);
}

export function readMatrix(index: ContractIndex | undefined, id: string): ExampleMatrix | undefined {
  const examples = index?.messages.find((message) => message.id === id)?.examples;
  return examples === undefined || examples === null ? undefined : readData(examples.path);
}

/** Generated with the index, and checked with it. */
function readData<Data>(path: string): Data {
  const data: Data = JSON.parse(readFileSync(join(contractsFolder, path), 'utf8'));
  return data;
}
