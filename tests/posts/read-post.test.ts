import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { walk, walkDocument } from '../../src/document/walk.ts';
import { printDocument } from './print-document.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

const golden = (name: string): URL => new URL(`golden/${name}`, import.meta.url);
const post = (name: string): string => readFileSync(new URL(`../../posts/${name}`, import.meta.url), 'utf8');

test('constructs become the tree of the golden file', async () => {
  const document = readDocument(readFileSync(golden('constructs.md'), 'utf8'));
  await expect(printDocument(document)).toMatchFileSnapshot(golden('constructs.txt').pathname);
});

test.each(['2011-12-02-strong-international-partnerships.md', 'feature-tour.md'])(
  '%s is free of messages',
  (name) => {
    const { value, messages } = readText(post(name), { path: name });
    const lint = value ? lintDocument(value) : [];
    const asked = [...messages, ...lint].filter(({ severity }) => severity !== 'info');
    expect(printMessages(asked)).toEqual([]);
    expect(value?.metadata.slug).toBe(name.replace(/^\d{4}-\d{2}-\d{2}-|\.md$/gu, ''));
  },
);

const archived = new URL('../../../shared/corpora/archived-text/sample-post.txt', import.meta.url);
if (!existsSync(archived)) console.warn('skipped: the archived text is not beside the project');

test.skipIf(!existsSync(archived))('the archived post says all that the archived text says', () => {
  const text = plainText(readDocument(post('2011-12-02-strong-international-partnerships.md')));
  const source = readFileSync(archived, 'utf8').replace('U.S.\nImmigration', 'U.S. Immigration');
  // The archived text runs the notice and the title together on one line.
  const passages = source.split('\n').flatMap((line) => line.split(/(?<=programs\.)(?=Strong)/u));
  expect(passages.length).toBe(12);
  for (const passage of passages) expect(text).toContain(passage.trim());
});

test('every id is there once, and every link and note leads to one', () => {
  const nodes = [...walkDocument(readDocument(post('feature-tour.md')))];
  const ids = nodes.flatMap((node) => node.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = nodes.flatMap((node) => {
    if (node.type === 'link' && node.target.kind === 'internal') return [node.target.id];
    if (node.type === 'note-reference') return [node.noteId];
    return node.type === 'note' ? node.references : [];
  });
  expect(targets.length).toBeGreaterThan(10);
  for (const target of targets) expect(ids).toContain(target);
});

test('every text of the body has its place in the source', () => {
  const document = readDocument(post('feature-tour.md'));
  const source = post('feature-tour.md');
  const places = [...walk(document.body)].flatMap((node) =>
    node.type === 'text' && node.place ? [{ value: node.value, place: node.place }] : [],
  );
  const strays = places.filter(({ value, place }) => {
    const first = /[\p{L}\p{N}]+/u.exec(value)?.[0] ?? '';
    return !source.slice(place.start.offset, place.end.offset).includes(first);
  });
  expect(strays).toEqual([]);
});

test('the same bytes give the same document', () => {
  expect(readText(post('feature-tour.md'))).toEqual(readText(post('feature-tour.md')));
});

test('a date in the file name is the day of release where nothing else is', () => {
  const { value } = readText('---\ntitle: T\nlang: en\n---\nWords.', { path: 'blog/2020-02-29-leap.md' });
  expect(value?.metadata.released).toEqual({ year: 2020, month: 2, day: 29 });
  expect(value?.metadata.slug).toBe('leap');
});

test('the marks of a quotation are words, and alternate', () => {
  const document = readDocument(
    '---\ntitle: T\nlang: en\n---\nHe said <q>she said <q>no</q></q>, <q></q>twice.',
  );
  expect(plainText(document)).toContain('He said “she said ‘no’”, twice.');
});
