import { describe, expect, test } from 'vitest';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { openFace } from '../../../src/fonts/open-face.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { readPdf } from '../../../src/readback/read-pdf.ts';
import { pngAsset, assetsOf } from '../../epub/build-document.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { chapter, member, renderOptions, smallCollection, titlePage } from '../small-collection.ts';
import { mostGrowth } from '../../growth.ts';
import { readPdfNavigation } from '../../readback/read-pdf-navigation.ts';
import { printPdf } from './print-pdf.ts';

const post = `---
title: A post & its file
lang: en
byline: By A. Author
authors: [A. Author]
summary: What is <written>.
subjects: [files, tags]
released: 2011-12-09
---

Words, a [link](https://www.example.org/é) and [another](#second), H<sub>2</sub>O, ==a mark== and ~~struck~~ words.[^1]
Un mot :lang[français]{lang=fr}, :abbr[HTML]{title="HyperText Markup Language"}, and \`code\`.

## First

![A map](map.png)

| Name | Number |
| --- | ---: |
| one | 1 |

## Second

1. One
2. Two

> A quotation
>
> — by whom

[^1]: The note.
`;

/** Words from the right with marks above them, a hyphen that is drawn only, tabs, and what is drawn without a meaning. */
const harder = `---
title: A harder post
lang: en
---

Words and :lang[שָׁלוֹם]{lang=he} from the right.[^b] ![](line.png)

\`\`\`
a\tb
\`\`\`

| | One | Two |
| --- | --- | --- |
| Three | | |

![A line](line.png)

An${'\u00AD'}ti${'\u00AD'}${'dis\u00ADes\u00ADtab\u00ADlish\u00ADment\u00AD'.repeat(9)}ism.[^a]

[^a]: The second note.

[^b]: The first note.
`;

const head = '---\ntitle: T\nlang: en\n---\n\n';

async function printPost(body: string): Promise<string> {
  const publication = publicationOfPost(readDocument(`${head}${body}`), strings);
  return printPdf((await renderPdf(publication, await renderOptions())).value.bytes);
}

/** The roles of the kids of each element of a role: the file goes from a page to its elements, too, in another order. */
function kidsOf(printed: string, role: string): readonly (readonly (string | undefined)[])[] {
  const elements = printed.matchAll(new RegExp(`/S /${role} .*/K \\[([#\\d ]+)\\]`, 'gu'));
  return [...elements].map(([, kids = '']) =>
    kids.split(' ').map((kid) => new RegExp(`^${kid} .*/S /(\\w+) `, 'mu').exec(printed)?.[1]),
  );
}
const rowsOf = (printed: string): readonly (readonly (string | undefined)[])[] => kidsOf(printed, 'TR');

