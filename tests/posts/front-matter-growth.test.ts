import { expect, test } from 'vitest';
import { keyFinder, withoutKeys } from '../../src/posts/front-matter/mend-yaml.ts';
import { growth, mostGrowth } from '../growth.ts';
import { readText } from './read-text.ts';
import { isLong } from '../how-long.ts';

test.runIf(isLong)(
  'a key that is repeated more often than a call has arguments is told of each time',
  () => {
    const { value, messages } = readText(`---\ntitle: T\nlang: en\n${'k:\n'.repeat(140_000)}---\n\nWords.\n`);
    expect(value?.metadata.title).toBe('T');
    const repeated = messages.filter(({ ruleId }) => ruleId === 'frontmatter-key-repeated');
    expect(repeated).toHaveLength(139_999);
    expect(repeated.at(-1)?.place?.start.line).toBe(140_002);
    expect(messages.slice(139_999).map(({ reason }) => reason)).toEqual(['Unknown key “k”']);
  },
  120_000,
);

test('time grows with the keys that are broken', async () => {
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
