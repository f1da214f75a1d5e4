import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['scripts/**/*.test.ts', 'tests/{broker,cli,components,golden,contracts,workflows}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
