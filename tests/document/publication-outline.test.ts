import { expect, test } from 'vitest';
import type { OutlineItem } from '../../src/document/outline.ts';
import { chapterId, chapterTitle, publicationOutline } from '../../src/document/publication-outline.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { readDocument, strings } from '../posts/read-text.ts';
import { chapter, member, page, smallCollection } from '../pdf/small-collection.ts';

function print(items: readonly OutlineItem[], depth = 0): readonly string[] {
  return items.flatMap(({ id, level, label, kind, chapter: index, children }) => {
    const facts = kind === undefined ? '' : ` ${kind} ${index}`;
    return [`${'  '.repeat(depth)}${level} ${label} #${id}${facts}`, ...print(children, depth + 1)];
  });
}

test('posts stand under their division, headings under their chapter; title page and contents are left out', () => {
  const publication = smallCollection();
  expect(print(publicationOutline(publication))).toEqual([
    '1 About this archive #about.title front 2',
    '1 2011 #_division-1 division 4',
    '  1 A post that is archived #un.title post 5',
    '    2 A heading #un.a-heading',
    '  1 Un billet en français #deux.title post 6',
    '    2 La suite #deux.la-suite',
    '1 Archive notices #_notices notices 7',
  ]);
});

test('posts before the first division, and what follows one, stand at the top', () => {
  const post = (name: string): ReturnType<typeof chapter> =>
    chapter('post', member(name, `---\ntitle: ${name}\nlang: en\n---\n\nWords.\n`));
  const chapters = [
    post('a'),
    chapter('division', page('d', 'D')),
    post('b'),
    chapter('back', page('e', 'E')),
    post('c'),
  ];
  const publication: Publication = { ...smallCollection(), chapters };
  expect(print(publicationOutline(publication)).map((line) => line.replace(/ #.*/u, ''))).toEqual([
    '1 a',
    '1 D',
    '  1 b',
    '1 E',
    '1 c',
  ]);
});

test('a chapter without a title is called by its first heading, or its file, and found at its beginning', () => {
  const items = (body: string): readonly string[] => {
    const untitled = chapter('post', member('leer', `---\nlang: en\n---\n\n${body}`));
    const publication: Publication = { ...smallCollection(), chapters: [untitled] };
    return [chapterTitle(untitled), chapterId(untitled, 6), ...print(publicationOutline(publication))];
  };
  expect(items('Words.\n\n## A heading\n')).toEqual([
    'A heading',
    'chapter-7',
    '1 A heading #chapter-1 post 0',
  ]);
  expect(items('Words.\n')).toEqual(['post', 'chapter-7', '1 post #chapter-1 post 0']);
});

test('a post alone has the outline of its document', () => {
  const document = readDocument('---\ntitle: T\nlang: en\n---\n\n## A\n\n### B\n');
  expect(print(publicationOutline(publicationOfPost(document, strings)))).toEqual([
    '1 T #title',
    '  2 A #a',
    '    3 B #b',
  ]);
});

test('a heading is called by its words, without how they are read', () => {
  const words = 'The <ruby>word<rt>reading</rt></ruby> and <ruby><rt>a reading alone</rt></ruby>';
  const post = publicationOfPost(readDocument(`---\ntitle: T\nlang: en\n---\n\n## ${words}\n`), strings);
  expect(print(publicationOutline(post)).map((line) => line.replace(/ #.*/u, ''))).toEqual([
    '1 T',
    '  2 The word and a reading alone',
  ]);
});
