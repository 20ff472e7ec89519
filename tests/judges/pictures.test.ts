import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../src/assets/read-assets.ts';
import { drawCover } from '../../src/cover/draw-cover.ts';
import { plainDesign } from '../../src/document/book-design.ts';
import type { Image } from '../../src/document/inline.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import type { Fonts } from '../../src/fonts/face.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import type { Mark, RunMark } from '../../src/pdf/layout/display-list.ts';
import { profileP1 } from '../../src/pdf/profile/profile-p1.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { readTheme } from '../../src/pdf/theme/read-theme.ts';
import { openPdfWriter } from '../../src/pdf/write/write-pdf.ts';
import { baseThemeFinder } from '../../src/project/find-base-theme.ts';
import { assetsOf, pngAsset } from '../epub/build-document.ts';
import { layOutPost, type Laid } from '../pdf/layout/lay-out-post.ts';
import { listedCollection } from '../pdf/listed-collection.ts';
import { metadata, renderOptions, smallCollection } from '../pdf/small-collection.ts';
import { readDocument, strings } from '../posts/read-text.ts';
import { scriptPosts } from './build-scripts.ts';
import { comparePictures } from './pictures/compare-pictures.ts';
import { expectPicture } from './pictures/expect-picture.ts';
import { drawPages, type GreyPicture } from './pictures/grey-picture.ts';

const folder = join(import.meta.dirname, 'pictures', 'golden');
const findBase = baseThemeFinder({ cwd: process.cwd(), templates: undefined, themeAsFiled: false });
const sample = '2011-12-02-strong-international-partnerships';

const signs = assetsOf(
  pngAsset('hills.png', 400, 120),
  pngAsset('sign.png', 16, 16),
  pngAsset('map.png', 80, 60),
);

/** One of the small pages whose marks are kept as text too. */
function laySmall(
  name: string,
  heightPt = 396,
  read = (post: string): string => post,
  fonts: Fonts | undefined = undefined,
): Laid {
  const text = read(readFileSync(join(import.meta.dirname, '../pdf/layout/pages', `${name}.md`), 'utf8'));
  return layOutPost(text, { widthPt: 612, heightPt, assets: signs, ...(fonts && { fonts }) });
}

async function drawLaid({ document, structure, list }: Laid): Promise<readonly GreyPicture[]> {
  const { widthPt, heightPt, pages } = list;
  const publication = publicationOfPost(document, strings);
  const writer = openPdfWriter({ publication, profile: profileP1, widthPt, heightPt, modified: undefined });
  writer.add(structure.root, pages);
  return drawPages(await writer.finish({ claims: [], outline: [], romanPages: 0 }));
}

/** A post of `posts/`, in the standard theme or in another of those that are bundled. */
async function drawPost(name: string, themeName = 'standard'): Promise<readonly GreyPicture[]> {
  const document = readDocument(readFileSync(`posts/${name}.md`, 'utf8'));
  const limits = { imagePixels: 1e8, imageBytes: 1e8 };
  const { value: assets } = await readAssets(document, { from: 'posts', limits });
  const theme = await readTheme(`templates/pdf/${themeName}.yaml`, { findBase });
  const fonts = await readFonts([], '.', theme.fonts);
  const publication = publicationOfPost(document, strings, { assets });
  const { value } = await renderPdf(publication, { ...(await renderOptions()), theme, fonts });
  return drawPages(value.bytes);
}

async function drawCollection(collection: Publication): Promise<readonly GreyPicture[]> {
  const { value } = await renderPdf(collection, await renderOptions());
  return drawPages(value.bytes);
}

/** The small collection as a bound book, with a cover that is drawn. */
async function boundCollection(): Promise<Publication> {
  const options = { fonts: await readFonts([], '.'), file: 'tagleaf.yaml', form: 'letter' } as const;
  const { value: asset } = await drawCover(metadata, options);
  const image: Image = {
    type: 'image',
    imageId: asset.id,
    source: '',
    alt: metadata.title,
    decorative: false,
  };
  return smallCollection({
    design: { ...plainDesign, binding: 'duplex' },
    cover: { image, drawn: true },
    assets: assetsOf(asset),
  });
}

