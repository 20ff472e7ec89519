import { expect, test } from 'vitest';
import { createContext, defaultPostLimits } from '../../../src/posts/context/post-context.ts';
import { createWork } from '../../../src/posts/context/work.ts';
import { parseMarkdown } from '../../../src/posts/source/parse-markdown.ts';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { readText, strings } from '../read-text.ts';

function parse(source: string): number {
  const work = createWork(Infinity);
  const options = { file: 'post.md', path: 'post.md', strings: () => strings, limits: defaultPostLimits };
  parseMarkdown(createContext(source, { options, messages: [], work }));
  return work.weight;
}

const hostile: readonly (readonly [name: string, source: (count: number) => string])[] = [
  ['divs', (count) => ':::note\nx\n:::\n'.repeat(count)],
  ['divs that nothing ends', (count) => ':::note\n'.repeat(count)],
  ['ends of nothing', (count) => ':::\n'.repeat(count)],
  ['words in many divs', (count) => `${':::note\n'.repeat(90)}${'x\n\n'.repeat(count)}`],
  ['colons', (count) => `${':::'.repeat(count)}a\n`],
  ['braces', (count) => `::: ${'{'.repeat(count)}}\n`],
  ['definitions', (count) => 'term\n: what it means\n\n'.repeat(count)],
  ['definitions of one term', (count) => `term\n${': a\n'.repeat(count)}`],
  ['colons that would nest', (count) => `term\n${': '.repeat(count)}a\n`],
  ['lines of a term', (count) => `${'a\n'.repeat(count)}: b\n`],
  ['admonitions', (count) => '!!! note\n    x\n'.repeat(count)],
  ['tabs', (count) => '=== "x"\n    x\n'.repeat(count)],
  [
    'meanings of abbreviations',
    (count) => Array.from({ length: count }, (_, index) => `*[A${index}]: b\n`).join(''),
  ],
  ['labels that nothing closes', (count) => `${'*['.repeat(count)}\n`],
  ['notes in the line', (count) => 'a^[b *c*] '.repeat(count)],
  ['notes that never end', (count) => '^['.repeat(count)],
  ['raised links', (count) => '^[a](b) '.repeat(count)],
  ['links of wikis', (count) => '[[a]] '.repeat(count)],
  ['links of wikis that never end', (count) => '[[a'.repeat(count)],
  ['citations', (count) => '@fig-a '.repeat(count)],
  // Brackets in one paragraph take CommonMark's own parser more, whatever stands in them.
  ['citations in brackets', (count) => '[@fig-a]\n\n'.repeat(count)],
  ['signs of citations', (count) => '@'.repeat(count)],
  ['a citation that goes on', (count) => `@${'a:'.repeat(count)}\n`],
  ['highlights', (count) => '==a== '.repeat(count)],
  ['highlights that never end', (count) => '==a '.repeat(count)],
  ['signs of highlights', (count) => `a ${'='.repeat(count)}`],
  ['highlights in insertions', (count) => '^^a ==b== c^^ '.repeat(count)],
  ['quotes of a title', (count) => `!!! note "${'" "'.repeat(count)}"\n`],
];

test.each(hostile.filter((_row, index) => isLong || index % 3 === 0))(
  'the work of %s grows with them',
  (_name, source) => {
    const [small, large] = [parse(source(300)), parse(source(600))];
    expect(large / small).toBeLessThan(2.5);
  },
);

// Of signs of emphasis that stand before labels which nothing closes, CommonMark's own parser takes the square.
const squaredByOthers: ReadonlySet<string> = new Set(['labels that nothing closes']);

test.runIf(isLong).each(hostile.filter(([name]) => !squaredByOthers.has(name)))(
  'time grows with %s',
  async (_, source) => {
    expect(await growth((count) => parse(source(count)), 3000)).toBeLessThan(mostGrowth);
  },
);

test.runIf(isLong).each(hostile.filter(([name]) => squaredByOthers.has(name)))(
  'many %s are refused before they take long',
  (_, source) => {
    const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n\n${source(6000)}`);
    expect(value).toBeUndefined();
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['post-too-laborious']);
  },
);
