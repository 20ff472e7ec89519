import { sha256Of } from '../files/digest.ts';
import { shownPath } from '../project/shown-path.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import type { Settings } from '../project/settings.ts';
import { readBytes } from './read-bytes.ts';
import type { CollectionJob, Job } from './job.ts';

/** What a publication is made of before anything of it is read: plain data. */
export interface Subject {
  readonly output: string;
  readonly posts: readonly SubjectPost[];
  /** Of a collection: all that the project says of it. */
  readonly plan?: unknown;
}

/** A post by its bytes and its places. */
export interface SubjectPost extends Pick<PlacedFile, 'file' | 'path' | 'dialect'> {
  readonly sha256: string;
  readonly root: string;
  readonly siteRoot?: string;
  /** Of a collection: where in it the post stands. */
  readonly stands?: readonly (string | boolean | undefined)[];
}

/** What a publication is found by again. @throws ResourceError where a post of it cannot be read. */
export function subjectOf(job: Job, settings: Settings): Subject {
  if (job.type === 'collection') return collectionSubject(job, settings);
  const { post, output = '' } = job.plan;
  return { output, posts: [subjectPost(post, settings)] };
}

function collectionSubject({ plan, found }: CollectionJob, settings: Settings): Subject {
  const { collection, name, configName, base, cover } = plan;
  const { front, posts, back } = found;
  const standing = (files: readonly PlacedFile[], where: string): readonly SubjectPost[] =>
    files.map((file) => ({ ...subjectPost(file, settings), stands: [where, file.part, file.named] }));
  return {
    output: collection.id,
    posts: [...standing(front, 'front'), ...standing(posts, 'posts'), ...standing(back, 'back')],
    plan: { collection, name, configName, base: shownPath(base, settings.cwd), cover },
  };
}

function subjectPost(post: PlacedFile, { cwd }: Settings): SubjectPost {
  const { file, path, dialect, root, siteRoot } = post;
  return {
    file,
    path,
    dialect,
    sha256: sha256Of(readBytes(post)),
    root: shownPath(root, cwd),
    ...(siteRoot !== undefined && { siteRoot: shownPath(siteRoot, cwd) }),
  };
}
