/** A link of EventCatalog's own that leads nowhere. Each is one address exactly; anything else that is broken is ours. */
export interface KnownBrokenLink {
  readonly path: string;
  /** The pages that have it, as paths below the site's home. */
  readonly pages: RegExp;
  readonly reason: string;
}

interface KnownBrokenLinks {
  /** In the HTML of the build. */
  readonly inHtml: readonly KnownBrokenLink[];
  /** Added by scripts when the page is open. */
  readonly byScripts: readonly KnownBrokenLink[];
}

/** Those that own what some page refers to. */
const TEAMS = [
  'customers',
  'engagement',
  'inventory-platform',
  'orders',
  'payments',
  'shipping',
  'storefront',
  'supply',
];

/** Broken at whatever base; paths from the site's home. */
const ALWAYS: KnownBrokenLinks = {
  inHtml: TEAMS.map((team) => ({
    path: `docs/users/${team}`,
    pages: /^docs\//,
    reason: 'The card behind a reference like [[event|OutOfStock]] takes every owner for a user, teams too.',
  })),
  byScripts: [
    {
      path: 'visualiser/channels/inventory.adjusted/1.0.0',
      pages: /^docs\/channels\/inventory\.adjusted\/1\.0\.0\/$/,
      reason: 'The list of pages offers a map of the channel, but channels get none.',
    },
    ...['OrderService', 'PaymentService'].map((service) => ({
      path: `docs/services/${service}/undefined`,
      pages: /^schemas\/explorer\/$/,
      reason: 'The schema explorer looks for the version of producers and consumers in the wrong place.',
    })),
  ],
};

/** Written without the base in EventCatalog's source; paths from the root of the host. */
const BELOW_A_BASE: KnownBrokenLinks = {
  inHtml: [
    {
      path: '/images/custom-docs-placeholder.png',
      pages: /^docs\/custom\/$/,
      reason: 'A page about the commercial edition.',
    },
    {
      path: '/logo.svg',
      pages: /^settings\/general\/$/,
      reason: 'The form for settings, which works in development only.',
    },
    { path: '/logo.png', pages: /^studio\/$/, reason: 'A page about EventCatalog Studio.' },
    { path: '/studio-bg.png', pages: /^studio\/$/, reason: 'A page about EventCatalog Studio.' },
  ],
  byScripts: [{ path: '/', pages: /^visualiser\/context-map\/$/, reason: 'The way home from an empty map.' }],
};

/** What is known to be broken on a site, with paths from the root of the host. */
export function knownBrokenLinks(basePath: string): KnownBrokenLinks {
  const below = (link: KnownBrokenLink) => ({ ...link, path: `${basePath}${link.path}` });
  const rest = basePath === '/' ? { inHtml: [], byScripts: [] } : BELOW_A_BASE;
  return {
    inHtml: [...ALWAYS.inHtml.map(below), ...rest.inHtml],
    byScripts: [...ALWAYS.byScripts.map(below), ...rest.byScripts],
  };
}
