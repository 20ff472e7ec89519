import { describe, expect, test } from 'vitest';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { contentsPage } from '../../src/collections/front-pages.ts';
import { nameCaptioned } from '../../src/document/caption-lists.ts';
import { plainDesign } from '../../src/document/book-design.ts';
import { plainTextNotesLast } from '../../src/document/plain-text.ts';
import type { Block } from '../../src/document/document.ts';
import { numberChapters, type Publication } from '../../src/document/publication.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import { packEpub } from '../../src/epub/pack/pack-epub.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { compareWords } from '../../src/readback/compare-words.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { plain } from '../collections/collection-of.ts';
import { paragraph } from './build-document.ts';
import { smallCollection, titled } from './small-collection.ts';

const templates = await readEpubTemplates();
const modified = new Date('2020-02-03T04:05:06Z');

function offsetOf(publication: Publication, words: string): number {
  for (const { kind, document } of publication.chapters) {
    // It says what others say.
    if (kind === 'imprint') continue;
    for (const node of walkDocument(document)) {
      if (node.type === 'text' && node.value.includes(words)) return node.offset + node.value.indexOf(words);
    }
  }
  throw new Error(`“${words}” stands nowhere`);
}

const publication = withColophon(smallCollection(), {
  claims: [{ name: 'PDF/UA-1', flavour: 'ua1' }],
  typefaces: ['Some Sans'],
});
/** The words that each page of a PDF might begin with; of the contents only the heading has an offset. */
const firstWords = [
  ['i', 'A year of posts'],
  ['ii', 'About this archive'],
  ['iii', 'Contents'],
  ['1', '2011'],
  ['2', 'First & foremost'],
  ['3', 'Noted.'],
  ['4', 'other post'],
  ['5', '2012'],
  ['6', 'Deuxième'],
  ['7', 'Notices'],
  ['8', 'Afterword'],
  ['9', 'About this edition'],
] as const;
const pageStarts = firstWords.map(([label, words]) => ({ label, offset: offsetOf(publication, words) }));
const { value: book, messages } = makeBook(publication, { modified, pageStarts, fileLimit: 2000 });
const read = await readEpub(await packEpub(book, templates));
const fileOf = (name: string): string => new TextDecoder().decode(read.files.get(`OEBPS/${name}`));

describe('a small collection', () => {
  test.each([
    'content.opf',
    'toc.xhtml',
    'toc.ncx',
    'cover.xhtml',
    'title-page.xhtml',
    'imprint.xhtml',
    'post-1.xhtml',
  ])('%s is as reviewed', async (name) => {
    await expect(fileOf(name)).toMatchFileSnapshot(`golden/small-collection/${name}`);
  });

  test.each(['post-1-2.xhtml', 'post-2.xhtml', 'division-1.xhtml', 'colophon.xhtml'])(
    '%s is as reviewed',
    async (name) => {
      await expect(fileOf(name)).toMatchFileSnapshot(`golden/small-collection/${name}`);
    },
  );

  test('says the words of all its chapters but the contents, and nothing else', () => {
    const shown = publication.chapters.filter(({ kind }) => kind !== 'contents');
    const words = plainTextNotesLast(shown.map(({ document }) => document));
    expect(read.problems).toEqual([]);
    expect(compareWords(words, read.text)).toBeUndefined();
  });

  test('has a marker where each page begins, moved out of the link', () => {
    const elsewhere = new Map([
      ['Contents', '2011'],
      ['other post', 'the other post'],
      // A page that only goes on with a note.
      ['Noted.', 'the other post'],
    ]);
    const expected = firstWords.map(([label, words]) => [label, elsewhere.get(words) ?? words] as const);
    const found = read.pages.map(({ label, at }, index) => {
      const words = read.text.slice(at).trimStart();
      return [label, words.slice(0, expected[index]?.[1].length)];
    });
    expect(found).toEqual(expected);
    expect(messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['pagebreak-moved', 'Page 4 begins inside a link; its marker stands before it, 4 characters earlier'],
    ]);
  });

  test('has the archive notice first and its label after each split', () => {
    const names = book.files.map(({ fileName }) => fileName).filter((name) => name.startsWith('post-1'));
    expect(names).toEqual(['post-1.xhtml', 'post-1-2.xhtml']);
    const label = '<p class="continued"><a href="post-1.xhtml#callout-1">Archived Content</a></p>';
    expect(names.map((name) => fileOf(name).includes(label))).toEqual([false, true]);
    expect(fileOf('post-1.xhtml')).toContain('<p id="callout-1" class="callout-label">');
    expect(fileOf('post-2.xhtml')).not.toContain('continued');
  });

  test('keeps a note in the file of its reference', () => {
    expect(fileOf('post-1-2.xhtml')).toContain('href="#first.fn"');
    expect(fileOf('post-1-2.xhtml')).toContain('<aside id="first.fn"');
  });

  test('follows links into files that were split', () => {
    expect(fileOf('post-2.xhtml')).toContain('<a href="post-1-2.xhtml#first.two">le premier</a>');
    expect(fileOf('post-1-2.xhtml')).toContain('<a href="post-2.xhtml#second.deux">');
  });

  test('gives every file a title of its own', () => {
    const titles = book.files.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('First & foremost (2) – A year of posts');
  });
});

