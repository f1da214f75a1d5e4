/** Texts, each of them once, known by their places. */
export interface TextTable {
  /** The place of a text, which is put in if it is new. */
  readonly place: (text: string) => number;
  /** In the order of their places. */
  readonly texts: () => readonly string[];
}

export function textTable(): TextTable {
  const places = new Map<string, number>();
  return {
    place: (text) => {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    },
    texts: () => [...places.keys()],
  };
}
