import { defineConfig } from 'vitest/config';
import { testTimeout } from './tests/test-timeout.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/judges/**', '**/node_modules/**'],
    // The files of a worker share the modules of src, which take longer to load than most files to run: a test puts back what it
    // changes of the process (folder, environment, what it spies on).
    isolate: false,
    // Threads cannot change their folder.
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout,
    hookTimeout: testTimeout,
  },
});
