import { describe, expect, test } from 'vitest';
import type { Block, Document, Table, TableCell } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { baseDirection } from '../../src/document/direction.ts';
import type { Book } from '../../src/epub/package/book.ts';
import { columnShares } from '../../src/epub/xhtml/column-shares.ts';
import { externalHref } from '../../src/epub/xhtml/external-href.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import {
  assetsOf,
  buildDocument,
  heading,
  inlines,
  paragraph,
  pngAsset,
  readEnglish,
  section,
} from './build-document.ts';

const strings = readEnglish();
const dot = pngAsset('dot.png', 4, 4);

function bookOf(document: Document, fileLimit?: number): Book {
  const { value, messages } = makeBook(publicationOfPost(document, strings, { assets: assetsOf(dot) }), {
    ...(fileLimit !== undefined && { fileLimit }),
  });
  expect(messages).toEqual([]);
  return value;
}

function statementsOf(...body: readonly Block[]): readonly string[] {
  return bookOf(buildDocument({ body })).accessibility.map(({ property, value }) => `${property} ${value}`);
}

const features = [
  'ARIA',
  'displayTransformability',
  'readingOrder',
  'structuralNavigation',
  'tableOfContents',
].map((feature) => `accessibilityFeature ${feature}`);
const end = ['accessibilityHazard none', `accessibilitySummary ${strings.words.accessibilityNotEvaluated}`];
const picture = { type: 'image', imageId: 'dot.png', source: 'dot.png', decorative: false } as const;

describe('accessibility metadata is computed from the content', () => {
  test('of words only', () => {
    const expected = ['accessMode textual', 'accessModeSufficient textual', ...features, ...end];
    expect(statementsOf(paragraph('words'))).toEqual(expected);
  });

  test('of a picture with a text alternative', () => {
    expect(statementsOf(paragraph({ ...picture, alt: 'dot' }))).toEqual([
      'accessMode textual',
      'accessMode visual',
      'accessModeSufficient textual',
      'accessModeSufficient textual,visual',
      'accessibilityFeature alternativeText',
      ...features,
      ...end,
    ]);
  });

  test('of a picture without one: text alone is not enough', () => {
    const [first, second, ...rest] = statementsOf(paragraph(picture));
    expect([first, second]).toEqual(['accessMode textual', 'accessMode visual']);
    expect(rest).toEqual([
      'accessModeSufficient textual,visual',
      ...features,
      'accessibilityHazard none',
      `accessibilitySummary Pictures without a text alternative: 1. ${strings.words.accessibilityNotEvaluated}`,
    ]);
  });

  test('an animated picture is an unknown hazard', () => {
    const document = buildDocument({ body: [paragraph({ ...picture, alt: 'dot' })] });
    const { value } = makeBook(
      publicationOfPost(document, strings, { assets: assetsOf({ ...dot, frames: 2 }) }),
      {},
    );
    const hazards = value.accessibility.filter(({ property }) => property === 'accessibilityHazard');
    expect(hazards).toEqual([{ property: 'accessibilityHazard', value: 'unknown' }]);
    expect(value.accessibility.at(-1)?.value).toBe(
      `Moving pictures that nobody has checked for flashes: 1. ${strings.words.accessibilityNotEvaluated}`,
    );
  });

  test('the summary counts what is lacking, and repeats no feature that has a code', () => {
    const cell = (header: TableCell['header']): TableCell => ({
      type: 'table-cell',
      column: 0,
      colSpan: 1,
      rowSpan: 1,
      ...(header && { header }),
      children: [paragraph('cell')],
    });
    const table = (header?: TableCell['header']): Table => ({
      type: 'table',
      columns: [{}],
      head: [],
      body: [{ type: 'table-row', cells: [cell(header)] }],
      foot: [],
    });
    const missing = {
      type: 'missing-image',
      source: 'gone.png',
      children: [{ type: 'text', value: 'gone', offset: 0 }],
    } as const;
    const document = buildDocument({
      body: [
        table(),
        table('row'),
        table(),
        paragraph(missing),
        paragraph(
          picture,
          { ...picture, alt: '' },
          { ...picture, alt: 'dot' },
          { ...picture, decorative: true },
        ),
      ],
    });
    const { lang: _, ...metadata } = document.metadata;
    expect(bookOf({ ...document, metadata }).accessibility.at(-1)).toEqual({
      property: 'accessibilitySummary',
      value: [
        'Pictures without a text alternative: 2.',
        'Pictures that could not be included: 1.',
        'Tables without header cells: 2.',
        'The language of the text is not given.',
        'Not evaluated: conformance to WCAG has not been checked by a person.',
      ].join(' '),
      language: 'en',
    });
  });
});

