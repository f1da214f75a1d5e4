import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRepository, messagePage, schemaText, servicePage, type ReviewRepository } from './review-repository.ts';
import { messageIn, problemsOf, reviewBranch } from './review-run.ts';
import { money, moneyMessages, newOrder, order, orderSchema, shop } from './review-shop.ts';

let repository: ReviewRepository;
beforeAll(() => {
  repository = buildRepository(shop);
});
afterAll(() => repository.remove());

const run = async (branch: string, files: Parameters<ReviewRepository['propose']>[1], today?: string) => {
  repository.propose(branch, files);
  return reviewBranch(repository.folder, branch, today);
};

describe('a new version', () => {
  test('that only adds is safe, and needs the minor version that it got', async () => {
    const { code, review } = await run('additive', newOrder('1.1.0', orderSchema({ note: { type: 'string' } })));
    expect(code).toBe(0);
    expect(review.messages.map(({ id, fate }) => [id, fate])).toEqual([['OrderPlaced', 'changed']]);
    const [change] = messageIn(review, 'OrderPlaced').changes;
    expect(change).toMatchObject({
      kind: 'new-version',
      isSafe: true,
      verdicts: { backward: { verdict: 'compatible' }, forward: { verdict: 'compatible' } },
      bump: { needed: 'minor', made: 'minor', isEnough: true },
      typeDiff: expect.arrayContaining([{ sign: '+', text: '  note?: string;' }]),
    });
    expect(change?.findings[0]).toMatchObject({
      finding: { rule: 'property-added', path: 'note' },
      after: { file: `${order}/schema.json`, line: expect.any(Number) },
    });
  });

  test('that breaks is called by its name: who, why, and with which payload', async () => {
    const { code, review } = await run('breaking', newOrder('1.0.1', orderSchema({ total: { type: 'string' } })));
    expect(code).toBe(1);
    const message = messageIn(review, 'OrderPlaced');
    expect(problemsOf(message)).toEqual(['bump-too-small', 'warning: breaks-under-mode']);
    expect(message.problems[0]).toMatchObject({ file: `${order}/index.mdx`, line: 4 });
    const [change] = message.changes;
    expect(change?.bump).toMatchObject({ needed: 'major', made: 'patch', isEnough: false });
    expect(change?.verdicts?.backward).toMatchObject({ verdict: 'breaking', witness: { id: '', total: 0 } });
    expect(change?.consumers.map(({ id, asItIs, onceItMoves }) => [id, asItIs.verdict, onceItMoves.verdict])).toEqual([
      ['Billing', 'breaking', 'breaking'],
      ['Warehouse', 'compatible', 'compatible'],
    ]);
    expect(change?.examples).toEqual([
      {
        file: `${order}/versioned/1.0.0/examples/one.json`,
        of: 'earlier',
        pointer: '/total',
        refusedBy: '1.0.1',
        sentence: expect.stringContaining('must be a string'),
      },
    ]);
    expect((await run('breaking-major', newOrder('2.0.0', orderSchema({ total: { type: 'string' } })))).code).toBe(0);
  });

  test('that is minor, but existing consumers break', async () => {
    const wider = newOrder('1.1.0', orderSchema({ currency: { enum: ['EUR', 'GBP', 'SEK'] } }));
    const { code, review } = await run('wider', wider);
    expect(code).toBe(0);
    const [change] = messageIn(review, 'OrderPlaced').changes;
    expect(change).toMatchObject({ isSafe: true, butBreaks: 'forward', bump: { needed: 'minor', isEnough: true } });
    const full = await run('wider-full', {
      ...wider,
      [`${order}/index.mdx`]: messagePage({
        id: 'OrderPlaced',
        version: '1.1.0',
        lines: ['x-compatibility: { mode: FULL }'],
      }),
    });
    expect(full.code).toBe(1);
    expect(problemsOf(messageIn(full.review, 'OrderPlaced'))).toEqual(['bump-too-small', 'warning: breaks-under-mode']);
  });

  test('whose own example fails', async () => {
    const { code, review } = await run('example', {
      ...newOrder('1.1.0', orderSchema({ note: { type: 'string' } })),
      [`${order}/examples/one.json`]: schemaText({ id: 'o-1', total: -1 }),
    });
    expect(code).toBe(1);
    expect(problemsOf(messageIn(review, 'OrderPlaced'))).toEqual(['example-fails']);
  });

  test('of a pre-release compares with the last release', async () => {
    const { review } = await run('candidate', {
      ...newOrder('2.0.0-rc.2', orderSchema({ note: { type: 'string' } })),
      [`${order}/versioned/2.0.0-rc.1/index.mdx`]: messagePage({ id: 'OrderPlaced', version: '2.0.0-rc.1' }),
      [`${order}/versioned/2.0.0-rc.1/schema.json`]: schemaText(orderSchema({ total: { type: 'string' } })),
    });
    const { changes } = messageIn(review, 'OrderPlaced');
    expect(changes.map(({ before, after }) => [before.version, after.version])).toEqual([
      ['1.0.0', '2.0.0-rc.1'],
      ['1.0.0', '2.0.0-rc.2'],
    ]);
  });
});

