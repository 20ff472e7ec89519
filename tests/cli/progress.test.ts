import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { columnsOf, fitEnd } from '../../src/cli/fit-width.ts';
import { progressSchema, type ProgressLine } from '../../src/cli/progress-schema.ts';
import { showProgress } from '../../src/cli/show-progress.ts';
import { statusLine } from '../../src/cli/status-line.ts';
import { tallyRun, type RunTally } from '../../src/cli/tally-run.ts';
import { terminalOn } from '../../src/cli/terminal.ts';
import { reportRule } from '../../src/lint/rules.ts';
import type { TaskFinished } from '../../src/publish/build-event.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { callCli } from './call-cli.ts';
import { runCli } from './run-cli.ts';

const error = reportRule('lang-missing', { reason: 'None', file: 'a.md' });

/** That a post is done, with so many errors. */
function finished(number: number, post: string, errors = 0): TaskFinished {
  const messages = Array.from({ length: errors }, () => error);
  return { type: 'post-finished', post, number, cached: false, files: [], messages, failures: [] };
}

/** A run of `total` posts of which `done` took half a second each, one with an error, and another is under way. */
function someRun(total: number, done: number, name = 'posts/2012-05-03-minutes.md'): RunTally {
  const tally = tallyRun();
  tally.add({ type: 'run-started', total }, 0);
  for (let number = 1; number <= done; number += 1) {
    tally.add({ type: 'post-started', post: `${number}.md`, number }, (number - 1) * 500);
    tally.add(finished(number, `${number}.md`, number === 2 ? 1 : 0), number * 500);
  }
  tally.add({ type: 'post-started', post: name, number: done + 1 }, done * 500);
  return tally;
}

describe('the line of a run', () => {
  test('says how far it is, what is wrong, how long it takes and which post is slow', () => {
    const line = (now: number): string => statusLine(someRun(300, 60).state(), now, 79);
    expect(line(30_000)).toBe('60/300  1 error  2 min left  2.0/s  posts/2012-05-03-minutes.md');
    expect(line(33_000)).toBe('60/300  1 error  3 min left  1.8/s  posts/2012-05-03-minutes.md (3 s)');
    expect(statusLine(someRun(3, 0).state(), 0, 79)).toBe('0/3  posts/2012-05-03-minutes.md');
  });

  test('goes by the last posts, not by all', () => {
    const tally = tallyRun();
    tally.add({ type: 'run-started', total: 200 }, 0);
    for (let number = 1; number <= 100; number += 1) tally.add(finished(number, 'a.md'), 1);
    for (let number = 101; number <= 150; number += 1) tally.add(finished(number, 'a.md'), number * 1000);
    expect(statusLine(tally.state(), 150_000, 79)).toBe('150/200  50 s left  1.0/s');
  });

  test.each([1, 5, 8, 20, 39, 40, 60, 79, 200])(
    'has room in %i columns, also with wide letters',
    (columns) => {
      for (const name of [
        'posts/2012/五月の議事録・第三回委員会.md',
        `posts/${'long-'.repeat(900)}.md`,
        '👩‍👩‍👧‍👦.md',
      ]) {
        const line = statusLine(someRun(12_000, 60, name).state(), 40_000, columns);
        expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(columns, 0));
      }
    },
  );

  test('keeps the end of a name', () => {
    expect(fitEnd('posts/minutes.md', 12)).toBe('…/minutes.md');
    expect(fitEnd('議事録.md', 8)).toBe('…事録.md');
    expect(fitEnd('a.md', 4)).toBe('a.md');
    expect(columnsOf('議')).toBe(2);
  });

  test('tells how much of a collection is read', () => {
    const tally = tallyRun();
    const post = 'collections.book';
    tally.add({ type: 'run-started', total: 1 }, 0);
    tally.add({ type: 'post-started', post, number: 1 }, 0);
    tally.add({ type: 'member-read', post, member: 'a.md', number: 12, total: 33 }, 4000);
    expect(statusLine(tally.state(), 5000, 79)).toBe('0/1  collections.book (12/33 read, 5 s)');
  });
});

test('the slowest five are told, the slowest first', () => {
  const tally = tallyRun();
  for (const [index, seconds] of [3, 9, 1, 7, 2, 8, 9].entries()) {
    tally.add({ type: 'post-started', post: `${index}.md`, number: index }, 0);
    expect(tally.add(finished(index, `${index}.md`), seconds * 1000)).toBe(seconds);
  }
  expect(tally.state().slowest.map(({ post }) => post)).toEqual(['1.md', '6.md', '5.md', '3.md', '0.md']);
});

