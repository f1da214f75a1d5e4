import type { ReadField, ReadRecord, ReadType, ReadTypes } from './reader-data.ts';
import { fewestPaths, isInside, within } from './readable-paths.ts';

export interface PrunedTypes extends ReadTypes {
  /** What was chosen, and what tells the kinds of an object apart of which something was chosen. */
  readonly paths: readonly string[];
}

/** The types of what is read. `descriptionOf` is asked for the place of each field. */
export function pruneTypes(
  types: ReadTypes,
  chosen: readonly string[],
  descriptionOf: (path: string) => string = () => '',
): PrunedTypes {
  const byName = new Map(types.records.map((record) => [record.name, record]));
  const paths = fewestPaths(withTags(types, byName, chosen));
  const made = new Map<string, ReadRecord>();

  const claim = (record: ReadRecord): string => {
    for (let count = 1; ; count += 1) {
      const name = `${record.name}${count === 1 ? '' : count}`;
      const other = made.get(name);
      if (other === undefined && (name === record.name || !byName.has(name))) {
        made.set(name, { ...record, name });
        return name;
      }
      if (other !== undefined && sameFields(other.fields, record.fields)) return name;
    }
  };

  /** A type that is read whole. Records that lead back to themselves are kept as they are. */
  const whole = (type: ReadType): ReadType => {
    if (type.kind === 'list' || type.kind === 'map') return { ...type, of: whole(type.of) };
    if (type.kind === 'union') return { ...type, members: type.members.map(whole) };
    const record = type.kind === 'record' ? byName.get(type.name) : undefined;
    if (record === undefined || made.has(record.name)) return type;
    made.set(record.name, record);
    for (const field of record.fields) whole(field.type);
    // Those that others mention come first.
    made.delete(record.name);
    made.set(record.name, record);
    return type;
  };

  /** `shared` are the names that several kinds of an object have: what is known of their place is not said of one kind. */
  const prune = (type: ReadType, path: string, shared: ReadonlySet<string> = new Set()): ReadType => {
    if (type.kind === 'list') return { kind: 'list', of: prune(type.of, `${path}[]`) };
    if (type.kind === 'union') {
      const names = namesOfSeveral(type.members, byName);
      return unionOf(type.members.map((member) => prune(member, path, names)));
    }
    const record = type.kind === 'record' ? byName.get(type.name) : undefined;
    if (record === undefined) return type;
    const fields = record.fields.flatMap((field): readonly ReadField[] => {
      const at = within(path, field.name);
      const description = descriptionOf(at);
      const told = description === '' || shared.has(field.name) ? {} : { description };
      if (paths.includes(at)) return [{ ...field, ...told, type: whole(field.type) }];
      return paths.some((one) => isInside(one, at)) ? [{ ...field, ...told, type: prune(field.type, at) }] : [];
    });
    return { kind: 'record', name: claim({ name: record.name, fields }) };
  };

  // Whole records first: their names stay, and the pruned ones make way.
  for (const path of paths) wholeAt(types, byName, path, whole);
  const root = prune(types.root, '');
  return { root, records: [...made.values()], paths };
}

function namesOfSeveral(members: readonly ReadType[], byName: ReadonlyMap<string, ReadRecord>): ReadonlySet<string> {
  const records = members.flatMap((member) => (member.kind === 'record' ? (byName.get(member.name) ?? []) : []));
  const names = records.flatMap(({ fields }) => [...new Set(fields.map(({ name }) => name))]);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function sameFields(left: readonly ReadField[], right: readonly ReadField[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function unionOf(members: readonly ReadType[]): ReadType {
  const distinct = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
  const [only] = distinct;
  return only !== undefined && distinct.length === 1 ? only : { kind: 'union', members: distinct };
}

/** Asks `whole` for the types that a path leads to. */
function wholeAt(
  { root }: ReadTypes,
  byName: ReadonlyMap<string, ReadRecord>,
  path: string,
  whole: (type: ReadType) => ReadType,
): void {
  const visit = (type: ReadType, at: string): void => {
    if (type.kind === 'list') visit(type.of, `${at}[]`);
    if (type.kind === 'union') for (const member of type.members) visit(member, at);
    const record = type.kind === 'record' ? byName.get(type.name) : undefined;
    for (const field of record?.fields ?? []) {
      const inside = within(at, field.name);
      if (inside === path) whole(field.type);
      else if (isInside(path, inside)) visit(field.type, inside);
    }
  };
  visit(root, '');
}

/** Whoever reads a part of one kind of an object has to know which kind it is. */
function withTags(
  { root }: ReadTypes,
  byName: ReadonlyMap<string, ReadRecord>,
  chosen: readonly string[],
): readonly string[] {
  const paths = new Set(chosen);
  const visit = (type: ReadType, at: string): void => {
    if (type.kind === 'list') visit(type.of, `${at}[]`);
    if (type.kind === 'union') {
      const kinds = type.members.flatMap((member) => (member.kind === 'record' ? (byName.get(member.name) ?? []) : []));
      const tag = kinds.length > 1 ? tagOf(kinds) : undefined;
      if (tag !== undefined && chosen.some((path) => at === '' || isInside(path, at))) paths.add(within(at, tag));
      for (const member of type.members) visit(member, at);
    }
    const record = type.kind === 'record' ? byName.get(type.name) : undefined;
    for (const field of record?.fields ?? []) {
      const inside = within(at, field.name);
      if (chosen.some((path) => isInside(path, inside))) visit(field.type, inside);
    }
  };
  visit(root, '');
  return [...paths];
}

function tagOf(kinds: readonly ReadRecord[]): string | undefined {
  const [first] = kinds;
  return first?.fields.find(({ name }) =>
    kinds.every(({ fields }) => fields.find((field) => field.name === name)?.type.kind === 'literal'),
  )?.name;
}
