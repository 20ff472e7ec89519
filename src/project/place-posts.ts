import { isPandocName } from '../document/markdown-names.ts';
import { dirname, join, sep } from 'node:path';
import type { Dialect } from '../document/dialect.ts';
import { pathInside } from '../files/inside.ts';
import { siteFinder, type Site } from '../sites/find-site.ts';
import { generators } from '../sites/generator.ts';
import { siteDialect } from '../sites/site-dialect.ts';
import type { CollectionFiles } from './find-collection-posts.ts';
import type { FoundFile } from './find-files.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './shown-path.ts';

/** What the site that a post lies in says of it. */
export interface SitePlace {
  readonly dialect: Dialect;
  /** The folder of the site, absolute, where that lies above the folder of the posts. */
  readonly siteRoot?: string;
}

/** A post with what its site says of it. */
export interface PlacedFile extends FoundFile, SitePlace {}

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
  readonly placeOf: (post: PostPath) => Promise<SitePlace>;
  /** The sites that decided so far. */
  readonly sources: () => readonly DialectSource[];
}

/** Where a post stands on the disk, and in the folder of the posts. */
export type PostPath = Pick<FoundFile, 'absolutePath' | 'path' | 'root'>;

/**
 * The dialect of a post is the one that the project says, else its name, else the one of the innermost site that its folder lies in, whatever
 * else is read with it: so a post alone is read as it is in its folder. What was filed lies in no site.
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
  const dialectOf = (path: string, site: Site | undefined): Dialect | Promise<Dialect> => {
    const named = dialectByName(path, said);
    if (!site || named !== 'auto') return named;
    const decided = known.get(site.folder) ?? decide(site);
    known.set(site.folder, decided);
    return decided;
  };
  return {
    placeOf: async ({ absolutePath, path, root }) => {
      if (filedDialects) return { dialect: filedDialects[path] ?? said };
      const site = await find(dirname(absolutePath));
      const siteRoot = site?.folder ?? abovePosts(absolutePath);
      const isAbove = siteRoot !== undefined && pathInside(root, siteRoot) === undefined;
      return { dialect: await dialectOf(path, site), ...(isAbove && { siteRoot }) };
    },
    sources: () => [...sources.values()],
  };
}

/** The dialect that the name of a post says where the project does not. */
export function dialectByName(path: string, said: Dialect): Dialect {
  return said === 'auto' && isPandocName(path) ? 'pandoc' : said;
}

/** Where nothing else tells the folder of a site: the one above the innermost folder `_posts` that a post lies in. */
function abovePosts(absolutePath: string): string | undefined {
  const folders = dirname(absolutePath).split(sep);
  const at = folders.lastIndexOf('_posts');
  return at < 0 ? undefined : folders.slice(0, at).join(sep) || sep;
}

/** Posts with their places, in order. */
export async function placeAll(
  files: readonly FoundFile[],
  { placeOf }: PostPlacer,
): Promise<readonly PlacedFile[]> {
  const placed: PlacedFile[] = [];
  for (const file of files) placed.push({ ...file, ...(await placeOf(file)) });
  return placed;
}

/** The files of a collection, each with its place. */
export interface PlacedCollection extends CollectionFiles {
  readonly front: readonly PlacedFile[];
  readonly posts: readonly PlacedFile[];
  readonly back: readonly PlacedFile[];
}

/** The files of a collection with their places. */
export async function placeCollection(found: CollectionFiles, placer: PostPlacer): Promise<PlacedCollection> {
  return {
    ...found,
    front: await placeAll(found.front, placer),
    posts: await placeAll(found.posts, placer),
    back: await placeAll(found.back, placer),
  };
}
