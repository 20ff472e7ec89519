import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { inlineText } from '../../../src/document/plain-text.ts';
import { walk } from '../../../src/document/walk.ts';
import { accountWords } from '../../../src/account/account-words.ts';
import { readText } from '../read-text.ts';

/** The rows of each table, those of its head with a sign, and what readers see as markup. */
function read(markdown: string, dialect: Dialect = 'kramdown'): readonly string[] {
  const found = readText(`---\ntitle: T\nlang: en\n---\n${markdown}\n`, { dialect });
  const { value, messages } = accountWords(found, { hasPlugins: false });
  if (value === undefined) throw new Error('The post was not built');
  const words = (node: (typeof value.body)[number]): string =>
    [...walk([node])]
      .flatMap((inner) => (inner.type === 'paragraph' ? [inlineText(inner.children)] : []))
      .join(' ');
  const tables = [...walk(value.body)].flatMap((node) =>
    node.type === 'table'
      ? [...node.head, ...node.body].map(
          ({ cells }) =>
            `${cells.some(({ header }) => header !== undefined) ? '# ' : ''}${cells.map(({ children }) => children.map(words).join(' ')).join(' / ')}`,
        )
      : [],
  );
  const told = messages.filter(({ ruleId }) => /^(?:markup-visible|words-unaccounted)$/u.test(ruleId));
  return [...tables, ...told.map(({ ruleId }) => ruleId)];
}

test.each([
  ['of lines that begin with a stroke', '| One | 1 |\n| Two | 2 |', ['One / 1', 'Two / 2']],
  ['of one such line', '| One | 1 |', ['One / 1']],
  ['of lines with as many strokes', 'a | *b*\nc | [d](https://e.org)', ['a / b', 'c / d']],
  ['with code that holds a stroke', '| `a | b` | c |\n| d | e |', ['a | b / c', 'd / e']],
  [
    'with a head above its first rule',
    '| a | b |\n|---+--:|\n| c | d |\n|---+---|\n| e | f |',
    ['# a / b', 'c / d', 'e / f'],
  ],
  ['below a rule', '|---+---|\n| a | b |\n| c | d |', ['a / b', 'c / d']],
  [
    'with rules above and among its rows',
    '|---+---|\n| a | b |\n|---|---|\n| c | d |\n|===+===|\n| e | f |',
    ['# a / b', 'c / d', 'e / f'],
  ],
  ['in an item', '- One\n\n  | a | b |\n  | c | d |', ['a / b', 'c / d']],
])('a table of kramdown %s', (_, text, rows) => {
  expect(read(text)).toEqual(rows);
});

test.each([
  ['a stroke in a sentence', 'Either a | b in it.'],
  ['lines with other counts of strokes', 'a | b\nc | d | e'],
  ['a stroke before words', '| Words'],
  ['escaped strokes', '\\| a \\| b \\|'],
  ['a rule alone', 'Words\n\n- - -'],
])('%s makes none', (_, text) => {
  expect(read(text)).toEqual([]);
});

test('in other dialects such rows are told', () => {
  expect(read('| One | 1 |\n| Two | 2 |', 'goldmark')).toEqual(['markup-visible']);
});

test('rows without end are read in time', () => {
  expect(read('| a | b |\n'.repeat(3_000)).length).toBe(3_000);
  expect(read('|'.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
});
