import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** `all` where the run was given `--update`, `none` in CI; else pictures that are missing are added. */
    updatePictures: 'all' | 'new' | 'none';
  }
}

/** Makes sure that Poppler can draw, and tells the tests whether they may write pictures. */
export function setup(project: TestProject): void {
  if (spawnSync('pdftoppm', ['-v']).error) throw new Error('pdftoppm of Poppler is not installed');
  project.provide('updatePictures', project.config.snapshotOptions.updateSnapshot);
}
