import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanFileNames } from '../../../src/filing/scan/scan-file-names.ts';

const bag = 'dhs-1_v0001';

function found(...paths: readonly string[]): readonly string[] {
  return scanFileNames(paths, { bag }).map(({ rule, file }) => `${rule} ${file}`);
}

test.each(['data/source/post.md', 'data/source/2011-12-02_a-b.md', 'data/source/license', 'data/x/0.png'])(
  '%s is safe',
  (path) => {
    expect(found(path)).toEqual([]);
  },
);

test.each([
  'data/source/My Post.md',
  'data/source/Post.md',
  'data/source/capture.warc.gz',
  'data/v1.0/post.md',
  'data/source/über.md',
  'data/source/a%20b.md',
  'data/source/.hidden',
  'data/source/trailing.',
  'data/source/a:b.md',
  'data//post.md',
  'data/source/con.md',
  'data/nul/post.md',
])('%s is unsafe', (path) => {
  expect(found(path)).toEqual([`file-name-unsafe ${path}`]);
});

test('the path with its bag has 255 characters at most', () => {
  const path = (length: number): string => `data/${'a'.repeat(length - `${bag}/data/`.length)}`;
  expect(found(path(255))).toEqual([]);
  expect(found(path(256))).toEqual([`file-path-too-long ${path(256)}`]);
});

describe('names that differ by case alone clash', () => {
  test('in the file', () => {
    expect(found('data/a.png', 'data/A.png').filter((line) => line.includes('clash'))).toEqual([
      'file-path-clash data/a.png',
    ]);
  });

  test('in a folder', () => {
    expect(found('data/Media/a.png', 'data/media/b.png').filter((line) => line.includes('clash'))).toEqual([
      'file-path-clash data/media/b.png',
    ]);
  });

  test('in their Unicode form', () => {
    const both = ['data/e\u0301.png', 'data/\u00E9.png'];
    expect(found(...both).filter((line) => line.includes('clash'))).toHaveLength(1);
  });

  test('and files of one folder do not', () => {
    expect(found('data/media/a.png', 'data/media/b.png', 'data/media/a/b.png')).toEqual([]);
  });
});

test('what has no finding is safe, whatever the names (property)', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'B', '0', '-', '_', '.', '/', ' ', 'é', '\\'),
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 6 }), (names) => {
      const paths = names.map((one) => `data/${one}`);
      const unsafe = new Set(scanFileNames(paths, { bag }).map(({ file }) => file));
      const safe = paths.filter((path) => !unsafe.has(path));
      for (const path of safe) {
        expect(path).toMatch(/^(?:[a-z0-9_-]+\/)+[a-z0-9_-]+(?:\.[a-z0-9_-]+)?$/u);
        expect(`${bag}/${path}`.length).toBeLessThanOrEqual(255);
      }
      expect(new Set(safe.map((path) => path.toLowerCase())).size).toBe(safe.length);
    }),
  );
});
