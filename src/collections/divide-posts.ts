import { posix } from 'node:path';
import { withoutUnfit } from '../characters/unfit.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import type { Document } from '../document/document.ts';
import { formatPlainDate } from '../document/plain-date.ts';
import type { Collection, PartKind } from './collection.ts';

/** A post of a collection that was read. */
export interface MemberPost {
  /** Inside the folder of the posts, with `/` between the parts. */
  readonly path: string;
  readonly document: Document;
  /** The heading of the part that it stands in, where the project says it. */
  readonly part?: string;
}

/** Posts that follow one another and belong together. */
export interface Division {
  /** What heads them; absent where the collection has no parts, empty for posts without a date or at the top of the folders. */
  readonly heading: string | undefined;
  readonly posts: readonly MemberPost[];
}

/**
 * The posts of a collection in their order, divided into parts: one for each year or folder, in the order in which these first
 * occur. A part that is given to a post goes before these, and posts that follow one another in it are one. Folders are named from the
 * innermost one that holds all posts.
 */
export function dividePosts(
  posts: readonly MemberPost[],
  { order, parts }: Pick<Collection, 'order' | 'parts'>,
): readonly Division[] {
  const divisions = new Map<string, { readonly heading: string | undefined; readonly posts: MemberPost[] }>();
  const top = commonFolder(posts.map(({ path }) => path));
  let run = 0;
  let before: MemberPost | undefined;
  for (const post of inOrder(posts, order)) {
    // Parts that are listed stay as they are listed, also where one has no heading, or the heading of another.
    if (parts === 'none' && before && before.part !== post.part) run += 1;
    before = post;
    const key = parts === 'folder' ? folderOf(post, top) : (headingOf(post, parts) ?? '');
    const division = divisions.get(`${run} ${key}`);
    if (division) division.posts.push(post);
    else divisions.set(`${run} ${key}`, { heading: post.part ?? headingOf(post, parts, top), posts: [post] });
  }
  return [...divisions.values()];
}

/** The innermost folder that holds all paths, with a stroke at its end; empty where there is none. */
function commonFolder(paths: readonly string[]): string {
  const [parts = [], ...rest] = paths.map((path) => posix.dirname(path).split('/'));
  const shared = parts.findIndex((part, index) => rest.some((other) => other[index] !== part));
  const common = (shared < 0 ? parts : parts.slice(0, shared)).join('/');
  return common === '' || common === '.' ? '' : `${common}/`;
}

function inOrder(posts: readonly MemberPost[], order: Collection['order']): readonly MemberPost[] {
  if (order === 'listed') return posts;
  const byPath = (a: MemberPost, b: MemberPost): number => compareCodePoints(a.path, b.path);
  if (order === 'name') return posts.toSorted(byPath);
  return posts.toSorted((a, b) => compareCodePoints(dateKey(a), dateKey(b)) || byPath(a, b));
}

/** Undated posts come last. */
function dateKey({ document }: MemberPost): string {
  const { released } = document.metadata;
  return released ? formatPlainDate(released) : '~';
}

function headingOf({ path, document }: MemberPost, parts: PartKind, top = ''): string | undefined {
  switch (parts) {
    case 'none':
      return undefined;
    case 'year':
      return document.metadata.released ? String(document.metadata.released.year) : '';
    case 'folder':
      return withoutUnfit(folderOf({ path }, top)).split('/').map(readableName).join(' / ');
  }
}

/** The folder of a post below the one that holds all; empty for that itself. */
function folderOf({ path }: Pick<MemberPost, 'path'>, top: string): string {
  const folder = posix.dirname(path.slice(top.length));
  return folder === '.' ? '' : folder;
}

/** The name of a folder as words: without what only sorts or hides it, and with blanks for strokes, but between digits. */
function readableName(name: string): string {
  const between = (stroke: string, at: number, all: string): string =>
    /\d/u.test(all[at - 1] ?? '') && /\d/u.test(all[at + 1] ?? '') ? stroke : ' ';
  const words = name
    .replaceAll('_', ' ')
    .trim()
    .replace(/^\d{1,3}[-. ](?=\p{L})/u, '')
    .replace(/-/gu, between)
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
  const [first = '', ...rest] = words || name;
  return first.toUpperCase() + rest.join('');
}
