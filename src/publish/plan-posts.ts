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

// Posts are read once to learn their slugs. Up to this many bytes of source the trees are kept, so that a run of a
// thousand posts parses each once; beyond it they are parsed again, so that memory does not grow with the run.
const keptBytes = 16_000_000;

/** Reads every post and gives each its output path; posts that take no part, or would share one, letter case aside, get none. */
export function planPosts(
  posts: readonly PlacedFile[],
  { stages, settings }: Pick<Running, 'stages' | 'settings'>,
): readonly PlannedPost[] {
  const plans: PlannedPost[] = [];
  let bytesSoFar = 0;
  for (const post of posts) {
    try {
      const bytes = readBytes(post);
      const out = leftOut(bytes, post, settings);
      if (out) {
        const nothing = { value: undefined, messages: [] };
        plans.push({ post, output: undefined, read: nothing, messages: [out], failure: undefined });
        continue;
      }
      const result = stages.parse(bytes, post);
      bytesSoFar += bytes.length;
      const slug = result.value?.metadata.slug;
      const output =
        slug === undefined ? undefined : portablePath(posix.join(posix.dirname(post.path), slug));
      const read = bytesSoFar <= keptBytes || output === undefined ? result : undefined;
      plans.push({ post, output, read, messages: [], failure: undefined });
    } catch (error) {
      const failure = describePostFailure(error, { post: post.file, stage: 'posts' });
      plans.push({ post, output: undefined, read: undefined, messages: [], failure });
    }
  }
  return partCollisions(plans);
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
