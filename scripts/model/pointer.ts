/**
 * A JSON Pointer (RFC 6901), without the leading `#`: `''` is the whole document, `/properties/sku` a place in it.
 */
export type JsonPointer = string;

export function appendPointer(pointer: JsonPointer, ...segments: readonly (string | number)[]): JsonPointer {
  return segments.reduce<string>((path, segment) => `${path}/${escapeSegment(String(segment))}`, pointer);
}

/** The decoded segments of a pointer: `/a~1b/0` gives `['a/b', '0']`. */
export function pointerSegments(pointer: JsonPointer): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
