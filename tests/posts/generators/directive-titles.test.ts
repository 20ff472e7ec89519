import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { readDocument } from '../read-text.ts';

test.each([
  ['```{list-table} A list of fields\n* - a\n```', 'A list of fields\na\n'],
  ['```{iframe} https://example.org/film\n```', 'https://example.org/film\n'],
  ['```{code} yaml\n:filename: a.yml\n:caption: Some words\nx: y\n```', 'a.yml: Some words\nx: y\n'],
  ['```{literalinclude} a.py\n```', 'a.py\n\n'],
  [':::{list-table icon=false} A list of fields\n* - a\n:::', 'A list of fields\na\n'],
  ['- Item\n\n  ```{list-table #a .b} A list\n  * - a\n  ```', 'Item\nA list\na\n'],
  [':::{note say=false} Time\n2 hours\n:::', ':::{note say=false} Time 2 hours :::\n'],
  ['```{r echo=FALSE}\nx = 1\n```', 'x = 1\n'],
  ['```{python}\nx = 1\n```', 'x = 1\n'],
  ['```python numbered\nx = 1\n```', 'x = 1\n'],
])('%j keeps what stands beside its name', (markdown, words) => {
  expect(plainText(readDocument(`---\ntitle: T\nlang: en\n---\n\n${markdown}\n`))).toBe(`T\n${words}`);
});

test('options behind the name of a directive are read as those below it, and do not lose its title', () => {
  const read = (opening: string): string =>
    JSON.stringify(
      readDocument(`---\ntitle: T\nlang: en\n---\n\n${opening} A title\n2 hours\n:::\n`).body,
      (key, value: unknown) => (key === 'place' ? undefined : value),
    );
  expect(read(':::{tip icon=false}')).toBe(read(':::{tip}'));
  expect(read(':::{tip icon=false}')).toContain('A title');
});
