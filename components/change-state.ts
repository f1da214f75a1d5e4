import { formatName } from './contract-state.ts';

/** What the index says of a version. */
interface StatedVersion {
  readonly schemaFormat: string;
  readonly files: readonly { readonly path: string; readonly role: string }[];
}

/** What a version's page has to tell: what changed, or why there is nothing to tell. */
export type ChangeState =
  { readonly kind: 'changed'; readonly path: string } | { readonly kind: 'nothing'; readonly reason: string };

/** `versions` are all of the message, oldest first. */
export function changeState(
  message: { readonly id: string; readonly version: string },
  contract: StatedVersion | undefined,
  versions: readonly StatedVersion[],
): ChangeState {
  if (contract === undefined)
    return nothing(`Nothing is known yet of ${message.id} ${message.version}: \`catalog generate\` compares it.`);
  const file = contract.files.find(({ role }) => role === 'changes');
  if (file !== undefined) return { kind: 'changed', path: file.path };
  if (!hasSchema(contract))
    return nothing(
      contract.schemaFormat === 'none'
        ? 'This version has no schema, so there is nothing to compare.'
        : `The schema of this version is in ${formatName(contract.schemaFormat)}. Versions are compared by JSON Schema only.`,
    );
  const earlier = versions.slice(0, versions.indexOf(contract));
  if (earlier.length === 0) return nothing('This is the first version.');
  if (earlier.some(hasSchema))
    return nothing('It has not been compared with the version before yet: `catalog generate` compares them.');
  return nothing('No earlier version has a schema in JSON Schema, so there is nothing to compare this one with.');
}

/** Characters that do not show, or that change how their neighbours show, written out. Line ends stay. */
export function visible(text: string): string {
  return text.replaceAll(
    /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|\u034f|[\ufe00-\ufe0f]|(?! )\p{Zs}/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** `adjusted_by` in backticks is code, as it would be in Markdown. */
export function inCode(text: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return visible(text)
    .split('`')
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }));
}

const MOST_LINES = 40;

/** A payload as a page shows it. */
export function payloadText(value: unknown): { readonly text: string; readonly isCut: boolean } {
  const lines = visible(JSON.stringify(value, null, 2)).split('\n');
  return { text: lines.slice(0, MOST_LINES).join('\n'), isCut: lines.length > MOST_LINES };
}

/** The lines of a diff without the end of a comment at their top, and without the start of one at their end. */
export function wholeComments(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !line.startsWith(' '));
  const last = lines.findLastIndex((line) => !line.startsWith(' '));
  const end = lines.findIndex((line) => line.trim() === '*/');
  const start = lines.findLastIndex((line) => line.trim() === '/**');
  const opened = lines.findIndex((line) => line.trim() === '/**');
  const closed = lines.findLastIndex((line) => line.trim() === '*/');
  const from = end >= 0 && end < first && (opened < 0 || end < opened) ? end + 1 : 0;
  const to = start > last && start > closed ? start : lines.length;
  return lines.slice(from, to).map(visible);
}

function nothing(reason: string): ChangeState {
  return { kind: 'nothing', reason };
}

function hasSchema({ files }: StatedVersion): boolean {
  return files.some(({ role }) => role === 'schema');
}
