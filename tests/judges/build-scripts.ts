import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { build } from '../publish/build.ts';

const posts = join(import.meta.dirname, 'scripts');

/** Posts that hold what each script makes hard, by their names. */
export const scriptPosts: readonly string[] = readdirSync(posts).map((file) => basename(file, '.md'));

/** Builds these posts with `--verify` into `out` of a folder; fails where one is not as it should be. */
export async function buildScripts(folder: string): Promise<void> {
  cpSync(posts, join(folder, 'posts'), { recursive: true });
  // The faces of scripts that do not come with Tagleaf are installed with the judges.
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(folder, 'node_modules'));
  const report = await build({ cwd: folder, inputs: ['posts'], out: 'out', verify: true });
  expect(report.failures).toEqual([]);
  // Nastaliq is not installed; all else is as it should be.
  expect(report.messages.map(({ ruleId }) => ruleId)).toEqual(['letters-of-another-form']);
  expect(report.files).toHaveLength(2 * scriptPosts.length);
}
