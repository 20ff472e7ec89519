import { dirname, join } from 'node:path';
import type { Dialect } from '../document/dialect.ts';
import { siteFinder, type Site } from '../sites/find-site.ts';
import { generators } from '../sites/generator.ts';
import { siteDialect } from '../sites/site-dialect.ts';
import type { CollectionFiles } from './find-collection-posts.ts';
import type { FoundFile } from './find-files.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './shown-path.ts';

/** A post with what the site that it lies in says of all its posts. */
export interface PlacedFile extends FoundFile {
  readonly dialect: Dialect;
}

/** A site whose configuration says the dialect of posts. */
export interface DialectSource {
  /** The configuration, as the user would name it. */
  readonly file: string;
  /** What people call the generator. */
  readonly generator: string;
  readonly dialect: Dialect;
}

/** What decides on the dialect of posts. */
export type PlaceOptions = Pick<Settings, 'cwd' | 'dialect' | 'filedDialects'>;

/** Finds out how the posts of a run are to be read; each site is looked at once. */
export interface PostPlacer {
  readonly dialectOf: (post: PostPath) => Promise<Dialect>;
  /** The sites that decided so far. */
  readonly sources: () => readonly DialectSource[];
}

/** Where a post stands on the disk, and in the folder of the posts. */
export type PostPath = Pick<FoundFile, 'absolutePath' | 'path'>;

/**
 * The dialect of a post is the one that the project says, else the one of the innermost site that its folder lies in, whatever
 * else is read with it: so a post alone is read as it is in its folder.
 */
export function postPlacer({ cwd, dialect: said, filedDialects }: PlaceOptions): PostPlacer {
  const find = siteFinder();
  const known = new Map<string, Promise<Dialect>>();
  const sources = new Map<string, DialectSource>();
  const decide = async (site: Site): Promise<Dialect> => {
    const dialect = await siteDialect(site);
    const { title } = generators[site.generator];
    const file = shownPath(join(site.folder, site.config), cwd);
    if (dialect !== 'auto') sources.set(site.folder, { file, generator: title, dialect });
    return dialect;
  };
  const dialectOf = async ({ absolutePath, path }: PostPath): Promise<Dialect> => {
    if (filedDialects) return filedDialects[path] ?? said;
    if (said !== 'auto') return said;
    const site = await find(dirname(absolutePath));
    if (!site) return said;
    const decided = known.get(site.folder) ?? decide(site);
    known.set(site.folder, decided);
    return decided;
  };
  return {
    dialectOf,
    sources: () => [...sources.values()],
  };
}

/** Posts with their dialects, in order. */
export async function placeAll(
  files: readonly FoundFile[],
  { dialectOf }: PostPlacer,
): Promise<readonly PlacedFile[]> {
  const placed: PlacedFile[] = [];
  for (const file of files) placed.push({ ...file, dialect: await dialectOf(file) });
  return placed;
}

/** The files of a collection, each with its dialect. */
export interface PlacedCollection extends CollectionFiles {
  readonly front: readonly PlacedFile[];
  readonly posts: readonly PlacedFile[];
  readonly back: readonly PlacedFile[];
}

/** The files of a collection with their dialects. */
export async function placeCollection(found: CollectionFiles, placer: PostPlacer): Promise<PlacedCollection> {
  return {
    ...found,
    front: await placeAll(found.front, placer),
    posts: await placeAll(found.posts, placer),
    back: await placeAll(found.back, placer),
  };
}
