import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { UsageError } from '../diagnostics/errors.ts';
import { pathInside } from '../files/inside.ts';
import { appendAll } from '../lists/append-all.ts';
import { foundIn, type FoundFile, type PassedOver } from './find-files.ts';
import { findPostsIn, isMarkdown, type FindPostsOptions } from './find-posts.ts';
import { globPosts } from './glob-posts.ts';
import { shownPath } from './shown-path.ts';
import type { CollectionPlan } from './plan-collections.ts';

/** The Markdown files of a collection, each in the place where it is to stand. */
export interface CollectionFiles {
  readonly front: readonly FoundFile[];
  readonly posts: readonly FoundFile[];
  readonly back: readonly FoundFile[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * The files that a collection names, all seen from one folder: the folder of posts that holds them all, else that of the
 * configuration. Within a pattern or a folder they are sorted by the code points of their paths.
 *
 * @throws UsageError where a name or pattern finds nothing, a file is named twice, or one lies outside the project; ResourceError
 * where something in a folder cannot be read.
 */
export async function findCollectionPosts(
  plan: CollectionPlan,
  options: FindPostsOptions,
): Promise<CollectionFiles> {
  const { cwd } = options;
  const passedOver: PassedOver[] = [];
  const namedBy = new Map<string, string>();
  const find = async (key: 'front' | 'posts' | 'back'): Promise<readonly FoundPath[]> => {
    const found: FoundPath[] = [];
    for (const pattern of plan[key]) {
      const { paths, named, passed } = await findOne(pattern, `${plan.name}.${key}`, { plan, options });
      appendAll(passedOver, passed);
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
  return { front: front.map(seen), posts: posts.map(seen), back: back.map(seen), passedOver };
}

interface FoundPath {
  readonly path: string;
  readonly named: boolean;
}

interface FoundPaths {
  readonly paths: readonly string[];
  /** Whether the pattern is the name of the file. */
  readonly named: boolean;
  readonly passed: readonly PassedOver[];
}

async function findOne(
  pattern: string,
  key: string,
  { plan: { base }, options }: { readonly plan: CollectionPlan; readonly options: FindPostsOptions },
): Promise<FoundPaths> {
  const path = resolve(base, pattern);
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory() === true) {
    const { files, passedOver, unreadable } = await findPostsIn({ name: pattern, path }, options);
    // A book is not made without what nobody knows the place of.
    if (unreadable[0]) throw unreadable[0].error;
    const paths = files.map(({ absolutePath }) => absolutePath);
    if (paths.length > 0) return { paths, named: false, passed: passedOver };
  } else if (status?.isFile() === true) {
    if (isMarkdown(path)) return { paths: [path], named: true, passed: [] };
    throw new UsageError(`${key}: ${pattern} is no Markdown file (.md, .markdown)`);
  } else if (isDynamicPattern(pattern)) {
    const { paths, passedOver } = await globPosts(pattern, base, options);
    if (paths.length > 0) return { paths, named: false, passed: passedOver };
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
