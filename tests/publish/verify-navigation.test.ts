import { expect, test } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { findNavigationProblem } from '../../src/publish/verify-navigation.ts';
import { readEnglish } from '../epub/build-document.ts';
import { fakeDocument } from './fake-stages.ts';

const problemOf = (body: readonly Block[]): string | undefined => {
  const document = { ...fakeDocument('', { file: 'a.md', path: 'a.md' }), titleBlock: [], body };
  const publication = publicationOfPost(document, readEnglish());
  return findNavigationProblem(publication, {
    entries: [],
    pages: [],
    lists: [],
    pageStarts: [{ label: '1', offset: 0 }],
  });
};

test.each<[string, readonly Block[]]>([
  ['nothing', []],
  ['a rule', [{ type: 'thematic-break' }]],
  ['a rule that is quoted', [{ type: 'quote', children: [{ type: 'thematic-break' }] }]],
])('a page that holds %s has no place for its marker', (_, body) => {
  expect(problemOf(body)).toBeUndefined();
});

test('a page that holds words has one', () => {
  const words: Block = { type: 'paragraph', children: [{ type: 'text', value: 'words', offset: 0 }] };
  expect(problemOf([words])).toBe('it has 0 × page and not 1');
});
