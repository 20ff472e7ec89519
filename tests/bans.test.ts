import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CallExpression, type NewExpression, parseSync, type Span, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/**
 * What src may not do. The clock, chance and the locale of the machine would let two runs over one input differ; a list
 * that is spread into the arguments of a call exhausts the stack where the input is long, as `appendAll`, `largest` and
 * `smallest` of src/lists/ do not; a pipe or a device in a folder of others may give no end of bytes, and none at all.
 */
type Ban = 'clock' | 'chance' | 'locale' | 'spread' | 'unasked-read';

interface Breach {
  readonly ban: Ban;
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Files that may do it all the same, and why. */
const allowed: readonly { readonly ban: Ban; readonly path: string; readonly why: string }[] = [
  { ban: 'clock', path: 'cli/answer-records.ts', why: 'an event of the ledger says when it happened' },
  { ban: 'clock', path: 'cli/profile-stages.ts', why: 'what a stage takes is told to who asks' },
  { ban: 'clock', path: 'links/check-links.ts', why: 'a host is given time between two requests' },
  { ban: 'chance', path: 'queue/queue-carrier.ts', why: 'two runs must not share a job' },
  { ban: 'chance', path: 'files/write-whole.ts', why: 'two runs must not share a temporary file' },
  { ban: 'chance', path: 'store/waiver-secret.ts', why: 'what nobody can find is made of it' },
  {
    ban: 'locale',
    path: 'text/word-breaks.ts',
    why: 'it names the language, and its dictionaries are tested',
  },
  { ban: 'unasked-read', path: 'files/regular-file.ts', why: 'it asks whether it is a regular file' },
  { ban: 'unasked-read', path: 'assets/avif/decode-avif.ts', why: 'the file is of a package' },
  { ban: 'unasked-read', path: 'assets/cmyk/convert-cmyk.ts', why: 'the file is of a package' },
  { ban: 'unasked-read', path: 'assets/webp/decode-webp.ts', why: 'the file is of a package' },
  { ban: 'unasked-read', path: 'svg/load-resvg.ts', why: 'the file is of a package' },
  { ban: 'unasked-read', path: 'filing/file-bag.ts', why: 'the file is ours' },
  { ban: 'unasked-read', path: 'judges/run-ace.ts', why: 'the program that was run wrote the file' },
  { ban: 'unasked-read', path: 'judges/run-epub-check.ts', why: 'the program that was run wrote the file' },
  { ban: 'unasked-read', path: 'files/srgb-profile.ts', why: 'the file is of a package' },
  { ban: 'unasked-read', path: 'project/package-root.ts', why: 'the file is ours' },
];

const bannedNames: readonly { readonly ban: Ban; readonly names: RegExp }[] = [
  { ban: 'clock', names: /^(?:performance|hrtime|uptime)$/u },
  { ban: 'chance', names: /^(?:random|random(?:UUID|Bytes|Int|Fill|FillSync)|getRandomValues)$/u },
  { ban: 'locale', names: /^(?:localeCompare|toLocale\w+)$/u },
  { ban: 'unasked-read', names: /^(?:readFile|readFileSync|createReadStream)$/u },
];

/** Every breach of a file, in the order of its text. */
function findBreaches(path: string, text: string): readonly Breach[] {
  const found = new Map<number, Breach>();
  const written = ({ start, end }: Span): string => text.slice(start, end).replaceAll(/\s+/gu, '');
  const add = (ban: Ban, node: Span): void => {
    const line = text.slice(0, node.start).split('\n').length;
    found.set(node.start, { ban, path, line, text: written(node) });
  };
  const checkCall = (node: CallExpression | NewExpression): void => {
    const spread = node.arguments.find(
      (argument) => argument.type === 'SpreadElement' && !isShort(argument.argument),
    );
    if (spread || written(node.callee).endsWith('.apply')) add('spread', node);
  };
  new Visitor({
    Identifier: (node) => {
      for (const { ban, names } of bannedNames) if (names.test(node.name)) add(ban, node);
    },
    MemberExpression: (node) => {
      if (written(node) === 'Date.now') add('clock', node);
      // A locale by its name is the same everywhere; all else of `Intl` falls back on the one of the machine.
      if (/^Intl\.(?!Locale$)\w+$/u.test(written(node))) add('locale', node);
    },
    CallExpression: (node) => {
      if (written(node.callee) === 'Date') add('clock', node);
      checkCall(node);
    },
    NewExpression: (node) => {
      if (written(node.callee) === 'Date' && node.arguments.length === 0) add('clock', node);
      checkCall(node);
    },
  }).visit(parseSync(path, text).program);
  return [...found.values()].toSorted((left, right) => left.line - right.line);
}

/** Whether a spread is as long as it is written: an array literal that spreads nothing itself. */
function isShort(spread: CallExpression['arguments'][number]): boolean {
  return (
    spread.type === 'ArrayExpression' && spread.elements.every((element) => element?.type !== 'SpreadElement')
  );
}

const breaches: readonly Breach[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .flatMap((file) => findBreaches(relative(src, file).split(sep).join('/'), readFileSync(file, 'utf8')));

describe('the code of src', () => {
  test('asks neither clock nor chance nor locale, spreads no list into a call, and reads no pipe', () => {
    const isAllowed = (breach: Breach): boolean =>
      allowed.some(({ ban, path }) => ban === breach.ban && path === breach.path);
    expect(breaches.filter((breach) => !isAllowed(breach))).toEqual([]);
  });

  test.each(allowed)('needs the $ban in $path: $why', ({ ban, path }) => {
    expect(breaches.filter((breach) => breach.ban === ban && breach.path === path)).not.toEqual([]);
  });
});

describe('a breach is seen', () => {
  test.each<[Ban, string]>([
    ['clock', 'Date.now()'],
    ['clock', 'const now = Date.now;'],
    ['clock', 'new Date()'],
    ['clock', 'new Date'],
    ['clock', 'Date()'],
    ['clock', 'performance.now()'],
    ['clock', "import { performance as timer } from 'node:perf_hooks';"],
    ['clock', 'process.hrtime.bigint()'],
    ['clock', 'const { hrtime } = process;'],
    ['clock', 'process.uptime()'],
    ['chance', 'Math.random()'],
    ['chance', 'const { random } = Math;'],
    ['chance', "import { randomUUID as id } from 'node:crypto';"],
    ['chance', 'crypto.getRandomValues(bytes)'],
    ['locale', 'a.localeCompare(b)'],
    ['locale', 'count.toLocaleString()'],
    ['locale', 'word?.toLocaleUpperCase()'],
    ['locale', 'new Intl.Collator()'],
    ['spread', 'list.push(...more)'],
    ['spread', 'list.push(first, ...more)'],
    ['spread', 'list.push(...[first, ...more])'],
    ['spread', 'list.unshift(...more.map(work))'],
    ['spread', 'list?.push(...more)'],
    ['spread', 'list.splice(\n0,\n0,\n...more)'],
    ['spread', 'Math.max(0, ...numbers)'],
    ['spread', 'String.fromCharCode(...codes)'],
    ['spread', 'new Uint8Array(...lists)'],
    ['spread', 'Math.min.apply(Math, numbers)'],
    ['unasked-read', 'await readFile(path)'],
    ['unasked-read', 'fs.readFileSync(path)'],
    ['unasked-read', "import { createReadStream as open } from 'node:fs';"],
  ])('%s: %s', (ban, text) => {
    const [breach, ...others] = findBreaches('a/b.ts', `const before = 1;\n${text}`);
    expect(others).toEqual([]);
    expect(breach).toMatchObject({ ban, path: 'a/b.ts', line: 2 });
  });

  test.each([
    'new Date(0)',
    'new Date(text).getTime()',
    'Date.UTC(2011, 11, 2)',
    'clock.now()',
    "new Intl.Locale('en-US').language",
    "word.toLowerCase() < 'b'",
    'list.push(...[first, second])',
    'list.push([...more])',
    'const all = [...list, ...more];',
    'const both = { ...left, ...right };',
    'function take(...items: number[]) {}',
    '// Date.now() in words',
    "const words = 'Math.random()';",
  ])('what is none: %s', (text) => {
    expect(findBreaches('a/b.ts', text)).toEqual([]);
  });
});

describe('the files of a worker share the modules of src', () => {
  const tests = dirname(fileURLToPath(import.meta.url));
  const mocks = (text: string): boolean => /^\s*vi\.(?:do)?[mM]ock\(/mu.test(text);

  test('so none of them puts another module in the place of one', () => {
    const names = readdirSync(tests, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.ts') && !name.includes('node_modules'));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((name) => mocks(readFileSync(join(tests, name), 'utf8')))).toEqual([]);
  });

  test.each(["vi.mock('../src/a.ts');", "  vi.doMock('../src/a.ts', make);"])('%s is seen', (text) => {
    expect(mocks(`const before = 1;\n${text}`)).toBe(true);
  });
});
