import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import type { Dialect } from '../../src/document/dialect.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { walk } from '../../src/document/walk.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\nauthor: Ann\n---\n';

const files: Readonly<Record<string, string>> = {
  '_variables.yml': 'version: "3.1"\nteam:\n  name: The *team*\nlist: [a]\n',
  'docs/_part.qmd': 'Part.\n\n{{< include sub/_deep.qmd >}}\n',
  'docs/sub/_deep.qmd': 'Deep.\n\n{{< include _deeper.qmd >}}\n',
  'docs/sub/_deeper.qmd': 'Deeper.\n',
  'docs/_front.qmd': '---\nauthor: Bob\n---\n\nOuter.\n\n{{< include sub/_front.qmd >}}\n',
  'docs/sub/_front.qmd': '---\ntitle: Not this\n---\n\nInner.\n',
  'docs/_round.qmd': 'Round {{< include _round.qmd >}}',
  'docs/_own.qmd': 'Own {{< include post.qmd >}}',
  'docs/post.qmd': 'The post.',
  'docs/_code.qmd': 'A word of it\n\n```\nsome words\n\n```\n',
  'docs/_raw.qmd': '```{=html}\n<p>Raw</p>\n```\n\n```{=latex}\nlate\n```\n',
};

/** The words of a post, the files that are part of it, and what is told of it but of its front matter. */
function read(markdown: string, dialect: Dialect = 'pandoc'): readonly (string | undefined)[] {
  const nearby = {
    has: (path: string): boolean => Object.hasOwn(files, path),
    read: (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
  const found = readText(`${head}${markdown}\n`, { nearby, dialect, path: 'docs/post.qmd' });
  const { value, messages } = accountWords(found, { hasPlugins: false });
  const words = value && plainText(value).trimEnd().slice('T\n'.length).replaceAll('\n', ' | ');
  return [words, value?.included?.map(({ path }) => path).join(' '), ...printMessages(messages)];
}

test.each([
  ['```{=html}\n<p>Raw <b>words</b>.</p>\n```', 'Raw words.'],
  ['> ```{=html5}\n> <p>Raw</p>\n> ```\n\nAfter.', 'Raw | After.'],
  ['A `<b>bold</b>`{=html} word', 'A bold word'],
  ['One\n\n\\newpage\n\nTwo\n\n\\pagebreak{}\n\n\\clearpage\nThree *and*', 'One | Two | Three and'],
  ['One\n\n{{< pagebreak >}}\n\nTwo', 'One | Two'],
  ['By {{< meta author >}}.', 'By Ann.'],
])('%j is read without a message', (markdown, words) => {
  expect(read(markdown)).toEqual([`By Ann | ${words}`, undefined]);
});

test('HTML of one format is tagged as HTML is, at the place where it stands', () => {
  const { body } = readDocument(`${head}\`\`\`{=html}\n<table><tr><th>A</th></tr></table>\n\`\`\`\n`, {
    dialect: 'pandoc',
  });
  const [table] = [...walk(body)].filter(({ type }) => type === 'table');
  expect(table?.place?.start).toMatchObject({ line: 7, column: 1 });
});

test('code of an included file stands where it is included, and takes no words of the post for its own', () => {
  const nearby = { has: () => true, read: (path: string) => files[path] };
  const { value } = readText(`${head}some words\n\n{{< include _code.qmd >}}\n`, {
    nearby,
    dialect: 'pandoc',
    path: 'docs/post.qmd',
  });
  const [code] = [...walk(value?.body ?? [])].filter((node) => node.type === 'code-block');
  expect(
    code?.type === 'code-block' && code.lines.map((line) => [line.value, line.place?.start.line]),
  ).toEqual([
    ['some words', 8],
    ['', 8],
  ]);
  expect(read('some words\n\n{{< include _code.qmd >}}')).toEqual([
    'By Ann | some words | A word of it | some words',
    'docs/_code.qmd',
  ]);
});

const leftOut = (at: string, format: string, words: string): string =>
  `${at} warning raw-left-out Text for the format “${format}” left out${words === '' ? '' : `: “${words}”`}`;

test.each([
  [
    'One\n\n```{=latex}\n\\vspace{2em} some\nwords\n```',
    'One',
    leftOut('8:1', 'latex', '\\vspace{2em} some words'),
  ],
  ['A `\\LaTeX{}`{=tex} word', 'A word', leftOut('6:3', 'tex', '\\LaTeX{}')],
  ['```{=typst}\n```\n\nOne', 'One', leftOut('6:1', 'typst', '')],
])('%j is left out and told', (markdown, words, told) => {
  expect(read(markdown)).toEqual([`By Ann | ${words}`, undefined, told]);
});

const visible = (at: string, what: string, cure: string): string =>
  `${at} error markup-visible Readers see ${what}: ${cure}`;

test.each<[string, Dialect, string, ...string[]]>([
  ['```latex\n\\newpage\n```', 'pandoc', '\\newpage'],
  ['Say `\\newpage` and \\\\newpage.', 'pandoc', 'Say \\newpage and \\newpage.'],
  ['\\newpages', 'pandoc', '\\newpages'],
  ['Call `x` {=html}', 'pandoc', 'Call x {=html}'],
  [
    'One\n\\newpage',
    'pandoc',
    'One \\newpage',
    visible(
      '7:1',
      'a command that ends a page, “\\newpage”',
      'take it away: pages end where the layout ends them',
    ),
  ],
  [
    '\\newpage',
    'gfm',
    '\\newpage',
    visible(
      '6:1',
      'a command that ends a page, “\\newpage”',
      'take it away: pages end where the layout ends them',
    ),
  ],
  [
    'A `<b>`{=html} word',
    'commonmark',
    'A <b>{=html} word',
    visible(
      '6:8',
      'the name of a format, “{=html}”',
      'take it away, so that the code stands alone, or write the words for readers of any format',
    ),
  ],
])('%j of %s stays as it is written', (markdown, dialect, words, ...told) => {
  expect(read(markdown, dialect)).toEqual([`By Ann | ${words}`, undefined, ...told]);
});

test.each([
  [
    '{{< include _part.qmd >}}',
    'Part. | Deep. | Deeper.',
    'docs/_part.qmd docs/sub/_deep.qmd docs/sub/_deeper.qmd',
  ],
  ['{{< include _front.qmd >}}', 'Outer. | Inner.', 'docs/_front.qmd docs/sub/_front.qmd'],
  ['V. {{< var version >}} of {{< var team.name >}}', 'V. 3.1 of The team', '_variables.yml'],
])('%j puts the words of another file in, which is part of the post', (markdown, words, included) => {
  expect(read(markdown)).toEqual([`By Ann | ${words}`, included]);
});

test('of long text for another format the beginning and the end are quoted, and no word is lost in silence', () => {
  const long = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
  const [words, , told, ...others] = read(`One\n\n\`\`\`{=latex}\n${long} “said”\n\`\`\``);
  expect(words).toBe('By Ann | One');
  expect(told).toMatch(/^8:1 warning raw-left-out .*: “word0 word1 .* … .* word299 "said"”$/u);
  expect(others).toEqual([]);
});

test('what an included file says for one format is read and told as in the post', () => {
  expect(read('{{< include _raw.qmd >}}')).toEqual([
    'By Ann | Raw',
    'docs/_raw.qmd',
    leftOut('6:1', 'latex', 'late'),
  ]);
});

test.each([
  ['{{< include _gone.qmd >}}', undefined],
  ['{{< include ../../_part.qmd >}}', undefined],
  ['{{< include _round.qmd >}}', 'docs/_round.qmd'],
  ['{{< include _own.qmd >}}', 'docs/_own.qmd'],
  ['{{< var gone >}}', undefined],
  ['{{< var list >}}', undefined],
  ['{{< var team >}}', undefined],
  ['{{< meta gone >}}', undefined],
])('%s that cannot be read is seen, told, and no claim is made', (markdown, included) => {
  const [words, files_, ...told] = read(markdown);
  expect(files_).toBe(included);
  expect(words).toContain('{{<');
  expect(told.some((message) => message?.includes('error markup-visible'))).toBe(true);
});

test('a film that lies beside the post is told, with its title', () => {
  expect(read('{{< video a.mp4 title="A film" >}}')).toEqual([
    'By Ann | A film',
    undefined,
    '6:1 warning html-dropped A link to “a.mp4” stands for what a page shows there',
    '6:1 error link-target-missing Link target “a.mp4” is not part of the publication; if its site has it, `links: { base, permalink }` in tagleaf.yaml says where',
  ]);
});
