import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findUnreadablePath, findUnsafePath } from '../../src/bag/bag-path.ts';
import { formatManifest, parseManifest } from '../../src/bag/manifest.ts';

const zero = '0'.repeat(64);
const one = `${'0'.repeat(63)}f`;

function parse(text: string): ReturnType<typeof parseManifest> {
  return parseManifest(Buffer.from(text), 'sha256');
}

describe('a manifest', () => {
  test('is sorted by code points; only %, CR and LF are encoded', () => {
    const paths = ['data/😀', 'data/\uFF5E', 'data/é', 'data/z', 'data/a b', 'data/100%\r\n25%25', 'data/B'];
    const bytes = formatManifest(paths.map((path) => ({ path, digest: zero })));
    expect(Buffer.from(bytes).toString()).toBe(
      ['100%25%0D%0A25%2525', 'B', 'a b', 'z', 'é', '\uFF5E', '😀']
        .map((name) => `${zero}  data/${name}\n`)
        .join(''),
    );
  });

  test('reads back every path', () => {
    const path = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((name) => `data/${name}`)
      .filter((name) => !name.includes('\0'));
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const entries = paths.map((name) => ({ path: name, digest: one }));
        const parsed = parseManifest(formatManifest(entries), 'sha256');
        expect(parsed.faults).toEqual([]);
        expect(new Set(parsed.entries.map((entry) => entry.path))).toEqual(new Set(paths));
      }),
    );
  });

  test('may end its lines with CR or CRLF, have tabs, and digits in upper case', () => {
    expect(parse(`${one.toUpperCase()}\tdata/a\r\n${zero} \t data/b\rx`)).toEqual({
      entries: [
        { digest: one, path: 'data/a' },
        { digest: zero, path: 'data/b' },
      ],
      faults: ['line 3 is not a digest and a path'],
    });
  });

  test.each([
    [`${zero}`, 'line 1 is not a digest and a path'],
    [`${zero}  `, 'line 1 is not a digest and a path'],
    [`${zero.slice(1)}g  data/a`, 'line 1 is not a digest and a path'],
    [`${zero}0  data/a`, 'line 1 has a digest of 65 digits instead of 64'],
    [`${zero}  data/a%2`, 'line 1 has a "%" that stands for nothing'],
    [`${zero}  data/a%20`, 'line 1 has a "%" that stands for nothing'],
    ['\n', 'line 1 is not a digest and a path'],
    ['# a comment\n', 'line 1 is not a digest and a path'],
  ])('%j', (text, fault) => {
    expect(parse(text)).toEqual({ entries: [], faults: [fault] });
  });
});

describe('a path that may lead out of the bag', () => {
  test.each([
    ['/etc/passwd', 'is not relative to the bag'],
    ['~/file', 'is not relative to the bag'],
    ['~root/file', 'is not relative to the bag'],
    ['C:/file', 'is not relative to the bag'],
    ['data\\..\\file', 'contains a backslash'],
    ['data/a\0', 'contains a zero byte'],
    ['../file', 'leads upwards'],
    ['data/../../file', 'leads upwards'],
    ['data/..', 'leads upwards'],
    ['./data/file', 'has an empty part'],
    ['data//file', 'has an empty part'],
    ['data/', 'has an empty part'],
    ['', 'has an empty part'],
  ])('%j', (path, fault) => {
    expect(findUnsafePath(path)).toBe(fault);
  });

  test.each(['data/a', 'data/..a/b..', 'data/…', 'README.txt', 'data/a:b'])('not %j', (path) => {
    expect(findUnsafePath(path)).toBeUndefined();
  });
});

test.each([
  ['data/two\nlines', 'contains a control character or a line separator'],
  ['data/two\u2028lines', 'contains a control character or a line separator'],
  ['data/two\u0085lines', 'contains a control character or a line separator'],
  ['data/100%', 'contains "%", which common programs do not decode'],
  ['data/a ', 'begins or ends with space'],
  ['data/ a/b', 'begins or ends with space'],
  ['data/a b', undefined],
])('a path that programs cannot read: %j', (path, fault) => {
  expect(findUnreadablePath(path)).toBe(fault);
});