describe('what is written of', () => {
  test('a post with words from the right, hyphens, tabs and pictures without a meaning', async () => {
    const fonts = await readFonts(['@expo-google-fonts/noto-sans-hebrew'], '.');
    const assets = assetsOf(pngAsset('line.png', 20, 2));
    const publication = { ...publicationOfPost(readDocument(harder), strings), assets };
    const { value } = await renderPdf(publication, { ...(await renderOptions()), fonts });
    await expect(printPdf(value.bytes)).toMatchFileSnapshot('golden/harder-post.txt');
  });

  test('a post', async () => {
    const options = { ...(await renderOptions()), page: 'a4' as const };
    const assets = assetsOf(pngAsset('map.png', 8, 6));
    const publication = { ...publicationOfPost(readDocument(post), strings), assets };
    const { value } = await renderPdf(publication, options);
    await expect(printPdf(value.bytes)).toMatchFileSnapshot('golden/post.txt');
  });

  test('a collection: bookmarks, labels, names and metadata', async () => {
    const { value } = await renderPdf(smallCollection(), await renderOptions());
    const keys = [
      'Outlines',
      'PageMode',
      'PageLabels',
      'Names',
      'Metadata',
      'Lang',
      'MarkInfo',
      'ViewerPreferences',
    ];
    expect(kidsOf(printPdf(value.bytes, ['StructTreeRoot']), 'Document')).toMatchInlineSnapshot(`
      [
        [
          "Part",
          "Part",
          "Part",
          "Part",
          "Part",
          "Part",
          "Part",
        ],
      ]
    `);
    const printed = printPdf(value.bytes, [...keys, 'RoleMap']);
    // Destinations lead to pages, and pages to everything else.
    await expect(
      printed
        .split('\n')
        .filter((line) => !/^(?:#\d+ .*\/(?:Page|Font|StructElem)\b| {4}(?!<))/u.test(line))
        .join('\n'),
    ).toMatchFileSnapshot('golden/collection.txt');
  });

  test('a long address on many lines: once for all of them, with its words', async () => {
    const bytesOf = async (url: string): Promise<Uint8Array> => {
      const publication = publicationOfPost(readDocument(`${head}<${url}>`), strings);
      return (await renderPdf(publication, await renderOptions())).value.bytes;
    };
    const [short, long] = [8_000, 16_000].map((length) => `https://www.example.org/${'a'.repeat(length)}`);
    const [few, many] = [await bytesOf(short ?? ''), await bytesOf(long ?? '')];
    const { links } = readPdfNavigation(many);
    expect(links.length).toBeGreaterThan(100);
    expect(new Set(links.map(({ url, contents }) => `${url} ${contents}`))).toEqual(
      new Set([`${long} ${long}`]),
    );
    expect(many.length / few.length).toBeLessThan(mostGrowth);
  });

  test('ids in the order of their bytes, for a reader halves the tree to find one', async () => {
    const notes = Array.from({ length: 11 }, (_, index) => index + 1);
    const text = `${notes.map((note) => `Word[^${note}]`).join(' ')}\n\n${notes.map((note) => `[^${note}]: Note.`).join('\n')}`;
    const printed = await printPost(text);
    const ids = /\/IDTree <<\/Names \[([^\]]*)\]/u.exec(printed)?.[1]?.match(/"[^"]*"/gu) ?? [];
    expect(ids).toHaveLength(11);
    expect(ids).toEqual(ids.toSorted());
    expect(ids.slice(0, 4)).toEqual(['"fn-1"', '"fn-10"', '"fn-11"', '"fn-2"']);
  });

  test('a cell of a head without words, which heads nothing and keeps its column in place', async () => {
    const printed = await printPost('| One | | Three |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n');
    expect(rowsOf(printed)).toEqual([
      ['TH', 'TD', 'TH'],
      ['TD', 'TD', 'TD'],
    ]);
  });

  test('a book with one page at its front', async () => {
    const chapters = [chapter('title-page', titlePage()), chapter('post', member('a', `${head}Words.\n`))];
    const { value } = await renderPdf(smallCollection({ chapters }), await renderOptions());
    expect(printPdf(value.bytes)).toContain('/PageLabels <</Nums [0 <</S /r>> 1 <</S /D>>]>>');
  });

  test('each page and each link has a number of its own in the tree, a drawn cover too', async () => {
    const asset = pngAsset('cover.png', 60, 80);
    const image = { type: 'image', imageId: asset.id, source: asset.id, alt: '', decorative: true } as const;
    const cover = { image, drawn: true };
    const book = smallCollection({ cover, assets: new Map([[asset.id, asset]]) });
    const { value } = await renderPdf(book, await renderOptions());
    const numbers = [...printPdf(value.bytes).matchAll(/\/StructParents? (\d+)/gu)].map(([, at]) =>
      Number(at),
    );
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([...numbers.keys()]);
  });

  test('letters with their marks, on the line in one piece', async () => {
    const printed = await printPost('A\u0302\u0323\u0301x and e\u0323\u0302\u0301y');
    expect(printed.match(/^ {4}.*\bTs\b.*$/gmu)).toBeNull();
    const shown = [...printed.matchAll(/^ {4}<[0-9a-f]{4}> <([0-9a-f]+)>$/gmu)].map(([, text]) => text);
    expect(shown.join(' ')).toContain('0041 030203230301 0065 032303020301');
  });

  test('words whose glyphs cannot be composed, as an actual text', async () => {
    const options = await renderOptions();
    for (const face of options.fonts.faces) Object.assign(openFace(face), { composable: false });
    const publication = publicationOfPost(
      readDocument(`${head}Here is ọ́jọ́ and A\u0302\u0323\u0301.`),
      strings,
    );
    const { value } = await renderPdf(publication, options);
    const printed = printPdf(value.bytes);
    const actualTexts = [...printed.matchAll(/\/ActualText <FEFF([0-9A-F]*)>/gu)];
    expect(actualTexts.map(([, text = '']) => text.match(/.{4}/gu)?.join(' '))).toEqual([
      '1ECD 0301',
      '1ECD 0301 0020',
      '0041 0302 0323 0301',
    ]);
    expect(printed).toMatch(/^ {4}.*\bTs\b/mu);
    expect((await readPdf(value.bytes)).text).toContain('Here is ọ́jọ́ and A\u0302\u0323\u0301.');
    expect(printed).not.toContain('200b');
  });

  test.each([
    ['letters with more glyphs than characters', 'Yoruba: ọ́jọ́, ẹ̀kọ́. Igbo: ụ́lọ̀. Navajo: į́į́.'],
    ['vowels before their letter and over two', 'ऐसे दुनिया की शक्ति, स्त्री प्रार्थना क्षि'],
    ['joined signs', '👨\u200D👩\u200D👧\u200D👦 1\uFE0F\u20E3 ❤\uFE0F 🇫🇷 👍🏽'],
    ['places to break, which are none on paper', 'a\u200Bb c\u00ADd', 'ab cd'],
  ])('%s with the characters of the post and no others', async (_, words, shown = words) => {
    const publication = publicationOfPost(readDocument(`${head}${words}\n`), strings);
    const { value } = await renderPdf(publication, await renderOptions());
    expect((await readPdf(value.bytes)).text).toContain(`\n${shown}\n`);
    expect(printPdf(value.bytes)).not.toMatch(/<200b>/iu);
  });

  test('signs of the layout as shapes: at wrapped code, and the dots of the contents', async () => {
    const words = `\`\`\`\n${'word '.repeat(40)}\n\`\`\`\n`;
    const post = publicationOfPost(readDocument(`${head}${words}`), strings);
    const read = await readPdf((await renderPdf(post, await renderOptions())).value.bytes);
    expect(read.artifactText).toEqual(['TPage 1 of 1']);
    expect(read.problems).toEqual([]);
    const book = smallCollection();
    expect(book.chapters.map(({ kind }) => kind)).toContain('contents');
    const { bytes } = (await renderPdf(book, await renderOptions())).value;
    const pages = await readPdf(bytes);
    expect(pages.artifactText.join(' ')).not.toContain('. .');
    // One line for all dots of an entry.
    const line = /^ {4}q [\d. ]+ RG 1\.68 w 1 J \[0 5\.88\] 0 d [\d.]+ [\d.]+ m [\d.]+ [\d.]+ l S Q$/gmu;
    const entries = printPdf(bytes).match(line);
    expect(entries).toHaveLength(6);
  });

  test('the sign of a callout, an area from corner to corner', async () => {
    const areas = (await printPost(':::warning\nWords.\n:::\n')).match(/\S+ \S+ \S+ rg .* h f$/gmu) ?? [];
    expect(areas).toHaveLength(3);
    for (const area of areas)
      expect(area).toMatch(/^(?:[\d.]+ ){3}rg (?:[\d.]+ ){2}m (?:(?:[\d.]+ ){2}l ){2,}h f$/u);
  });

  test('the head that a table repeats on a further page, and the word above it, are artifacts of pagination', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `| ${row} | words |\n`).join('');
    const printed = await printPost(`| Head | Other |\n| --- | --- |\n${rows}\n---\n`);
    const pages = (printed.match(/(?:^ {4}.*\n)+/gmu) ?? []).filter((stream) => stream.includes('/MCID'));
    const artifacts = pages.map((stream) =>
      [...stream.matchAll(/\/Artifact <<(.*)>> BDC\n([^]*?)EMC/gu)].map(
        ([, properties, marks = '']) =>
          `${properties} ${marks.includes('Tj') || marks.includes('TJ') ? 'words' : 'area'}`,
      ),
    );
    const [first = [], second = []] = artifacts.map((page) =>
      page.filter((artifact) => !artifact.includes('/Subtype')),
    );
    // Ground and rules of the table where it begins; of its further page its own, and those of what is repeated.
    expect(first).toEqual(['/Type /Layout area']);
    expect(second).toEqual([
      '/Type /Layout area',
      '/Type /Pagination area',
      ...Array.from({ length: 3 }, () => '/Type /Pagination words'),
    ]);
  });

  test('a page that begins with a picture without a meaning', async () => {
    const publication = {
      ...publicationOfPost(
        readDocument(
          `${head.replace('title: T\n', '')}:::figure{decorative}\n![](line.png)\n:::\n\nWords.\n`,
        ),
        strings,
      ),
      assets: assetsOf(pngAsset('line.png', 20, 2)),
    };
    const { value } = await renderPdf(publication, await renderOptions());
    const streams = printPdf(value.bytes).match(/(?:^ {4}.*\n)+/gmu) ?? [];
    expect(streams.find((stream) => stream.includes('/Artifact'))).toMatchInlineSnapshot(`
      "    1 0 0 -1 0 792 cm
          /Artifact <</Type /Layout>> BDC
          q
          15 0 0 -1.5 118.5 73.5 cm
          /I1 Do
          Q
          EMC
          /P <</MCID 0>> BDC
          0.102 0.102 0.102 rg
          BT 1 0 0 -1 118.5 95.08 Tm
          /F1 12 Tf [<0001>22<00020003>13<000400050006>] TJ
          ET
          EMC
          /Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom] /BBox [0 34 612 52]>> BDC
          0.29 0.29 0.29 rg
          BT 1 0 0 -1 515.538 752 Tm
          /F1 9 Tf [<000700080009000a000b000c000b0002>11<000d000b000c>] TJ
          ET
          EMC
      "
    `);
  });

  test('a post of which nothing is said', async () => {
    const text = '---\nlang: en\n---\n\n:::figure{decorative}\n![](line.png)\n:::\n';
    const assets = assetsOf(pngAsset('line.png', 20, 2));
    const { value } = await renderPdf(
      { ...publicationOfPost(readDocument(text), strings), assets },
      await renderOptions(),
    );
    expect(printPdf(value.bytes, ['StructTreeRoot']).match(/^.*StructElem.*$/gmu)).toMatchInlineSnapshot(`
      [
        "#3 <</Type /StructElem /S /Document /P #1 /Lang "en">>",
      ]
    `);
  });

  test('cells that hold nothing but a picture without a meaning stay in their columns', async () => {
    const assets = assetsOf(pngAsset('line.png', 20, 2));
    const image = '<img src="line.png" alt="">';
    const text = `<table><thead><tr><th>${image}</th><th>Two</th></tr></thead><tr><td>${image}</td><td>2</td></tr></table>\n`;
    const publication = { ...publicationOfPost(readDocument(`${head}${text}`), strings), assets };
    const { value } = await renderPdf(publication, await renderOptions());
    expect(rowsOf(printPdf(value.bytes))).toEqual([
      ['TH', 'TH'],
      ['TD', 'TD'],
    ]);
  });
});
