import { expect, test } from 'vitest';
import { plainDesign, type BookDesign } from '../../src/document/book-design.ts';
import { captionLists } from '../../src/document/caption-lists.ts';
import type { Publication } from '../../src/document/publication.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { collectionOf } from './collection-of.ts';

/** Blocks in HTML, as many as are asked for. */
const tables = (count: number, from = 1): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<table><caption>Table ${from + index}</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>\n`,
  ).join('\n');
const figures = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<figure><img src="a.png" alt="A"><figcaption>Figure <em>${index + 1}</em></figcaption></figure>\n`,
  ).join('\n');

function bookOf(bodies: readonly string[], design?: Partial<BookDesign>): Publication {
  const texts = bodies.map((body, index) => [`${index}.md`, `---\ntitle: P${index}\n---\n\n${body}`]);
  return collectionOf(Object.fromEntries(texts), design && { design: { ...plainDesign, ...design } });
}

/** What the lists say: their kind, and each caption with the id that it leads to. */
const listed = ({ chapters }: Publication): readonly unknown[] =>
  captionLists(chapters).map(({ kind, captions }) => [
    kind,
    ...captions.map(({ id, label }) => `${id} ${label}`),
  ]);

function idsOf({ chapters }: Publication): readonly string[] {
  const nodes = chapters.flatMap(({ document }) => [...walkDocument(document)]);
  return nodes.flatMap(({ id }) => id ?? []);
}

test('five captions of a kind have a list, over all posts; four have none, and no ids', () => {
  const book = bookOf([tables(3) + figures(4), tables(2, 4)]);
  expect(listed(book)).toEqual([
    [
      'table',
      '_table-1 Table 1',
      '_table-2 Table 2',
      '_table-3 Table 3',
      '_table-4 Table 4',
      '_table-5 Table 5',
    ],
  ]);
  expect(idsOf(book).filter((id) => id.startsWith('_figure'))).toEqual([]);
  expect(listed(bookOf([tables(4) + figures(4)]))).toEqual([]);
  expect(bookOf([tables(4)]).chapters.find(({ kind }) => kind === 'contents')?.document.body).toEqual([]);
});

test('figures stand before tables, as headings of the contents, and every id is one alone', () => {
  const book = bookOf([tables(5) + figures(5)]);
  expect(captionLists(book.chapters).map(({ kind, heading }) => [kind, heading])).toMatchObject([
    ['figure', { level: 2, id: '_list-of-figures', children: [{ value: 'Figures' }] }],
    ['table', { level: 2, id: '_list-of-tables', children: [{ value: 'Tables' }] }],
  ]);
  expect(listed(book)[0]).toContain('_figure-5 Figure 5');
  const ids = idsOf(book);
  expect(new Set(ids).size).toBe(ids.length);
});

test('none are made where the project wants none', () => {
  const book = bookOf([tables(9)], { lists: 'none' });
  expect(listed(book)).toEqual([]);
  expect(idsOf(book).some((id) => id.startsWith('_table'))).toBe(false);
});

test('what the author named keeps its name, and what has no words is not counted', () => {
  const named = '<table id="costs"><caption>Costs</caption><tr><td>b</td></tr></table>\n\n';
  const wordless = '<table><caption> </caption><tr><td>b</td></tr></table>\n\n';
  expect(listed(bookOf([tables(4) + wordless.repeat(3)]))).toEqual([]);
  expect(listed(bookOf([named + wordless + tables(4)]))).toEqual([
    [
      'table',
      'p-0.costs Costs',
      '_table-2 Table 1',
      '_table-3 Table 2',
      '_table-4 Table 3',
      '_table-5 Table 4',
    ],
  ]);
});

test('a caption has the language of what is around it, where it has none of its own', () => {
  const french = '<div lang="fr"><table><caption>Coûts</caption><tr><td>b</td></tr></table></div>\n\n';
  const own = '<table><caption><span lang="de">Kosten</span></caption><tr><td>b</td></tr></table>\n\n';
  const [list] = captionLists(bookOf([french + own + tables(3)]).chapters);
  expect(list?.captions.map(({ lang }) => lang)).toEqual(['fr', 'de', 'en', 'en', 'en']);
});
