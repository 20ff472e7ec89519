import type { Block, CalloutKind, Document, ListItem, TableCell } from '../../src/document/document.ts';
import type { Inline, Span, SpanKind } from '../../src/document/inline.ts';
import { buildDocument, heading, inlines, paragraph, section, text } from './build-document.ts';

function span(kind: SpanKind, ...parts: readonly (Inline | string)[]): Span {
  return { type: 'span', kind, children: inlines(...parts) };
}

function item(...children: readonly Block[]): ListItem {
  return { type: 'list-item', children };
}

function cell(column: number, words: string, rest: Partial<TableCell> = {}): TableCell {
  return {
    type: 'table-cell',
    column,
    colSpan: 1,
    rowSpan: 1,
    children: words === '' ? [] : [paragraph(words)],
    ...rest,
  };
}

const spanKinds: readonly SpanKind[] = [
  'emphasis',
  'strong',
  'deletion',
  'insertion',
  'code',
  'keyboard',
  'sample',
  'variable',
  'bold',
  'italic',
  'underline',
  'small',
  'mark',
  'subscript',
  'superscript',
  'quotation',
  'cite',
];

const calloutKinds: readonly CalloutKind[] = ['note', 'tip', 'important', 'warning', 'caution', 'danger'];

const inlineSection = section(
  heading(2, 'inline', 'Words in a line'),
  paragraph(...spanKinds.flatMap((kind) => [span(kind, kind), ' ']), 'end.'),
  paragraph(
    { ...span('abbreviation', 'WHO'), expansion: 'World Health Organization' },
    ' ',
    { ...span('definition', 'tagging'), expansion: 'naming what a thing is' },
    ' ',
    { ...span('time', 'December 2, 2011'), datetime: '2011-12-02' },
    ' ',
    { ...span('time', 'some day'), datetime: 'soon' },
    ' ',
    { ...span('language', 'c’est la vie'), lang: 'fr' },
    ' ',
    { ...span('language', 'שלום'), lang: 'he', dir: 'rtl' },
    { type: 'break' },
    'a\u200Bb & < > " ]]> 1 < 2',
  ),
  paragraph(
    {
      type: 'link',
      target: { kind: 'external', url: 'https://example.org/a b?c=[d]|e&f=%zz#g' },
      title: 'Ex',
      children: inlines('out'),
    },
    ' ',
    {
      type: 'link',
      target: { kind: 'external', url: 'mailto:a@example.org' },
      children: inlines('a@example.org'),
    },
    ' ',
    { type: 'link', target: { kind: 'internal', id: 'tables' }, children: inlines('the tables') },
    ' ',
    { type: 'ruby', base: inlines('漢'), annotation: inlines('kan'), lang: 'ja' },
    ' ',
    {
      type: 'image',
      imageId: 'dot.png',
      source: 'dot.png',
      alt: 'grey dot',
      decorative: false,
      widthPx: 12,
      heightPx: 12,
    },
    { type: 'image', imageId: 'dot.png', source: 'dot.png', decorative: true },
    { type: 'missing-image', source: 'gone.png', children: [text('the picture that is gone')] },
  ),
);

const blockSection = section(
  heading(2, 'blocks', 'Blocks'),
  { type: 'quote', children: [paragraph('Quoted.'), { ...paragraph('A. Writer'), role: 'attribution' }] },
  {
    type: 'code-block',
    language: 'ts',
    title: inlines('main.ts'),
    lines: [text('if (a < b) {'), text(''), text('\treturn;'), text('}')],
  },
  { type: 'code-block', lines: [text(`${'0123456789'.repeat(14)}`)] },
  { type: 'verse', kind: 'verse', lines: [inlines('One line,'), inlines('another.')] },
  { type: 'verse', kind: 'address', lines: [inlines('1 High Street'), inlines('Anytown')] },
  { type: 'thematic-break' },
  { type: 'group', lang: 'fr', children: [paragraph('Un groupe.')] },
  ...calloutKinds.map((kind): Block => ({
    type: 'callout',
    kind,
    label: paragraph(`A ${kind}`),
    children: [paragraph(`What the ${kind} says.`)],
  })),
  {
    type: 'figure',
    image: { type: 'image', imageId: 'map.png', source: 'map.png', alt: 'A map', decorative: false },
    link: { kind: 'external', url: 'https://example.org/map' },
    caption: { ...paragraph('The map of the place'), role: 'caption' },
  },
  {
    type: 'figure',
    image: {
      type: 'image',
      imageId: 'map.png',
      source: 'map.png',
      alt: 'Another map',
      decorative: false,
      detailsId: 'map-at-length',
    },
  },
  {
    type: 'group',
    role: 'description',
    id: 'map-at-length',
    children: [{ ...paragraph('The map at length'), role: 'summary' }, paragraph('A road, a river.')],
  },
  {
    type: 'figure',
    image: { type: 'missing-image', source: 'x.png', children: [text('What was to be seen')] },
  },
  section(
    heading(3, 'level-3', 'Three'),
    section(
      heading(4, 'level-4', 'Four'),
      section(
        heading(5, 'level-5', 'Five'),
        section(heading(6, 'level-6', 'Six'), section(heading(7, 'level-7', 'Seven'), paragraph('Deep.'))),
      ),
    ),
  ),
);

