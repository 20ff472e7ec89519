import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { printMessages, readText } from '../read-text.ts';

const files: Readonly<Record<string, string>> = {
  'docs/page.md': '---\ntitle: Tide &amp; *time*\n---\n# Not this\n',
  'docs/heading.md': '```\n# Not this\n```\n\n## Nor this\n\n#  The `tide` at *night* ##\n\n# Nor that\n',
  'docs/lined.md': 'Not this\n---\n\nThe tide\n===\n',
  'docs/none.md': '---\ntitle: ""\n---\n\n#No heading\n\n> # Nor this\n',
  'docs/data.csv': '# Not a title\n',
  'docs/parts.md':
    '# Parts\n\n## High *tide*\n\n(low)=\n\n### At night\n\nNeap tide\n---\n\n## Named {#own}\n\n```\n## Code\n```\n',
  'above.md': '# Above\n',
};

const nearby = { has: (path: string) => path in files, read: (path: string) => files[path] };

function read(markdown: string, dialect: 'myst' | 'commonmark' = 'myst'): readonly (string | undefined)[] {
  const text = `---\ntitle: T\nlang: en\n---\n${markdown}\n`;
  const { value, messages } = readText(text, { nearby, path: 'docs/post.md', dialect });
  const told = messages.filter(({ ruleId }) => !/^link-(?:target-missing|address-unknown)$/u.test(ruleId));
  const included = value?.included?.map(({ path }) => path).join(' ');
  return [value && plainText(value).trim().split('\n').at(-1), included, ...printMessages(told)];
}

test.each([
  ['[](page.md)', 'Tide & *time*', 'docs/page.md'],
  ['[](./heading.md)', 'The tide at night', 'docs/heading.md'],
  ['[](lined.md#part)', 'The tide', 'docs/lined.md'],
  ['[](../above.md)', 'Above', 'above.md'],
  ['{doc}`page`', 'Tide & *time*', 'docs/page.md'],
])('%s prints the title of the page, which is then part of the post', (markdown, words, included) => {
  // A title of front matter is no Markdown: readers see its signs, and are told of them.
  const signs = words.includes('*') ? [expect.stringMatching(/^5:1 error markup-visible .*“\*time\*”/u)] : [];
  expect(read(`See ${markdown}.`)).toEqual([`See ${words}.`, included, ...signs]);
});

test.each([
  ['[](parts.md#high-tide)', 'High tide'],
  ['[](parts.md#low)', 'At night'],
  ['[](parts.md#neap-tide)', 'Neap tide'],
  ['[](./parts.md#own)', 'Named'],
])('%s prints the heading of that part of the page', (markdown, words) => {
  expect(read(`See ${markdown}.`)).toEqual([`See ${words}.`, 'docs/parts.md']);
});

test.each(['gone', 'code', 'own-1'])(
  'without a part of that name, %s, the title of the page stands',
  (name) => {
    expect(read(`See [](parts.md#${name}).`)).toEqual(['See Parts.', 'docs/parts.md']);
  },
);

const pages: Readonly<Record<string, string>> = {
  low: 'docs/parts.md',
  'term-neap-tide': 'docs/page.md',
  'of:all': 'above.md',
  own: 'docs/post.md',
  gone: 'docs/gone.md',
};

test.each([
  ['{ref}`low`', 'At night', 'docs/parts.md'],
  ['[](#low)', 'At night', 'docs/parts.md'],
  ['[](#of:all)', 'Above', 'above.md'],
  ['[words](#low)', 'words', 'docs/parts.md'],
  ['{term}`neap tide`', 'neap tide', 'docs/page.md'],
])('%s leads to the page of the folder that has the place', (markdown, words, included) => {
  const links = { base: 'https://e.org' };
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\nSee ${markdown}.\n`, {
    nearby: { ...nearby, pageOf: (label) => pages[label] },
    onSite: () => true,
    path: 'docs/post.md',
    dialect: 'myst',
    links,
  });
  expect(value && plainText(value).trim().split('\n').at(-1)).toBe(`See ${words}.`);
  expect(value?.included?.map(({ path }) => path)).toEqual([included]);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['link-address-unknown']);
});

test.each(['own', 'gone', 'nowhere'])(
  'where no other page can be read that has it, %s leads nowhere',
  (name) => {
    const { messages } = readText(`---\ntitle: T\nlang: en\n---\n[Words](#${name}).\n`, {
      nearby: { ...nearby, pageOf: (label) => pages[label] },
      onSite: () => true,
      path: 'docs/post.md',
      dialect: 'myst',
    });
    expect(printMessages(messages)).toEqual([
      `5:1 error link-target-missing No target “#${name}” in this post; where another post has it, a book of both leads there`,
    ]);
  },
);

test('the file of the post itself is no other page', () => {
  expect(read('## A part\n\nSee [](post.md#a-part).')).toEqual(['See A part.', undefined]);
});

test('titles of parts are looked for in no more text than a post may make read', () => {
  let reads = 0;
  const text = `# Long\n\n${'## Part\n\n'.repeat(20_000)}`;
  const far = { has: () => true, read: () => ((reads += 1), text) };
  const links = Array.from({ length: 40 }, (_, index) => `[](long.md#gone-${index})`).join(' ');
  const { value } = readText(`---\ntitle: T\nlang: en\n---\n${links}\n`, {
    nearby: far,
    path: 'docs/post.md',
    dialect: 'myst',
  });
  expect(reads).toBe(1);
  expect(value && plainText(value).trim().split('\n').at(-1)).toBe(
    Array.from({ length: 40 }, () => 'Long').join(' '),
  );
});

const bare = (address: string): string =>
  `5:5 error link-empty Link to “${address}” has no words, and no file with a title is there: its address is printed for them`;

test.each([
  ['[](gone.md)', 'gone.md', bare('gone.md')],
  ['[](none.md)', 'none.md', bare('none.md')],
  ['[](../../above.md)', '../../above.md', bare('../../above.md')],
  ['[](data.csv)', 'data.csv', bare('data.csv')],
])('%s prints the address, and the claims are withheld', (markdown, words, told) => {
  expect(read(`See ${markdown}.`)).toEqual([`See ${words}.`, undefined, told]);
});

test.each([
  ['[words](page.md)', 'words'],
  ['{doc}`words <page>`', 'words'],
  ['{doc}`gone`', 'gone'],
  ['[](#nowhere)', 'nowhere'],
])('%s prints its own words', (markdown, words) => {
  expect(read(`See ${markdown}.`)).toEqual([`See ${words}.`, undefined]);
});

test('in another dialect a link without words stays one', () => {
  expect(read('See [](page.md).', 'commonmark')).toEqual([
    'See .',
    undefined,
    '5:5 error link-empty Link to “page.md” has no words',
  ]);
});
