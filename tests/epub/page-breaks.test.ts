import { describe, expect, test } from 'vitest';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import type { Block, Document, TableCell } from '../../src/document/document.ts';
import type { Image, Inline } from '../../src/document/inline.ts';
import type { PageStart } from '../../src/document/page-start.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { walk, walkDocument } from '../../src/document/walk.ts';
import type { Book } from '../../src/epub/package/book.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import { packEpub } from '../../src/epub/pack/pack-epub.ts';
import { readEpub, type EpubReadback } from '../../src/readback/read-epub.ts';
import {
  assetsOf,
  buildDocument,
  heading,
  inlines,
  paragraph,
  pngAsset,
  readEnglish,
  section,
  text,
} from './build-document.ts';
import { everyConstruct } from './every-construct.ts';

const strings = readEnglish();
const templates = await readEpubTemplates();
const assets = assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200));
const picture: Image = {
  type: 'image',
  imageId: 'dot.png',
  source: 'dot.png',
  alt: 'A dot',
  decorative: false,
};

/** All characters in the order of their offsets; U+FFFC stands for a picture. */
function sequenceOf(document: Document): string {
  return [...walkDocument(document)]
    .map((node) => (node.type === 'text' ? node.value : node.type === 'image' ? '\uFFFC' : ''))
    .join('');
}

/** Where the words of each note stand in the sequence. */
function notesOf(document: Document): readonly { readonly start: number; readonly end: number }[] {
  return [...walkDocument(document)].flatMap((node) => {
    if (node.type !== 'note') return [];
    const texts = [...walk(node.children)].filter((child) => child.type === 'text');
    const ends = texts.map(({ offset, value }) => offset + value.length);
    return [{ start: Math.min(...texts.map(({ offset }) => offset)), end: Math.max(...ends) }];
  });
}

interface Paged {
  readonly book: Book;
  readonly read: EpubReadback;
  readonly messages: readonly Message[];
  /** The content documents one after the other in one line, markers as `[label]`. */
  readonly xhtml: string;
}

async function pagesAt(document: Document, pageStarts: readonly PageStart[]): Promise<Paged> {
  const { value: book, messages } = makeBook(publicationOfPost(document, strings, { assets }), {
    pageStarts,
  });
  const read = await readEpub(await packEpub(book, templates));
  expect(read.problems).toEqual([]);
  const xhtml = book.files
    .map((file) => file.xhtml)
    .join('')
    .replaceAll('\n', '')
    .replace(/<span [^>]*role="doc-pagebreak"[^>]*aria-label=" page (\w+)\. "[^>]*><\/span>/gu, '[$1]');
  return { book, read, messages, xhtml };
}

/** The book in which page 1 begins with the first block and page 2 with the given words. */
async function pageAt(words: string, ...body: readonly Block[]): Promise<Paged> {
  const document = buildDocument({ body });
  const offset = sequenceOf(document).indexOf(words);
  expect(offset).toBeGreaterThan(0);
  return pagesAt(document, [
    { label: '1', offset: 0 },
    { label: '2', offset },
  ]);
}

function cell(column: number, ...children: readonly Block[]): TableCell {
  return { type: 'table-cell', column, colSpan: 1, rowSpan: 1, children };
}

function link(...parts: readonly (Inline | string)[]): Inline {
  return {
    type: 'link',
    target: { kind: 'external', url: 'https://example.org/' },
    children: inlines(...parts),
  };
}

const table: Block = {
  type: 'table',
  caption: { ...paragraph('The caption'), role: 'caption' },
  columns: [{}, {}],
  head: [],
  body: [{ type: 'table-row', cells: [cell(0, paragraph('one two')), cell(1, paragraph('three'))] }],
  foot: [],
};
const code: Block = { type: 'code-block', lines: [text('first();'), text(''), text('second();')] };
const noted = paragraph('Said', { type: 'note-reference', id: 'ref', noteId: 'fn', label: '1' }, '.');
const note: Block = {
  type: 'note',
  id: 'fn',
  label: '1',
  references: ['ref'],
  children: [paragraph('Noted here.')],
};
const ruby: Inline = { type: 'ruby', base: inlines('base'), annotation: inlines('over') };

