import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { readDocument } from '../posts/read-text.ts';

const plain = readDocument('---\ntitle: T\nlang: en\n---\n\nWords.\n');

/** What becomes of the words of a source of which the model holds none. */
function account(source: string): unknown {
  return accountWords({ value: { ...plain, source }, messages: [] }, { hasPlugins: false });
}

type Case = readonly [name: string, source: (size: number) => string, size: number];

const texts: readonly Case[] = [
  ['values of an option', (size) => `<option${' value=a'.repeat(size)}>`, 8000],
  ['calls', (size) => '{{ a "b" c=\'d\' }}'.repeat(size), 5000],
  ['comments that nothing ends', (size) => '<!-- a {% comment %} '.repeat(size), 5000],
  ['scripts that nothing ends', (size) => '<script>a <style>b '.repeat(size), 5000],
  ['directives', (size) => '```{a} b\n---\nc: d\n---\n:e: f\n'.repeat(size), 3000],
  ['tags', (size) => '<b a="b" c>d</b>'.repeat(size), 4000],
  ['tags that nothing ends', (size) => '<b a="b '.repeat(size), 4000],
  ['quotes of tags that nothing ends', (size) => `${'<b a=">" '.repeat(size)}c="`, 4000],
  ['attributes of a tag', (size) => `<option${' a=b'.repeat(size)}>`, 8000],
  ['pages in attributes', (size) => `<iframe srcdoc="${"<b title='a'>b</b>".repeat(size)}">`, 5000],
  ['calls that nothing ends', (size) => '{{ a "b {% '.repeat(size), 4000],
  ['lists of attributes', (size) => '{: .a b="c"}\n'.repeat(size), 5000],
  ['comments', (size) => '<!-- a --> %b\n'.repeat(size), 5000],
  ['scripts', (size) => '<script>a</script>'.repeat(size), 5000],
  ['definitions', (size) => '[a]: b "c"\n*[D]: e\n'.repeat(size), 5000],
  ['one word', (size) => 'words '.repeat(size), 8000],
];

test.runIf(isLong).each(texts)('time grows with %s', async (_name, source, size) => {
  expect(await growth((count) => account(source(count)), size)).toBeLessThan(mostGrowth);
});

test.runIf(isLong)(
  'a square is seen where each value of an option is held against all attributes',
  async () => {
    const work = (size: number): unknown => {
      const names = Array.from({ length: size }, () => 'value');
      return names.map(() => names.some((name) => name === 'label'));
    };
    expect(await growthOfSquare(work, 2000)).toBeGreaterThan(mostGrowth);
  },
);
