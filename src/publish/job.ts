import type { Message } from '../diagnostics/message.ts';
import type { PlacedCollection, PlacedFile } from '../project/place-posts.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import type { PlannedPost } from './planned-post.ts';

/** A publication that is to be made: plain data, which with plain settings says all that any process with these files needs to make it. */
export type Job = PostJob | CollectionJob;

/** A post that is to be made into its files. */
export interface PostJob extends AnyJob {
  readonly type: 'post';
  readonly plan: PlannedPost;
}

/** A collection that is to be made into its files. */
export interface CollectionJob extends AnyJob {
  readonly type: 'collection';
  readonly plan: CollectionPlan;
  readonly found: PlacedCollection;
}

interface AnyJob {
  /** That a file stands where one of its own is to go, which no run wrote: what can be said of it is said, and nothing is made. */
  readonly foreign?: Message;
}

/** What the report calls a publication: its post, or `collections.` and its name. */
export function nameOfJob(job: Job): string {
  return job.type === 'post' ? job.plan.post.file : job.plan.name;
}

/** The posts that a publication is made of, in their order. */
export function postsOfJob(job: Job): readonly PlacedFile[] {
  if (job.type === 'post') return [job.plan.post];
  const { front, posts, back } = job.found;
  return [...front, ...posts, ...back];
}

/** Where the files of a publication go, below the output folder and without an extension; absent where none are written. */
export function outputOfJob(job: Job): string | undefined {
  return job.type === 'post' ? job.plan.output : job.plan.collection.id;
}