describe('a marker stands at the character', () => {
  test.each<[string, string, readonly Block[], string]>([
    ['of a paragraph', 'two', [paragraph('one two')], '<p>one [2]two</p>'],
    ['that begins one', 'one', [paragraph('one two')], '<p>[2]one two</p>'],
    [
      'of a span',
      'two',
      [paragraph({ type: 'span', kind: 'emphasis', children: inlines('one two') })],
      '<em>one [2]two</em>',
    ],
    ['after a place to break the line', 'two', [paragraph('one\u200Btwo')], '<p>one<wbr/>[2]two</p>'],
    ['of a heading', 'two', [section(heading(2, 'h', 'one two'))], '<h2 id="h">one [2]two</h2>'],
    ['of a cell', 'three', [table], '<td>one two</td><td>[2]three</td>'],
    [
      'of an item',
      'two',
      [
        {
          type: 'list',
          numbering: 'bullet',
          tight: true,
          depth: 0,
          items: [
            { type: 'list-item', children: [paragraph('one')] },
            { type: 'list-item', checked: true, children: [paragraph('two')] },
          ],
        },
      ],
      '☑</span> [2]two</li>',
    ],
    [
      'of a caption',
      'caption',
      [{ type: 'figure', image: picture, caption: paragraph('The caption') }],
      '<figcaption>The [2]caption</figcaption>',
    ],
    [
      'of a term',
      'term',
      [
        {
          type: 'definition-list',
          items: [{ type: 'definition-item', terms: [paragraph('term')], definitions: [[paragraph('d')]] }],
        },
      ],
      '<dt>[2]term</dt>',
    ],
    [
      'of a line of verse',
      'two',
      [{ type: 'verse', kind: 'verse', lines: [inlines('one'), inlines('two')] }],
      'one<br/>[2]two',
    ],
    ['before a picture in a line', '\uFFFC', [paragraph('one ', picture)], '<p>one [2]<img'],
    ['before a picture that stands alone', '\uFFFC', [{ type: 'figure', image: picture }], '<figure>[2]<img'],
    [
      'before a picture that is a link',
      '\uFFFC',
      [{ type: 'figure', image: picture, link: { kind: 'external', url: 'https://example.org/' } }],
      '<figure>[2]<a href="https://example.org/"><img',
    ],
  ])('%s', async (_name, words, body, expected) => {
    const { xhtml, messages } = await pageAt(words, ...body);
    expect(xhtml).toContain(expected);
    expect(messages).toEqual([]);
  });
});

describe('a marker stands before what names other elements', () => {
  test.each<[string, string, Block, string]>([
    ['a heading', 'Title', section(heading(2, 'h', 'Title')), '[2]<h2 id="h">Title</h2>'],
    ['a table with a caption', 'The caption', table, '[2]<table><caption>'],
    [
      'the label of a callout',
      'Careful',
      { type: 'callout', kind: 'note', label: paragraph('Careful'), children: [] },
      '[2]<p id="callout-1"',
    ],
  ])('%s', async (_name, words, block, expected) => {
    const { xhtml, messages } = await pageAt(words, paragraph('Before.'), block);
    expect(xhtml).toContain(expected);
    expect(messages).toEqual([]);
  });
});

describe('a marker moves before', () => {
  test.each<[string, string, Block, string, string | undefined]>([
    ['a link', 'there', paragraph('go ', link('there')), 'go [2]<a href', undefined],
    [
      'a link from its midst',
      'there',
      paragraph('go ', link('over there')),
      'go [2]<a href',
      'a link; its marker stands before it, 5',
    ],
    [
      'a link from what is inside it',
      'there',
      paragraph(link('over ', { type: 'span', kind: 'strong', children: inlines('right there') })),
      '<p>[2]<a href',
      'a link; its marker stands before it, 11',
    ],
    ['code', 'first', code, '[2]<pre dir="ltr">', undefined],
    [
      'code from its midst',
      'second',
      code,
      '[2]<pre dir="ltr">',
      'a code block; its marker stands before it, 8',
    ],
    [
      'code with a title, but not before the title',
      'second',
      { ...code, title: inlines('a.js') },
      '<figcaption>a.js</figcaption>[2]<pre dir="ltr">',
      'a code block; its marker stands before it, 8',
    ],
    [
      'ruby',
      'over',
      paragraph('the ', ruby),
      'the [2]<ruby>',
      'text with ruby; its marker stands before it, 4',
    ],
    [
      'a link in a heading, after the words before it',
      'there',
      section(heading(2, 'h', 'Go ', link('over there'))),
      'Go [2]<a href',
      'a link; its marker stands before it, 5',
    ],
  ])('%s', async (_name, words, block, expected, moved) => {
    const { xhtml, messages } = await pageAt(words, paragraph('Before.'), block);
    expect(xhtml).toContain(expected);
    expect(messages.map(({ ruleId, severity, reason }) => [ruleId, severity, reason])).toEqual(
      moved === undefined
        ? []
        : [['pagebreak-moved', 'info', `Page 2 begins inside ${moved} characters earlier`]],
    );
  });
});