describe('what is published', () => {
  test('may not change its meaning in place', async () => {
    const { code, review } = await run('in-place', {
      [`${order}/schema.json`]: schemaText(orderSchema({ total: { type: 'number' } })),
    });
    expect(code).toBe(1);
    const message = messageIn(review, 'OrderPlaced');
    expect(problemsOf(message)).toEqual(['published-version-edited']);
    expect(message.changes[0]).toMatchObject({ kind: 'edited-in-place', bump: undefined });
  });

  test('may be written in another draft, with the same meaning', async () => {
    const { code, review } = await run('draft', {
      'events/OutOfStock/schema.json': schemaText({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        required: ['sku'],
        properties: { sku: { $ref: '#/$defs/sku' }, left: { const: 0 } },
        $defs: { sku: { type: 'string', minLength: 1 } },
      }),
    });
    expect(code).toBe(0);
    expect(messageIn(review, 'OutOfStock').changes[0]).toMatchObject({ isSameSet: true, kind: 'edited-in-place' });
  });

  test('is not removed, and does not go backwards', async () => {
    const two = { ...shop, ...newOrder('1.1.0', orderSchema({ note: { type: 'string' } })) };
    const other = buildRepository(two);
    other.propose('removed', { [`${order}/versioned/1.0.0`]: undefined });
    const removed = await reviewBranch(other.folder, 'removed');
    expect(problemsOf(messageIn(removed.review, 'OrderPlaced'))).toEqual(['published-version-removed']);
    other.propose('backwards', {
      [`${order}/versioned`]: undefined,
      [`${order}/index.mdx`]: shop[`${order}/index.mdx`],
      [`${order}/schema.json`]: shop[`${order}/schema.json`],
    });
    const backwards = await reviewBranch(other.folder, 'backwards');
    expect(problemsOf(messageIn(backwards.review, 'OrderPlaced'))).toEqual([
      'published-version-removed',
      'version-goes-backwards',
    ]);
    other.remove();
  });

  test('by way of a file that eleven messages refer to', async () => {
    const { code, review } = await run('shared', { 'shared/money.json': money({ type: 'string' }) });
    expect(code).toBe(1);
    expect(review.messages.map(({ id }) => id)).toEqual(moneyMessages);
    for (const message of review.messages) {
      expect(problemsOf(message)).toEqual(['published-version-edited']);
      expect(message.changes[0]?.findings[0]).toMatchObject({
        finding: { path: 'price.amount' },
        after: { file: 'shared/money.json', line: 8 },
      });
    }
  });
});

