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
    // The judges take most of the memory of a small machine, one at a time.
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});

export default config;