test('rendered without a PDF it has no pages, and its colophon knows of none', async () => {
  const { value, messages: said } = await renderEpub(smallCollection(), { templates });
  const { text, pages, problems } = await readEpub(value.bytes);
  expect([said, pages, problems]).toEqual([[], [], []]);
  expect(text).toMatch(/Posts\n2\n/u);
  expect(text.slice(text.lastIndexOf('About this edition'))).not.toContain('PDF');
  expect(value.claims).toEqual([]);
});

test('the numbers in the names of posts are as long as the longest', () => {
  const [frame] = smallCollection().chapters;
  if (!frame) throw new Error('no chapter');
  const chapters = Array.from({ length: 10 }, (_, index) => ({
    ...frame,
    kind: 'post' as const,
    document: titled(`p${index}`, `Post ${index}`),
  }));
  const { value } = makeBook({ ...smallCollection(), chapters }, {});
  const names = value.files.map(({ fileName }) => fileName);
  expect([names[1], names[10], names.length]).toEqual(['post-01.xhtml', 'post-10.xhtml', 11]);
  // Without contents of its own the navigation document ends the spine.
  expect(value.spine.at(-1)).toEqual({ id: 'nav', linear: false });
});

test('without pages of parts a division stands in the file of its first post', async () => {
  const asked = { ...smallCollection(), design: { ...plainDesign, partsPage: false } };
  const { value } = makeBook(withColophon(asked, undefined), { modified });
  expect(value.files.map(({ fileName }) => fileName)).toEqual([
    'cover.xhtml',
    'title-page.xhtml',
    'imprint.xhtml',
    'front-1.xhtml',
    'post-1.xhtml',
    'post-2.xhtml',
    'notices.xhtml',
    'back-1.xhtml',
    'colophon.xhtml',
  ]);
  expect(value.toc.slice(1, 3).map(({ label, href, children }) => [label, href, children[0]?.href])).toEqual([
    ['2011', 'post-1.xhtml#division-1.title', 'post-1.xhtml#first.title'],
    ['2012', 'post-2.xhtml#division-2.title', 'post-2.xhtml#second.title'],
  ]);
  expect(value.spine.filter(({ id }) => id.startsWith('division'))).toEqual([]);
  const [first, french] = ['post-1', 'post-2'].map(
    (id) => value.files.find((file) => file.id === id)?.xhtml ?? '',
  );
  expect(first).toMatch(
    /^\n<section role="doc-part" epub:type="part" class="division" aria-labelledby="division-1.title">/u,
  );
  expect(french).toMatch(
    /class="division" aria-labelledby="division-2.title" lang="en-US" xml:lang="en-US">/u,
  );
  const { text, problems } = await readEpub(await packEpub(value, templates));
  expect(problems).toEqual([]);
  expect(text).toMatch(/2012\s+Deuxième/u);
});

test('has a nav for each list behind its contents, in the words of its book, and is found by the landmarks', async () => {
  const cell = { type: 'table-cell', column: 0, colSpan: 1, rowSpan: 1, children: [paragraph('b')] } as const;
  const row = { type: 'table-row', cells: [cell] } as const;
  const table: Block = {
    type: 'table',
    caption: paragraph('What <it> cost'),
    columns: [{}],
    head: [],
    body: [row],
    foot: [],
  };
  const given = smallCollection();
  const listing = contentsPage({ ...plain, lang: 'en-US' }, ['table'], given.strings);
  const chapters = given.chapters.map((each) => {
    if (each.kind === 'contents') return { ...each, document: listing };
    const { document } = each;
    return each.kind === 'post'
      ? { ...each, document: { ...document, body: [...document.body, { ...table }] } }
      : each;
  });
  const asked = { ...given, chapters: numberChapters(nameCaptioned(chapters, ['table'])) };
  const { value } = makeBook(withColophon(asked, undefined), { modified });
  const { problems, files } = await readEpub(await packEpub(value, templates));
  expect(problems).toEqual([]);
  const nav = new TextDecoder().decode(files.get('OEBPS/toc.xhtml'));
  expect(/<nav id="lot".*?<\/nav>/su.exec(nav)?.[0]).toBe(
    `<nav id="lot" epub:type="lot" aria-labelledby="lot-title">
<h2 id="lot-title">Tables</h2>
<ol role="list">
<li><a href="post-1.xhtml#_table-1">What &lt;it&gt; cost</a></li>
<li><a href="post-2.xhtml#_table-2" xml:lang="fr" lang="fr">What &lt;it&gt; cost</a></li>
</ol>
</nav>`,
  );
  expect(nav).toContain('<li><a epub:type="lot" href="toc.xhtml#lot">Tables</a></li>');
  expect(fileOf('toc.xhtml')).not.toContain('lot');
});
