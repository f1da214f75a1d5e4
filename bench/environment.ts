import { delimiter, join } from 'node:path';

/** What npm and a catalog's own build would bring with them from where the bench was started. */
const OF_THIS_RUN =
  /^(?:npm_(?:package|lifecycle)_|npm_config_local_prefix$|INIT_CWD$|PROJECT_DIR$|CATALOG_|NODE_OPTIONS$|NODE_ENV$)/;

/** The environment of a shell that was opened in a folder with its own packages. */
export function environmentOf(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OF_THIS_RUN.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [join(folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
    // It would rewrite channel front matter in the catalog.
    EVENTCATALOG_DISABLE_CHANNEL_MIGRATION: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
  };
}
