import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { testTimeout } from '../test-timeout.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    root: '.',
    include: ['tests/queue/**/*.test.ts'],
    env: { TAGLEAF_TESTS: 'long' },
    globalSetup: ['tests/queue/find-servers.ts'],
    isolate: false,
    pool: 'forks',
    // Each file has a Redis and workers of its own.
    maxWorkers: 1,
    testTimeout,
    hookTimeout: testTimeout,
  },
});

export default config;
