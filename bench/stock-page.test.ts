import { expect, test } from 'vitest';
import { stockPage } from './stock-page.ts';

test('sections of ours become the two components that the framework has for a schema', () => {
  const page = `---
id: OutOfStock
schemaPath: schema.json
---

import { Changes, Payload } from '@catalog/components/message-page.ts';

## Overview

Nothing is left.

## Fields

<Payload message={frontmatter} />

## What changed

In short:

<Changes message={frontmatter} />

## Architecture

<NodeGraph />
`;
  expect(stockPage(page)).toBe(`---
id: OutOfStock
schemaPath: schema.json
---

## Overview

Nothing is left.

## Schema

<SchemaViewer file="schema.json" />

<Schema file="schema.json" title="schema.json" />

## Architecture

<NodeGraph />
`);
});

test('a page of something else keeps its sections, without the component', () => {
  const page = `---
id: Shop
---

import NarrowScreens from '@catalog/components/NarrowScreens.astro';

<NarrowScreens />

## Overview

A shop.
`;
  expect(stockPage(page)).toBe('---\nid: Shop\n---\n\n## Overview\n\nA shop.\n');
});

test('a page without a component of ours stays as it is', () => {
  const page = '---\nid: Shop\n---\n\n## Overview\n\n<NodeGraph />';
  expect(stockPage(page)).toBe(page);
});