test('a page that begins in a note has no marker there, and leads to what follows in the text', async () => {
  const document = buildDocument({ body: [noted, note, paragraph('Next.')] });
  const starts = ['Said', 'here', 'Next'].map((words, index) => ({
    label: String(index + 1),
    offset: sequenceOf(document).indexOf(words),
  }));
  const { book, xhtml } = await pagesAt(document, starts);
  expect(xhtml).toContain('<p>[3]Next.</p><section role="doc-endnotes" epub:type="endnotes">');
  expect(xhtml).toContain('1.</span> Noted here.');
  expect(book.pageList.map(({ label, href }) => `${label} ${href}`)).toEqual([
    '1 post.xhtml#page-1',
    '2 post.xhtml#page-3',
    '3 post.xhtml#page-3',
  ]);
});

test.each([0, 1])(
  'characters of two units stay whole wherever they lie in a long text (%i)',
  async (before) => {
    const words = `${'a'.repeat(before)}${'\u{1F469}'.repeat(40_000)}`;
    const { read } = await pagesAt(buildDocument({ body: [paragraph(words)] }), []);
    expect(read.text).toContain(words);
    expect(read.text).not.toContain('\uFFFD');
  },
);

test('a page that begins within a character has its marker before it', async () => {
  const document = buildDocument({ body: [paragraph('one \u{1F469}\u{1F467} two')] });
  const offset = sequenceOf(document).indexOf('\u{1F467}') + 1;
  const { xhtml } = await pagesAt(document, [{ label: '2', offset }]);
  expect(xhtml).toContain('<p>one \u{1F469}[2]\u{1F467} two</p>');
});

test('several pages begin in one text, and several inside one code block, in their order', async () => {
  const document = buildDocument({ body: [paragraph('one two three'), code] });
  const starts = ['one', 'two', 'three', 'first', 'second'].map((words, index) => ({
    label: String(index + 1),
    offset: sequenceOf(document).indexOf(words),
  }));
  const { xhtml } = await pagesAt(document, starts);
  expect(xhtml).toContain('<p>[1]one [2]two [3]three</p>[4][5]<pre dir="ltr">');
});

