import { posix } from 'node:path';
import { compareCodePoints } from '../document/compare-code-points.ts';
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

/** The posts of a collection in their order, divided into parts: a new one wherever year or folder changes. */
export function dividePosts(
  posts: readonly MemberPost[],
  { order, parts }: Pick<Collection, 'order' | 'parts'>,
): readonly Division[] {
  const divisions: { heading: string | undefined; posts: MemberPost[] }[] = [];
  for (const post of inOrder(posts, order)) {
    const heading = headingOf(post, parts);
    const last = divisions.at(-1);
    if (last && last.heading === heading) last.posts.push(post);
    else divisions.push({ heading, posts: [post] });
  }
  return divisions;
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

function headingOf({ path, document }: MemberPost, parts: PartKind): string | undefined {
  switch (parts) {
    case 'none':
      return undefined;
    case 'year':
      return document.metadata.released ? String(document.metadata.released.year) : '';
    case 'folder': {
      const folder = posix.dirname(path);
      return folder === '.' ? '' : folder;
    }
  }
}
