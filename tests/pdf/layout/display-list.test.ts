import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/pdf/layout/display-list.ts';
import { spacer, stackHeight, type Unit } from '../../../src/pdf/layout/flow-block.ts';
import type { ChapterDress } from '../../../src/pdf/layout/pages/layout-chapter.ts';
import { imprintUnits } from '../../../src/pdf/layout/pages/layout-title-page.ts';
import { assetsOf, pngAsset } from '../../epub/build-document.ts';
import { chapter, member, page, smallCollection } from '../small-collection.ts';
import { layOutPost, theme } from './lay-out-post.ts';
import { layOutPart } from './lay-out-part.ts';
import { printDisplayList } from './print-display-list.ts';

const sample = 'posts/2011-12-02-strong-international-partnerships.md';
const assets = assetsOf(
  pngAsset('hills.png', 400, 120),
  pngAsset('sign.png', 16, 16),
  pngAsset('map.png', 80, 60),
);

/** Half a page of Letter, so that a few blocks fill more than one. */
const half = { widthPt: 612, heightPt: 396 };

describe('the pages of', () => {
  test('the sample post', async () => {
    const { list, messages } = layOutPost(readFileSync(sample, 'utf8'));
    expect(messages).toEqual([]);
    await expect(printDisplayList(list)).toMatchFileSnapshot('golden/sample.txt');
  });

  test.each([
    ['words', []],
    ['table', []],
    ['notes', []],
    ['blocks', []],
    ['code', ['10:1 info code-line-too-long Line of code of 103 characters is wrapped in the PDF']],
    ['pictures', []],
    ['headings', []],
    ['rows', []],
    ['callouts', []],
    ['ends', []],
    ['marks', []],
    ['arabic', []],
  ])('%s, of half a page', async (name, expected) => {
    const post = readFileSync(new URL(`pages/${name}.md`, import.meta.url), 'utf8');
    const { list, messages } = layOutPost(post, { ...half, assets });
    expect(messages).toEqual(expected);
    await expect(printDisplayList(list)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('what is wide, of whole pages and pages on their side', async () => {
    const { list, messages } = layOutPost(readFileSync(new URL('pages/wide.md', import.meta.url), 'utf8'));
    expect(messages).toEqual([
      '14:1 info table-turned Table of 8 columns does not fit at 9 pt; it stands on a page on its side',
      '21:1 info table-in-groups Table of 12 columns does not fit at 9 pt; its columns stand in groups below each other',
    ]);
    expect(list.pages.map(({ turned }) => turned)).toEqual([undefined, true, undefined]);
    await expect(printDisplayList(list)).toMatchFileSnapshot('golden/wide.txt');
    // Above the second group of columns, and before it, stands what is an artifact there.
    const repeated = list.pages.flatMap(({ placed }) => placed.filter((part) => part.repeated));
    const runs = repeated.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.type === 'run' ? mark.runs : [])),
    );
    expect(runs.map(({ text }) => text).join('')).toMatch(/^Columns 7 to 12 of 12Identifier/u);
  });

  test.each(['title-page', 'imprint', 'contents', 'division'] as const)(
    'the %s of a collection',
    async (kind) => {
      await expect(printDisplayList(layOutPart(kind))).toMatchFileSnapshot(`golden/collection-${kind}.txt`);
    },
  );
});

test('a title page without room to spare says all that it says with it', () => {
  const wordsOf = (heightPt?: number): readonly string[] =>
    printDisplayList(layOutPart('title-page', 'left', { ...(heightPt !== undefined && { heightPt }) }))
      .split('\n')
      .filter((line) => /^ {2}run /u.test(line))
      .map((line) => line.slice(line.indexOf('"')));
  const words = wordsOf();
  expect(words.length).toBeGreaterThan(3);
  expect(wordsOf(300)).toEqual(words);
});

