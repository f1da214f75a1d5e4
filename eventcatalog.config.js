/** @type {import('@eventcatalog/core/bin/eventcatalog.config').Config} */
export default {
  cId: 'a3c1f0b2-7d5e-4c58-9a4e-6f0c2d9b1e77',
  title: 'Awesome Fake Company',
  organizationName: 'Awesome Fake Company',
  tagline: 'Event-driven architecture documentation: Awesome Fake Company',
  homepageLink: 'https://events.awesome-fake-company.example/',
  // `CATALOG_BASE=/docs/catalog/` builds the site for a path below the host's root.
  base: process.env.CATALOG_BASE ?? '/',
  // `catalog generate` writes it: the search, the domains, the latest changes.
  landingPage: '/contracts/index.html',
  trailingSlash: false,
  output: 'static',
  outDir: process.env.CATALOG_OUT_DIR ?? 'dist',
  // Off: it asks git once for each resource, twice over, which is half of the build of a large catalog.
  rss: { enabled: false },
  // Full text, by an index that is made at build time (Pagefind): no server, and loaded only when somebody searches.
  search: { type: 'indexed' },
  llmsTxt: { enabled: true },
  logo: { alt: 'Awesome Fake Company', src: '/logo.svg', text: 'Awesome Fake Company' },
};
