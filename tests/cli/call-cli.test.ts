import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callCli } from './call-cli.ts';
import { runCli } from './run-cli.ts';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'call-cli-')));
  writeFileSync(join(cwd, 'a.md'), '---\ntitle: A\nlang: en\n---\n\n[Here](none.md)\n');
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

test.each([
  [0, ['explain', 'held'], {}],
  [1, ['check', 'a.md'], {}],
  [2, ['build', '--frobnicate'], {}],
  [2, ['build', 'a.md'], { SOURCE_DATE_EPOCH: 'today' }],
  [3, ['records', 'list', '--store', 'a.md'], {}],
])('a call is what a process of its own prints and ends with: %i %j', async (code, args, env) => {
  const called = await callCli(args, { cwd, env });
  expect(called.code).toBe(code);
  expect(called.out + called.err).not.toBe('');
  expect(called).toEqual(await runCli(args, { cwd, env }));
});

test('folder and environment of this process are what they were, and calls at once do not meet', async () => {
  const before = { cwd: process.cwd(), env: process.env };
  const calls = [
    callCli(['build', 'a.md'], { cwd, env: { SOURCE_DATE_EPOCH: 'today' } }),
    callCli(['check', 'a.md'], { cwd: '/' }),
    callCli(['explain', 'held'], { cwd }),
  ];
  expect((await Promise.all(calls)).map(({ code }) => code)).toEqual([2, 2, 0]);
  expect(process.cwd()).toBe(before.cwd);
  expect(process.env).toBe(before.env);
});
