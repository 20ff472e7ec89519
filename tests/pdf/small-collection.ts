import { imprintPage } from '../../src/collections/imprint-page.ts';
import type { Block, Document, Paragraph } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import { mapLeaves } from '../../src/document/map-leaves.ts';
import {
  numberChapters,
  type Chapter,
  type ChapterKind,
  type Publication,
  type PublicationMetadata,
} from '../../src/document/publication.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../src/pdf/profile/profile-p1.ts';
import type { RenderPdfOptions } from '../../src/pdf/render-input.ts';
import { readTheme } from '../../src/pdf/theme/read-theme.ts';
import { readDocument, strings } from '../posts/read-text.ts';

/** A post whose ids begin with its name; `https://example.org/#id` in it leads to an id of the collection. */
export function member(name: string, markdown: string): Document {
  const document = readDocument(markdown, { idPrefix: `${name}.` });
  return mapLeaves(document, {
    text: (text) => text,
    image: (image) => image,
    target: (target) => {
      const id =
        target.kind === 'external' ? /^https:\/\/example\.org\/#(.+)$/u.exec(target.url)?.[1] : undefined;
      return id === undefined ? target : { kind: 'internal', id };
    },
  });
}

export function chapter(kind: ChapterKind, document: Document): Chapter {
  return { kind, document, strings };
}

/** A page of the product's own: a heading and paragraphs of one text each. */
export function page(
  name: string,
  title: string,
  paragraphs: readonly (readonly [role: Paragraph['role'], text: string])[] = [],
): Document {
  const words = (value: string): readonly Inline[] => [{ type: 'text', value, offset: 0 }];
  const titleBlock: readonly Block[] = [
    { type: 'heading', level: 1, id: `_${name}`, children: words(title) },
    ...paragraphs.map(([role, text]): Block => ({
      type: 'paragraph',
      ...(role && { role }),
      children: words(text),
    })),
  ];
  const facts = { authors: [], subjects: [], otherLanguages: [] };
  return {
    file: name,
    sha256: '0'.repeat(64),
    metadata: { ...facts, title, lang: 'en', slug: name },
    titleBlock,
    body: [],
  };
}

const archived = `---
title: A post that is archived
lang: en
byline: By A. Author
released: 2011-12-02
released_as_shown: 'Release Date: December 2, 2011'
archived: { label: Archived Content, notice: This page is kept for reference and is no longer updated. }
---

Words with a note.[^1] They lead to [the other post](https://example.org/#deux.la-suite).

## A heading

More words.

[^1]: The note of the archived post.
`;

const french = `---
title: Un billet en français
lang: fr
released: 2011-12-09
---

Des mots et une note.[^1] Ils renvoient au [premier billet](https://example.org/#un.title).

## La suite

Encore des mots.

[^1]: La note du second billet.
`;

export const metadata: PublicationMetadata = {
  title: 'A year of posts',
  subtitle: 'All of 2011',
  lang: 'en',
  otherLanguages: ['fr'],
  creators: ['The Agency', 'Another Agency'],
  publisher: 'The Publisher',
  subjects: [],
  identifiers: { pdf: 'urn:example:pdf', epub: 'urn:example:epub' },
  isbn: '9780306406157',
  isbnPdf: '9780000000002',
  series: { name: 'Years', position: 1 },
  slug: 'a-year-of-posts',
};

export function titlePage(): Document {
  return page('title-page', metadata.title, [
    ['summary', 'All of 2011'],
    ['byline', 'The Agency, Another Agency'],
    ['dates', 'Years, 1'],
    ['dates', 'The Publisher'],
  ]);
}

/** What stands on the back of the title page. */
export function imprint(): Document {
  const { isbn, isbnPdf } = metadata;
  const facts = {
    id: 'a',
    title: metadata.title,
    creators: [],
    lang: 'en',
    order: 'listed',
    parts: 'year',
  } as const;
  const published = { year: 2012, month: 1, day: 2 };
  const told = {
    publisher: 'The Publisher',
    place: 'Washington',
    edition: 'Second edition',
    published,
    isbn,
    isbnPdf,
  };
  return imprintPage({ ...facts, ...told }, strings);
}

/** Posts of one year in one division, one archived, one in French, between front and back matter. */
export function smallCollection(changes: Partial<Publication> = {}): Publication {
  const about = '---\ntitle: About this archive\nlang: en\n---\n\nWhere the posts come from.\n';
  const chapters = [
    chapter('title-page', titlePage()),
    chapter('imprint', imprint()),
    chapter('front', member('about', about)),
    chapter('contents', page('contents', 'Contents')),
    chapter('division', page('division-1', '2011')),
    chapter('post', member('un', archived)),
    chapter('post', member('deux', french)),
    chapter('notices', page('notices', 'Archive notices', [[undefined, 'This notice stands on one post.']])),
  ];
  return {
    form: 'collection',
    metadata,
    chapters: numberChapters(changes.chapters ?? chapters),
    strings,
    colophon: { posts: 2, identifiers: metadata.identifiers },
    assets: changes.assets ?? new Map(),
    messages: changes.messages ?? [],
    ...('cover' in changes && { cover: changes.cover }),
    ...('design' in changes && { design: changes.design }),
  };
}

/** The options of a test run. */
export async function renderOptions(): Promise<RenderPdfOptions> {
  return {
    fonts: await readFonts([], '.'),
    theme: await readTheme('templates/pdf/standard.yaml'),
    profile: profileP1,
    page: 'letter',
    modified: new Date('2011-12-09T00:00:00Z'),
  };
}
