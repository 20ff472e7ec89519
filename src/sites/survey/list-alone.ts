import { join } from 'node:path';
import { listNames } from '../../files/list-names.ts';
import type { Site } from '../find-site.ts';

/** A book of mdBook whose configuration is not there, told by its list of contents. */
export async function listAlone(folder: string, names: ReadonlySet<string>): Promise<Site | undefined> {
  if (names.has('SUMMARY.md')) return { generator: 'mdbook', folder, config: 'SUMMARY.md' };
  const inner = names.has('src') ? await listNames(join(folder, 'src')).catch(() => undefined) : undefined;
  return inner?.includes('SUMMARY.md') === true
    ? { generator: 'mdbook', folder, config: 'src/SUMMARY.md' }
    : undefined;
}
