import type { Participant } from '../model/message.ts';

/** Whether a consumer reads a field: by itself, as a part of what it reads whole, or as what holds a part that it reads. */
export function isReadBy({ fields }: Pick<Participant, 'fields'>, path: string): boolean {
  return fields.length === 0 || fields.some((read) => holds(read, path) || holds(path, read));
}

/** `lines` holds `lines[].sku`, and itself. */
function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
