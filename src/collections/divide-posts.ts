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
}

/** Posts that follow one another and belong together. */
export interface Division {
  /** What heads them; absent where the collection has no parts, empty for posts without a date or at the top of the folders. */
  readonly heading: string | undefined;
  readonly posts: readonly MemberPost[];
}

/**
 * The posts of a collection in their order, divided into parts: one for each year or folder, in the order in which these
 * first occur. Folders are named from the innermost one that holds all posts.
 */
export function dividePosts(
  posts: readonly MemberPost[],
  { order, parts }: Pick<Collection, 'order' | 'parts'>,
): readonly Division[] {
  const divisions = new Map<string | undefined, MemberPost[]>();
  const top = commonFolder(posts.map(({ path }) => path));
  for (const post of inOrder(posts, order)) {
    const heading = headingOf(post, parts, top);
    const division = divisions.get(heading);
    if (division) division.push(post);
    else divisions.set(heading, [post]);
  }
  return [...divisions].map(([heading, members]) => ({ heading, posts: members }));
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

function headingOf({ path, document }: MemberPost, parts: PartKind, top: string): string | undefined {
  switch (parts) {
    case 'none':
      return undefined;
    case 'year':
      return document.metadata.released ? String(document.metadata.released.year) : '';
    case 'folder': {
      const folder = posix.dirname(path.slice(top.length));
      return folder === '.' ? '' : withoutUnfit(folder);
    }
  }
}
