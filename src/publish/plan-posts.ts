import { posix } from 'node:path';
import { readRegularFileSync } from '../files/regular-file.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import type { Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { describePostFailure } from './post-failure.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import { portablePath } from './portable-path.ts';
import type { Running } from './running.ts';
import type { MemberOptions, Stages } from './stages.ts';
import { leftOut } from './left-out.ts';
import { partCollisions } from './part-collisions.ts';
import type { PlannedPost } from './planned-post.ts';

/**
 * Looks at the name and the front matter of every post, and gives each its output path; posts that take no part, or would share
 * one, letter case aside, get none. Nothing of their Markdown is read, but of posts whose paths meet: one that cannot be read
 * stands in nobody's way.
 */
export function planPosts(
  posts: readonly PlacedFile[],
  { stages, settings }: Pick<Running, 'stages' | 'settings'>,
): readonly PlannedPost[] {
  const plans = posts.map((post) => planPost(post, { stages, settings }));
  return partCollisions(plans, ({ post }) => canBeRead(post, stages));
}

function planPost(post: PlacedFile, { stages, settings }: Pick<Running, 'stages' | 'settings'>): PlannedPost {
  try {
    const bytes = readBytes(post);
    const out = leftOut(bytes, post, settings);
    if (out) return { post, isRead: false, output: undefined, messages: [out], failure: undefined };
    const slug = stages.slug(bytes, post);
    const output = slug === undefined ? undefined : portablePath(posix.join(posix.dirname(post.path), slug));
    return { post, isRead: true, output, messages: [], failure: undefined };
  } catch (error) {
    const failure = describePostFailure(error, { post: post.file, stage: 'posts' });
    return { post, isRead: false, output: undefined, messages: [], failure };
  }
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

/**
 * The bytes of a post.
 *
 * @throws ResourceError where they cannot be read.
 */
export function readBytes(post: FoundFile): Uint8Array {
  try {
    return readRegularFileSync(post.absolutePath);
  } catch (error) {
    throw new ResourceError(`Cannot read ${post.file}`, { path: post.absolutePath, cause: error });
  }
}
