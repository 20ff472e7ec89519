import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { nameMembers } from '../../src/collections/member-names.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { placePageBreaks } from '../../src/epub/xhtml/place-page-breaks.ts';
import { copyImages } from '../../src/intake/copy-images.ts';
import { createNames } from '../../src/intake/name-posts.ts';
import { freeNames } from '../../src/lists/free-names.ts';
import { buildDocument, paragraph, readEnglish } from '../epub/build-document.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const dashed = { firstNumber: 2, numbered: (name: string, number: number) => `${name}-${number}` };

function namesOf(wanted: readonly string[], taken: readonly string[] = []): readonly string[] {
  return wanted.map(freeNames({ ...dashed, taken: new Set(taken) }));
}

describe('a name that is taken gets', () => {
  test('the next number that nobody has', () => {
    expect(namesOf(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a-2', 'a-3']);
    expect(namesOf(['a', 'a', 'a'], ['a', 'a-3'])).toEqual(['a-2', 'a-4', 'a-5']);
    expect(namesOf(['a-2', 'a', 'a', 'a-2', 'a-2-2'])).toEqual(['a-2', 'a', 'a-3', 'a-2-2', 'a-2-2-2']);
  });

  test('the same number as if all were tried from the first on', () => {
    const wanted = Array.from({ length: 400 }, (_, index) => `a${'-2'.repeat((index * 7) % 4)}-${index % 9}`);
    const used = new Set<string>();
    const tried = wanted.map((name) => {
      let free = name;
      for (let number = 2; used.has(free); number += 1) free = `${name}-${number}`;
      used.add(free);
      return free;
    });
    expect(namesOf(wanted)).toEqual(tried);
  });

  test('a number also where only its key is taken', () => {
    const nameFor = freeNames({ ...dashed, taken: new Set(), keyOf: (name) => name.toLowerCase() });
    expect(['A', 'a', 'A-3', 'A'].map(nameFor)).toEqual(['A', 'a-2', 'A-3', 'A-4']);
  });
});

const document = buildDocument({ body: [paragraph('x'.repeat(50_000))] });
const { chapters } = publicationOfPost(document, readEnglish(), { assets: new Map() });

const page = {
  name: 'page',
  url: undefined,
  imageBytes: 100,
  input: { file: 'a', path: 'a', root: '.', absolutePath: 'a' },
};

function picturesOf(count: number): Root {
  const url = (index: number): string => `data:image/png;base64,${String(index).padStart(8, '0')}`;
  return {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: Array.from({ length: count }, (_, index) => ({ type: 'image', url: url(index) })),
      },
    ],
  };
}

describe('equal names are told apart in time that grows with', () => {
  test.runIf(isLong).each<[string, (size: number) => unknown, number]>([
    ['them', (size) => namesOf(Array.from({ length: size }, () => 'a')), 20_000],
    ['posts', (size) => Array.from({ length: size }, () => 'a').map(createNames()), 20_000],
    ['files of a collection', (size) => nameMembers(Array.from({ length: size }, () => 'a.md')), 20_000],
    [
      'pages of one label',
      (size) =>
        placePageBreaks(chapters, {
          pageStarts: Array.from({ length: size }, (_, offset) => ({ label: 'i', offset })),
          taken: new Set(),
        }),
      20_000,
    ],
    ['pictures of a page', (size) => copyImages(picturesOf(size), page), 8000],
  ])('%s', async (_name, work, size) => {
    expect(await growth(work, size)).toBeLessThan(mostGrowth);
  });

  test.runIf(isLong)('and not where each tries all numbers', async () => {
    const tried = (size: number): unknown => {
      const used = new Set<string>();
      for (let count = 0; count < size; count += 1) {
        let name = 'a';
        for (let number = 2; used.has(name); number += 1) name = `a-${number}`;
        used.add(name);
      }
      return used;
    };
    expect(await growthOfSquare(tried, 500)).toBeGreaterThan(mostGrowth);
  });
});
