import { lstat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { readRegularText } from '../files/regular-file.ts';
import { UsageError } from '../diagnostics/errors.ts';
import { listNames } from '../files/list-names.ts';
import { realPathInside } from '../files/inside.ts';
import { readMatter } from '../posts/front-matter/read-matter.ts';
import { readContents } from '../sites/contents/read-contents.ts';
import { docsFolder } from '../sites/docs-folder.ts';
import { readData } from '../sites/read-data.ts';
import { markdownEndings, isMarkdown } from '../document/markdown-names.ts';
import { findPostsIn, type FindPostsOptions } from './find-posts.ts';
import type { FoundFile, PassedOver } from './find-files.ts';
import { generatedOrder } from './generated-order.ts';
import type { ListedPost } from './listed-post.ts';
import { shownPath } from './shown-path.ts';

/** How a list and the files beside it differ. */
export interface ListDifference {
  /** `missing`: no such file. `unread`: no Markdown, or no page. `twice`: named before. `unlisted`: a post that the list does not name. */
  readonly kind: 'missing' | 'unread' | 'twice' | 'unlisted';
  /** What the list writes, or the absolute path of the post. */
  readonly what: string;
}

/** The posts of a list, in its order. */
export interface ListedPosts {
  readonly posts: readonly ListedPost[];
  readonly differences: readonly ListDifference[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * The posts that a generator's list of contents names, with the headings of its parts. Nothing outside `base` is named by a list.
 *
 * @throws UsageError where the list cannot be read without running code, or names no post.
 */
export async function findListed(
  list: string,
  { base, key, options }: { readonly base: string; readonly key: string; readonly options: FindPostsOptions },
): Promise<ListedPosts> {
  const shown = relative(base, list).split(sep).join('/');
  const contents = await readContents(list);
  if (!contents)
    throw new UsageError(
      `${key}: ${shown} holds no list that can be read without running it; name the posts themselves`,
    );
  const folder = await folderOf(list);
  const isSidebar = basename(list).startsWith('sidebar');
  const docs = isSidebar ? (await findPostsIn({ name: folder, path: folder }, options)).files : [];
  const ids = await pagesById(docs);
  const posts = new Map<string, ListedPost>();
  const differences: ListDifference[] = [];
  for (const { path: written, part, isFolder } of contents.pages) {
    if (isFolder) {
      // What a sidebar names itself stands there, too, in Docusaurus; in a book once.
      const pages = await generatedOrder(written, { pages: docs, part });
      for (const post of pages) if (!posts.has(post.path)) posts.set(post.path, post);
      if (pages.length === 0) differences.push({ kind: 'missing', what: written });
      continue;
    }
    const path = ids.get(written) ?? (await fileOf(folder, written));
    const inside = path !== undefined && (await realPathInside(base, path)) !== undefined;
    if (path === undefined || !inside) differences.push({ kind: 'missing', what: written });
    else if (!isMarkdown(path)) differences.push({ kind: 'unread', what: written });
    else if (posts.has(path)) differences.push({ kind: 'twice', what: written });
    else posts.set(path, { path, ...(part !== undefined && { part }) });
  }
  for (const what of contents.others) differences.push({ kind: 'unread', what });
  if (posts.size === 0) throw new UsageError(`${key}: ${shown} names no post that is there`);
  const { files, passedOver } = await findPostsIn({ name: shown, path: folder }, options);
  for (const { absolutePath } of files)
    if (!posts.has(absolutePath) && absolutePath !== list)
      differences.push({ kind: 'unlisted', what: absolutePath });
  // What the list names, and the list itself, is not passed over.
  const known = new Set([list, ...posts.keys()].map((path) => shownPath(path, options.cwd)));
  return {
    posts: [...posts.values()],
    differences,
    passedOver: passedOver.filter(({ file }) => !known.has(file)),
  };
}

/** The folder that the paths of a list begin in: its own; of Docusaurus, `docs` beside it; of MkDocs, the one that it names. */
async function folderOf(list: string): Promise<string> {
  const folder = dirname(list);
  if (basename(list).startsWith('mkdocs')) return join(folder, docsFolder((await readData(list)) ?? {}));
  if (!basename(list).startsWith('sidebar')) return folder;
  const names = await listNames(folder).catch(() => undefined);
  return names?.includes('docs') === true ? join(folder, 'docs') : folder;
}

/**
 * Pages by the ids that Docusaurus gives them: paths without the ending, and without numbers in front of names. An
 * `id` of the front matter stands for the name of the file.
 */
async function pagesById(files: readonly FoundFile[]): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const { absolutePath, path } of files) {
    const names = path.replace(/\.[a-z]+$/iu, '').split('/');
    const bare = names.map((name) => name.replace(/^\d+\s*[-_.]\s*(?=\S)/u, ''));
    const own = readMatter(await readRegularText(absolutePath).catch(() => ''))?.values['id'];
    const id = typeof own === 'string' ? [...bare.slice(0, -1), own] : bare;
    pages.set(id.join('/'), absolutePath);
  }
  return pages;
}

/** The file that a list names, with or without its ending; links are no files. */
async function fileOf(folder: string, written: string): Promise<string | undefined> {
  for (const ending of ['', ...markdownEndings, '.mdx']) {
    const path = join(folder, `${written}${ending}`);
    const status = await lstat(path).catch(() => undefined);
    if (status?.isFile() === true) return path;
  }
  return undefined;
}
