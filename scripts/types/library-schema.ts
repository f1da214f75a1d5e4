import type { Placeholders } from './placeholders.ts';
import type { FieldNode, ObjectNode, TupleNode, TypeNode } from './type-node.ts';

/** The few keywords of json-schema-to-typescript's input that we use; what each of them renders is certain. */
export interface LibrarySchema {
  tsType?: string;
  description?: string;
  type?: 'object' | 'array';
  properties?: Record<string, LibrarySchema>;
  required?: string[];
  additionalProperties?: false | LibrarySchema;
  items?: LibrarySchema | LibrarySchema[];
  additionalItems?: LibrarySchema;
  minItems?: number;
  anyOf?: LibrarySchema[];
  allOf?: LibrarySchema[];
}

/** A type as a schema that json-schema-to-typescript renders as exactly that type. */
export function librarySchema(node: TypeNode, placeholders: Placeholders): LibrarySchema {
  const inner = (member: TypeNode): LibrarySchema => librarySchema(member, placeholders);
  switch (node.kind) {
    case 'keyword':
      return { tsType: node.name };
    case 'literal':
      return { tsType: placeholders.of(node.text) };
    case 'reference':
      return { tsType: placeholders.of(node.name) };
    case 'array':
      return { type: 'array', items: inner(node.items) };
    case 'tuple':
      return tupleSchema(node, placeholders);
    case 'union':
      return { anyOf: node.members.map(inner) };
    case 'intersection':
      return { allOf: node.members.map(inner) };
    case 'object':
      return objectSchema(node, placeholders);
  }
}

function objectSchema({ fields, index }: ObjectNode, placeholders: Placeholders): LibrarySchema {
  const keyed = fields.map((field) => ({ key: placeholders.ofKey(field.name), field }));
  return {
    type: 'object',
    properties: Object.fromEntries(keyed.map(({ key, field }) => [key, fieldSchema(field, placeholders)])),
    required: keyed.filter(({ field }) => field.required).map(({ key }) => key),
    additionalProperties: index === undefined ? false : librarySchema(index.type, placeholders),
  };
}

function fieldSchema({ type, doc }: FieldNode, placeholders: Placeholders): LibrarySchema {
  const schema = librarySchema(type, placeholders);
  return doc.length === 0 ? schema : { ...schema, description: placeholders.ofDoc(doc) };
}

/**
 * The library writes optional elements as a union of tuples; a mark behind such an element becomes its `?` instead. The
 * `anyOf` around it keeps the library's own `@minItems` out of the field's comment.
 */
function tupleSchema({ elements, required, rest }: TupleNode, placeholders: Placeholders): LibrarySchema {
  const items = elements.flatMap((element, index) => {
    const schema = librarySchema(element, placeholders);
    return index < required ? [schema] : [schema, { tsType: placeholders.optionalMark }];
  });
  const tuple: LibrarySchema = { type: 'array', items, minItems: items.length };
  return { anyOf: [rest === undefined ? tuple : { ...tuple, additionalItems: librarySchema(rest, placeholders) }] };
}