describe('the page-list', () => {
  const document = buildDocument({ body: [paragraph('one two three')] });
  const [one, two, three] = ['one', 'two', 'three'].map((words) => sequenceOf(document).indexOf(words));
  const targets = ({ book }: Paged): readonly string[] =>
    book.pageList.map(({ label, href }) => `${label} ${href}`);

  test('has every page: one without a place of its own leads to the next, at the end to the one before', async () => {
    const paged = await pagesAt(document, [
      { label: 'i', offset: -1 },
      { label: 'ii', offset: one ?? 0 },
      { label: '1', offset: two ?? 0 },
      { label: '2', offset: two ?? 0 },
      { label: '3', offset: -1 },
      { label: '4', offset: three ?? 0 },
      { label: '5', offset: 10_000 },
    ]);
    expect(targets(paged)).toEqual([
      'i post.xhtml#page-ii',
      'ii post.xhtml#page-ii',
      '1 post.xhtml#page-2',
      '2 post.xhtml#page-2',
      '3 post.xhtml#page-4',
      '4 post.xhtml#page-4',
      '5 post.xhtml#page-4',
    ]);
    expect(paged.read.pages.map(({ label }) => label)).toEqual(['i', 'ii', '1', '2', '3', '4', '5']);
    expect(paged.book.pageList.map(({ type, value }) => `${type} ${value}`)).toEqual([
      'front 1',
      'front 2',
      ...[1, 2, 3, 4, 5].map((value) => `normal ${value}`),
    ]);
    // What leads to one place has one number, whether heading or page.
    expect(paged.book.toc.map(({ playOrder }) => playOrder)).toEqual([1]);
    expect(paged.book.pageList.map(({ playOrder }) => playOrder)).toEqual([2, 2, 3, 3, 4, 4, 4]);
  });

  test('keeps the order of the pages where one begins with the rest of a note', async () => {
    const paged = await pagesAt(document, [
      { label: '1', offset: one ?? 0 },
      { label: '2', offset: three ?? 0 },
      { label: '3', offset: two ?? 0 },
    ]);
    expect(paged.xhtml).toContain('<p>[1]one [3]two [2]three</p>');
    expect(targets(paged)).toEqual([1, 2, 3].map((page) => `${page} post.xhtml#page-${page}`));
  });

  test('has ids that nothing else has', async () => {
    const clash = buildDocument({ body: [section(heading(2, 'page-1', 'Page 1'), paragraph('words'))] });
    const paged = await pagesAt(clash, [{ label: '1', offset: sequenceOf(clash).indexOf('words') }]);
    expect(targets(paged)).toEqual(['1 post.xhtml#page-1-2']);
  });

  test('and what is said of it are not there without pages', async () => {
    const without = await pagesAt(document, []);
    const nowhere = await pagesAt(document, [{ label: '1', offset: -1 }]);
    for (const { book, read } of [without, nowhere]) {
      expect(book.pageList).toEqual([]);
      expect(book.pageBreakSource).toBeUndefined();
      expect(read.pages).toEqual([]);
      const names = ['OEBPS/toc.xhtml', 'OEBPS/toc.ncx', 'OEBPS/content.opf'];
      const files = names.map((name) => new TextDecoder().decode(read.files.get(name)));
      expect(files.filter((file) => /page-?(?:list|break|navigation)/iu.test(file))).toEqual([]);
    }
  });

  test('names the PDF, and the package says what it has', async () => {
    const { book } = await pagesAt(document, [{ label: '1', offset: 0 }]);
    expect(book.pageBreakSource).toBe(publicationOfPost(document, strings).metadata.identifiers.pdf);
    const features = book.accessibility.filter(({ property }) => property === 'accessibilityFeature');
    expect(features.map(({ value }) => value)).toEqual([
      'ARIA',
      'displayTransformability',
      'pageBreakMarkers',
      'pageNavigation',
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
    ]);
  });
});

test('words that stand for a picture shift no page', async () => {
  const gone: Image = { ...picture, imageId: 'gone.png', alt: 'a long description' };
  const { xhtml } = await pageAt('after', paragraph('before ', gone, ' after'));
  expect(xhtml).toContain('a long description</span> [2]after');
});

describe('at every character of every construct', () => {
  const document = everyConstruct();
  const sequence = sequenceOf(document);
  const letters = (words: string): string => words.replace(/[\s\u200B\uFFFC]+/gu, '');
  const notes = notesOf(document);
  const isInNote = (offset: number): boolean =>
    notes.some(({ start, end }) => offset >= start && offset < end);
  /** What is read from an offset on: the notes come last. */
  const readFrom = (offset: number): string => {
    const outside = [...sequence].filter((_, at) => at >= offset && !isInNote(at));
    return letters([...outside, ...notes.map(({ start, end }) => sequence.slice(start, end))].join(''));
  };

  test.each([0, 1, 2, 3, 4, 5, 6])(
    'what follows the marker is what the page begins with (%i)',
    async (first) => {
      const starts: PageStart[] = [];
      for (let offset = first; offset < sequence.length; offset += 7)
        starts.push({ label: String(starts.length + 1), offset });
      const { read, messages } = await pagesAt(document, starts);
      const moved = new Map(
        messages.map(({ reason }) => {
          const [, label, units] = /^Page (\d+) .*, (\d+) characters earlier$/u.exec(reason) ?? [];
          return [label, Number(units)];
        }),
      );
      expect(read.pages.map(({ label }) => label)).toEqual(starts.map(({ label }) => label));
      for (const [index, { label, at }] of read.pages.entries()) {
        const isOutside = ({ offset }: PageStart): boolean => !isInNote(offset);
        const next = starts.slice(index).find(isOutside) ?? starts.findLast(isOutside);
        const offset = (next?.offset ?? 0) - (moved.get(next?.label ?? label) ?? 0);
        expect(letters(read.text.slice(at))).toBe(readFrom(offset));
      }
      expect(moved.size).toBeGreaterThan(0);
      expect(moved.size).toBeLessThan(starts.length / 4);
    },
  );
});
