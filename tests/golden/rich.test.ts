import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../scripts/catalog/file-tree.ts';
import { renderCatalog } from '../../scripts/commands/render-catalog.ts';
import { readStory } from '../story.ts';
import { goldenFiles } from './golden-files.ts';

const project = join(import.meta.dirname, '..', '..');
const rendered = await renderCatalog(memoryTree(readStory('rich')), undefined, () => undefined);
const { diagnostics } = rendered;
const files = withoutAssets(rendered.files);
const contentOf = (path: string) => files.find((file) => file.path === path)?.content ?? '';

/** What is the same for every catalog is kept as it is in scripts/find. */
function withoutAssets(all: typeof rendered.files): typeof rendered.files {
  return all.filter(({ path }) => path !== 'find.css' && path !== 'find.js');
}

describe('a catalog with schemas as real companies have them', () => {
  test('has no fault', () => {
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('gets the expected files, and no others', () => {
    expect(Object.fromEntries(files.map(({ path, content }) => [path, content]))).toEqual(goldenFiles('rich', files));
  });

  test('has the same files when it is rendered again', async () => {
    const again = await renderCatalog(memoryTree(readStory('rich')), undefined, () => undefined);
    expect(again).toEqual(rendered);
  });

  test('sends orders to the topic of the channel, with its parameter filled in', () => {
    expect(contentOf('OrderPlaced/2.1.0/producer.kafka-python.py')).toContain('TOPIC = "shop.live.orders"');
    expect(files.some(({ path }) => path.startsWith('Stock/1.0.0/producer'))).toBe(false);
  });

  test('has types and programs that tsc --strict accepts, with each example assigned', () => {
    const folder = join(project, 'node_modules', '.cache', `golden-${process.pid}`);
    const written = [...files];
    for (const [id, version, name] of [
      ['OrderPlaced', '2.1.0', 'OrderPlaced'],
      ['place-order', '2024-06', 'PlaceOrder'],
      ['Stock', '1.0.0', 'Stock'],
    ] as const) {
      const example = contentOf(`${id}/${version}/example.json`);
      const content = `import type { ${name} } from './types.d.ts';\nexport const example: ${name} = ${example};`;
      written.push({ path: `${id}/${version}/assigned.ts`, content });
    }
    for (const { path, content } of written) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const compilerOptions = { strict: true, noEmit: true, target: 'es2023', module: 'nodenext', types: ['node'], skipLibCheck: true };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    const run = spawnSync(join(project, 'node_modules', '.bin', 'tsc'), ['-p', folder], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(run.stdout + run.stderr).toBe('');
  });
});
