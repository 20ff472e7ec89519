import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UsageError } from '../diagnostics/errors.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { pathInside } from '../files/inside.ts';
import { findFiles, foundIn, shownPath, type FoundFile } from './find-files.ts';
import { isMarkdown } from './find-posts.ts';
import type { CollectionPlan } from './plan-collections.ts';

/** The Markdown files of a collection, each in the place where it is to stand. */
export interface CollectionFiles {
  readonly front: readonly FoundFile[];
  readonly posts: readonly FoundFile[];
  readonly back: readonly FoundFile[];
}

/**
 * The files that a collection names, all seen from one folder: the folder of posts that holds them all, else that of the
 * configuration. Within a pattern or a folder they are sorted by the code points of their paths.
 *
 * @throws UsageError where a name or pattern finds nothing, a file is named twice, or one lies outside the project.
 */
export async function findCollectionPosts(plan: CollectionPlan, cwd: string): Promise<CollectionFiles> {
  const namedBy = new Map<string, string>();
  const find = async (key: 'front' | 'posts' | 'back'): Promise<readonly FoundPath[]> => {
    const found: FoundPath[] = [];
    for (const pattern of plan[key]) {
      const { paths, named } = await findOne(pattern, `${plan.name}.${key}`, plan);
      for (const path of paths) {
        const before = namedBy.get(path);
        if (before !== undefined) {
          const how = before === pattern ? `\`${pattern}\`` : `\`${before}\` and \`${pattern}\``;
          throw new UsageError(`${plan.name}: ${shownPath(path, cwd)} is named twice, by ${how}`);
        }
        namedBy.set(path, pattern);
        found.push({ path, named });
      }
    }
    return found;
  };
  const [front, posts, back] = [await find('front'), await find('posts'), await find('back')];
  const root = rootOf(
    [...front, ...posts, ...back].map(({ path }) => path),
    plan,
  );
  const seen = ({ path, named }: FoundPath): FoundFile => ({
    ...foundIn(root, path, cwd),
    ...(named && { named }),
  });
  return { front: front.map(seen), posts: posts.map(seen), back: back.map(seen) };
}

interface FoundPath {
  readonly path: string;
  readonly named: boolean;
}

interface FoundPaths {
  readonly paths: readonly string[];
  /** Whether the pattern is the name of the file. */
  readonly named: boolean;
}

async function findOne(pattern: string, key: string, plan: CollectionPlan): Promise<FoundPaths> {
  const { base } = plan;
  const path = resolve(base, pattern);
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory() === true) {
    const found = await findFiles([{ name: pattern, path }], { cwd: base, accepts: isMarkdown });
    if (found.length > 0) return { paths: found.map(({ absolutePath }) => absolutePath), named: false };
  } else if (status?.isFile() === true) {
    if (isMarkdown(path)) return { paths: [path], named: true };
    throw new UsageError(`${key}: ${pattern} is no Markdown file (.md, .markdown)`);
  } else if (isDynamicPattern(pattern)) {
    const options = { cwd: base, absolute: true, onlyFiles: true, followSymbolicLinks: false };
    const found = (await glob(pattern, options)).filter(isMarkdown);
    if (found.length > 0)
      return { paths: found.map((name) => resolve(name)).toSorted(compareCodePoints), named: false };
  }
  throw new UsageError(`${key}: \`${pattern}\` names no post (.md, .markdown)`);
}

function rootOf(paths: readonly string[], { roots, base, name }: CollectionPlan): string {
  const holds = (folder: string): boolean => paths.every((path) => pathInside(folder, path) !== undefined);
  const root = [...roots, base].find(holds);
  if (root !== undefined) return root;
  const outside = paths.find((path) => pathInside(base, path) === undefined);
  throw new UsageError(`${name}: ${outside ?? base} lies outside the folder of the configuration`);
}