const drawings: readonly (readonly [name: string, pages: number, () => Promise<readonly GreyPicture[]>])[] = [
  ['sample', 2, () => drawPost(sample)],
  ...(
    [
      ['compact', 1],
      ['large-print', 3],
      ['high-contrast', 2],
      ['public-sans', 2],
    ] as const
  ).map(([theme, pages]) => [theme, pages, () => drawPost(sample, theme)] as const),
  ['tour', 9, () => drawPost('feature-tour')],
  ...(
    [
      ['words', 2],
      ['table', 2],
      ['notes', 2],
      ['blocks', 3],
      ['code', 1],
      ['pictures', 2],
      ['headings', 4],
      ['rows', 3],
      ['ends', 2],
      ['marks', 1],
      ['arabic', 3],
      ['scripts', 2],
    ] as const
  ).map(([name, pages]) => [name, pages, () => drawLaid(laySmall(name))] as const),
  [
    'marks-kept',
    1,
    () => drawLaid(laySmall('marks', 396, (post) => post.replace('smart: true', 'smart: false'))),
  ],
  // Their fonts are installed with the judges.
  [
    'east-asian',
    2,
    async () => drawLaid(laySmall('east-asian', 396, undefined, await readFonts([], import.meta.dirname))),
  ],
  ...scriptPosts.map((name) => {
    const draw = async (): Promise<readonly GreyPicture[]> => {
      const text = readFileSync(join(import.meta.dirname, 'scripts', `${name}.md`), 'utf8');
      return drawLaid(layOutPost(text, { fonts: await readFonts([], import.meta.dirname) }));
    };
    return [name, 1, draw] as const;
  }),
  ['callouts', 4, () => drawLaid(laySmall('callouts'))],
  ['wide', 3, () => drawLaid(laySmall('wide', 792))],
  ['collection', 9, () => drawCollection(smallCollection())],
  ['bound', 14, async () => drawCollection(await boundCollection())],
  ['lists', 7, () => drawCollection(listedCollection())],
];

function nameOf(name: string, index: number): string {
  return `${name}-${index + 1}.png`;
}

test.each(drawings)('the pages of %s look as they did', async (name, pages, draw) => {
  const found = await draw();
  expect(found).toHaveLength(pages);
  found.forEach((picture, index) => expectPicture(join(folder, nameOf(name, index)), picture));
});

test('there is one picture for each page, none larger than 40 kB', () => {
  const names = drawings.flatMap(([name, pages]) =>
    Array.from({ length: pages }, (_, index) => nameOf(name, index)),
  );
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  for (const name of names) expect(statSync(join(folder, name)).size, name).toBeLessThan(40_000);
});

describe('what is seen', () => {
  const changed = (laid: Laid, change: (mark: Mark) => Mark): Laid => {
    const pages = laid.list.pages.map((page) => ({
      ...page,
      placed: page.placed.map((placed) => ({ ...placed, marks: placed.marks.map(change) })),
    }));
    return { ...laid, list: { ...laid.list, pages } };
  };
  const compare = async (name: string, change: (mark: Mark) => Mark): Promise<string | undefined> => {
    const laid = laySmall(name);
    const [before] = await drawLaid(laid);
    const [after] = await drawLaid(changed(laid, change));
    return before && after ? comparePictures(before, after) : 'not drawn';
  };

  test('a superscript below the line', async () => {
    const isSuperscript = (mark: Mark): mark is RunMark =>
      mark.type === 'run' && mark.sizePt < 9 && mark.y < 10 && mark.runs[0]?.text === '2';
    const seen = await compare('words', (mark) =>
      isSuperscript(mark) ? { ...mark, y: mark.y + 8.6 } : mark,
    );
    expect(seen).toMatch(/^\d+ pixels differ, [12] squares/u);
  });

  test('a list that stands in by three points more', async () => {
    const seen = await compare('blocks', (mark) =>
      mark.type === 'run' && mark.x > 125 ? { ...mark, x: mark.x + 3 } : mark,
    );
    expect(seen).toMatch(/^\d+ pixels differ/u);
  });

  test('a rule that is missing', async () => {
    const seen = await compare('notes', (mark) =>
      mark.type === 'rect' && mark.widthPt === 120 ? { ...mark, widthPt: 0 } : mark,
    );
    expect(seen).toMatch(/^\d+ pixels differ/u);
  });

  test('a page of another size', () => {
    const grey = (widthPx: number): GreyPicture => ({
      widthPx,
      heightPx: 2,
      pixels: new Uint8Array(widthPx * 2),
    });
    expect(comparePictures(grey(2), grey(3))).toBe('3 × 2 pixels instead of 2 × 2');
  });

  test('not the same page once more, nor other greys at the edges of its letters', async () => {
    expect(await compare('words', (mark) => mark)).toBeUndefined();
    const [page] = await drawLaid(laySmall('words'));
    if (!page) throw new Error('not drawn');
    const pixels = page.pixels.map((grey, index) =>
      grey > 0 && grey < 255 ? Math.min(254, grey + (index % 13)) : grey,
    );
    expect(comparePictures(page, { ...page, pixels })).toBeUndefined();
    expect(comparePictures(page, { ...page, pixels: pixels.map((grey) => 255 - grey) })).toMatch(
      /pixels differ/u,
    );
  });
});
