import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Job } from '../../src/publish/job.ts';
import { workersWorth, workOf } from '../../src/publish/work-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const job = (cwd: string, path: string): Job => ({
  type: 'post',
  plan: {
    post: { file: path, path, root: cwd, absolutePath: join(cwd, path), dialect: 'auto' },
    isRead: true,
    output: 'x',
    messages: [],
    failure: undefined,
  },
});

test('workers are worth their while for many posts and for long ones, not for a few', async () => {
  const cwd = await temporaryFolder({ 'short.md': 'Words.', 'long.md': 'Words. '.repeat(100_000) });
  const [short, long] = [workOf(job(cwd, 'short.md')), workOf(job(cwd, 'long.md'))];
  expect(workersWorth(20 * short)).toBe(0);
  expect(workersWorth(200 * short)).toBeGreaterThan(0);
  expect(workersWorth(long)).toBeGreaterThan(0);
  expect(workersWorth(1e9)).toBeLessThanOrEqual(8);
  expect(workOf(job(cwd, 'gone.md'))).toBeLessThanOrEqual(short);
});
