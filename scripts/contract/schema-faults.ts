import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import type { MessageSchema } from '../model/message.ts';
import { originOf } from '../model/message.ts';
import { appendPointer } from '../model/pointer.ts';
import { checkSchema } from '../schema/check-schema.ts';
import { findRefCycle } from '../schema/ref-cycle.ts';
import type { RefCycle } from '../schema/ref-cycle.ts';
import { resolveLocalRef } from '../schema/resolve-local-ref.ts';

/** What is wrong with a schema by itself. */
export function schemaFaults(schema: MessageSchema): readonly Diagnostic[] {
  const faults = checkSchema(schema.bundled, schema.dialect).map(({ pointer, reason }) =>
    diagnose('schema-invalid', { reason }, originOf(schema, pointer)),
  );
  if (faults.length > 0) return faults;
  const cycle = findRefCycle(schema.bundled, schema.dialect);
  return cycle === undefined ? [] : [cycleFault(cycle, schema)];
}

/** Every message that runs into a circle says the same of it: which files it goes through, from the first of them on. */
function cycleFault({ steps }: RefCycle, schema: MessageSchema): Diagnostic {
  const places = steps.slice(0, -1).map((step) => ({ step, ...originOf(schema, step.slice(1)) }));
  const first = places.reduce((least, place) => (isBefore(place, least) ? place : least));
  const start = places.indexOf(first);
  const circle = [...places.slice(start), ...places.slice(0, start), first];
  const isOneFile = places.every(({ file }) => file === first.file);
  const cycle = circle.map(({ file, pointer }) => `${isOneFile ? '' : file}#${pointer}`).join(' -> ');
  const refPointer = appendPointer(first.pointer, '$ref');
  const hasRef = resolveLocalRef(schema.bundled, first.step, schema.dialect);
  const isRef = typeof hasRef?.schema === 'object' && Object.hasOwn(hasRef.schema, '$ref');
  return diagnose('ref-cyclic', { cycle }, { file: first.file, pointer: isRef ? refPointer : first.pointer });
}

interface Place {
  readonly file: string;
  readonly pointer: string;
}

function isBefore(left: Place, right: Place): boolean {
  return left.file < right.file || (left.file === right.file && left.pointer < right.pointer);
}
