import { imprintPage } from '../../src/collections/imprint-page.ts';
import type { LanguageTag } from '../../src/document/language-tag.ts';
import type { Document } from '../../src/document/document.ts';
import {
  numberChapters,
  type Chapter,
  type ChapterKind,
  type Publication,
} from '../../src/document/publication.ts';
import {
  assetsOf,
  buildDocument,
  heading,
  paragraph,
  pngAsset,
  readEnglish,
  section,
  text,
  type DocumentParts,
} from './build-document.ts';

const strings = readEnglish();
const identifiers = { pdf: 'urn:uuid:pdf', epub: 'urn:uuid:0f1ea0f5-51a3-5c9b-9c3c-5a5a2b1f0a11' };
const long = 'many words '.repeat(60).trim();

/** A document with a title of its own, whose ids begin with `id`. */
export function titled(id: string, title: string, parts: Partial<DocumentParts> = {}): Document {
  return buildDocument({
    body: [],
    titleBlock: [heading(1, `${id}.title`, title)],
    ...parts,
    metadata: { title, slug: id, ...parts.metadata },
  });
}

function chapter(kind: ChapterKind, document: Document): Chapter {
  return { kind, document, strings };
}

/** A post that is split above 2000 bytes; its last part has a note, and it links to the other post. */
const archivedPost = titled('first', 'First & foremost', {
  titleBlock: [
    heading(1, 'first.title', 'First & foremost'),
    { ...paragraph('By Ana Pérez'), role: 'byline' },
    {
      type: 'callout',
      kind: 'archived',
      label: paragraph('Archived Content'),
      children: [paragraph('No longer kept up.')],
    },
  ],
  body: [
    section(heading(2, 'first.one', 'One'), paragraph(long), paragraph(long)),
    section(
      heading(2, 'first.two', 'Two'),
      paragraph(long, { type: 'note-reference', id: 'first.ref', noteId: 'first.fn', label: '1' }),
      {
        type: 'note',
        id: 'first.fn',
        label: '1',
        references: ['first.ref'],
        children: [paragraph('Noted.')],
      },
      paragraph('See ', {
        type: 'link',
        target: { kind: 'internal', id: 'second.deux' },
        children: [text('the other post')],
      }),
    ),
  ],
});

const fr: LanguageTag = 'fr';
const frenchPost = titled('second', 'Deuxième', {
  metadata: { lang: fr },
  body: [
    section(heading(2, 'second.deux', 'Deux'), {
      type: 'table',
      columns: [{}],
      head: [],
      body: [
        {
          type: 'table-row',
          cells: [{ type: 'table-cell', column: 0, colSpan: 1, rowSpan: 1, children: [paragraph('un')] }],
        },
      ],
      foot: [],
    }),
    paragraph('Voir ', {
      type: 'link',
      target: { kind: 'internal', id: 'first.two' },
      children: [text('le premier')],
    }),
  ],
});

const imprint = imprintPage(
  {
    id: 'year',
    title: 'A year of posts',
    lang: 'en-US',
    creators: [],
    publisher: 'An agency',
    published: { year: 2012, month: 1, day: 2 },
    isbn: '9783161484100',
    isbnPdf: '9780306406157',
    order: 'listed',
    parts: 'year',
  },
  strings,
);

/** A collection with every kind of chapter, and a colophon that is still to come. */
export function smallCollection(): Publication {
  return {
    form: 'collection',
    metadata: {
      title: 'A year of posts',
      subtitle: 'All of <them>',
      lang: 'en-US',
      otherLanguages: ['fr'],
      creators: ['Ana Pérez', 'B. Writer'],
      publisher: 'An agency',
      published: { year: 2012, month: 1, day: 2 },
      subjects: [],
      identifiers,
      isbn: '9783161484100',
      isbnPdf: '9780306406157',
      series: { name: 'Years & years', position: 2 },
      slug: 'year',
    },
    chapters: numberChapters([
      chapter('title-page', titled('title-page', 'A year of posts')),
      chapter('imprint', imprint),
      chapter('front', titled('about', 'About this archive', { body: [paragraph('What it is.')] })),
      chapter('contents', titled('contents', 'Contents')),
      chapter('division', titled('division-1', '2011')),
      chapter('post', archivedPost),
      chapter('division', titled('division-2', '2012')),
      chapter('post', frenchPost),
      chapter('notices', titled('notices', 'Notices', { body: [paragraph('No longer kept up.')] })),
      chapter('back', titled('after', 'Afterword', { body: [paragraph('The end.')] })),
    ]),
    cover: {
      image: {
        type: 'image',
        imageId: 'cover.png',
        source: 'cover.png',
        alt: 'Cover: A year of posts',
        decorative: false,
      },
      drawn: true,
    },
    strings,
    colophon: { posts: 2, identifiers },
    assets: assetsOf(pngAsset('cover.png', 60, 90)),
    messages: [],
  };
}
