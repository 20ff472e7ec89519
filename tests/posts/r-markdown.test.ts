import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import type { Dialect } from '../../src/document/dialect.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { walk } from '../../src/document/walk.ts';
import { printMessages, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

/** The words of a post, its pictures, and what is told of it, with what the account of its words finds. */
function read(markdown: string, dialect: Dialect = 'pandoc'): readonly string[] {
  const found = readText(`${head}${markdown}\n`, { dialect, path: 'post.Rmd' });
  const { value, messages } = accountWords(found, { hasPlugins: false });
  if (value === undefined) throw new Error('The post was not built');
  const pictures = [...walk(value.body)].flatMap((node) =>
    node.type === 'image' ? [`${node.source}: ${node.alt ?? 'nothing'}`] : [],
  );
  const words = plainText(value).trimEnd().slice('T\n'.length).replaceAll('\n', ' | ');
  return [words, ...pictures, ...printMessages(messages)];
}

const map = `\`\`\`{r}
#| label: fig-map
#| echo: false
#| out.width: 50%
#| fig.cap: >
#|   A *map* of the
#|   whole city.
#| fig-alt: >
#|   Streets of the "city" and
#|   rivers.
knitr::include_graphics("images/map.png", dpi = 220)
\`\`\``;

test('a cell that only shows a file is the picture, with its caption, its alternative and its name', () => {
  expect(read(`See @fig-map and \\@ref(fig:fig-map).\n\n${map}`)).toEqual([
    'See A map of the whole city. and A map of the whole city.. |  | A map of the whole city.',
    'images/map.png: Streets of the "city" and rivers.',
  ]);
});

test.each([
  [
    'in the braces of its fence',
    '```{r map, echo=FALSE, fig.cap="A, b", fig.alt=\'Streets\'}',
    'A, b',
    'Streets',
  ],
  ['without a comma', '```{r map echo = FALSE, fig.cap = "A map"}', 'A map', 'nothing'],
])('options %s', (_, fence, caption, alt) => {
  expect(read(`\\@ref(fig:map)\n\n${fence}\ninclude_graphics('a.png')\n\`\`\``)).toEqual([
    `${caption} |  | ${caption}`,
    `a.png: ${alt}`,
  ]);
});

test.each([
  [
    'is not run',
    '```{r, eval=FALSE}\nknitr::include_graphics("a.png")\n```',
    'knitr::include_graphics("a.png")',
  ],
  ['does more', '```{r}\nx <- 1\ninclude_graphics("a.png")\n```', 'x <- 1 | include_graphics("a.png")'],
  ['computes the name', '```{r}\ninclude_graphics(x)\n```', 'include_graphics(x)'],
  ['is no cell', '```r\ninclude_graphics("a.png")\n```', 'include_graphics("a.png")'],
])('code that %s stays code', (_, markdown, words) => {
  expect(read(markdown)).toEqual([words]);
});

test('in another dialect a cell is code', () => {
  const [words] = read(map, 'auto');
  expect(words).toContain('include_graphics');
});

test.each(['```{r setup, include=FALSE}\nlibrary(x)\n```', '```{r}\n#| include: false\nlibrary(x)\n```'])(
  '%j shows nothing on its site, which is told',
  (cell) => {
    const [words, message] = read(`One\n\n${cell}\n\nTwo`);
    expect(words).toBe('One | Two');
    expect(message).toMatch(/^7:1 warning hidden-left-out Hidden <pre> with “.*library\(x\)” left out$/u);
  },
);

test.each([
  '```{r, echo=FALSE}\nlibrary(x)\n```',
  '```{python}\n#| echo: false\nlibrary(x)\n```',
  '```{r, include=TRUE, echo=F}\nlibrary(x)\n```',
])('of %j no page prints the code, which is told', (cell) => {
  const [words, message] = read(`One\n\n${cell}\n\nTwo`);
  expect(words).toBe('One | Two');
  expect(message).toMatch(/^7:1 warning hidden-left-out Hidden <pre> with “.*library\(x\)” left out$/u);
});

test('front matter may say the same of all cells, and a cell otherwise', () => {
  const echo = (cell: string): string => {
    const text = `---\ntitle: T\nlang: en\nexecute:\n  echo: false\n---\nOne\n\n${cell}\n`;
    const { value } = readText(text, { dialect: 'pandoc', path: 'post.qmd' });
    return value === undefined ? '' : plainText(value);
  };
  expect(echo('```{r}\nx()\n```')).not.toContain('x()');
  expect(echo('```{r}\n#| echo: true\nx()\n```')).toContain('x()');
  expect(echo('```r\nx()\n```')).toContain('x()');
});

test('what such a cell would show keeps its caption, to which references lead', () => {
  const cell = '```{r map, echo=FALSE, fig.cap="A *map*"}\nplot(x)\n```';
  expect(read(`See \\@ref(fig:map).\n\n${cell}`)).toEqual([
    'See A map. | A map',
    '7:1 warning hidden-left-out Hidden <pre> with “plot(x)” left out',
  ]);
  expect(read(cell.replace('echo', 'include'))).toEqual([
    '',
    '5:1 warning hidden-left-out Hidden <pre> with “plot(x)” left out',
  ]);
});

test.each([
  '```{r}\n#| include: !expr debug\nx\n```',
  '```{r, echo=2}\nx\n```',
  '```{r}\n#| echo: fenced\nx\n```',
])('%j is shown', (cell) => {
  const [words, ...messages] = read(cell);
  expect(words).toMatch(/x$/u);
  expect(messages).toEqual([]);
});

test('a reference to a heading stands for its words', () => {
  expect(read('See \\@ref(part).\n\n## A part {#part}\n\nWords.')).toEqual(['See A part. | A part | Words.']);
});

test.each([
  ['See \\@ref(fig:gone).', '5:5', 'a reference to a place that the post does not have, “\\@ref(fig:gone)”'],
  ['(ref:cap) A caption.', '5:1', 'words that R Markdown puts in elsewhere, “(ref:cap) A caption.”'],
])('%j is told as markup that readers see', (markdown, place, what) => {
  const [words, message] = read(markdown);
  expect(words).toBe(markdown);
  expect(message).toContain(`${place} error markup-visible Readers see ${what}`);
});

test.each([
  ['an address', 'Ask ann@ref.example (by mail)'],
  ['words that are escaped', 'Write `\\@ref(fig:map)` for it'],
])('%s is none', (_, markdown) => {
  expect(read(markdown)).toHaveLength(1);
});

test('options and words without an end are read in time', () => {
  const long = '#| fig-cap: a\n'.repeat(20_000);
  expect(read(`\`\`\`{r ${'a=b, '.repeat(20_000)}}\n${long}x\n\`\`\``).length).toBeGreaterThan(0);
  expect(read('\\@ref('.repeat(20_000)).length).toBeGreaterThan(0);
});
