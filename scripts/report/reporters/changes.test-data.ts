import type { ConsumerVerdict, VersionChange } from '../../review/review.ts';
import {
  breaking,
  compatible,
  placedFinding,
  reasonAdded,
  unknown,
  warehouseAdded,
  witness,
} from './findings.test-data.ts';

const storefront: ConsumerVerdict = {
  id: 'StorefrontService',
  name: 'Storefront Service',
  version: '1.0.0',
  owners: ['storefront-team'],
  fields: ['product_id', 'new_quantity'],
  asItIs: compatible,
  onceItMoves: compatible,
};

const replenishment: ConsumerVerdict = {
  id: 'ReplenishmentService',
  name: 'Replenishment Service',
  version: '2.1.0',
  owners: ['supply-team'],
  fields: [],
  asItIs: compatible,
  onceItMoves: breaking(),
};

export const safeChange: VersionChange = {
  kind: 'new-version',
  before: { id: 'OutOfStock', version: '1.0.0', file: 'events/OutOfStock/versioned/1.0.0/schema.json' },
  after: { id: 'OutOfStock', version: '1.1.0', file: 'events/OutOfStock/schema.json' },
  mode: 'BACKWARD',
  policy: 'declared',
  verdicts: { backward: compatible, forward: compatible },
  isSameDocument: false,
  isSameSet: false,
  isSafe: true,
  findings: [
    placedFinding({
      rule: 'property-added',
      sentence: '`note` was added (optional): a string.',
      path: 'note',
      line: 38,
      effect: 'widens',
    }),
  ],
  earlier: [],
  typeDiff: [
    { sign: ' ', text: 'export interface OutOfStock {' },
    { sign: '+', text: '  note?: string;' },
    { sign: ' ', text: '}' },
  ],
  consumers: [storefront],
  bump: { needed: 'minor', made: 'minor', isEnough: true, reason: 'Messages that were allowed still are.' },
  examples: [],
};

/** A required property, under BACKWARD, in a minor version. */
export const breakingChange: VersionChange = {
  ...safeChange,
  verdicts: { backward: breaking(), forward: compatible },
  isSafe: false,
  findings: [
    warehouseAdded,
    placedFinding({
      rule: 'required-property-added',
      sentence: '`warehouse` is now required.',
      path: 'warehouse',
      line: 52,
    }),
    ...['sku', 'shelf', 'batch', 'count', 'unit'].map((path, index) =>
      placedFinding({
        rule: 'property-added',
        sentence: `\`${path}\` was added (optional): a string.`,
        path,
        line: 60 + index,
        effect: 'widens',
      }),
    ),
    placedFinding({
      rule: 'description-changed',
      sentence: 'The description of the message changed.',
      path: '',
      line: 4,
      effect: 'annotates',
    }),
  ],
  typeDiff: [
    { sign: ' ', text: 'export interface OutOfStock {' },
    { sign: ' ', text: '  product_id: string;' },
    { sign: '-', text: "  adjustment_reason: 'restock' | 'sale';" },
    { sign: '+', text: "  adjustment_reason: 'restock' | 'sale' | 'return';" },
    { sign: '+', text: '  warehouse: string;' },
    { sign: ' ', text: '}' },
  ],
  consumers: [replenishment, storefront],
  bump: { needed: 'major', made: 'minor', isEnough: false, reason: 'Readers on the new version refuse old messages.' },
  examples: [
    {
      file: 'events/OutOfStock/examples/sold-out.json',
      refusedBy: '1.1.0',
      of: 'own',
      sentence: 'the value must have the property "warehouse"',
      pointer: '',
    },
  ],
};

/** A new value of an enum: safe under BACKWARD, and consumers that are there refuse it. */
export const wideningChange: VersionChange = {
  ...safeChange,
  mode: 'BACKWARD_TRANSITIVE',
  verdicts: {
    backward: compatible,
    forward: breaking(
      { ...witness, adjustment_reason: 'theft' },
      {
        instancePointer: '/adjustment_reason',
        schemaPointer: '/properties/adjustment_reason/enum',
        keyword: 'enum',
        sentence: '`adjustment_reason` must be one of "restock", "sale" or "return", found "theft"',
      },
    ),
  },
  butBreaks: 'forward',
  findings: [reasonAdded],
  earlier: [
    { version: '0.9.0', verdicts: { backward: compatible, forward: breaking() }, isSafe: true },
    { version: '0.8.0', verdicts: { backward: breaking(), forward: unknown }, isSafe: false },
  ],
};

export const undecidedChange: VersionChange = {
  ...safeChange,
  verdicts: { backward: unknown, forward: { verdict: 'compatible', note: 'version 1.1.0 allows no message at all' } },
  isSafe: false,
  findings: [],
  bump: undefined,
  consumers: [{ ...storefront, asItIs: unknown, fields: [] }],
};
