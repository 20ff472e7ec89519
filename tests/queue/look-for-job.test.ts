import { expect, test } from 'vitest';
import { lookForJob, type JobsOf } from '../../src/queue/look-for-job.ts';

/** A queue of one job that goes through states, one at each call. */
function queueThrough(states: readonly string[]): JobsOf {
  let at = -1;
  const next = (): string => states[Math.min((at += 1), states.length - 1)] ?? 'unknown';
  return {
    getJobState: async () => next(),
    getJob: async () => {
      const state = next();
      if (state === 'unknown') return undefined;
      return {
        returnvalue: state === 'completed' ? { outcome: 'x' } : null,
        failedReason: state === 'failed' ? 'why' : '',
      };
    },
  };
}

test.each([
  [['unknown'], { state: 'gone' }],
  [['waiting'], { state: 'under way' }],
  [['completed'], { state: 'completed', value: { outcome: 'x' } }],
  [['failed'], { state: 'failed', reason: 'why' }],
  // Done between two questions: it is asked again later, and never told without its result.
  [['active', 'completed'], { state: 'under way' }],
  [['completed', 'unknown'], { state: 'gone' }],
])('a job that is %j', async (states, found) => {
  expect(await lookForJob('1', queueThrough(states))).toEqual(found);
});
