import { printPython } from './print-python.ts';
import { printTypescript, text } from './print-typescript.ts';
import type { PrunedTypes } from './prune-types.ts';
import type { ReadConsumer, ReadType } from './reader-data.ts';

/** A consumer program in which the type, and what is done with an event, are those of a reader of some fields. */
export function printConsumer(
  program: string,
  { language, typeName, lines }: Pick<ReadConsumer, 'language' | 'typeName' | 'lines'>,
  types: PrunedTypes,
  provenance: string,
): string {
  const isPython = language === 'python';
  const python = isPython ? printPython(types, typeName) : undefined;
  const declared = python?.text ?? `\n${printTypescript(types, typeName, false)}`;
  const own = declared.trimEnd().split('\n');
  const written = program.split('\n');
  const whole = [...written.slice(0, lines.from - 1), ...own, ...written.slice(lines.to)].join('\n');
  const imported =
    python === undefined
      ? whole
      : whole.replace(/^from typing import .*\n/m, () => `from typing import ${python.imports.join(', ')}\n`);
  const mark = isPython ? '# ' : '// ';
  const header = `${mark}${provenance}\n${mark}Reads ${list(types.paths)} and nothing else.\n`;
  const [, ...rest] = imported.split('\n');
  return header + handled(rest.join('\n'), types, isPython);
}

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 4).join(', ');
  return paths.length > 4 ? `${shown} and ${paths.length - 4} more` : shown;
}

/** What is printed of an event is what is read of it, at its top level. */
function handled(program: string, { root, records }: PrunedTypes, isPython: boolean): string {
  const fields = topFields(root, records);
  if (fields === undefined) return program;
  const parts = fields.map(({ name, isRequired }) => {
    if (isPython) {
      const key = JSON.stringify(name);
      return `${key}: ${isRequired ? `event[${key}]` : `event.get(${key})`}`;
    }
    const isPlain = /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__';
    return isPlain ? `${name}: event.${name}` : `[${text(name)}]: event[${text(name)}]`;
  });
  const object = `{ ${parts.join(', ')} }`;
  return isPython
    ? program.replace('json.dumps(event)', () => `json.dumps({${parts.join(', ')}})`)
    : program.replace('JSON.stringify(event)', () => `JSON.stringify(${object})`);
}

function topFields(root: ReadType, records: PrunedTypes['records']) {
  return root.kind === 'record' ? records.find(({ name }) => name === root.name)?.fields : undefined;
}
