import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { inflatePng, readPng, type Png } from '../../src/assets/read-png.ts';
import { accent, grounds, softInk, titleInk, type Rgb } from '../../src/cover/cover-colours.ts';
import type { CoverWords } from '../../src/cover/cover-words.ts';
import { drawCover } from '../../src/cover/draw-cover.ts';
import type { Fonts } from '../../src/fonts/face.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';

let fonts: Fonts;
/** The cover of ordinary words, drawn once. */
let drawn: Awaited<ReturnType<typeof drawCover>>;

beforeAll(async () => {
  fonts = await readFonts(['@expo-google-fonts/noto-sans-hebrew'], '.');
  drawn = await drawCover(ordinary, { fonts, file: 'tagleaf.yaml', form: 'collection' });
});

const ordinary: CoverWords = {
  title: 'The Handbook of Practice',
  subtitle: 'How we work and deliver',
  creators: ['Ann Example', 'Bo Example'],
  publisher: 'Office of Examples',
  lang: 'en-US',
};

interface Picture {
  readonly png: Png;
  readonly colourAt: (x: number, y: number) => string | undefined;
}

async function draw(words: CoverWords): Promise<Picture> {
  const { value, messages } =
    words === ordinary ? drawn : await drawCover(words, { fonts, file: 'tagleaf.yaml', form: 'collection' });
  expect(messages).toEqual([]);
  return open(value.bytes);
}

function open(bytes: Uint8Array): Picture {
  const png = readPng(bytes);
  if (typeof png === 'string') throw new Error(png);
  const rows = inflatePng(png);
  if (typeof rows === 'string') throw new Error(rows);
  const colours = Array.from({ length: png.palette.length / 3 }, (_, index) =>
    png.palette.subarray(3 * index, 3 * index + 3).join(),
  );
  const colourAt = (x: number, y: number): string | undefined =>
    colours[rows[y * (png.widthPx + 1) + 1 + x] ?? 0];
  return { png, colourAt };
}

