import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sumShares } from '../../src/account/word-shares.ts';
import type { BuildFailure, BuildReport } from '../../src/publish/build-report.ts';
import { exitCodeOfError, exitCodeOfReport } from '../../src/cli/exit-code-of.ts';
import type { RefusalId } from '../../src/catalogue/refusal-rules.ts';
import { exitCodes } from '../../src/diagnostics/exit-codes.ts';
import { InternalError, ResourceError, UsageError } from '../../src/diagnostics/errors.ts';
import { reportRule } from '../../src/posts/rules.ts';
import { RefusedError } from '../../src/store/refused-error.ts';

function report(errors: number, ...kinds: readonly BuildFailure['kind'][]): BuildReport {
  return {
    version: '0',
    files: [],
    posts: [],
    messages: Array.from({ length: errors }, () => reportRule('file-empty', { reason: 'r', file: 'a.md' })),
    failures: kinds.map((kind) => ({ post: 'a.md', kind, stage: 's', reason: 'r' })),
    counts: {
      posts: 1,
      files: 0,
      pages: 0,
      bytes: 0,
      rules: {},
      messages: { error: errors, warning: 4, info: 4 },
      words: sumShares([]),
    },
  };
}

test('the highest code wins', () => {
  expect(exitCodeOfReport(report(0))).toBe(0);
  expect(exitCodeOfReport(report(2))).toBe(1);
  expect(exitCodeOfReport(report(2, 'resource'))).toBe(3);
  expect(exitCodeOfReport(report(2, 'internal', 'resource'))).toBe(70);
});

test('an error that ends the run', () => {
  expect(exitCodeOfError(new UsageError('u'))).toBe(2);
  expect(exitCodeOfError(new ResourceError('r', { path: 'p' }))).toBe(3);
  expect(exitCodeOfError(new InternalError('i', { stage: 's' }))).toBe(70);
  expect(exitCodeOfError(new TypeError('t'))).toBe(70);
});

test('of the refusals of a command on records the lowest code from 10 on wins', () => {
  const codeOf = (...kinds: readonly RefusalId[]): number =>
    exitCodeOfError(new RefusedError(kinds.map((refused) => ({ refused, why: 'w' }))));
  expect(codeOf('held')).toBe(10);
  expect(codeOf('unscheduled')).toBe(11);
  expect(codeOf('not-yet-eligible')).toBe(12);
  expect(codeOf('permanent')).toBe(13);
  expect(codeOf('approval-mismatch')).toBe(14);
  expect(codeOf('integrity')).toBe(15);
  expect(codeOf('integrity', 'permanent', 'not-yet-eligible')).toBe(12);
  expect(codeOf('record-unknown', 'integrity')).toBe(15);
  expect(codeOf('record-unknown', 'hold-wrong')).toBe(2);
});

/** The tables of exit codes in README: code, meaning, and which of several wins. */
function readTables(markdown: string): readonly (readonly [number, string, string])[] {
  const tables = markdown.matchAll(/^\| exit code \| .*; the (\w+) wins \|\n\|[-|]+\|\n((?:\|.*\|\n)+)/gmu);
  return [...tables].flatMap(([, wins = '', rows = '']) =>
    [...rows.matchAll(/^\| ([\d, ]+) \| (.*) \|$/gmu)].flatMap(([, codes = '', words = '']) => {
      const all = codes.split(', ').map(Number);
      const meanings = all.length === 1 ? [words] : words.split(', ');
      return all.map((code, index) => [code, meanings[index] ?? '', wins] as const);
    }),
  );
}

test('README says what each code means and which of several wins', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const known = Object.values(exitCodes).map(({ code, meaning, wins }) => [code, meaning, wins]);
  expect(readTables(readme)).toEqual(known);
  expect(readTables(readme.replace('| 2 | the', '| 2 | not the'))).not.toEqual(known);
});
