import { posix } from 'node:path';
import type { Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { describePostFailure } from './post-failure.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import { portablePath } from './portable-path.ts';
import type { Building, Running } from './running.ts';
import type { MemberOptions, Stages } from './stages.ts';
import { headOf } from '../posts/front-matter/post-head.ts';
import { leftOut } from './left-out.ts';
import { partCollisions } from './part-collisions.ts';
import type { Glance, PlannedPost } from './planned-post.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Looks at the name and the front matter of every post, and gives each its output path; posts that take no part, or would share
 * one, letter case aside, get none. Nothing of their Markdown is read, but of posts whose paths meet: one that cannot be read
 * stands in nobody's way.
 */
export function planPosts(posts: readonly PlacedFile[], running: Planning): readonly PlannedPost[] {
  const plans = posts.map((post) => planPost(post, running));
  return partCollisions(plans, ({ post }) => canBeRead(post, running.stages));
}

type Planning = Pick<Running, 'stages' | 'settings'> & Partial<Pick<Building, 'cache'>>;

function planPost(post: PlacedFile, { stages, settings, cache }: Planning): PlannedPost {
  try {
    const bytes = readBytes(post);
    const look = (): Glance => glance(bytes, post, { stages, settings });
    const { out, slug } = cache ? cache.glance(post, bytes, look) : look();
    if (out) return { post, isRead: false, output: undefined, messages: [out], failure: undefined };
    const output = slug === undefined ? undefined : portablePath(posix.join(posix.dirname(post.path), slug));
    return { post, isRead: true, output, messages: [], failure: undefined };
  } catch (error) {
    const failure = describePostFailure(error, { post: post.file, stage: 'posts' });
    return { post, isRead: false, output: undefined, messages: [], failure };
  }
}

function glance(bytes: Uint8Array, post: PlacedFile, { stages, settings }: Planning): Glance {
  const head = headOf(bytes);
  const out = leftOut(head, post, settings);
  if (out) return { out };
  const slug = stages.slug(bytes, post, head);
  return slug === undefined ? {} : { slug };
}

/** Whether anything comes of a post; why not is told when it is built. */
function canBeRead(post: PlacedFile, stages: Stages): boolean {
  try {
    return readOnePost(post, stages).value !== undefined;
  } catch {
    return false;
  }
}

/** Reads and parses one post. */
export function readOnePost(
  post: PlacedFile,
  stages: Stages,
  member?: MemberOptions,
): Result<Document | undefined> {
  return stages.parse(readBytes(post), post, member);
}
