/** What is found of a job when it is looked for. */
export type FoundJob =
  | { readonly state: 'gone' | 'under way' }
  | { readonly state: 'completed'; readonly value: unknown }
  | { readonly state: 'failed'; readonly reason: string };

/** As much of a queue as it takes. */
export interface JobsOf {
  readonly getJobState: (id: string) => Promise<string>;
  readonly getJob: (
    id: string,
  ) => Promise<{ readonly returnvalue: unknown; readonly failedReason: string } | undefined>;
}

/** Looks for a job. Its state comes first: a job that was fetched before it was done has no result. */
export async function lookForJob(id: string, queue: JobsOf): Promise<FoundJob> {
  const state = await queue.getJobState(id);
  if (state === 'unknown') return { state: 'gone' };
  if (state !== 'completed' && state !== 'failed') return { state: 'under way' };
  const job = await queue.getJob(id);
  if (!job) return { state: 'gone' };
  return state === 'completed' ? { state, value: job.returnvalue } : { state, reason: job.failedReason };
}