describe('a large post is split', () => {
  const long = 'many words '.repeat(60);
  const link = (id: string): Block => ({
    ...paragraph(),
    children: [{ type: 'link', target: { kind: 'internal', id }, children: inlines('there') }],
  });
  const note: Block = {
    type: 'note',
    id: 'fn-1',
    label: '1',
    references: ['ref-1'],
    children: [paragraph(long)],
  };
  const reference = { type: 'note-reference', id: 'ref-1', noteId: 'fn-1', label: '1' } as const;
  const document = buildDocument({
    body: [
      section(heading(2, 'one', 'One'), paragraph(long), link('two'), link('one')),
      section(
        heading(2, 'two', 'Two'),
        paragraph(long),
        paragraph(long, reference),
        note,
        section(heading(3, 'two-a', 'Two a'), paragraph(long)),
      ),
    ],
  });
  const files = bookOf(document, 1500).files;

  test('between sections and, where a section is too large, between its blocks', () => {
    expect(files.map((file) => [file.fileName, file.title])).toEqual([
      ['post.xhtml', 'A post'],
      ['post-2.xhtml', 'A post (2)'],
      ['post-3.xhtml', 'A post (3)'],
      ['post-4.xhtml', 'A post (4)'],
    ]);
    const headings = files.map((file) =>
      [...file.xhtml.matchAll(/<h\d id="([^"]*)"/gu)].map((match) => match[1]),
    );
    expect(headings).toEqual([['title', 'one'], ['two'], [], ['two-a']]);
  });

  test('with the addresses of other files, and a note beside its reference', () => {
    expect(files[0]?.xhtml).toContain('<a href="post-2.xhtml#two">there</a>');
    expect(files[0]?.xhtml).toContain('<a href="#one">there</a>');
    expect(files[2]?.xhtml).toContain('href="#fn-1"');
    expect(files[2]?.xhtml).toContain('<aside id="fn-1"');
  });

  test('and only the first file is the chapter', () => {
    expect(files.map((file) => file.xhtml.includes('doc-chapter'))).toEqual([true, false, false, false]);
  });

  test('the contents lead to the right files', () => {
    const { toc } = bookOf(document, 1500);
    expect(toc).toEqual([
      {
        label: 'A post',
        href: 'post.xhtml#title',
        playOrder: 1,
        children: [
          { label: 'One', href: 'post.xhtml#one', playOrder: 2, children: [] },
          {
            label: 'Two',
            href: 'post-2.xhtml#two',
            playOrder: 3,
            children: [{ label: 'Two a', href: 'post-4.xhtml#two-a', playOrder: 4, children: [] }],
          },
        ],
      },
    ]);
  });

  test('a small one is not', () => {
    expect(bookOf(document).files.map((file) => file.fileName)).toEqual(['post.xhtml']);
  });
});

test('an address that no node has is a defect of ours', () => {
  const link = {
    type: 'link',
    target: { kind: 'internal', id: 'nowhere' },
    children: inlines('there'),
  } as const;
  expect(() => bookOf(buildDocument({ body: [paragraph(link)] }))).toThrow('no node has the id “nowhere”');
});

