import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { postsOfJob, type Job } from './job.ts';

/** Milliseconds of one processor, about: a page with both its files, and each byte of Markdown more. */
const post = 20;
const byte = 0.01;

/**
 * Less work than this is done in the thread of the run: until workers have read their programs and fonts and V8 knows them, it is done.
 */
const worthWorkers = 2000;

/** More threads than this would wait for the one that writes what they make. */
const mostWorkers = 8;

/** About how much work it is to make a publication, by the size of its posts; nothing of them is read. */
export function workOf(job: Job): number {
  return postsOfJob(job).reduce((sum, { absolutePath }) => sum + post + byte * bytesOf(absolutePath), 0);
}

/** How many workers are worth their while for so much work; 0: none. */
export function workersWorth(work: number): number {
  return work < worthWorkers ? 0 : Math.min(availableParallelism(), mostWorkers);
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
