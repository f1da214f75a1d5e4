import type { MessageReview, Review, ReviewProblem } from '../../review/review.ts';
import type { ReportContext } from '../reporter.ts';
import { breakingChange, safeChange, undecidedChange, wideningChange } from './changes.test-data.ts';
import { breaking } from './findings.test-data.ts';

export const context: ReportContext = { columns: 80, hasColor: false, isVerbose: false, prefix: '' };

const breaksUnderMode: ReviewProblem = {
  code: 'breaks-under-mode',
  severity: 'error',
  message: '`OutOfStock` 1.1.0 refuses messages that 1.0.0 allows, and its mode is BACKWARD.',
  help: 'Make `warehouse` optional, or publish a new message beside this one.',
  file: 'events/OutOfStock/schema.json',
  line: 41,
  column: 5,
};

const bumpTooSmall: ReviewProblem = {
  code: 'bump-too-small',
  severity: 'warning',
  message: 'The change needs a major version, and 1.1.0 is a minor one.',
  help: 'Call the new version 2.0.0.',
  file: 'events/OutOfStock/index.mdx',
  line: 4,
};

const waivedProblem: ReviewProblem = {
  ...breaksUnderMode,
  waiver: {
    problem: 'breaks-under-mode',
    version: '1.1.0',
    reason: 'All consumers moved last week.',
    lastDay: '2026-12-31',
    file: 'events/OutOfStock/index.mdx',
    line: 9,
  },
};

const outOfStock: MessageReview = {
  kind: 'event',
  id: 'OutOfStock',
  name: 'Inventory out of stock',
  owners: ['inventory-team'],
  file: 'events/OutOfStock/index.mdx',
  fate: 'changed',
  changes: [breakingChange],
  problems: [breaksUnderMode, bumpTooSmall],
};

const inventoryAdjusted: MessageReview = {
  ...outOfStock,
  id: 'InventoryAdjusted',
  name: 'Inventory adjusted',
  file: 'events/InventoryAdjusted/index.mdx',
  changes: [wideningChange],
  problems: [],
};

function reviewOf(messages: readonly MessageReview[], isGood = true): Review {
  return { base: 'main', head: 'the working directory', messages, diagnostics: [], notes: [], isGood };
}

const safeMessage: MessageReview = { ...outOfStock, changes: [safeChange], problems: [] };
const documented: MessageReview = { ...safeMessage, fate: 'documentation', changes: [] };

export const noChange = reviewOf([]);
export const oneBreaks = reviewOf([outOfStock], false);
const oneSafe = reviewOf([safeMessage]);
export const oneWidens = reviewOf([inventoryAdjusted]);
export const waived = reviewOf([{ ...outOfStock, problems: [waivedProblem] }]);
export const undecided = reviewOf([{ ...safeMessage, changes: [undecidedChange] }]);
const editedInPlace = reviewOf([
  {
    ...safeMessage,
    changes: [
      { ...breakingChange, kind: 'edited-in-place', before: breakingChange.after },
      { ...safeChange, verdicts: undefined, reason: 'the schema of 1.0.0 is no JSON Schema', bump: undefined },
      { ...safeChange, isSameDocument: true, isSameSet: true, findings: [], typeDiff: [] },
    ],
  },
]);
export const documentationOnly = reviewOf([documented, { ...documented, id: 'InventoryAdjusted' }]);

/** One of each thing that can be said. */
export const mixed: Review = {
  ...reviewOf(
    [
      inventoryAdjusted,
      { ...documented, id: 'ProductViewed' },
      outOfStock,
      { ...safeMessage, id: 'BackInStock', fate: 'added', changes: [] },
      { ...safeMessage, id: 'StockCounted', renamedFrom: 'InventoryCounted', movedFrom: 'events/InventoryCounted' },
      { ...safeMessage, id: 'BinMoved', kind: 'command', changes: [undecidedChange] },
      {
        ...safeMessage,
        id: 'GetStock',
        kind: 'query',
        fate: 'removed',
        changes: [],
        problems: [
          { ...waivedProblem, code: 'message-removed-with-readers', message: '`StorefrontService` reads it.' },
        ],
      },
    ],
    false,
  ),
  diagnostics: [
    {
      code: 'field-missing',
      severity: 'error',
      message: 'Expected the front matter field `version`, found none.',
      help: 'Add `version: …` to the front matter.',
      file: 'services/StorefrontService/index.mdx',
      line: 1,
      column: 1,
    },
  ],
  notes: ['The history is cut off at 50 commits, so older versions were not looked for.'],
};

export const sixty = reviewOf(
  Array.from({ length: 60 }, (_none, index) => ({
    ...(index % 2 === 0 ? outOfStock : inventoryAdjusted),
    id: `StockEvent${String(index + 1).padStart(2, '0')}`,
  })),
  false,
);

/** Nothing can be said of these in few characters. */
export const longPayloads = reviewOf(
  Array.from({ length: 60 }, (_none, index) => ({
    ...outOfStock,
    id: `StockEvent${index}`,
    changes: [
      {
        ...breakingChange,
        verdicts: {
          backward: breaking({
            note: 'x'.repeat(5_000),
            items: Array.from({ length: 400 }, (_item, sku) => ({ sku })),
          }),
          forward: breaking({ lines: Array.from({ length: 40 }, () => 'a line of some length, to fill a comment') }),
        },
        typeDiff: Array.from({ length: 300 }, (_line, at) => ({ sign: '+' as const, text: `  field${at}: string;` })),
      },
    ],
  })),
  false,
);

const attack =
  '</details></pre><script>alert(1)</script> ```` `x` ` | a\n\n# @inventory-team #12 ::error::x \u001b[2J\u202e [a](https://e.example) ![b](c) ##[error]y <!-- %0A &lt; \r\n::error::z';

/** Every text of the catalog is an attack on the place where it is shown. */
export const hostile: Review = JSON.parse(
  JSON.stringify({ ...mixed, base: attack, head: attack }, (key, value) =>
    isCatalogText(key, value) ? attack : value,
  ),
);

/** What is left alone is ours: names of rules, modes and the like, which a reporter may trust. */
function isCatalogText(key: string, value: unknown): boolean {
  const ours =
    /^(?:kind|fate|mode|policy|verdict|butBreaks|needed|made|severity|effect|rule|of|code|problem|sign|keyword|lastDay|schemaPointer|instancePointer)$/;
  return typeof value === 'string' && !ours.test(key);
}

/** One review of each kind, by what is odd about it. */
export const everyReview: Readonly<Record<string, Review>> = {
  noChange,
  oneBreaks,
  oneSafe,
  oneWidens,
  waived,
  undecided,
  editedInPlace,
  documentationOnly,
  mixed,
  sixty,
  longPayloads,
  hostile,
};
