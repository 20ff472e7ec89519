import type { Message } from '../diagnostics/message.ts';
import { exhaustedBy, exhaustedError } from './exhausted.ts';
import { nameOfJob, type Job } from './job.ts';
import { listen } from './listen.ts';
import type { Made } from './made.ts';
import { makeBook } from './make-book.ts';
import { makePost } from './make-post.ts';
import type { Outcome } from './outcome.ts';
import { describePostFailure } from './post-failure.ts';
import type { Running, Steps } from './running.ts';

/**
 * Makes one publication of plain data: its files in memory, messages, links, and what became of the words of its posts. The one way
 * in which any is made, in whatever process: it looks at nothing but the job, the settings and the files that they name, and writes
 * nothing. What fails for its own sake is part of what comes back.
 *
 * @throws UsageError where the configuration is wrong, which is one for all; what `signal` was aborted with.
 */
export async function makeJob(job: Job, running: Running): Promise<Outcome> {
  const listening = listen(running.stages);
  let stage = job.type === 'post' ? 'posts' : '';
  let messages: readonly Message[] = job.type === 'post' ? job.plan.messages : [];
  const outcome = (made: Omit<Made, 'words'>): Outcome => ({
    made: { ...made, words: listening.words() },
    heard: listening.heard(),
    read: [...listening.read],
  });
  const steps: Steps = {
    ...running,
    stages: listening.stages,
    onStage: (name) => void (stage = name),
    say: (said) => (messages = said),
  };
  try {
    return outcome(await (job.type === 'post' ? makePost(job, steps) : makeBook(job, steps)));
  } catch (error) {
    running.signal?.throwIfAborted();
    const what = exhaustedBy(error);
    const told = what === undefined ? error : exhaustedError(what, running.settings);
    const failure = describePostFailure(told, { post: nameOfJob(job), stage });
    return { ...outcome({ files: [], messages, links: [] }), failure };
  }
}
