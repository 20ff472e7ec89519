import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { longTests } from './long-tests.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    root: '.',
    include: [...longTests],
    env: { TAGLEAF_TESTS: 'long' },
    isolate: false,
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default config;
