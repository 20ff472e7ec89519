import { expect, test } from 'vitest';
import { findBidiControls } from '../../src/characters/bidi-controls.ts';
import type { Message, Place } from '../../src/diagnostics/message.ts';
import type { Block, Document, Suppression } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import { checkFakes } from '../../src/lint/check-fakes.ts';
import { checkLanguage } from '../../src/lint/check-language.ts';
import { suppressionFinder } from '../../src/lint/find-suppression.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { readDocument } from '../posts/read-text.ts';

const words = readDocument(
  '---\ntitle: T\nlang: en\n---\n\nЭто длинный текст на русском языке, которого никто не ждал.',
);

/** A post of so many paragraphs that look like one other language. */
function foreign(count: number): Document {
  return { ...words, body: Array.from({ length: count }, () => words.body).flat() };
}

const paragraph = (...children: readonly Inline[]): Block => ({ type: 'paragraph', children });
const said = (value: string): Inline => ({ type: 'text', value, offset: 0 });

const fakes: readonly (readonly [name: string, block: (index: number) => Block])[] = [
  ['lines in bold', () => paragraph({ type: 'span', kind: 'bold', children: [said('A line')] })],
  ['signs of lists', () => paragraph(said('• a\n• b'))],
  ['numbers of notes', (index) => paragraph(said(`${index % 1000} a [${(index * 7) % 1000}]`))],
  ['one paragraph in another', () => ({ type: 'quote', children: [paragraph(said('#A word'))] })],
];

/** A post of so many blocks that are typed and not marked up. */
function typed(block: (index: number) => Block, size: number): Document {
  return { ...words, body: Array.from({ length: size }, (_, index) => block(index)) };
}

function placeFrom(start: number, end: number): Place {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  };
}

const overruled = (start: number, end: number): Suppression => ({
  ruleId: 'link-generic',
  reason: 'quoted',
  place: placeFrom(start, start),
  covers: placeFrom(start, end),
});

const messageAt = (start: number): Message => ({
  ruleId: 'link-generic',
  severity: 'warning',
  reason: 'a',
  note: 'b',
  file: 'a.md',
  withholds: [],
  place: placeFrom(start, start + 1),
});

const isBehind = ({ covers }: Suppression, { place }: Message): boolean =>
  (place?.start.offset ?? 0) >= (covers?.start.offset ?? 0) &&
  (place?.start.offset ?? 0) < (covers?.end.offset ?? 0);

interface Waived {
  readonly suppressions: readonly Suppression[];
  readonly messages: readonly Message[];
}

const waived = new Map<string, Waived>();

/** As many suppressions as messages, beside each other or each around all that are behind it. */
function waivedPost(count: number, isNested: boolean): Waived {
  const key = `${count} ${isNested}`;
  const known = waived.get(key) ?? {
    suppressions: Array.from({ length: count }, (_, index) =>
      overruled(3 * index, isNested ? 6 * count - index : 3 * index + 3),
    ),
    messages: Array.from({ length: count }, (_, index) => messageAt(3 * index + 1)),
  };
  waived.set(key, known);
  return known;
}

function findAll({ suppressions, messages }: Waived): readonly unknown[] {
  // Again and again on a few, which a processor's cache holds.
  return Array.from({ length: 8 }, () => messages.map(suppressionFinder(suppressions)));
}

test('of suppressions that lie within each other the first of those around a place holds', () => {
  const suppressions = [overruled(10, 20), overruled(0, 30), overruled(12, 40), overruled(50, 50)];
  const find = suppressionFinder([...suppressions, { ...overruled(0, 100), reason: '' }]);
  for (let offset = 0; offset < 60; offset += 1) {
    const message = messageAt(offset);
    expect(find(message)).toBe(suppressions.find((suppression) => isBehind(suppression, message)));
    expect(find({ ...message, ruleId: 'img-missing' })).toBe(undefined);
  }
});

test
  .runIf(isLong)
  .each<[string, (size: number) => unknown, number]>([
    ['isolates that nothing ends', (size) => findBidiControls('\u2067a'.repeat(size)), 200_000],
    [
      'overrides within each other',
      (size) => findBidiControls('\u202Ea'.repeat(size) + '\u202C'.repeat(size)),
      200_000,
    ],
    [
      'ends of isolates in embeddings',
      (size) => findBidiControls('\u202A'.repeat(size) + '\u2069'.repeat(size)),
      200_000,
    ],
    ['passages in one language', (size) => checkLanguage(foreign(size)), 10_000],
    ...fakes.map(([name, block]): [string, (size: number) => unknown, number] => [
      name,
      (size) => checkFakes(typed(block, size)),
      10_000,
    ]),
    ['suppressions', (size) => findAll(waivedPost(size, false)), 4000],
    ['suppressions within each other', (size) => findAll(waivedPost(size, true)), 4000],
  ])('time grows with %s', async (_name, work, size) => {
  expect(await growth(work, size)).toBeLessThan(mostGrowth);
});

test.runIf(isLong).each<[string, (size: number) => unknown, number]>([
  [
    'what follows each control is searched',
    (size) => {
      const text = '\u2067a'.repeat(size);
      return [...text.matchAll(/\u2067/gu)].map(({ index }) => text.indexOf('b', index));
    },
    4000,
  ],
  [
    'passages of a language are listed anew for each',
    (size) => {
      let list: readonly unknown[] = [];
      for (const block of foreign(size).body) list = [...list, block];
      return list;
    },
    4000,
  ],
  [
    'suppressions are gone through for each message',
    (size) => {
      const { suppressions, messages } = waivedPost(size, false);
      return messages.map((message) => suppressions.find((suppression) => isBehind(suppression, message)));
    },
    1500,
  ],
])('a square is seen where %s', async (_name, work, size) => {
  expect(await growthOfSquare(work, size)).toBeGreaterThan(mostGrowth);
});
