import { resolve } from 'node:path';
import { answerOfLookUp, lookUpPicture } from '../assets/look-up-picture.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { shownPath } from '../project/shown-path.ts';
import { postsOfJob, type Job } from '../publish/job.ts';
import { nearbyFiles } from '../publish/nearby-files.ts';
import type { Answer, Question } from '../publish/question.ts';
import type { Running } from '../publish/running.ts';
import type { ContentStore } from './content-store.ts';

/**
 * Answers what a worker asks of the files around the posts of a job; texts and pictures go into the store. Only folders of the job are
 * looked into, as its own posts could.
 *
 * @throws ResourceError for any other folder, or where a file cannot be read.
 */
export async function answerAsks(
  questions: readonly Question[],
  job: Job,
  { settings, stages, store }: Pick<Running, 'settings' | 'stages'> & { readonly store: ContentStore },
): Promise<readonly (readonly [Question, Answer])[]> {
  const { cwd, limits } = settings;
  const folders = foldersOf(job, cwd);
  const answers: (readonly [Question, Answer])[] = [];
  for (const question of questions) {
    const { ask, name, root, siteRoot } = question;
    for (const folder of [root, ...(siteRoot === undefined ? [] : [siteRoot])]) {
      if (!folders.has(folder)) {
        throw new ResourceError(`a worker asked for a file of ${folder}, which is no folder of its job`, {
          path: folder,
        });
      }
    }
    const at = resolve(cwd, root);
    if (ask === 'picture') {
      const found = await lookUpPicture(name, at, limits);
      if (!('ruleId' in found)) await store.put(found);
      answers.push([question, answerOfLookUp(found)]);
    } else if (ask === 'read') {
      const site = siteRoot === undefined ? undefined : resolve(cwd, siteRoot);
      const text = nearbyFiles({ root: at, siteRoot: site }).read(name);
      answers.push([question, text === undefined ? null : await store.put(Buffer.from(text))]);
    } else answers.push([question, await stages.answer(question)]);
  }
  return answers;
}

function foldersOf(job: Job, cwd: string): ReadonlySet<string> {
  const folders = new Set<string>();
  if (job.type === 'collection') folders.add(shownPath(job.plan.base, cwd));
  for (const { root, siteRoot } of postsOfJob(job)) {
    folders.add(shownPath(root, cwd));
    if (siteRoot !== undefined) folders.add(shownPath(siteRoot, cwd));
  }
  return folders;
}
