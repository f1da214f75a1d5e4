import type { FileTree } from '../catalog/file-tree.ts';
import { frontMatterOf } from '../catalog/front-matter.ts';

/** `createdAt: 2024-05-14`, the day alone or with a time in UTC; a line is found faster than all YAML is read. */
const CREATED_AT =
  /^createdAt:[^\S\n]*['"]?(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z)?['"]?[^\S\n]*(?:#.*)?\r?$/m;

/** The day that the `changelog.mdx` beside a page names, in RFC 3339; undefined where it names none. */
export async function changelogDate(tree: FileTree, page: string): Promise<string | undefined> {
  const content = await tree.read(`${page.slice(0, page.lastIndexOf('/') + 1)}changelog.mdx`);
  const frontMatter = content.kind === 'text' ? frontMatterOf(content.text) : undefined;
  const [, day, time = '00:00:00'] = CREATED_AT.exec(frontMatter?.kind === 'yaml' ? frontMatter.text : '') ?? [];
  return day === undefined ? undefined : existing(`${day}T${time}Z`);
}

/** The 31st of February is no day that a feed may have. */
function existing(instant: string): string | undefined {
  const date = new Date(instant);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(instant.slice(0, -1)) ? instant : undefined;
}
