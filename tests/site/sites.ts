/** The site is built and read twice: a link that forgets the base only breaks below one. */
export const SITES = [
  { basePath: '/', folder: 'root' },
  { basePath: '/docs/catalog/', folder: 'below' },
] as const;

/** A small one beside them, of messages in every state that a page can show. */
export const STATES = { basePath: '/', folder: 'states' } as const;
