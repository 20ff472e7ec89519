import { expect, test } from 'vitest';
import { partition } from '../../../src/account/partition.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { printMessages, readText } from '../read-text.ts';
import { printFormats } from './print-formats.ts';

const head = '---\ntitle: T\nlang: en\n---\n';
type Named = 'auto' | 'gfm' | 'myst' | 'pandoc';

function read(body: string, dialect: Named = 'pandoc'): readonly string[] {
  const { value, messages } = readText(head + body, { dialect });
  const words = value ? plainText(value).trimEnd().split('\n').slice(1) : [];
  return [...words, ...printMessages(messages)];
}

const heading = '\n\n## Depths {#sec-depths}';

test.each([
  ['alone', 'See @sec-depths.', 'See Depths.'],
  ['in brackets', 'See [@sec-depths].', 'See Depths.'],
  ['in brackets with words', 'See [Section @sec-depths].', 'See Section Depths.'],
  ['without the number', 'See [-@sec-depths].', 'See Depths.'],
  ['with a capital', '@Sec-depths says.', 'Depths says.'],
  ['in emphasis', '_see @sec-depths_', 'see Depths'],
])('a reference %s has the words of its place', (_, body, words) => {
  expect(read(body + heading)).toEqual([words, 'Depths']);
});

test('the caption of a table, the last line of a div and the caption of a cell are such words', () => {
  expect(read('| a |\n|---|\n| 1 |\n\n: Depths {#tbl-a}\n\nSee @tbl-a.').at(-1)).toBe('See Depths.');
  expect(read('::: {#fig-a}\n\nWords\n\nDepths\n:::\n\nSee @fig-a.').at(-1)).toBe('See Depths.');
  expect(read('```{r}\n#| label: fig-a\n#| fig-cap: "Depths"\n```\n\nSee @fig-a.').at(-1)).toBe(
    'See Depths.',
  );
});

test('a formula alone is a place by the name in braces behind its signs, one in a line is none', () => {
  const warned = '5:1 warning math-unread Mathematics in TeX, first “$$ a $$”: kept as code';
  const named = '$$\na\n$$ {#eq-a}\n\nSee @eq-a and [it](#eq-a).';
  expect(read(named)).toEqual(['$$', 'a', '$$', 'See eq-a and it.', warned]);
  expect(read('Words $$a$$ {#eq-a}\n\nSee [it](#eq-a).').at(-1)).toContain('No target “#eq-a”');
  expect(read(named.replace('{#eq-a}', '{#eq-b}')).join()).toContain('No target “#eq-a”');
});

test('both formats have the link', () => {
  const { value, messages } = readText(`${head}See [@sec-depths].${heading}`, { dialect: 'pandoc' });
  const printed = value ? printFormats(value) : '';
  expect(printed).toContain('<a href="#sec-depths">Depths</a>');
  expect(printed).toContain('Link');
  expect(messages).toEqual([]);
});

test.each([
  ['an escaped sign', '\\@sec-depths', '@sec-depths'],
  ['code', '`@sec-depths`', '@sec-depths'],
  ['an address', 'a@sec-depths.org', 'a@sec-depths.org'],
  ['the words of a link', '[@sec-depths](https://example.org/)', '@sec-depths'],
])('%s is no reference', (_, body, words) => {
  expect(read(body + heading)[0]).toBe(words);
});

const cure = 'write the source that it stands for, or a backslash before the `@` of a name';

test.each([
  ['@smith2020 says', '5:1', '@smith2020'],
  ['Words [see @smith, p. 3; also @doe].', '5:7', '[see @smith, p. 3; also @doe]'],
])('%s is told, and kept as it is written', (body, place, quoted) => {
  expect(read(body)).toEqual([
    body,
    `${place} error markup-visible Readers see a citation of a bibliography, “${quoted}”: ${cure}`,
  ]);
});

test('a place that the post does not have is told', () => {
  expect(read('See @fig-none.')).toEqual([
    'See @fig-none.',
    '5:5 error markup-visible Readers see a reference to a place that the post does not have, “@fig-none”: give the place its name, as in `{#fig-map}`, or write the words that it stands for',
  ]);
});

test.each([
  ['a name', 'Thanks to @handle.', 'pandoc'],
  ['a name with a number', 'Thanks to @handle91.', 'myst'],
  ['a package', 'Install @scope/pkg-12.', 'pandoc'],
  ['a mail address in brackets', '[mail a@example.org]', 'pandoc'],
  ['a citation that is escaped', 'By \\@smith2020.', 'pandoc'],
  ['a name with a number on GitHub', 'By @smith2020 and @fig-x.', 'gfm'],
  ['a name where nothing says the dialect', 'By @smith2020.', 'auto'],
] as const)('%s is told of by nothing', (_, body, dialect) => {
  expect(read(body, dialect).slice(1)).toEqual([]);
});

test('where the post names its bibliography, any name is one of it', () => {
  const { messages } = readText('---\ntitle: T\nlang: en\nbibliography: a.bib\n---\nBy @handle.', {
    dialect: 'pandoc',
  });
  expect(printMessages(messages)).toContain(
    `6:4 error markup-visible Readers see a citation of a bibliography, “@handle”: ${cure}`,
  );
});

test('a label of MyST is a place', () => {
  expect(read('See @depths.\n\n(depths)=\n## The depths', 'myst')).toEqual(['See The depths.', 'The depths']);
});

test('every word is printed, told, or markup', () => {
  const source = `${head}See @sec-depths, [@sec-depths] and @smith2020.${heading}`;
  const { value, messages } = readText(source, { dialect: 'pandoc' });
  if (value === undefined) throw new Error('not read');
  const { residue } = partition(source, value, messages);
  expect(residue.map(({ start, end }) => source.slice(start, end))).toEqual([]);
});
