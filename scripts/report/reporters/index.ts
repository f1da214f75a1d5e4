import type { Reporter } from '../reporter.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

/** Every way to tell a review: `--format` and its tests read this list. */
export const reporters = [terminal, markdown, github, sarif, json, html] as const satisfies readonly Reporter[];
