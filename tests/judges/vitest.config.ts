import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    root: '.',
    include: ['tests/judges/**/*.test.ts'],
    globalSetup: [
      'tests/judges/find-judges.ts',
      'tests/judges/find-bag-judges.ts',
      'tests/judges/find-newest-vera-pdf.ts',
      'tests/judges/pictures/find-poppler.ts',
    ],
    // A judge takes up to 2 GB of memory: two at a time, whatever the machine has of processors.
    maxWorkers: 2,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});

export default config;