/** The box around every pixel of a colour: `undefined` where there is none. */
function boxOf({ png, colourAt }: Picture, inks: readonly Rgb[], rows: readonly [number, number]) {
  const wanted = new Set(inks.map((ink) => ink.join()));
  let box: { left: number; right: number; top: number; bottom: number } | undefined;
  for (let y = rows[0]; y < rows[1]; y += 1) {
    for (let x = 0; x < png.widthPx; x += 1) {
      if (!wanted.has(colourAt(x, y) ?? '')) continue;
      box ??= { left: x, right: x, top: y, bottom: y };
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.bottom = y;
    }
  }
  return box;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(first: Rgb, second: Rgb): number {
  const luminance = (colour: Rgb): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('a drawn cover', () => {
  test('is a small sound picture of its size', async () => {
    const { value, messages } = drawn;
    expect(messages).toEqual([]);
    const inspection = await inspectImage(value.bytes, { imagePixels: 5_000_000 });
    // The PDF writer needs no other form of it.
    expect(inspection).not.toHaveProperty('png');
    expect(inspection).toMatchObject({
      state: 'good',
      mediaType: 'image/png',
      widthPx: 1600,
      heightPx: 2560,
    });
    expect(value.sha256).toBe(createHash('sha256').update(value.bytes).digest('hex'));
    expect(value.bytes.length).toBeLessThan(100_000);
  });

  test('has the same bytes when it is drawn again, and others for other words', async () => {
    const again = await drawCover({ ...ordinary }, { fonts, file: 'tagleaf.yaml', form: 'collection' });
    expect(again.value.bytes).toEqual(drawn.value.bytes);
    const other = { ...ordinary, title: 'The Handbook of Practices' };
    const { value } = await drawCover(other, { fonts, file: 'tagleaf.yaml', form: 'collection' });
    expect(value.sha256).not.toBe(drawn.value.sha256);
  });

  test.each([
    ['letter', 1978],
    ['a4', 1810],
  ] as const)(
    'has the form of a page of %s, and on it the margins that it has on shelves',
    async (form, widthPx) => {
      const { value } = await drawCover(ordinary, { fonts, file: 'tagleaf.yaml', form });
      const picture = open(value.bytes);
      expect([picture.png.widthPx, picture.png.heightPx]).toEqual([widthPx, 2560]);
      const [onPage, onShelves] = [picture, await draw(ordinary)].map((each) =>
        boxOf(each, [accent], [2240, 2260]),
      );
      expect(onPage?.left).toBe(onShelves?.left);
      expect(widthPx - (onPage?.right ?? 0)).toBe(1600 - (onShelves?.right ?? 0));
      // The leaf goes on to the edge.
      expect(picture.colourAt(widthPx - 1, 1500)).not.toBe(picture.colourAt(0, 1500));
    },
  );

  test('has a contrast of 7:1 between words and what they stand on', async () => {
    for (const ink of [titleInk, softInk]) {
      for (const ground of grounds) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
    }
    const picture = await draw(ordinary);
    const used = new Set<string | undefined>();
    for (let y = 0; y < 2560; y += 1) {
      for (let x = 0; x < 1600; x += 1) used.add(picture.colourAt(x, y));
    }
    // The inks are in the picture as they were checked.
    for (const colour of [...grounds, titleInk, softInk]) expect(used).toContain(colour.join());
  });

  test.each([
    ['ordinary words', ordinary],
    ['a title of 400 characters', { title: 'Rules of order '.repeat(27).slice(0, 400), creators: [] }],
    ['a title longer than fits', { title: 'Rules of order '.repeat(500), creators: [] }],
    ['a word longer than a line', { ...ordinary, title: 'Rechtsschutzversicherung'.repeat(6) }],
    [
      'many long names',
      {
        title: 'T',
        subtitle: 'subtitle '.repeat(100),
        creators: Array.from({ length: 70 }, (_, index) => `Name of Person ${index}`),
        publisher: 'office of '.repeat(90),
      },
    ],
  ])('keeps its margins with %s', async (_name, words) => {
    const picture = await draw(words);
    const box = boxOf(picture, [titleInk, softInk], [0, 2560]);
    expect(box?.left).toBeGreaterThanOrEqual(150);
    expect(box?.right).toBeLessThan(1450);
    expect(box?.top).toBeGreaterThanOrEqual(440);
    expect(box?.bottom).toBeLessThan(2430);
    // The parts keep apart: nothing stands around the hairline.
    expect(boxOf(picture, [titleInk, softInk], [2190, 2260])).toBeUndefined();
  });

  test('begins at the right where the title reads from the right', async () => {
    const box = boxOf(await draw({ title: 'ספר', creators: [] }), [titleInk], [0, 2560]);
    expect(box?.left).toBeGreaterThan(800);
    expect(box?.right).toBeGreaterThan(1420);
    expect(box?.right).toBeLessThan(1450);
  });

  test('is drawn without any words', async () => {
    const picture = await draw({ title: '', creators: ['', ' \n'] });
    expect(boxOf(picture, [titleInk, softInk], [0, 2560])).toBeUndefined();
    expect(picture.colourAt(0, 0)).toBe(grounds[0]?.join());
  });
});

describe('characters without a glyph', () => {
  test('letters take their part of the cover with them', async () => {
    const words = { title: '漢字の本', subtitle: 'A subtitle', creators: ['Ann Example'] };
    const { value, messages } = await drawCover(words, { fonts, file: 'tagleaf.yaml', form: 'collection' });
    expect(messages).toEqual([
      {
        ruleId: 'cover-glyph-missing',
        severity: 'warning',
        reason:
          'No font covers “漢 字 の 本” (Han; `npm install @expo-google-fonts/noto-sans-sc` brings them): the cover is drawn without its title',
        file: 'tagleaf.yaml',
        note: 'house rule: Add a font package that covers the character under `fonts:` in tagleaf.yaml, or give the cover of a book a picture and that of posts up (`cover: none`).',
        withholds: [],
      },
    ]);
    const { value: without } = await drawCover(
      { ...words, title: '' },
      { fonts, file: 'tagleaf.yaml', form: 'collection' },
    );
    expect(value.bytes).toEqual(without.bytes);
  });

  test('signs alone are left out', async () => {
    const { value, messages } = await drawCover(
      { title: 'Maps \u{1CC00} and plans', creators: [] },
      { fonts, file: 'books.yaml', form: 'collection' },
    );
    expect(messages.map(({ reason, file }) => ({ reason, file }))).toEqual([
      { reason: 'No font covers “\u{1CC00}”: the cover is drawn without it', file: 'books.yaml' },
    ]);
    const { value: without } = await drawCover(
      { title: 'Maps and plans', creators: [] },
      { fonts, file: 'books.yaml', form: 'collection' },
    );
    expect(value.bytes).toEqual(without.bytes);
  });
});
