// Loaded before EventCatalog. For each word of each schema that it highlights, react-syntax-highlighter gathers all class
// names of its stylesheet anew, always the same ones: half of the build of a catalog with real schemas. Here it gathers them
// once. The pages are the same; a version of the package that reads otherwise is left as it is.
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const FILE = /\/react-syntax-highlighter\/dist\/(?:cjs|esm)\/create-element\.js$/;
const GATHERING =
  /var allStylesheetSelectors = (Object\.keys\(stylesheet\)\.reduce\(function [^;]*;\s*\}\);\s*return classes;\s*\}, \[\]\));/;

/** The source of the file with the names gathered once for each stylesheet. */
function gatherOnce(source) {
  return GATHERING.test(source)
    ? `${source.replace(
        GATHERING,
        'var allStylesheetSelectors = gathered.get(stylesheet); if (!allStylesheetSelectors) gathered.set(stylesheet, allStylesheetSelectors = $1);',
      )}\nvar gathered = new WeakMap();\n`
    : source;
}

// Not in every Node that EventCatalog runs on: there, a build takes as long as ever.
module.registerHooks?.({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    return FILE.test(url) ? { ...loaded, source: gatherOnce(readFileSync(fileURLToPath(url), 'utf8')) } : loaded;
  },
});
