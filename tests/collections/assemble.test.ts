import { describe, expect, test } from 'vitest';
import type { Collection } from '../../src/collections/collection.ts';
import { plainText } from '../../src/document/plain-text.ts';
import type { Publication } from '../../src/document/publication.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import type { PdfClaim } from '../../src/document/pdf-claim.ts';
import { profileP1 } from '../../src/pdf/profile/profile-p1.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { readDocument } from '../posts/read-text.ts';
import { collectionOf } from './collection-of.ts';

const dated = (title: string, date: string, more = ''): string =>
  `---\ntitle: ${title}\nreleased: ${date}\n${more}---\n\nWords of ${title}.\n`;

function order({ chapters }: Publication): readonly string[] {
  return chapters.map(({ kind, document }) => `${kind} ${document.metadata.title}`);
}

describe('the order of chapters', () => {
  const texts = {
    'c.md': dated('March', '2021-03-01'),
    'x/b.md': '# Undated\n\nWords.\n',
    'x/a.md': dated('January', '2020-01-01'),
    'b.md': dated('Also March', '2021-03-01'),
  };

  test('as listed', () => {
    expect(order(collectionOf(texts))).toEqual([
      'title-page The Book',
      'imprint Imprint',
      'contents Contents',
      'post March',
      'post Undated',
      'post January',
      'post Also March',
    ]);
  });

  test('by release date, undated last, ties by path, a part for each year', () => {
    expect(order(collectionOf(texts, { order: 'released', parts: 'year' })).slice(3)).toEqual([
      'division 2020',
      'post January',
      'division 2021',
      'post Also March',
      'post March',
      'division Undated',
      'post Undated',
    ]);
  });

  test('by name, a part for each folder', () => {
    expect(order(collectionOf(texts, { order: 'name', parts: 'folder' })).slice(3)).toEqual([
      'division Other posts',
      'post Also March',
      'post March',
      'division X',
      'post January',
      'post Undated',
    ]);
  });

  test('each folder once, named from the folder that holds all', () => {
    const nested = {
      'top/in/a.md': '# A\n',
      'top/in/deep/b.md': '# B\n',
      'top/in/c.md': '# C\n',
    };
    expect(order(collectionOf(nested, { order: 'name', parts: 'folder' })).slice(3)).toEqual([
      'division Other posts',
      'post A',
      'post C',
      'division Deep',
      'post B',
    ]);
  });

  test('the name of a folder is printed without what no file can show', () => {
    const odd = { 'a.md': '# A\n', 'x\u001B\uFEFFy/b.md': '# B\n' };
    expect(order(collectionOf(odd, { order: 'name', parts: 'folder' }))).toContain('division Xy');
  });

  test('the documents of the user stand around the posts', () => {
    const [front, back] = ['About', 'After'].map((title) => readDocument(`# ${title}\n\nWords.\n`));
    const publication = collectionOf(
      { 'a.md': '# A\n\nWords.\n' },
      {},
      {
        front: front ? [front] : [],
        back: back ? [back] : [],
      },
    );
    expect(order(withColophon(publication, { claims: [], typefaces: [] }))).toEqual([
      'title-page The Book',
      'imprint Imprint',
      'front About',
      'contents Contents',
      'post A',
      'back After',
      'colophon About this edition',
    ]);
  });
});

test('ids are unique in the whole, and texts are numbered through', () => {
  const note = '# T\n\nA note.[^1] ![p](p.png)\n\n[^1]: Its words.\n';
  const publication = withColophon(collectionOf({ 'a.md': note, 'b/a.md': note }), {
    claims: profileP1.claims,
    typefaces: [],
  });
  const nodes = publication.chapters.flatMap(({ document }) => [...walkDocument(document)]);
  const ids = nodes.flatMap(({ id }) => id ?? []);
  expect(ids.length).toBeGreaterThan(8);
  expect(new Set(ids).size).toBe(ids.length);
  let end = 0;
  for (const node of nodes) {
    if (node.type !== 'text' && node.type !== 'image') continue;
    expect(node.offset).toBe(end);
    end += node.type === 'text' ? node.value.length : 1;
  }
});

test('the title page says what the project says, and nothing else', () => {
  const facts = {
    subtitle: 'A year',
    creators: ['Ann', 'Bob'],
    publisher: 'The Agency',
    isbn: '9780306406157',
    series: { name: 'Years', position: 3 },
  };
  const words = (publication: Publication): string | undefined =>
    publication.chapters[0] && plainText(publication.chapters[0].document);
  expect(words(collectionOf({ 'a.md': '# A\n' }, facts))).toBe(
    'The Book\nA year\nAnn, Bob\nYears, 3\nThe Agency\n',
  );
  expect(words(collectionOf({ 'a.md': '# A\n' }))).toBe('The Book\n');
});

