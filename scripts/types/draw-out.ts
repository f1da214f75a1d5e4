import { innerNodes, type Declaration, type TypeNode } from './type-node.ts';
import { uniqueName } from './type-name.ts';

/** Deeper types get a declaration of their own: nobody reads them inline, and parsers run out of stack. */
const DEEPEST = 24;

/** The same declarations, none of them nested too deeply; those that were drawn out come last. */
export function drawOutDeepTypes(
  declarations: readonly Declaration[],
  names: ReadonlySet<string>,
): readonly Declaration[] {
  const taken = new Set(names);
  const done: Declaration[] = [];
  const queue = [...declarations];
  for (let declaration = queue.shift(); declaration !== undefined; declaration = queue.shift()) {
    const owner = declaration.name;
    const type = shallow(declaration.type, DEEPEST, (deep) => {
      const name = uniqueName(`${owner.replace(/Inner\d*$/, '')}Inner`, taken);
      taken.add(name);
      queue.push({ name, doc: [], type: deep });
      return { kind: 'reference', name };
    });
    done.push({ ...declaration, type });
  }
  return done;
}

function shallow(node: TypeNode, levels: number, drawOut: (deep: TypeNode) => TypeNode): TypeNode {
  if (innerNodes(node).length === 0) return node;
  if (levels === 0) return drawOut(node);
  return mapInner(node, (inner) => shallow(inner, levels - 1, drawOut));
}

function mapInner(node: TypeNode, change: (inner: TypeNode) => TypeNode): TypeNode {
  switch (node.kind) {
    case 'array':
      return { ...node, items: change(node.items) };
    case 'tuple':
      return { ...node, elements: node.elements.map(change), rest: node.rest && change(node.rest) };
    case 'union':
    case 'intersection':
      return { ...node, members: node.members.map(change) };
    case 'object':
      return {
        ...node,
        fields: node.fields.map((field) => ({ ...field, type: change(field.type) })),
        index: node.index && { ...node.index, type: change(node.index.type) },
      };
    default:
      return node;
  }
}
