// Loaded before EventCatalog. What it has gathered about its collections (who owns, who sends, which version is the latest)
// it keeps for the pages to come, but not where there was nothing to gather: a catalog that has no agents, no flows or no
// users reads all of its messages anew for every page, and a build takes as long as its messages times its pages. Here
// nothing is kept as well as something is. The pages are the same; a version that reads otherwise is left as it is.
import module from 'node:module';

/** The parts of the site that Astro has put together, as it loads them to write the pages. */
const PART = /^file:(?!.*\/node_modules\/).*\/chunks\/[^/]+\.mjs$/;

const BY_KEY = /(memoryCache(?:\$\d+)?)\[cacheKey\] && \1\[cacheKey\]\.length > 0/g;
const LIST = /\b(var|let)\s+(memoryCache(?:\$\d+)?)\s*=\s*\[\];/g;

/** The source of a part with empty lists kept. */
function keepEmpty(source) {
  const byKey = source.replace(BY_KEY, (_, name) => `${name}[cacheKey]`);
  const lists = [...byKey.matchAll(LIST)].map(([declaration, keyword, name]) => ({ declaration, keyword, name }));
  return lists
    .filter(({ name }) => byKey.includes(`if (${name}.length > 0`))
    .reduce(
      (text, { declaration, keyword, name }) =>
        text
          .replace(declaration, () => `${keyword} ${name};`)
          .replaceAll(`if (${name}.length > 0`, () => `if (${name}`),
      byKey,
    );
}

// Not in every Node that EventCatalog runs on: there, a build takes as long as ever.
module.registerHooks?.({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!PART.test(url) || loaded.source === null || loaded.source === undefined) return loaded;
    const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    return source.includes('memoryCache') ? { ...loaded, source: keepEmpty(source) } : loaded;
  },
});
