import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { testTimeout } from './test-timeout.ts';
import { longTests } from './long-tests.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    root: '.',
    include: [...longTests],
    env: { TAGLEAF_TESTS: 'long' },
    isolate: false,
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout,
    hookTimeout: testTimeout,
  },
});

export default config;
