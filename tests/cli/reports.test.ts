import { expect, test } from 'vitest';
import { sumShares } from '../../src/account/word-shares.ts';
import type { BuildReport, BuiltFile } from '../../src/publish/build-report.ts';
import { reportFailures } from '../../src/cli/report-failures.ts';
import { reportLeftOut } from '../../src/cli/report-left-out.ts';
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

function reportOf(files: readonly BuiltFile[], posts: number): BuildReport {
  const counts = {
    posts,
    files: files.length,
    pages: 0,
    bytes: 0,
    rules: {},
    messages: { error: 0, warning: 0, info: 0 },
    words: sumShares([]),
  };
  return { version: '', files, posts: [], messages: [], failures: [], counts };
}

test('one line a file, and one that sums up', () => {
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
  expect(reportFiles(reportOf(files, 2), { verbose: false })).toBe(
    'out/a.pdf      12 pages  12345 bytes  PDF/UA-1, PDF/A-2a\n' +
      'out/long.epub            9 bytes      no claims\n' +
      'out/a.pdf      1 page    12345 bytes  PDF/UA-1, PDF/A-2a withheld: lang-missing, img-missing\n' +
      'out/b.epub               12345 bytes  no claims; to mend: img-missing\n' +
      '2 posts: 4 files, 13 pages, 37044 bytes; 1 PDF without claims\n',
  );
});

test('more files than a screen shows have a line each where it is asked for', () => {
  const twenty = reportOf(Array(20).fill(file), 20);
  const shown = reportFiles(twenty, { verbose: false }).split('\n');
  expect(shown).toHaveLength(22);
  expect(shown[20]).toBe('20 posts: 20 files, 240 pages, 246900 bytes; no PDF without claims');
  const more = reportOf([...twenty.files, file], 21);
  expect(reportFiles(more, { verbose: false })).toBe(
    '21 posts: 21 files, 252 pages, 259245 bytes; no PDF without claims; --verbose lists the files\n' +
      '  PDF: 21 files, 252 pages, 259245 bytes\n',
  );
  expect(reportFiles(more, { verbose: true }).split('\n')).toHaveLength(24);
});

test('behind many files stands what they came to, and where a person watches how it went', () => {
  const say = (id: Parameters<typeof reportRule>[0], times: number): readonly Message[] =>
    Array.from({ length: times }, () => reportRule(id, { reason: 'r', file: 'a.md' }));
  const files = [...Array(20).fill(file), { ...file, format: 'epub' as const, pages: undefined }];
  const messages = [...say('heading-empty', 1), ...say('lang-missing', 3), ...say('link-generic', 2)];
  const report = { ...reportOf(files, 20), messages };
  const slowest = [
    { post: 'b\u001B.md', seconds: 1.234 },
    { post: 'a.md', seconds: 0.2 },
    { post: 'c.md', seconds: 0 },
  ];
  const summary =
    '  PDF: 20 files, 240 pages, 246900 bytes\n  EPUB: 1 file, 12345 bytes\n' +
    '  4 errors: lang-missing 3, heading-empty 1\n  2 warnings: link-generic 2\n';
  const run = '  from the cache: 12 of 20\n  slowest: b\uFFFD.md 1.23 s, a.md 0.20 s\n';
  const shown = (look: Parameters<typeof reportFiles>[1]): string =>
    reportFiles(report, look)
      .split(/(?<=lists the files\n|without claims\n)/u)
      .at(-1) ?? '';
  expect(shown({ verbose: false })).toBe(summary);
  expect(shown({ verbose: true, facts: { cached: 12, total: 20, slowest } })).toBe(`${summary}${run}`);
  const small = { ...report, files: files.slice(0, 2) };
  expect(reportFiles(small, { verbose: false, facts: { cached: 0, total: 1, slowest } })).not.toContain(
    'slowest',
  );
});

test('how long it took is said where it is known, and that nothing was written', () => {
  const epub = { ...file, format: 'epub' as const };
  expect(reportFiles(reportOf([epub], 1), { verbose: false, seconds: 2.449 }).split('\n')[1]).toBe(
    '1 post: 1 file, 12345 bytes, in 2.4 s',
  );
  expect(reportFiles(reportOf([], 0), { verbose: false, seconds: 0 })).toBe(
    '0 posts: nothing was written, in 0.0 s\n',
  );
  expect(reportFiles(reportOf([], 1), { verbose: true })).toBe('1 post: nothing was written\n');
});

