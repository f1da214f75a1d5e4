import type { NamesNode, Node, PropertiesNode } from '../node/node.ts';
import { evaluate, nodesForName } from './evaluate.ts';

/** What an object must be. */
export interface ObjectDemands {
  readonly least: number;
  readonly most: number;
  readonly required: ReadonlySet<string>;
  /** Names that must not be there. */
  readonly absent: ReadonlySet<string>;
  readonly properties: readonly PropertiesNode[];
  readonly names: readonly NamesNode[];
  /** Of each, some property is refused, or its name. */
  readonly refused: readonly (PropertiesNode | NamesNode)[];
  /** Every name that a demand mentions. */
  readonly mentioned: ReadonlySet<string>;
}

/** A property that an object is to have, and the demands on its value over and above those that its name brings. */
export interface Slot {
  /** Undefined: a name that nothing mentions, and that matches exactly `patterns` of all patterns. */
  readonly name: string | undefined;
  readonly patterns: readonly string[];
  /** Further demands on a name that nothing mentions. */
  readonly nameNodes: readonly Node[];
  readonly nodes: readonly Node[];
}

/** What every demand says of the value by a name. */
export function nodesOf(name: string, { properties }: ObjectDemands): readonly Node[] {
  return properties.flatMap((node) => nodesForName(node, name));
}

export function isNameAllowed(name: string, { absent, names }: ObjectDemands): boolean {
  return !absent.has(name) && names.every((node) => evaluate(node.name, name) !== false);
}
