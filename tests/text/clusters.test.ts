import { expect, test } from 'vitest';
import { clustersOf } from '../../src/text/clusters.ts';

test.each([
  ['a letter with its marks', 'e\u0301\u0323'],
  ['a flag', '\u{1F1EB}\u{1F1F7}'],
  ['a flag of a part of a country', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
  [
    'a family of four with colours of skin',
    '\u{1F468}\u{1F3FB}\u200D\u{1F469}\u{1F3FC}\u200D\u{1F467}\u{1F3FD}\u200D\u{1F466}\u{1F3FE}',
  ],
  ['a letter with more marks than any script has', `a${'\u0301'.repeat(18)}`],
])('%s stays together', (_, text) => {
  expect(clustersOf(`x${text}y`)).toEqual(['x', text, 'y']);
});

test.each([
  ['emoji', '\u{1F468}\u200D'],
  ['marks', '\u0301'],
])('%s that are joined without end may be parted, and nothing is lost', (_, sign) => {
  const text = `a${sign.repeat(200)}`;
  const clusters = clustersOf(text);
  expect(clusters.join('')).toBe(text);
  expect(Math.max(...clusters.map(({ length }) => length))).toBeLessThanOrEqual(60);
});
