import { join } from 'node:path';
import type { Dialect } from '../document/dialect.ts';
import { asMap, readData, type SiteData } from './read-data.ts';

/** Keys of Hexo's configuration that Jekyll's does not have (Hexo, Configuration). */
const ownKeys = [
  'source_dir',
  'public_dir',
  'new_post_name',
  'post_asset_folder',
  'default_layout',
  'render_drafts',
];

/** Whether a `_config.yml` is Hexo's: its name is also that of Jekyll's. */
export function isHexoConfig(data: SiteData | undefined): boolean {
  return ownKeys.some((key) => data?.[key] !== undefined);
}

/** Packages that read the posts of Hexo, with the dialect of what they make of them; others have settings that are programs. */
const renderers: readonly (readonly [string, Dialect])[] = [
  ['hexo-renderer-pandoc', 'pandoc'],
  ['hexo-renderer-marked', 'gfm'],
];

/** The dialect of the renderer that the `package.json` of a Hexo site names. */
export async function hexoDialect(folder: string): Promise<Dialect> {
  const { dependencies, devDependencies } = (await readData(join(folder, 'package.json'))) ?? {};
  const named = { ...asMap(dependencies), ...asMap(devDependencies) };
  return renderers.find(([name]) => Object.hasOwn(named, name))?.[1] ?? 'auto';
}
