import { expect, test } from 'vitest';
import { keyFinder, withoutKeys } from '../../src/posts/front-matter/mend-yaml.ts';
import { readYaml } from '../../src/posts/front-matter/read-yaml.ts';
import { growth, mostGrowth } from '../growth.ts';
import { readText } from './read-text.ts';
import { isLong } from '../how-long.ts';

test.runIf(isLong)('a key that is repeated more often than a call has arguments is told of each time', () => {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n${'k:\n'.repeat(140_000)}---\n\nWords.\n`);
  expect(value?.metadata.title).toBe('T');
  const repeated = messages.filter(({ ruleId }) => ruleId === 'frontmatter-key-repeated');
  expect(repeated).toHaveLength(139_999);
  expect(repeated.at(-1)?.place?.start.line).toBe(140_002);
  expect(messages.slice(139_999).map(({ reason }) => reason)).toEqual(['Unknown key “k”']);
});

test.runIf(isLong)('time grows with the keys that are broken', async () => {
  const work = (count: number): string => {
    const source = Array.from({ length: count }, (_, index) => `k${index}: [a\n`).join('');
    const keyBefore = keyFinder(source);
    const broken = new Set<number>();
    for (let offset = 0; offset < source.length; offset += 5) broken.add(keyBefore(offset));
    return withoutKeys(source, broken);
  };
  expect(work(3)).toBe('      \n      \n      \n');
  expect(await growth(work, 10_000)).toBeLessThan(mostGrowth);
});

const head = 'title: T\nlang: en\n';
// No value is used more than twice, and each takes the whole document to follow.
const pairs = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `x${index}: &x${index} x\na${index}: &a${index} [*x${index}, *x${index}]\nb${index}: *a${index}\n`,
  ).join('');
const reasons = (yaml: string): readonly string[] =>
  readYaml(head + yaml, 'yaml').problems.map(({ reason }) => reason);

test('aliases that would take the square of what is written are refused', () => {
  const refused =
    'Front matter cannot be read: aliases stand for more than is taken in; write out what each `*name` stands for';
  expect(reasons(pairs(50))).toEqual([]);
  expect(readYaml(pairs(50), 'yaml').values['b49']).toEqual(['x', 'x']);
  expect(reasons(pairs(1000))).toEqual([refused]);
  expect(reasons(`a: &a x\nb: [${'*a, '.repeat(60)}]\n`)).toEqual([refused]);
});

test.runIf(isLong)('aliases that are refused take time that grows with them', async () => {
  expect(await growth((count) => reasons(pairs(count)), 500)).toBeLessThan(mostGrowth);
});
