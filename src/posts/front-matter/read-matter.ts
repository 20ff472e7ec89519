import { findFrontMatter, type FrontMatterBlock } from './find-front-matter.ts';
import { withHugoKeys } from './hugo-keys.ts';
import { readToml } from './read-toml.ts';
import { readYaml } from './read-yaml.ts';
import type { WrittenMatter } from './written-matter.ts';

/** Front matter as it is written, and where. */
export interface FoundMatter extends WrittenMatter {
  readonly block: FrontMatterBlock;
}

/** Reads the front matter of a decoded post, whatever its format and the case of the keys of Hugo; `undefined` where it has none. */
export function readMatter(source: string): FoundMatter | undefined {
  const block = findFrontMatter(source);
  if (block === undefined) return undefined;
  const written = source.slice(block.start, block.end);
  const found = block.format === 'toml' ? readToml(written) : readYaml(written, block.format);
  return { ...withHugoKeys(found), block };
}
