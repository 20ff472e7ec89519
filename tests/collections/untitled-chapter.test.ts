import { expect, test } from 'vitest';
import { chapterTitle, publicationOutline } from '../../src/document/publication-outline.ts';
import type { OutlineItem } from '../../src/document/outline.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { collectionOf, readMembers } from './collection-of.ts';

const shown = ({ label, id, children }: OutlineItem): unknown =>
  children.length === 0 ? `${label} #${id}` : [`${label} #${id}`, children.map(shown)];

const texts = {
  'a.md':
    'See [the return](b.md), [its end](b.md#end), [c](c.md), [d](d.md) and [e](e.md).\n\n## Setting out\n\nWords.\n',
  'b.md': '## Coming home\n\nWords.\n\n### The end {#end}\n\nMore.\n\n## After\n\nWords.\n',
  'c.md': 'Words before.\n\n## Later\n\nWords.\n',
  'd.md': 'Only words. [Up](a.md)\n',
  'e.md': '# Its own title\n\nWords.\n',
  'f.md': '> Start\n\n## Start\n\nWords.\n\n[g](g.md)\n',
  'g.md': '- a list\n\n## Start\n\n## Start\n',
};

test('a chapter without a title is called by its first heading, which is no entry under it', () => {
  const book = collectionOf(texts);
  expect(publicationOutline(book).map(shown)).toEqual([
    'Setting out #a.start',
    ['Coming home #b.coming-home', ['The end #b.end', 'After #b.after']],
    'Later #c.start',
    'd #d.start',
    'Its own title #e.its-own-title',
    'Start #f.start-2',
    ['Start #g.start-2', ['Start #g.start-1']],
  ]);
  expect(book.chapters.filter(({ kind }) => kind === 'post').map(chapterTitle)).toEqual([
    'Setting out',
    'Coming home',
    'Later',
    'd',
    'Its own title',
    'Start',
    'Start',
  ]);
});

test('a link to such a post leads to where it begins', () => {
  const { value, messages } = readMembers(texts);
  expect(messages).toEqual([]);
  const targets = value.map(({ document }) =>
    [...walkDocument(document)].flatMap((node) =>
      node.type === 'link' && node.target.kind === 'internal' ? [node.target.id] : [],
    ),
  );
  expect(targets).toEqual([
    ['b.coming-home', 'b.end', 'c.start', 'd.start', 'e.its-own-title'],
    [],
    [],
    ['a.start'],
    [],
    ['g.start-2'],
    [],
  ]);
});
