import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{scripts,bench}/**/*.test.ts', 'tests/{broker,cli,components,golden,contracts,workflows}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
