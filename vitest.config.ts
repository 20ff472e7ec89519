import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/judges/**', '**/node_modules/**'],
    testTimeout: 30_000,
    // Hooks render books too, on machines that do other things at once.
    hookTimeout: 120_000,
  },
});
