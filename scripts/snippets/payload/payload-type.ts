/** What a value of a payload is, said in no language. */
export type PayloadType =
  /** Anything: what is in doubt, or what most languages have no type for. */
  | { readonly kind: 'any' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'string' }
  /** `isWide`: values beyond 64 bits are known to occur. */
  | { readonly kind: 'integer'; readonly isWide: boolean }
  | { readonly kind: 'number' }
  /** One of a few values, as `enum` has them; integers among them are safe ones. */
  | { readonly kind: 'literal'; readonly values: readonly (boolean | number | string)[] }
  | { readonly kind: 'list'; readonly of: PayloadType }
  /** An object whose names are data. */
  | { readonly kind: 'map'; readonly of: PayloadType }
  /** An object with known names; which ones, its `PayloadRecord` says. */
  | { readonly kind: 'record'; readonly name: string }
  /** At least two members, none of them `any` or a union; `null` comes last. */
  | { readonly kind: 'union'; readonly members: readonly PayloadType[] };

/** A field of a record. One that is not required may be left out, which is not the same as being null. */
export interface PayloadField {
  readonly name: string;
  readonly type: PayloadType;
  readonly isRequired: boolean;
}

/** An object with known names: a struct, a record, a `TypedDict`. */
export interface PayloadRecord {
  /** In Pascal case, and free in the program. */
  readonly name: string;
  readonly fields: readonly PayloadField[];
}

export const anyType: PayloadType = { kind: 'any' };

export const nullType: PayloadType = { kind: 'null' };

/** An object of which nothing is known. */
export const anyMap: PayloadType = { kind: 'map', of: anyType };

/** Each member once; `any` swallows the others. */
export function unionOf(types: readonly PayloadType[]): PayloadType {
  const members = types.flatMap((type) => (type.kind === 'union' ? type.members : [type]));
  const distinct = [...new Map(members.map((type) => [JSON.stringify(type), type])).values()];
  const [only] = distinct;
  if (only === undefined || distinct.some(({ kind }) => kind === 'any')) return anyType;
  if (distinct.length === 1) return only;
  const others = distinct.filter(({ kind }) => kind !== 'null');
  return { kind: 'union', members: others.length < distinct.length ? [...others, nullType] : others };
}

/** Splits null off: what is left, and whether null was there. */
export function withoutNull(type: PayloadType): { readonly type: PayloadType; readonly isNullable: boolean } {
  if (type.kind !== 'union') return { type, isNullable: false };
  const others = type.members.filter(({ kind }) => kind !== 'null');
  return { type: unionOf(others), isNullable: others.length < type.members.length };
}

/** How many types an expression is made of. */
export function sizeOf(type: PayloadType): number {
  switch (type.kind) {
    case 'list':
    case 'map':
      return 1 + sizeOf(type.of);
    case 'union':
      return type.members.reduce((size, member) => size + sizeOf(member), 1);
    default:
      return 1;
  }
}
