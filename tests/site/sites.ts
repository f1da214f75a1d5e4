/** The site is built and read twice: a link that forgets the base only breaks below one. */
export const SITES = [
  { basePath: '/', folder: 'root' },
  { basePath: '/docs/catalog/', folder: 'below' },
] as const;