test('messages by post and place, the cure of a rule once; control characters never reach the terminal', () => {
  const at = { line: 3, column: 5, offset: 20 };
  const messages = [
    reportRule('heading-empty', {
      reason: 'Empty\u001B[31m',
      file: 'a.md',
      place: { start: at, end: { ...at, column: 7 } },
    }),
    reportRule('frontmatter-unknown-key', { reason: 'Key `x`', file: 'a.md' }),
    reportRule('heading-empty', { reason: 'Of b', file: 'b.md' }),
    reportRule('nbsp-run', {
      reason: 'Early',
      file: 'a.md',
      place: { start: { ...at, column: 4 }, end: at },
    }),
    reportRule('title-missing', { reason: 'None', file: 'a.md' }),
  ];
  const shown = [
    'a.md: error: None [title-missing]',
    '  ISO 14289-1 §7.1, WCAG 2.2 SC 2.4.2: Add `title:` to the front matter, or begin the post with its only level-1 heading.',
    'a.md:3:4: warning: Early [nbsp-run]',
    '  WCAG 2.2 SC 1.3.2: Write one space; use a table or a list to align words.',
    'a.md:3:5: error: Empty\uFFFD[31m [heading-empty]',
    '  WCAG 2.2 SC 2.4.6: Give the heading words, or remove it.',
    '',
    'b.md: error: Of b [heading-empty]',
    '',
  ];
  expect(reportMessages(messages, { colour: false }).split('\n')).toEqual([
    ...shown,
    '3 errors, 1 warning',
    '1 remark at info level: see --json',
    '',
  ]);
  expect(reportMessages(messages, { colour: false, verbose: true }).split('\n')).toEqual([
    'a.md: remark: Key `x` [frontmatter-unknown-key]',
    '  house rule: Nothing to do if the key is meant for another tool.',
    ...shown,
    '3 errors, 1 warning, 1 remark',
    '',
  ]);
  expect(reportMessages([], { colour: false })).toBe('');
  expect(reportMessages(messages, { colour: true })).toContain('a.md:3:5: \u001B[31merror\u001B[39m: Empty');
});

test('the cure of a rule is told in the first of several calls of a run', () => {
  const [one, two] = ['a.md', 'b.md'].map((name) => [
    reportRule('heading-empty', { reason: 'Here', file: name }),
  ]);
  const told = new Set<string>();
  expect(reportMessages(one ?? [], { colour: false, told })).toContain('Give the heading words');
  expect(reportMessages(two ?? [], { colour: false, told })).toBe(
    'b.md: error: Here [heading-empty]\n\n1 error\n',
  );
});

test('what a run left out on purpose is no remark beside its own line', () => {
  const messages = [
    reportRule('draft-left-out', { reason: 'A draft', file: 'a.md' }),
    reportRule('publish-window', { reason: 'Days', file: 'a.md' }),
  ];
  expect(reportMessages(messages, { colour: false })).toBe('1 remark at info level: see --json\n');
  expect(reportLeftOut(messages)).toBe('a.md: A draft\n');
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
  const shown = reportMessages(messages, { colour: false, all: '--format json' });
  expect(shown.match(/Here \[nbsp-run\]/gu)).toHaveLength(20);
  expect(shown.match(/Here \[heading-empty\]/gu)).toHaveLength(12);
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
  expect(shown.match(/Here \[heading-empty\]/gu)).toHaveLength(999);
  expect(shown.match(/x{999}… \[heading-empty\]/gu)).toHaveLength(1);
  expect(shown.match(/There \[heading-empty\]/gu)).toHaveLength(1);
  expect(shown.split('\n').slice(-3)).toEqual([
    '1001 errors',
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
  expect(shown.split('\n')[0]).toBe('a\uFFFD]0;x\uFFFD\uFFFD1m.md: error: Empty [heading-empty]');
  let printed = '';
  const terminal = terminalOn({
    out: (text) => void (printed += `out: ${text}`),
    err: (text) => void (printed += `err: ${text}`),
    colour: true,
    live: true,
    watched: false,
    columns: () => 80,
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