const listSection = section(
  heading(2, 'lists', 'Lists'),
  {
    type: 'list',
    numbering: 'bullet',
    tight: true,
    depth: 0,
    items: [
      item(paragraph('one'), {
        type: 'list',
        numbering: 'lower-alpha',
        tight: true,
        depth: 1,
        items: [
          { ...item(paragraph('inner')), value: 3 },
          { ...item(paragraph('later')), value: 7 },
        ],
      }),
      item(paragraph('two')),
    ],
  },
  {
    type: 'list',
    numbering: 'decimal',
    tight: false,
    depth: 0,
    items: [
      { ...item(paragraph('first'), paragraph('more')), value: 1 },
      { ...item(paragraph('second')), value: 2 },
    ],
  },
  {
    type: 'list',
    numbering: 'bullet',
    tight: true,
    depth: 0,
    items: [
      { ...item(paragraph('done')), checked: true },
      { ...item(paragraph('to do')), checked: false },
    ],
  },
  {
    type: 'list',
    numbering: 'bullet',
    tight: false,
    depth: 0,
    items: [{ ...item(paragraph('loose task')), checked: false }],
  },
  {
    type: 'definition-list',
    items: [
      {
        type: 'definition-item',
        id: 'def-leaf',
        terms: [paragraph('leaf')],
        definitions: [[paragraph('of a tree')], [paragraph('of a book'), paragraph('or a table')]],
      },
    ],
  },
);

const tableSection = section(
  heading(2, 'tables', 'Tables'),
  {
    type: 'table',
    caption: { ...paragraph('Yearly counts'), role: 'caption' },
    columns: [{}, { align: 'center' }, { align: 'end' }],
    head: [
      {
        type: 'table-row',
        cells: [
          cell(0, ''),
          cell(1, 'Kind', { header: 'column', align: 'center' }),
          cell(2, 'Count', { header: 'column', align: 'end' }),
        ],
      },
    ],
    body: [
      {
        type: 'table-row',
        cells: [
          cell(0, '2010', { header: 'row' }),
          cell(1, 'posts', { align: 'center', rowSpan: 2 }),
          cell(2, '12', { align: 'end' }),
        ],
      },
      { type: 'table-row', cells: [cell(0, '2011', { header: 'row' }), cell(2, '140', { align: 'end' })] },
    ],
    foot: [
      {
        type: 'table-row',
        cells: [cell(0, 'All', { header: 'row', colSpan: 2 }), cell(2, '152', { align: 'end' })],
      },
    ],
  },
  {
    type: 'table',
    columns: [{}, {}],
    head: [
      { type: 'table-row', cells: [cell(0, 'A', { header: 'column' }), cell(1, 'B', { header: 'column' })] },
    ],
    body: [
      {
        type: 'table-row',
        cells: [cell(0, 'a'), cell(1, 'b', { children: [paragraph('b'), paragraph('c')] })],
      },
    ],
    foot: [],
  },
);

const noteSection = section(
  heading(2, 'notes', 'Notes'),
  paragraph(
    'Two references',
    { type: 'note-reference', id: 'fnref-a', noteId: 'fn-a', label: '1' },
    ' to one note',
    { type: 'note-reference', id: 'fnref-a-2', noteId: 'fn-a', label: '1' },
    ' and one to another',
    { type: 'note-reference', id: 'fnref-b', noteId: 'fn-b', label: '2' },
    '.',
  ),
  {
    type: 'note',
    id: 'fn-a',
    label: '1',
    references: ['fnref-a', 'fnref-a-2'],
    children: [paragraph('What was noted.'), paragraph('And more.')],
  },
  {
    type: 'note',
    id: 'fn-b',
    label: '2',
    references: ['fnref-b'],
    children: [{ type: 'code-block', lines: [text('only code')] }],
  },
);

/** A document with every kind of block and inline content. */
export function everyConstruct(): Document {
  return buildDocument({
    metadata: {
      title: 'Every construct & more',
      authors: ['Ana Pérez', 'B. & C. Writer'],
      agency: 'Department of <Tests>',
      released: { year: 2011, month: 12, day: 2 },
      releasedAsShown: 'Release Date: December 2, 2011',
      sourceUrl: 'https://example.org/posts?a=1&b=2',
      rights: 'Public domain',
      summary: 'One of each.',
      subjects: ['testing', 'R&D'],
      contributors: [{ name: 'Ed & Co.', role: 'edt', fileAs: 'Co., Ed &' }, { name: 'The Department' }],
      filedAs: [{ name: 'Ana Pérez', fileAs: 'Pérez, Ana' }],
      subjectTerms: [{ subject: 'R&D', scheme: 'https://example.org/terms?a=1&b', code: 'R&D-1' }],
      audience: 'Those who <test>',
      slug: 'every-construct',
      otherLanguages: ['fr', 'he', 'ja'],
    },
    titleBlock: [
      heading(1, 'every-construct-more', 'Every construct & more'),
      { ...paragraph('Posted by Ana Pérez'), role: 'byline' },
      { ...paragraph('Release Date: December 2, 2011'), role: 'dates' },
      {
        type: 'callout',
        kind: 'archived',
        label: paragraph('Archived Content'),
        children: [paragraph('In an effort to keep things current, this page is no longer kept up.')],
      },
    ],
    body: [
      paragraph('The first words.'),
      inlineSection,
      blockSection,
      listSection,
      tableSection,
      noteSection,
    ],
  });
}
