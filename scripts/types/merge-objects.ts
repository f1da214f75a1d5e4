import { isKeyword, keyword, type FieldNode, type IndexNode, type ObjectNode, type TypeNode } from './type-node.ts';

/** What became of the objects of an intersection. */
interface MergedObjects {
  /** Undefined when there are fewer than two to merge. */
  readonly merged: ObjectNode | undefined;
  /** Those whose index signature must stay apart from the fields of the others. */
  readonly separate: readonly ObjectNode[];
}

/** Makes one object of those that an intersection would put side by side. */
export function mergeObjects(
  objects: readonly ObjectNode[],
  intersect: (types: readonly TypeNode[]) => TypeNode,
): MergedObjects {
  const separate = objects.filter((object) => !isMergeable(object));
  const [first, ...rest] = objects.filter(isMergeable);
  if (first === undefined || rest.length === 0) return { merged: undefined, separate };
  const merged = rest.reduce<ObjectNode>(
    (left, right) => ({
      kind: 'object',
      fields: mergeFields(left.fields, right.fields, intersect),
      index: mergeIndexes(left, right),
    }),
    first,
  );
  return { merged, separate };
}

/**
 * The same type as a member of an intersection: there an object without fields is no map, and a field that is declared
 * under a condition only must not narrow a field of the same name in another member. Undefined when nothing is left.
 */
export function withinIntersection(node: TypeNode, others: readonly TypeNode[]): TypeNode | undefined {
  switch (node.kind) {
    case 'object':
      return objectWithinIntersection(node, others);
    case 'union':
      return {
        ...node,
        members: node.members.map((member) => withinIntersection(member, others) ?? keyword('object')),
      };
    case 'intersection':
      return { ...node, members: node.members.flatMap((member) => withinIntersection(member, others) ?? []) };
    default:
      return node;
  }
}

function objectWithinIntersection(node: ObjectNode, others: readonly TypeNode[]): ObjectNode | undefined {
  const index = node.index?.implied === true ? undefined : node.index;
  if (index === undefined && node.fields.length === 0) return undefined;
  const fields = node.fields.map((field) =>
    field.conditional && others.some((other) => mayDeclare(other, field.name))
      ? { ...field, type: keyword('unknown') }
      : field,
  );
  return { kind: 'object', fields, index };
}

/** Only a type that is written out shows its fields. */
function mayDeclare(node: TypeNode, name: string): boolean {
  if (node.kind === 'reference') return true;
  if (node.kind === 'object') return node.fields.some((field) => field.name === name);
  return (
    (node.kind === 'union' || node.kind === 'intersection') && node.members.some((member) => mayDeclare(member, name))
  );
}

function isMergeable({ index }: ObjectNode): boolean {
  return index === undefined || index.implied || isKeyword(index.type, 'unknown');
}

function mergeFields(
  left: readonly FieldNode[],
  right: readonly FieldNode[],
  intersect: (types: readonly TypeNode[]) => TypeNode,
): readonly FieldNode[] {
  const fields = new Map(left.map((field) => [field.name, field]));
  for (const field of right) {
    const before = fields.get(field.name);
    fields.set(field.name, before === undefined ? field : mergeField(before, field, intersect));
  }
  return [...fields.values()];
}

function mergeField(left: FieldNode, right: FieldNode, intersect: (types: readonly TypeNode[]) => TypeNode): FieldNode {
  const declared = [left, right].filter((field) => !field.conditional);
  const types = (declared.length === 0 ? [left, right] : declared).map((field) => field.type);
  return {
    name: left.name,
    type: declared.length === 0 ? keyword('unknown') : intersect(types),
    required: left.required || right.required,
    doc: [...new Set(declared.flatMap((field) => field.doc))],
    conditional: declared.length === 0,
  };
}

/** Objects that only say `required` are maps until one of them declares a property. */
function mergeIndexes(left: ObjectNode, right: ObjectNode): IndexNode | undefined {
  const indexes = [left, right].map((object) => object.index);
  const asked = indexes.find((index) => index !== undefined && !index.implied);
  if (asked !== undefined || indexes.includes(undefined)) return asked;
  return indexes.find((index) => index !== undefined && isKeyword(index.type, 'never')) ?? left.index;
}
