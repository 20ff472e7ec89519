import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { readDocument } from '../read-text.ts';

test.each([
  ['```{list-table} A list of fields\n* - a\n```', 'A list of fields\na\n'],
  ['```{iframe} https://example.org/film\n```', 'https://example.org/film\n'],
  ['```{code} yaml\n:filename: a.yml\n:caption: Some words\nx: y\n```', 'a.yml: Some words\nx: y\n'],
  ['```{literalinclude} a.py\n```', 'a.py\n\n'],
  ['```{python}\nx = 1\n```', 'x = 1\n'],
  ['```python numbered\nx = 1\n```', 'x = 1\n'],
])('%j keeps what stands beside its name', (markdown, words) => {
  expect(plainText(readDocument(`---\ntitle: T\nlang: en\n---\n\n${markdown}\n`))).toBe(`T\n${words}`);
});
