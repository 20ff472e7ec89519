import type { Message } from '../diagnostics/message.ts';
import type { LinkRecord } from '../links/list-links.ts';
import type { BuildFailure, BuiltFile, PostWords } from './build-report.ts';
import { nameOfJob, outputOfJob, type Job } from './job.ts';
import { unmeasured } from './measure.ts';
import type { Made } from './made.ts';
import type { Outcome } from './outcome.ts';
import { describePostFailure } from './post-failure.ts';
import type { Building } from './running.ts';
import { reportForeign, writeFile } from './write-file.ts';

/** What became of one post, or of one collection. */
export interface BuiltPost {
  readonly files: readonly BuiltFile[];
  readonly messages: readonly Message[];
  readonly failures: readonly BuildFailure[];
  /** Whether it was taken as an earlier run made it. */
  readonly cached: boolean;
  /** The links of what was written. */
  readonly links: readonly LinkRecord[];
  /** What became of the words of the posts that were read for it. */
  readonly words: readonly PostWords[];
}

/** A publication as a run finds it: done without being made, or to be made. */
export type Found = { readonly built: BuiltPost } | { readonly job: Job };

/** Looks whether a publication is to be made: not where its post has no part in the run, or the same was made before, which is written. */
export async function lookUp(job: Job, running: Building): Promise<Found> {
  if (job.type === 'post' && !job.plan.isRead) return { built: unread(job.plan) };
  const output = outputOfJob(job);
  if (output === undefined) return { job };
  const { settings, outputs, stages, cache, measure = unmeasured } = running;
  const file = nameOfJob(job);
  try {
    const foreign = await reportForeign(output, { settings, outputs, file });
    if (foreign) return { job: { ...job, foreign } };
  } catch (error) {
    const failure = describePostFailure(error, { post: file, stage: 'write' });
    return { built: unread({ messages: [], failure }) };
  }
  const taken = await measure('cache', async () => cache?.take(job, { stages, outputs }));
  if (!taken) return { job };
  running.onAsked?.(taken.heard.map(([question]) => question));
  return { built: { ...(await writeMade(job, taken.made, running)), cached: true } };
}

function unread({
  messages,
  failure,
}: Pick<BuiltPost, 'messages'> & { readonly failure: BuildFailure | undefined }): BuiltPost {
  const failures = failure ? [failure] : [];
  return { files: [], messages, failures, cached: false, links: [], words: [] };
}

/** Writes what was made, and keeps it for later runs. */
export async function writeOutcome(job: Job, outcome: Outcome, running: Building): Promise<BuiltPost> {
  const { failure, made, heard = [] } = outcome;
  running.onAsked?.(heard.map(([question]) => question));
  if (failure) return { ...unread({ messages: made.messages, failure }), words: made.words };
  const built = await writeMade(job, made, running);
  if (built.failures.length === 0)
    await (running.measure ?? unmeasured)('cache', async () => running.cache?.keep(job, outcome));
  return built;
}

async function writeMade(
  job: Job,
  made: Made,
  { settings, outputs, measure = unmeasured }: Building,
): Promise<BuiltPost> {
  const { messages, words } = made;
  const post = nameOfJob(job);
  const files: BuiltFile[] = [];
  try {
    const output = outputOfJob(job) ?? '';
    for (const file of made.files)
      files.push(await measure('write', () => writeFile(file, { post, output, settings, outputs })));
    return { files, messages, failures: [], cached: false, links: made.links, words };
  } catch (error) {
    const failure = describePostFailure(error, { post, stage: 'write' });
    return { files, messages, failures: [failure], cached: false, links: [], words };
  }
}
