import { canonicalText } from '../schema/canonical-text.ts';
import type { MessageVersion } from '../model/message.ts';
import { compareVersions } from '../model/version-order.ts';

/** The versions of one message on both sides, oldest first. */
export interface MessagePair {
  readonly id: string;
  readonly before: readonly MessageVersion[];
  readonly after: readonly MessageVersion[];
  /** Its id in the base, where that is another one. */
  readonly renamedFrom?: string;
}

/** Pairs the messages of two catalogs by id; what is gone and what is new is one message if its page or its schema stayed. */
export function pairMessages(base: readonly MessageVersion[], head: readonly MessageVersion[]): readonly MessagePair[] {
  const [before, after] = [byId(base), byId(head)];
  const gone = new Map([...before].filter(([id]) => !after.has(id)));
  const renamed = new Map<string, string>();
  for (const [id, versions] of after) {
    if (before.has(id)) continue;
    const from = [...gone].find(([, old]) => isRenamed(old, versions))?.[0];
    if (from === undefined) continue;
    renamed.set(id, from);
    gone.delete(from);
  }
  const ids = [...new Set([...after.keys(), ...gone.keys()])].toSorted((left, right) => (left < right ? -1 : 1));
  return ids.map((id) => {
    const from = renamed.get(id);
    const pair = { id, before: before.get(from ?? id) ?? [], after: after.get(id) ?? [] };
    return from === undefined ? pair : { ...pair, renamedFrom: from };
  });
}

function byId(messages: readonly MessageVersion[]): ReadonlyMap<string, readonly MessageVersion[]> {
  const groups = Map.groupBy(messages, ({ id }) => id);
  return new Map(
    [...groups].map(([id, list]) => [id, list.toSorted((left, right) => compareVersions(left.version, right.version))]),
  );
}

function isRenamed(before: readonly MessageVersion[], after: readonly MessageVersion[]): boolean {
  const [old, now] = [latestOf(before), latestOf(after)];
  if (old === undefined || now === undefined || old.kind !== now.kind) return false;
  if (old.file === now.file) return true;
  // The same versions with the very same schemas, under another name and in another folder.
  return before.every(({ version, schema }) => {
    const other = after.find((one) => one.version === version);
    return schema !== undefined && other?.schema !== undefined && textOf(schema) === textOf(other.schema);
  });
}

function textOf({ bundled }: NonNullable<MessageVersion['schema']>): string {
  const titleless = typeof bundled === 'boolean' ? bundled : { ...bundled, title: '', $id: '' };
  return canonicalText(titleless);
}

export function latestOf(versions: readonly MessageVersion[]): MessageVersion | undefined {
  return versions.find(({ isLatest }) => isLatest) ?? versions.at(-1);
}
