import { expect, test } from 'vitest';
import { readLiteral } from '../../src/sites/contents/read-literal.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const exported = (value: string): string => `export default { a: ${value} }`;

test.runIf(isLong).each<[string, (size: number) => string, boolean]>([
  ['items', (size) => exported(`[${"'a', ".repeat(size)}]`), true],
  [
    'keys',
    (size) => exported(`{${Array.from({ length: size }, (_, index) => `a${index}: 1,`).join('')}}`),
    true,
  ],
  ['signs of a string', (size) => exported(`'${"a\\'".repeat(size)}'`), true],
  ['comments', (size) => exported(`[${'/* a */ 1, // b\n'.repeat(size)}]`), true],
  ['comments that nothing ends', (size) => `${exported('1')}${'/* '.repeat(size)}`, true],
  ['strings that nothing ends', (size) => exported(`[${"'a\n".repeat(size)}]`), false],
  ['templates that nothing ends', (size) => exported(`[${'`a '.repeat(2 * size + 1)}]`), false],
  ['blanks', (size) => exported(`${' '.repeat(20 * size)}1${' '.repeat(20 * size)}`), true],
  ['blanks before what is no object', (size) => `export default a;const a ${' '.repeat(20 * size)}1`, false],
  ['exports', (size) => 'export default a; const a = 1; '.repeat(size), false],
])('time grows with %s', async (_name, source, isRead) => {
  expect(readLiteral(source(3)) !== undefined).toBe(isRead);
  expect(await growth((size) => readLiteral(source(size)), 10_000)).toBeLessThan(mostGrowth);
});
