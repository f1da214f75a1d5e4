/** A piece of a page, as data. Texts stay texts: nothing in them is ever read as markup. */
export type ViewNode = string | ViewElement;

export interface ViewElement {
  readonly tag: 'a' | 'button' | 'code' | 'h2' | 'li' | 'mark' | 'ol' | 'p' | 'section' | 'span';
  readonly className?: string;
  readonly id?: string;
  /** Of a link. It is made by us, from parts that are encoded. */
  readonly href?: string;
  readonly labelledBy?: string;
  readonly children: readonly ViewNode[];
}

export function view(
  tag: ViewElement['tag'],
  children: readonly ViewNode[],
  more: Omit<ViewElement, 'tag' | 'children'> = {},
): ViewElement {
  return { tag, children, ...more };
}
