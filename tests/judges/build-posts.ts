import { join } from 'node:path';
import { expect } from 'vitest';
import { build } from '../publish/build.ts';

/** Builds so many posts of a project with `--verify`, and gives the paths of their files; fails where one is not built. */
export async function buildPosts(
  folder: string,
  count: number,
): Promise<{ readonly pdfs: readonly string[]; readonly epubs: readonly string[] }> {
  const report = await build({ cwd: folder, out: join(folder, 'out'), verify: true });
  expect(report.failures).toEqual([]);
  const pathsOf = (wanted: string): readonly string[] =>
    report.files.filter(({ format }) => format === wanted).map(({ path }) => join(folder, path));
  const [pdfs, epubs] = [pathsOf('pdf'), pathsOf('epub')];
  expect([pdfs.length, epubs.length]).toEqual([count, count]);
  return { pdfs, epubs };
}
