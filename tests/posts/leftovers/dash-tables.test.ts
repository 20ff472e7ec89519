import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { printMessages, readText } from '../read-text.ts';

function found(body: string, dialect: Dialect = 'auto'): readonly string[] {
  const { messages } = readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect });
  return printMessages(messages.filter(({ ruleId }) => ruleId === 'markup-visible'));
}

const told = (place: string, rule: string): string =>
  `${place} error markup-visible Readers see the rows of a table one behind the other, with its rule “${rule}” as a break: write it with strokes, as in \`| a | b |\`, and a row \`|---|---|\` below its head`;

const simple = '  Right     Left\n-------     ------\n     12     12\n    123     123\n';
const lined =
  '----------------\n Tide     Height\n-------- -------\n High     Six\n          metres\n\n Low      One\n----------------\n';

test('a table whose columns dashes mark is told', () => {
  expect(found(simple)).toEqual([told('6:1', '-------     ------')]);
});

test('so is one with rows of several lines', () => {
  expect(found(lined)).toEqual([told('7:1', '-------- -------')]);
});

test('so is one without a head', () => {
  expect(found('-------     ------\nHigh        Six\n-------     ------\n\nMore')).toEqual([
    told('5:1', '-------     ------'),
    told('7:1', '-------     ------'),
  ]);
});

test.each([
  ['a break', 'Words\n\n-----\n\nMore'],
  ['a break with spaces', 'Words\n\n- - -\n\nMore'],
  ['a break of groups that stands alone', 'Words\n\n--- ---\n\nMore'],
  ['a heading', 'Words\n-----\nMore'],
  ['a table with strokes', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['code', '```\na  b\n-- ---\n1  2\n```'],
])('%s is none', (_, body) => {
  expect(found(body)).toEqual([]);
});

test('a dialect without such tables has a break there', () => {
  expect(found(simple, 'gfm')).toEqual([]);
});

test('so is one with a column of one dash, and a break of single dashes is none', () => {
  expect(found('High      Six x\n\nTide      No\n--------- --- -\nLow       One 1\n')).toEqual([
    told('8:1', '--------- --- -'),
  ]);
  expect(found('Words.\n\n- - -\nMore words.\n')).toEqual([]);
});