test.each([
  ['https://example.org/ü?q=a|b[1]#ä', 'https://example.org/%C3%BC?q=a%7Cb%5B1%5D#%C3%A4'],
  ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
  ['https://example.org?a=100%', 'https://example.org/?a=100%25'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['https://example.org/#a#b', 'https://example.org/#a%23b'],
  ['http://[bad', undefined],
  ['no address', undefined],
])('the address %s is written as %s', (url, expected) => {
  expect(externalHref(url)).toBe(expected);
});

test.each([
  ['en-US', 'ltr'],
  ['ar', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['und', 'ltr'],
] as const)('%s runs %s', (lang, direction) => {
  expect(baseDirection(lang)).toBe(direction);
});

test('regions of one name are not named by it', () => {
  const body = [
    section(heading(2, 'a', 'Same')),
    section(heading(2, 'b', 'same')),
    section(heading(2, 'c', 'Other')),
    section(heading(2, 'e')),
  ];
  const xhtml = bookOf(buildDocument({ body })).files[0]?.xhtml ?? '';
  const regions = [...xhtml.matchAll(/<section(?! role)([^>]*)>/gu)];
  expect(regions.map((match) => match[1])).toEqual(['', '', ' aria-labelledby="c"', '']);
});

describe('a table', () => {
  const table = (...words: readonly string[]): Block => ({
    type: 'table',
    columns: words.map(() => ({})),
    head: [],
    body: [
      {
        type: 'table-row',
        cells: words.map((word, column) => ({
          type: 'table-cell',
          column,
          colSpan: 1,
          rowSpan: 1,
          children: [paragraph(word)],
        })),
      },
    ],
    foot: [],
  });
  const written = (block: Block): string =>
    bookOf(buildDocument({ body: [block] })).files[0]?.xhtml.replaceAll('\n', '') ?? '';

  test('that fits on a line has the widths that a browser gives it, and no region that scrolls', () => {
    expect(written(table('Yes', 'No', 'Nowhere'))).toContain('<table><tbody>');
    expect(written(table('Yes', 'No', 'Nowhere'))).not.toContain('role="region"');
  });

  test('with sentences leaves a column of short words its words', () => {
    const sentence = 'What belongs to the text, and what does not belong to it at all, and all of the rest';
    const xhtml = written(table('Survey', sentence));
    expect(xhtml).toContain(
      '<table class="shared"><colgroup><col style="width: 21.6%"/><col style="width: 78.4%"/></colgroup>',
    );
  });

  test('of many columns shares the width by their words', () => {
    const xhtml = written(table(...Array.from({ length: 5 }, () => 'responsibilities')));
    expect(xhtml.split('<col style="width: 20%"/>')).toHaveLength(6);
  });
});

test.each([
  ['2011-12', true],
  ['2011-12-02', true],
  ['2011-12-02T10:20:30+02:00', true],
  ['2011-13', false],
  ['2011-02-30', false],
  ['2011-12-02T25:00', false],
  ['yesterday', false],
])('the time %s is written: %s', (datetime, written) => {
  const span = { type: 'span', kind: 'time', datetime, children: inlines('then') } as const;
  const xhtml = bookOf(buildDocument({ body: [paragraph(span)] })).files[0]?.xhtml;
  expect(xhtml).toContain(
    written ? `<p><time datetime="${datetime}">then</time></p>` : '<p><span>then</span></p>',
  );
});

test('the header holds the title block, never words of the body', () => {
  const titleBlock = [heading(1, 'title', 'A post'), { ...paragraph('By us'), role: 'byline' as const }];
  const [file] = bookOf(
    buildDocument({ titleBlock, body: [paragraph('First.'), paragraph('Second.')] }),
  ).files;
  const header = /<header[^>]*>(.*)<\/header>/su.exec(file?.xhtml ?? '')?.[1];
  expect(
    header
      ?.replace(/<[^>]+>/gu, '')
      .trim()
      .split(/\n+/u),
  ).toEqual(['A post', 'By us']);
  expect(file?.xhtml).toContain('<p>First.</p>');
});

test.runIf(isLong)('an address takes time that grows with its length', async () => {
  const work = (size: number): unknown => externalHref(`https://example.org/${'('.repeat(size)}#`);
  expect(await growth(work, 20_000)).toBeLessThan(mostGrowth);
});

test('a column of capitals is wider than one of small letters, and one of bold capitals wider still', () => {
  const firstShare = (word: string, header?: 'row'): number => {
    const cells = [word, 'a cell of many words that asks for room'].map((text, column): TableCell => ({
      type: 'table-cell',
      column,
      colSpan: 1,
      rowSpan: 1,
      ...(header !== undefined && column === 0 && { header }),
      children: [paragraph(text)],
    }));
    const body = [{ type: 'table-row' as const, cells }];
    return columnShares({ type: 'table', columns: [{}, {}], head: [], body, foot: [] })?.[0] ?? 0;
  };
  expect(firstShare('epub')).toBe(14.7);
  expect(firstShare('EPUB')).toBe(18.8);
  expect(firstShare('EPUB', 'row')).toBe(20.4);
});

test.runIf(isLong)('the columns of a table take time that grows with them', async () => {
  const tableOf = (size: number): Table => {
    const cells = Array.from({ length: size }, (_, column): TableCell => ({
      type: 'table-cell',
      column,
      colSpan: 1,
      rowSpan: 1,
      children: [paragraph('a word')],
    }));
    const columns = cells.map(() => ({}));
    return { type: 'table', columns, head: [], body: [{ type: 'table-row', cells }], foot: [] };
  };
  expect(columnShares(tableOf(2))).toBe(undefined);
  expect(columnShares(tableOf(10))).toEqual(Array.from({ length: 10 }, () => 10));
  expect(await growth((size) => columnShares(tableOf(size)), 10_000)).toBeLessThan(mostGrowth);
  const filtered = (size: number): unknown => {
    const [row] = tableOf(size).body;
    return row?.cells.map((_, column) => row.cells.filter((cell) => cell.column === column));
  };
  expect(await growthOfSquare(filtered, 1000)).toBeGreaterThan(mostGrowth);
});

test('a reference to a note directly behind another stands apart from it', () => {
  const reference = (label: string): Inline => ({
    type: 'note-reference',
    id: `ref-${label}`,
    noteId: 'title',
    label,
  });
  const body = [paragraph('A', reference('1'), 'b', reference('2'), reference('3'))];
  const [file] = bookOf(buildDocument({ body })).files;
  const classes = [...(file?.xhtml ?? '').matchAll(/<a ([^>]*)role="doc-noteref"/gu)].map(([, own]) => own);
  expect(classes).toEqual(['id="ref-1" ', 'id="ref-2" ', 'id="ref-3" class="next-note" ']);
});

test('the head of a post is the title page that the landmarks name, and a post without a title has none', () => {
  const titleBlock = [heading(1, 'title', 'A post')];
  const titled = bookOf(buildDocument({ titleBlock, body: [paragraph('First.')] }));
  expect(titled.landmarks[0]).toEqual({ type: 'titlepage', label: 'Title page', href: 'post.xhtml' });
  expect(titled.files[0]?.xhtml).toContain('<header epub:type="titlepage">');
  const untitled = bookOf(buildDocument({ titleBlock: [paragraph('By us')], body: [paragraph('First.')] }));
  expect(untitled.landmarks.map(({ type }) => type)).toEqual(['toc', 'bodymatter']);
  expect(untitled.files[0]?.xhtml).toContain('<header>');
});

test.each([
  ['ar', undefined, 'ltr'],
  ['en', undefined, 'ltr'],
  ['ar', 'rtl', 'rtl'],
] as const)('code in a post in %s that says %s is read %s', (lang, dir, read) => {
  const code: Block = {
    type: 'code-block',
    lines: [{ type: 'text', value: 'f(a);', offset: 0 }],
    ...(dir && { dir }),
  };
  const document = buildDocument({ body: [code] });
  const { files } = bookOf({ ...document, metadata: { ...document.metadata, lang } });
  expect(files[0]?.xhtml).toContain(`<pre dir="${read}"><code translate="no">`);
});