test('the imprint says what the project says of the edition, nothing else, and leads to the colophon', () => {
  const words = (facts: Partial<Collection>): readonly string[] => {
    const [, imprint] = collectionOf({ 'a.md': '# A\n' }, facts).chapters;
    expect(imprint?.kind).toBe('imprint');
    return imprint ? plainText(imprint.document).trimEnd().split('\n') : [];
  };
  const about = 'About this edition: identifiers, and how to check the files';
  expect(
    words({
      publisher: 'The Agency',
      place: 'Washington',
      edition: 'Second edition',
      published: { year: 2026, month: 2, day: 28 },
      rights: 'Public domain',
      isbn: '9780306406157',
    }),
  ).toEqual([
    'The Agency, Washington',
    'Second edition',
    'Published February 28, 2026',
    'Public domain',
    'ISBN 9780306406157',
    about,
  ]);
  expect(words({})).toEqual([about]);
  expect(words({ place: 'Paris' })).toEqual(['Paris', about]);
  const both = { isbn: '9780306406157', isbnPdf: '9783161484100' };
  expect(words(both)).toEqual(['ISBN 9780306406157 (EPUB)', 'ISBN 9783161484100 (PDF)', about]);
  expect(words({ isbnPdf: '9783161484100' })).toEqual(['ISBN 9783161484100 (PDF)', about]);
});

test('the metadata of a collection are what the project says of it', () => {
  const facts = {
    description: 'About harbours',
    published: { year: 2026, month: 2, day: 28 },
    rights: 'Public domain',
    subjects: ['Harbours'],
    contributors: [{ name: 'Ed', role: 'edt' }],
    audience: 'Shipping agents',
  };
  expect(collectionOf({ 'a.md': '# A\n' }, facts).metadata).toMatchObject(facts);
  expect(collectionOf({ 'a.md': '# A\n' }).metadata).not.toHaveProperty('published');
});

test('a notice that stands on several posts is printed once more at the end, with links to them', () => {
  const archived = (notice: string): string => `archived:\n  label: Archived\n  notice: ${notice}\n`;
  const publication = collectionOf({
    'a.md': dated('A', '2020-01-01', archived('Old.')),
    'b.md': dated('B', '2020-01-02', archived('Old.')),
    'c.md': dated('C', '2020-01-03', archived('Other.')),
  });
  const notices = publication.chapters.find(({ kind }) => kind === 'notices');
  expect(notices && plainText(notices.document)).toBe(
    'Archive notices\nArchived\nOld.\nThis notice stands on 2 posts:\nA\nB\n',
  );
  const links = [...walkDocument(notices?.document ?? readDocument('x'))].flatMap((node) =>
    node.type === 'link' ? [node.target] : [],
  );
  expect(links).toEqual([
    { kind: 'internal', id: 'a.title' },
    { kind: 'internal', id: 'b.title' },
  ]);
});

describe('the colophon', () => {
  const publication = collectionOf({ 'a.md': '# A\n\nWords.\n' });
  const words = (claims: readonly PdfClaim[] | undefined): string => {
    const last = withColophon(
      publication,
      claims && { claims, typefaces: ['Some Sans', 'Some Mono'] },
    ).chapters.at(-1);
    return last ? plainText(last.document) : '';
  };

  test('names identifiers, claims and how to check them', () => {
    const { identifiers } = publication.metadata;
    expect(words(profileP1.claims)).toBe(
      [
        'About this edition',
        'Posts',
        '1',
        'Typefaces of the PDF file',
        'Some Sans',
        'Some Mono',
        'Identifier of the PDF file',
        identifiers.pdf,
        'What the PDF file claims',
        'PDF/UA-1, PDF/A-2a',
        'How to check the PDF file',
        'With the program veraPDF:',
        'verapdf --flavour ua1 book.pdf',
        'verapdf --flavour 2a book.pdf',
        'Identifier of the EPUB file',
        identifiers.epub,
        'What the EPUB file claims',
        'Nothing: its accessibility has not been evaluated by a person.',
        'How to check the EPUB file',
        'With the program EPUBCheck:',
        'java -jar epubcheck.jar book.epub',
        'With the program Ace by DAISY:',
        'ace book.epub',
        '',
      ].join('\n'),
    );
  });

  test('claims nothing where something is missing, and is silent on a PDF that was not made', () => {
    expect(words([])).toContain('Nothing: at least one post lacks something');
    expect(words([])).not.toContain('verapdf');
    expect(words(undefined)).not.toContain('PDF');
  });
});

test('identifiers come from posts and facts: the same give the same, others others', () => {
  const id = (text: string, facts = {}): string =>
    collectionOf({ 'a.md': text }, facts).metadata.identifiers.epub;
  expect(id('# A\n')).toBe(id('# A\n'));
  expect(new Set([id('# A\n'), id('# B\n'), id('# A\n', { title: 'Other' })]).size).toBe(3);
  expect(id('# A\n', { identifier: 'urn:x:1' })).toBe('urn:x:1');
});
