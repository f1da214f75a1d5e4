import { appendPointer } from '../../model/pointer.ts';
import { javaComment, javaString } from '../literals/java.ts';
import { payloadTypes } from '../payload/payload-types.ts';
import { TypeNames } from '../payload/type-names.ts';
import type { Program } from '../program.ts';
import { nestedTooDeep, type Uncarriable } from '../uncarriable.ts';
import { visibleText } from '../visible-text.ts';
import { javaLiteral } from './java-literal.ts';
import { javaTypeNames } from './java-names.ts';
import {
  javaTypes,
  javaTypeText,
  type JavaComponent,
  type JavaRecord,
  type JavaType,
  type JavaTypes,
} from './java-types.ts';

/** What every Java program of a message says of its payload. */
export interface JavaPayload {
  /** The type of the whole: the name of a record, or a type of the library. */
  readonly typeText: string;
  readonly types: JavaTypes;
  /** The declarations of the records, as members of a class. */
  readonly blocks: readonly string[];
}

export function javaPayload(program: Program): JavaPayload {
  const names = new TypeNames(javaTypeNames);
  const kind = program.kind.charAt(0).toUpperCase() + program.kind.slice(1);
  const typeName = names.claim(program.typeName, kind);
  const types = javaTypes(payloadTypes(program, program.example, typeName, names));
  return {
    typeText: javaTypeText(types.root, true),
    types,
    blocks: [...types.records.values()].map(declaration).toReversed(),
  };
}

/** The statement that makes the event, with a call of `utcNow` wherever the schema asks for a time. */
export function javaExample(program: Program, { typeText, types }: JavaPayload, indent: string): string {
  const replaced = new Map(program.clockPaths.map((path) => [appendPointer('', ...path), 'utcNow()'] as const));
  return `${indent}${typeText} event = ${javaLiteral(program.example, types.root, types, replaced, `${indent}    `)};`;
}

/** An expression for the record's key as a string, read off the variable `event`. */
export function javaRecordKey(path: readonly string[], { types }: JavaPayload): string {
  let [code, type]: readonly [string, JavaType] = ['event', types.root];
  for (const name of path) {
    const components: readonly JavaComponent[] =
      type.kind === 'record' ? (types.records.get(type.name)?.components ?? []) : [];
    const component = components.find(({ jsonName }) => jsonName === name);
    [code, type] =
      component === undefined
        ? [`${code}.get(${javaString(name)})`, type.kind === 'map' ? type.of : { kind: 'any' }]
        : [`${code}.${component.name}()`, component.type];
  }
  if (type.kind === 'any') return `${code}.asText()`;
  return type.kind === 'scalar' && type.name === 'String' ? code : `String.valueOf(${code})`;
}

function declaration({ name, components }: JavaRecord): string {
  const lines = components.map((component) => {
    const { jsonName, values, type, isBoxed, isAlwaysThere } = component;
    const texts = values.map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)));
    const comment = texts.length === 0 ? '' : `            // One of ${javaComment(visibleText(texts.join(', ')))}.\n`;
    const include = isAlwaysThere ? '' : '@JsonInclude(Include.NON_NULL) ';
    const property = `@JsonProperty(${javaString(jsonName)}) ${include}`;
    return `${comment}            ${property}${javaTypeText(type, isBoxed)} ${component.name}`;
  });
  return `    record ${name}(\n${lines.join(',\n')}) {}`;
}

/** Where javac takes long to find out which types are meant. */
const deepestNesting = 100;

export function javaUncarriable(program: Program): readonly Uncarriable[] {
  // The library trims its settings as Java trims text: control characters too.
  const isTrimmed = /^[\0-\x20]|[\0-\x20]$/.test(program.group);
  return [
    ...nestedTooDeep(program.example, deepestNesting),
    ...(isTrimmed
      ? [{ pointer: '/group', reason: 'a control character at an end of the group, which its library cuts off' }]
      : []),
  ];
}
