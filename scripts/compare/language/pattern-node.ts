import type { NumberSet } from './number-set.ts';

/** A pattern without what only matters for captures and for which match is found first. */
export type PatternNode =
  | { readonly kind: 'characters'; readonly characters: NumberSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | Repeated
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'boundary'; readonly negated: boolean }
  | Look;

export interface Repeated {
  readonly kind: 'repeated';
  readonly body: PatternNode;
  readonly least: number;
  /** Infinity: no limit. */
  readonly most: number;
}

/** A lookahead or a lookbehind. */
export interface Look {
  readonly kind: 'look';
  readonly ahead: boolean;
  readonly negated: boolean;
  readonly body: PatternNode;
}

export type ReadPattern =
  | {
      readonly kind: 'read';
      readonly root: PatternNode;
      /** Without the u flag a character beyond the basic plane counts as two, which the tree does not say. */
      readonly onlyBasicPlane: boolean;
    }
  | { readonly kind: 'unsupported'; readonly reason: string };
