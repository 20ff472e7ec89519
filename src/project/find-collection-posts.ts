import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { withoutUnfit } from '../characters/unfit.ts';
import { UsageError } from '../diagnostics/errors.ts';
import { pathInside } from '../files/inside.ts';
import { appendAll } from '../lists/append-all.ts';
import { isContentsList } from '../sites/contents/read-contents.ts';
import { foundIn, type FoundFile, type PassedOver } from './find-files.ts';
import { isMarkdown, namedEndings } from '../document/markdown-names.ts';
import { findPostsIn, type FindPostsOptions } from './find-posts.ts';
import { findListed, type ListDifference } from './find-listed.ts';
import { withFolderTitles } from './folder-titles.ts';
import { globPosts } from './glob-posts.ts';
import { shownPath } from './shown-path.ts';
import type { CollectionPlan, NamedPosts } from './plan-collections.ts';

/** The Markdown files of a collection, each in the place where it is to stand. */
export interface CollectionFiles {
  readonly front: readonly FoundFile[];
  readonly posts: readonly FoundFile[];
  readonly back: readonly FoundFile[];
  readonly passedOver: readonly PassedOver[];
  /** How the lists of contents that it names differ from the files; `list` as the user would name it. */
  readonly differences: readonly (ListDifference & { readonly list: string })[];
}

/**
 * The files that a collection names, all seen from one folder: the folder of posts that holds them all, else that of the
 * configuration. Within a pattern or a folder they are sorted by the code points of their paths; a list of contents has its own
 * order and parts.
 *
 * @throws UsageError where a name or pattern finds nothing, a file is named twice, or one lies outside the project; ResourceError
 * where something in a folder cannot be read.
 */
export async function findCollectionPosts(
  plan: CollectionPlan,
  options: FindPostsOptions,
): Promise<CollectionFiles> {
  const search: Search = { plan, options, namedBy: new Map(), passedOver: [], differences: [] };
  const front = await findAll(
    plan.front.map((pattern) => ({ pattern })),
    'front',
    search,
  );
  const posts = await findAll(plan.posts, 'posts', search);
  const back = await findAll(
    plan.back.map((pattern) => ({ pattern })),
    'back',
    search,
  );
  const root = rootOf(
    [...front, ...posts, ...back].map(({ path }) => path),
    plan,
  );
  const seen = ({ path, named, part }: FoundPath): FoundFile => ({
    ...foundIn(root, path, options.cwd),
    ...(named && { named }),
    // It is printed, and no file can hold every character that a list has.
    ...(part !== undefined && { part: withoutUnfit(part) }),
  });
  const files = posts.map(seen);
  return {
    front: front.map(seen),
    posts: plan.collection.parts === 'folder' ? await withFolderTitles(files) : files,
    back: back.map(seen),
    passedOver: search.passedOver,
    // What another name of the collection finds is no news.
    differences: search.differences.filter(
      ({ kind, what }) => kind !== 'unlisted' || !search.namedBy.has(what),
    ),
  };
}

/** What a collection's search gathers. */
interface Search {
  readonly plan: CollectionPlan;
  readonly options: FindPostsOptions;
  /** The pattern that named a path. */
  readonly namedBy: Map<string, string>;
  readonly passedOver: PassedOver[];
  readonly differences: (ListDifference & { readonly list: string })[];
}

async function findAll(
  names: readonly NamedPosts[],
  key: 'front' | 'posts' | 'back',
  search: Search,
): Promise<readonly FoundPath[]> {
  const { plan, options, namedBy } = search;
  const found: FoundPath[] = [];
  for (const { pattern, part } of names) {
    for (const one of await findOne(pattern, `${plan.name}.${key}`, search)) {
      const before = namedBy.get(one.path);
      if (before !== undefined) {
        const how = before === pattern ? `\`${pattern}\`` : `\`${before}\` and \`${pattern}\``;
        throw new UsageError(`${plan.name}: ${shownPath(one.path, options.cwd)} is named twice, by ${how}`);
      }
      namedBy.set(one.path, pattern);
      found.push({ ...one, ...(part !== undefined && { part }) });
    }
  }
  return found;
}

interface FoundPath {
  readonly path: string;
  /** Whether the user wrote the name of the file. */
  readonly named: boolean;
  readonly part?: string;
}

async function findOne(pattern: string, key: string, search: Search): Promise<readonly FoundPath[]> {
  const { options, passedOver } = search;
  const { base } = search.plan;
  const path = resolve(base, pattern);
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory() === true) {
    const found = await findPostsIn({ name: pattern, path }, options);
    // A book is not made without what nobody knows the place of.
    if (found.unreadable[0]) throw found.unreadable[0].error;
    appendAll(passedOver, found.passedOver);
    if (found.files.length > 0)
      return found.files.map(({ absolutePath }) => ({ path: absolutePath, named: false }));
  } else if (status?.isFile() === true && isContentsList(path)) {
    const found = await findListed(path, { base, key, options });
    appendAll(passedOver, found.passedOver);
    const list = shownPath(path, options.cwd);
    appendAll(
      search.differences,
      found.differences.map((difference) => ({ ...difference, list })),
    );
    return found.posts.map((post) => ({ ...post, named: false }));
  } else if (status?.isFile() === true) {
    if (isMarkdown(path)) return [{ path, named: true }];
    throw new UsageError(`${key}: ${pattern} is no Markdown file (${namedEndings})`);
  } else if (isDynamicPattern(pattern)) {
    const found = await globPosts(pattern, base, options);
    appendAll(passedOver, found.passedOver);
    if (found.paths.length > 0) return found.paths.map((each) => ({ path: each, named: false }));
  }
  throw new UsageError(`${key}: \`${pattern}\` names no post (${namedEndings})`);
}

function rootOf(paths: readonly string[], { roots, base, name }: CollectionPlan): string {
  const holds = (folder: string): boolean => paths.every((path) => pathInside(folder, path) !== undefined);
  const root = [...roots, base].find(holds);
  if (root !== undefined) return root;
  const outside = paths.find((path) => pathInside(base, path) === undefined);
  throw new UsageError(`${name}: ${outside ?? base} lies outside the folder of the configuration`);
}