describe('on a clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  const screen = (live: boolean) => {
    const written: string[] = [];
    const write = (text: string): void => void written.push(text);
    const streams = { out: write, err: write, colour: false, live, watched: false, columns: () => 40 };
    return { written, terminal: terminalOn(streams) };
  };

  test('a terminal has one line, drawn over in one go and no oftener than it can be read', () => {
    const { written, terminal } = screen(true);
    const { onEvent, end } = showProgress(tallyRun(), terminal);
    onEvent({ type: 'run-started', total: 2 });
    onEvent({ type: 'post-started', post: 'a.md', number: 1 });
    expect(written).toEqual(['\r0/2\u001B[K']);
    vi.advanceTimersByTime(200);
    onEvent(finished(1, 'a.md'));
    onEvent({ type: 'post-started', post: 'posts/a-long-name.md', number: 2 });
    vi.advanceTimersByTime(1000);
    expect(written.slice(1)).toEqual([
      '\r1/2  1 s left  5.0/s  …s/a-long-name.md\u001B[K',
      '\r1/2  1 s left  1.0/s  …s/a-long-name.md\u001B[K',
    ]);
    terminal.err('warning\n');
    terminal.out('done\n');
    expect(written.slice(-3)).toEqual(['\r\u001B[K', 'warning\n', 'done\n']);
    end();
    expect(written.at(-1)).toBe('done\n');
    vi.advanceTimersByTime(60_000);
    expect(written.at(-1)).toBe('done\n');
  });

  test('a log has a line from time to time, and none of a short run', () => {
    const { written, terminal } = screen(false);
    const { onEvent, end } = showProgress(tallyRun(), terminal);
    onEvent({ type: 'run-started', total: 100 });
    for (let number = 1; number <= 19; number += 1) {
      vi.advanceTimersByTime(1000);
      onEvent(finished(number, 'a.md', number === 5 ? 1 : 0));
    }
    onEvent({ type: 'post-started', post: 'posts/slow.md', number: 20 });
    expect(written).toEqual([]);
    vi.advanceTimersByTime(61_000);
    expect(written).toEqual([
      'tagleaf: 19 of 100, 0.9 a second, 2 min left, 1 error, posts/slow.md\n',
      'tagleaf: 19 of 100, 0.4 a second, 4 min left, 1 error, posts/slow.md (31 s)\n',
      'tagleaf: 19 of 100, 0.2 a second, 6 min left, 1 error, posts/slow.md (61 s)\n',
    ]);
    end();
    vi.advanceTimersByTime(60_000);
    expect(written).toHaveLength(3);
  });
});

/** The lines of a run, each held against the schema. */
function linesOf(err: string): readonly ProgressLine[] {
  const lines = err.split('\n').slice(0, -1);
  return lines.map((line) => v.parse(progressSchema, JSON.parse(line)));
}

const good = '---\ntitle: A post\nlang: en-US\nreleased: 2024-05-06\n---\n\nWords.\n';

test('--json-progress prints each event, and nothing else on standard error', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': good, 'posts/b.md': '# B\n\n![map](none.png)\n' });
  const args = ['build', '--out', 'out', '--format', 'epub', '--no-page-list', '--json-progress'];
  const run = await callCli(args, { cwd });
  const lines = linesOf(run.err);
  const [first, ...rest] = lines.map((line) =>
    'number' in line ? `${line.type} ${line.number}` : line.type,
  );
  expect([first, rest.at(-1)]).toEqual(['run-started', 'run-finished']);
  expect(rest.filter((type) => type.startsWith('post')).toSorted()).toEqual([
    'post-finished 1',
    'post-finished 2',
    'post-started 1',
    'post-started 2',
  ]);
  expect(lines).toContainEqual(expect.objectContaining({ type: 'message', ruleId: 'img-missing' }));
  expect(lines).toContainEqual({
    type: 'post-finished',
    post: 'posts/a.md',
    number: 1,
    seconds: expect.any(Number),
    cached: false,
    files: [{ path: 'out/a.epub', format: 'epub', bytes: expect.any(Number) }],
    messages: { error: 0, warning: 0, info: 0 },
    failures: 0,
  });
  expect(lines.at(-1)).toMatchObject({ posts: 2, files: 2, cached: 0, exitCode: 1, failures: 0 });
  expect([run.code, run.out.split('\n').at(-2)]).toEqual([1, expect.stringContaining('2 posts: 2 files')]);

  const again = linesOf((await callCli([...args, '--json'], { cwd })).err);
  const messages = (of: readonly ProgressLine[]) => of.filter(({ type }) => type === 'message');
  expect(messages(again)).toEqual(messages(lines));
  expect(again.at(-1)).toMatchObject({ type: 'run-finished', cached: 2 });
}, 60_000);

test('what ends a run is its last event', async () => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': 'colour: red\n' });
  const run = await callCli(['build', '--json-progress'], { cwd });
  expect([run.code, run.out]).toEqual([2, '']);
  expect(linesOf(run.err)).toEqual([
    {
      type: 'run-failed',
      seconds: expect.any(Number),
      reason: expect.stringContaining('tagleaf: tagleaf.yaml:1:1: unknown key `colour`'),
      exitCode: 2,
    },
  ]);
  expect(() => linesOf('Words\n')).toThrow('JSON');
});

test('a run in a pipe draws nothing, whatever the environment says of colours', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': good });
  const run = await runCli(['build', '--format', 'epub', '--no-page-list'], {
    cwd,
    env: { FORCE_COLOR: '1' },
  });
  expect([run.code, run.err]).toEqual([0, '']);
}, 60_000);