describe('fields that are deprecated', () => {
  const files = newOrder('2.0.0', orderSchema({ coupon: undefined }));

  test('stay until the day that was promised', async () => {
    const { code, review } = await run('too-early', files, '2026-06-30');
    expect(code).toBe(1);
    const [problem] = messageIn(review, 'OrderPlaced').problems;
    expect(problem).toMatchObject({ code: 'field-removed-too-early' });
    expect(problem?.message).toContain('until 2026-06-30');
    expect(problem?.help).toContain('discounts');
    expect(problem).toMatchObject({ file: `${order}/versioned/1.0.0/schema.json`, line: 23 });
  });

  test('may go after it', async () => {
    const { code, review } = await run('in-time', files, '2026-07-01');
    expect(code).toBe(0);
    expect(problemsOf(messageIn(review, 'OrderPlaced'))).toEqual([]);
  });
});

describe('messages as a whole', () => {
  test('are known by their id when their folder moves', async () => {
    const { code, review } = await run('moved', {
      'events/OutOfStock': undefined,
      'domains/Stock/events/OutOfStock/index.mdx': shop['events/OutOfStock/index.mdx'],
      'domains/Stock/events/OutOfStock/schema.json': shop['events/OutOfStock/schema.json'],
    });
    expect(code).toBe(0);
    expect(messageIn(review, 'OutOfStock')).toMatchObject({
      movedFrom: 'events/OutOfStock',
      changes: [],
      problems: [],
    });
  });

  test('are known by their page or their schema when they are renamed', async () => {
    const { review } = await run('renamed', {
      'events/Unread': undefined,
      'events/Glanced/index.mdx': messagePage({ id: 'Glanced', version: '1.0.0' }),
      'events/Glanced/schema.json': shop['events/Unread/schema.json'],
    });
    expect(review.messages.map(({ id }) => id)).toEqual(['Glanced']);
    expect(messageIn(review, 'Glanced')).toMatchObject({ renamedFrom: 'Unread', movedFrom: 'events/Unread' });
  });

  test('may go when nobody reads them', async () => {
    const { code, review } = await run('deleted', { 'events/Unread': undefined });
    expect(code).toBe(0);
    expect(messageIn(review, 'Unread')).toMatchObject({ fate: 'removed', problems: [] });
    const read = await run('deleted-with-readers', { [order]: undefined });
    expect(read.code).toBe(1);
    const [problem] = messageIn(read.review, 'OrderPlaced').problems;
    expect(problem).toMatchObject({ code: 'message-removed-with-readers' });
    expect(problem?.message).toContain('Billing, Warehouse');
    expect(messageIn(read.review, 'OrderPlaced').leftReaders).toEqual(['billing-team', 'warehouse-team']);
  });

  test('of which only the words changed are one quiet line', async () => {
    const { code, review } = await run('words', { [`${order}/index.mdx`]: `${shop[`${order}/index.mdx`]}More.\n` });
    expect(code).toBe(0);
    expect(messageIn(review, 'OrderPlaced')).toMatchObject({ fate: 'documentation', changes: [], problems: [] });
  });

  test('in Avro are touched, and not judged', async () => {
    const { code, review } = await run('avro', {
      'events/StockCounted/versioned/1.0.0/index.mdx': shop['events/StockCounted/index.mdx'],
      'events/StockCounted/versioned/1.0.0/schema.avsc': shop['events/StockCounted/schema.avsc'],
      'events/StockCounted/index.mdx': messagePage({ id: 'StockCounted', version: '1.1.0', schemaPath: 'schema.avsc' }),
    });
    expect(code).toBe(0);
    expect(messageIn(review, 'StockCounted').changes[0]).toMatchObject({
      verdicts: undefined,
      reason: expect.stringContaining('avro'),
    });
  });
});

