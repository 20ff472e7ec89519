import { expect, test } from 'vitest';
import { sumShares } from '../../src/account/word-shares.ts';
import type { BuiltFile } from '../../src/publish/build-report.ts';
import { reportFailures } from '../../src/cli/report-failures.ts';
import { reportFiles } from '../../src/cli/report-files.ts';
import { printJson } from '../../src/cli/print-json.ts';
import { reportMessages } from '../../src/cli/report-messages.ts';
import { terminalOn } from '../../src/cli/terminal.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { messageRules } from '../../src/catalogue/message-rules.ts';
import { reporterOf } from '../../src/diagnostics/report-rule.ts';

const reportRule = reporterOf(messageRules);

const file: BuiltFile = {
  path: 'out/a.pdf',
  post: 'a.md',
  format: 'pdf',
  bytes: 12_345,
  sha256: '',
  dialects: ['auto'],
  pages: 12,
  claims: ['PDF/UA-1', 'PDF/A-2a'],
  withheld: [],
};

test('one line a file', () => {
  const { pages: _, ...epub } = {
    ...file,
    path: 'out/long.epub',
    format: 'epub' as const,
    bytes: 9,
    claims: [],
  };
  const files = [
    file,
    epub,
    { ...file, pages: 1, claims: [], withheld: ['lang-missing', 'img-missing'] },
    { ...epub, path: 'out/b.epub', bytes: 12_345, withheld: ['img-missing'] },
  ];
  const counts = { posts: 1, files: 3, messages: { error: 0, warning: 0, info: 0 }, words: sumShares([]) };
  expect(reportFiles({ version: '', files, posts: [], messages: [], failures: [], counts })).toBe(
    'out/a.pdf      12 pages  12345 bytes  PDF/UA-1, PDF/A-2a\n' +
      'out/long.epub            9 bytes      no claims\n' +
      'out/a.pdf      1 page    12345 bytes  PDF/UA-1, PDF/A-2a withheld: lang-missing, img-missing\n' +
      'out/b.epub               12345 bytes  no claims; to mend: img-missing\n',
  );
});

test('messages by post and place, with clause and cure; control characters never reach the terminal', () => {
  const at = { line: 3, column: 5, offset: 20 };
  const messages = [
    reportRule('heading-empty', {
      reason: 'Empty\u001B[31m',
      file: 'a.md',
      place: { start: at, end: { ...at, column: 7 } },
    }),
    reportRule('frontmatter-unknown-key', { reason: 'Key `x`', file: 'a.md' }),
  ];
  expect(reportMessages(messages, { colour: false })).toBe(
    [
      'a.md',
      '3:5-3:7 error Empty\uFFFD[31m heading-empty tagleaf',
      '  [note]:',
      '    WCAG 2.2 SC 2.4.6: Give the heading words, or remove it.',
      '',
      '✖ 1 error',
      '1 remark at info level: see --json',
      '',
    ].join('\n'),
  );
  expect(reportMessages([], { colour: false })).toBe('');
  expect(reportMessages(messages, { colour: true })).toContain('\u001B[31m');
});

test('ten warnings of one rule are shown for a post, and its errors', () => {
  const at = (line: number): { line: number; column: number; offset: number } => ({
    line,
    column: 1,
    offset: line,
  });
  const many = (ruleId: 'nbsp-run' | 'heading-empty', file: string): readonly Message[] =>
    Array.from({ length: 12 }, (_, index) =>
      reportRule(ruleId, { reason: 'Here', file, place: { start: at(index + 1), end: at(index + 1) } }),
    );
  const messages = [
    ...many('nbsp-run', 'a.md'),
    ...many('heading-empty', 'a.md'),
    ...many('nbsp-run', 'b.md'),
  ];
  const shown = reportMessages(messages, { colour: false, json: '--format json' });
  expect(shown.match(/Here nbsp-run/gu)).toHaveLength(20);
  expect(shown.match(/Here heading-empty/gu)).toHaveLength(12);
  expect(shown.split('\n').at(-2)).toBe('4 more warnings like these: see --format json');
});

test('more errors than anybody reads are counted, and a reason as long as the post is cut', () => {
  const error = reportRule('heading-empty', { reason: 'Here', file: 'a.md' });
  const messages = [
    reportRule('heading-empty', { reason: `${'x'.repeat(999)}\u{1F600} end`, file: 'a.md' }),
    ...Array.from({ length: 140_000 }, () => error),
    reportRule('heading-empty', { reason: 'There', file: 'b.md' }),
  ];
  const shown = reportMessages(messages, { colour: false });
  expect(shown.match(/Here +heading-empty/gu)).toHaveLength(999);
  expect(shown.match(/x{999}… +heading-empty/gu)).toHaveLength(1);
  expect(shown.match(/There +heading-empty/gu)).toHaveLength(1);
  expect(shown.split('\n').slice(-3)).toEqual([
    '✖ 1001 errors',
    '139001 more errors like these: see --json',
    '',
  ]);
});

test('a defect names version, stage and post', () => {
  const failures = [
    { post: 'a.md', kind: 'resource', stage: 'write', reason: 'Cannot write x (ENOSPC)' },
    {
      post: 'b.md',
      kind: 'internal',
      stage: 'pdf/layout',
      reason: 'x is undefined',
      stack: '    at f (a.js:1:1)',
    },
  ] as const;
  expect(reportFailures(failures, '1.2.3')).toBe(
    'a.md: Cannot write x (ENOSPC)\n' +
      'This is a defect of Tagleaf, not of your post. Please report it with these lines:\n' +
      '  version: 1.2.3\n  stage:   pdf/layout\n  post:    b.md\n  reason:  x is undefined\n    at f (a.js:1:1)\n',
  );
});

test('the name of a file feeds no terminal', () => {
  const messages = [reportRule('heading-empty', { reason: 'Empty', file: 'a\u001B]0;x\u0007\u009B1m.md' })];
  const shown = reportMessages(messages, { colour: false });
  expect(shown.split('\n')[0]).toBe('a\uFFFD]0;x\uFFFD\uFFFD1m.md');
  let printed = '';
  const terminal = terminalOn({
    out: (text) => void (printed += `out: ${text}`),
    err: (text) => void (printed += `err: ${text}`),
    colour: true,
    live: true,
  });
  terminal.out('a\u001B[2J.md\tb\r\nc\rd\u0085\n');
  terminal.err('\u009B31m\u007F\n');
  terminal.styled.err('\u001B[31mred\u001B[39m\n');
  expect(printed).toBe(
    'out: a\uFFFD[2J.md\tb\r\nc\uFFFDd\uFFFD\nerr: \uFFFD31m\uFFFD\nerr: \u001B[31mred\u001B[39m\n',
  );
});

test('JSON holds every name as it is, and no control', () => {
  const value = { file: 'a\u001B\u009B\u007F é.md' };
  const json = printJson(value);
  expect(json).toBe('{\n  "file": "a\\u001b\\u009b\\u007f é.md"\n}\n');
  expect(JSON.parse(json)).toEqual(value);
});
