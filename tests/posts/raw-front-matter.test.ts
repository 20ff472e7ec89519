import { expect, test } from 'vitest';
import { readRawFrontMatter } from '../../src/posts/front-matter/raw-front-matter.ts';
import { printMessages, readText } from './read-text.ts';

test.each([
  ['line feeds', '---\ntitle: T\nrecord:\n  id: 0123\nwaivers:\n  - rule: r\n---\nWords.\n\n---\n'],
  [
    'carriage returns before them',
    '---\r\ntitle: T\r\nrecord:\r\n  id: 0123\r\nwaivers:\r\n  - rule: r\r\n---\r\nWords.\r\n',
  ],
])('values are texts, with their places: %s', (_name, source) => {
  const { values, placeOf } = readRawFrontMatter(source);
  expect(values).toEqual({ title: 'T', record: { id: '0123' }, waivers: [{ rule: 'r' }] });
  const place = placeOf(['record', 'id']);
  expect(place?.start).toMatchObject({ line: 4, column: 3 });
  expect(source.slice(place?.start.offset, place?.end.offset)).toBe('id');
  expect(placeOf(['waivers', 0, 'rule'])?.start).toMatchObject({ line: 6, column: 5 });
  expect(placeOf(['waivers', 0])?.start).toMatchObject({ line: 6, column: 5 });
  // What is not there stands with what it is missing from.
  expect(placeOf(['record', 'series'])?.start).toMatchObject({ line: 3, column: 1 });
  expect(placeOf(['access'])).toBeUndefined();
});

test.each([
  ['none', 'Words.\n\n---\n\nMore.\n\n---\n'],
  ['an empty one', '---\n---\nWords.\n\na: b\n---\n'],
  ['one without an end', '---\ntitle: T\n\nWords.'],
  ['one that is not YAML', '---\nrecord: "a\nb: c\n---\n'],
  ['more aliases than a person writes', `---\na: &a [1]\nb: [${'*a, '.repeat(60)}]\n---\n`],
])('a post has no values: %s', (_name, source) => {
  expect(readRawFrontMatter(source).values).toBeUndefined();
});

test('reading a post knows the keys of records', () => {
  const head = 'title: T\nlang: en\nrecord: {id: a}\nretention: {}\naccess: {}\nwaivers: []';
  const { value, messages } = readText(`---\n${head}\nrights:\n  statement: Free\n  holder: X\n---\nWords.`);
  expect(messages).toEqual([]);
  expect(value?.metadata.rights).toBe('Free');
  expect(readText(`---\n${head}\nrights: Text\n---\nWords.`).value?.metadata.rights).toBe('Text');
  const held = readText(`---\n${head}\nholds: [x]\n---\nWords.`).messages;
  expect(printMessages(held)).toEqual([
    '8:1 error record-holds-in-post “holds” stands in a file, but a hold is placed in the store',
  ]);
  expect(held[0]?.withholds).toEqual([]);
  const list = readText(`---\n${head}\nrights: [a]\n---\nWords.`).messages;
  expect(printMessages(list)).toEqual([
    '8:1 error frontmatter-invalid Front matter “rights”: expected text, or a map',
  ]);
});