describe('what a catalog says of itself', () => {
  const breaking = orderSchema({ total: { type: 'string' } });
  const waiver = (lastDay: string): readonly string[] => [
    'x-waivers:',
    `  - { problem: bump-too-small, version: 1.0.1, reason: Nobody reads it yet., lastDay: "${lastDay}" }`,
  ];

  test('waives an error until its last day', async () => {
    const held = await run('waived', newOrder('1.0.1', breaking, waiver('2026-06-01')), '2026-06-01');
    expect(held.code).toBe(0);
    expect(problemsOf(messageIn(held.review, 'OrderPlaced'))[0]).toBe('waived: bump-too-small');
    const over = await run('waived-too-long', newOrder('1.0.1', breaking, waiver('2026-05-31')), '2026-06-01');
    expect(over.code).toBe(1);
    expect(problemsOf(messageIn(over.review, 'OrderPlaced'))).toEqual([
      'bump-too-small',
      'waiver-expired',
      'warning: breaks-under-mode',
    ]);
  });

  test('narrows the mode from catalog to domain to message', async () => {
    const narrowing = orderSchema({ currency: { enum: ['EUR'] } });
    const forward = { 'catalog.config.json': schemaText({ compatibility: { mode: 'FORWARD' } }) };
    expect((await run('backward', newOrder('1.1.0', narrowing))).code).toBe(1);
    expect((await run('forward', { ...newOrder('1.1.0', narrowing), ...forward })).code).toBe(0);
    const domain = {
      'domains/Orders/index.mdx': servicePage('Orders', [
        'services:',
        '  - id: Shop',
        'x-compatibility: { mode: FULL }',
      ]),
    };
    const inDomain = await run('domain', { ...newOrder('1.1.0', narrowing), ...forward, ...domain });
    expect(inDomain.code).toBe(1);
    const itself = await run('itself', {
      ...newOrder('1.1.0', narrowing, ['x-compatibility: { mode: FORWARD }']),
      ...domain,
    });
    expect(itself.code).toBe(0);
    expect((await run('stricter', domain)).review.messages).toEqual([]);
  });

  test('is told when it asks for less than before', async () => {
    const page = (mode: string): string =>
      messagePage({ id: 'OrderPlaced', version: '1.0.0', lines: [`x-compatibility: { mode: ${mode} }`] });
    const other = buildRepository({ ...shop, [`${order}/index.mdx`]: page('FULL') });
    other.propose('looser', { [`${order}/index.mdx`]: page('BACKWARD') });
    const { review } = await reviewBranch(other.folder, 'looser');
    expect(problemsOf(messageIn(review, 'OrderPlaced'))).toEqual(['warning: mode-loosened']);
    other.remove();
  });

  test('asks of each earlier version under a transitive mode', async () => {
    const lines = ['x-compatibility: { mode: BACKWARD_TRANSITIVE }'];
    const without = orderSchema({ coupon: undefined });
    const other = buildRepository({ ...shop, ...newOrder('1.1.0', without, lines) });
    other.propose('clash', {
      [`${order}/versioned/1.1.0/index.mdx`]: messagePage({ id: 'OrderPlaced', version: '1.1.0', lines }),
      [`${order}/versioned/1.1.0/schema.json`]: schemaText(without),
      [`${order}/index.mdx`]: messagePage({ id: 'OrderPlaced', version: '1.2.0', lines }),
      [`${order}/schema.json`]: schemaText(orderSchema({ coupon: { type: 'integer' } })),
    });
    const { code, review } = await reviewBranch(other.folder, 'clash');
    expect(code).toBe(1);
    const [change] = messageIn(review, 'OrderPlaced').changes;
    expect(change).toMatchObject({
      verdicts: { backward: { verdict: 'compatible' } },
      isSafe: false,
      earlier: [{ version: '1.0.0', isSafe: false, verdicts: { backward: { verdict: 'breaking' } } }],
      bump: { needed: 'major', isEnough: false },
    });
    other.remove();
  });
});

test('sixty changes at once are all there', async () => {
  const many = Object.assign(
    {},
    ...Array.from({ length: 60 }, (_none, at) => ({
      [`events/New${at}/index.mdx`]: messagePage({ id: `New${at}`, version: '1.0.0' }),
      [`events/New${at}/schema.json`]: schemaText({ type: 'object' }),
    })),
  );
  const { code, review } = await run('sixty', many);
  expect(code).toBe(0);
  expect(review.messages).toHaveLength(60);
  expect(review.messages.every(({ fate }) => fate === 'added')).toBe(true);
});