test('the lines of an imprint stand at the foot of its page, also where they just fill it', () => {
  const units: ChapterDress['units'] = (document, style, context) => {
    const { metrics } = context.theme;
    const titlePage = { ...metrics.titlePage, sparePt: 0 };
    const own = { ...context.theme, metrics: { ...metrics, titlePage } };
    const at = (pageHeightPt: number): readonly Unit[] =>
      imprintUnits(document, style, { ...context, theme: own, pageHeightPt });
    const lines = at(0);
    const fullPt = stackHeight([spacer(0), ...lines]);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines[0]?.gapPt).toBe(titlePage.imprintGapPt);
    expect(at(fullPt - 1)).toEqual(lines);
    expect(at(fullPt)).toEqual([spacer(0), ...lines]);
    expect(at(fullPt + 8)).toEqual([{ ...spacer(0), heightPt: expect.closeTo(8, 5) as number }, ...lines]);
    return lines;
  };
  layOutPart('imprint', 'left', { changed: (dress) => ({ ...dress, units }) });
  expect.hasAssertions();
});

test('the lines of one entry of the contents are as far apart as any lines, and the next entry farther', () => {
  const title = 'A title of more words than a line of the contents holds '.repeat(2).trim();
  const chapters = [
    chapter('contents', page('contents', 'Contents')),
    chapter('division', page('division-1', '2011')),
    ...['un', 'deux'].map((name) =>
      chapter('post', member(name, `---\ntitle: ${title}\nlang: en\n---\n\nWords.\n`)),
    ),
  ];
  const { pages } = layOutPart('contents', 'left', { collection: smallCollection({ chapters }) });
  const lines = pages.flatMap(({ placed }) =>
    placed.flatMap(({ top, marks }) => (marks.some(({ type }) => type === 'link') ? [top] : [])),
  );
  const { leadingPt } = theme.type.body;
  const gapPt = leadingPt * theme.metrics.contents.gapLeadings;
  const steps = lines.slice(1).map((top, index) => top - (lines[index] ?? 0));
  expect(steps.slice(1, 4)).toEqual([0, gapPt, 0].map((pt) => expect.closeTo(leadingPt + pt, 5)));
});

test('a link to a table of which the first row breaks leads to where it begins', () => {
  const words = '<p>Words.</p>'.repeat(40);
  const { list } = layOutPost(
    `---\ntitle: T\nlang: en\n---\n\n<table id="rows"><tr><td>${words}</td></tr></table>\n`,
    { ...half },
  );
  const anchors = list.pages.map(({ placed }) =>
    placed.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'anchor' ? mark.id : []))),
  );
  expect(anchors).toEqual([['title', 'rows'], [], [], [], []]);
});

describe('the print of a page', () => {
  const { list } = layOutPost(
    '---\ntitle: A post\nlang: en\n---\n\nWords of a [link](https://www.example.org/).\n',
  );
  const printed = printDisplayList(list);
  const changed = (change: (mark: Mark) => Mark): string =>
    printDisplayList({
      ...list,
      pages: list.pages.map((page) => ({
        ...page,
        placed: page.placed.map((placed) => ({ ...placed, marks: placed.marks.map(change) })),
      })),
    });

  test.each<readonly [string, (mark: Mark) => Mark]>([
    ['a tenth of a point to the side', (mark) => ('x' in mark ? { ...mark, x: mark.x + 0.1 } : mark)],
    ['a tenth of a point down', (mark) => (mark.type === 'run' ? { ...mark, y: mark.y + 0.1 } : mark)],
    ['another size', (mark) => (mark.type === 'run' ? { ...mark, sizePt: mark.sizePt + 0.1 } : mark)],
    ['another colour', (mark) => (mark.type === 'rect' ? { ...mark, colour: [0, 0, 1] } : mark)],
    ['an artifact', (mark) => (mark.type === 'run' ? { ...mark, slot: null } : mark)],
    ['a narrower link', (mark) => (mark.type === 'link' ? { ...mark, widthPt: mark.widthPt - 0.1 } : mark)],
    ['another name', (mark) => (mark.type === 'link' ? { ...mark, contents: 'Link' } : mark)],
    ['other words', (mark) => (mark.type === 'run' ? { ...mark, runs: mark.runs.slice(1) } : mark)],
  ])('shows %s', (_name, change) => {
    expect(changed((mark) => mark)).toBe(printed);
    expect(changed(change)).not.toBe(printed);
  });
});
