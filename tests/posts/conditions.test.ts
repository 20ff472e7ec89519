import { describe, expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import type { Dialect } from '../../src/document/dialect.ts';
import { plainText } from '../../src/document/plain-text.ts';
import type { ReadPostOptions } from '../../src/posts/context/post-context.ts';
import { printMessages, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\nedition: { long: true, short: false, name: "" }\n---\n';

/** The words of a post behind its title, and what is told of it and of the words that were lost. */
function read(markdown: string, options: Partial<ReadPostOptions> = {}): readonly (string | undefined)[] {
  const found = readText(`${head}${markdown}\n`, { dialect: 'pandoc', ...options });
  const { value, messages } = accountWords(found, { hasPlugins: false });
  const words = value && plainText(value).trim().replaceAll('\n', ' | ');
  const told = printMessages(messages).filter((message) => !message.includes('frontmatter-unknown-key'));
  return [words, ...told];
}

const leftOut = (at: string, condition: string, words: string): string =>
  `${at} warning raw-left-out What is shown ${condition} with “${words}” left out`;

const div = (attributes: string, words = 'Words.'): string => `::: {${attributes}}\n${words}\n:::`;

describe('of what Quarto shows in one format alone', () => {
  test('readers get the version that is printed, and are told the other', () => {
    expect(
      read(
        [
          div('.content-visible when-format="html"', 'Click the *map*.'),
          div('.content-visible unless-format="html"', 'See the map.'),
        ].join('\n\n'),
      ),
    ).toEqual(['T | See the map.', leftOut('6:1', 'when-format="html"', 'Click the map .')]);
  });

  test.each([
    ['.content-visible when-format="pdf"'],
    ['.content-visible when-format="LaTeX"'],
    ['.content-visible unless-format="html:js"'],
    ['.content-hidden when-format="html"'],
    ['.content-hidden unless-format="pdf"'],
    ['.content-hidden when-format="pdf" unless-format="pdf"'],
    ['.content-visible when-meta="edition.long"'],
    ['.content-hidden when-meta="edition.short"'],
    ['.content-visible unless-meta="edition.none"'],
    ['.content-visible unless-profile="advanced"'],
    ['.content-visible'],
  ])('%s is shown, without a message', (attributes) => {
    expect(read(div(attributes))).toEqual(['T | Words.']);
    expect(read(div(attributes), { dialect: 'auto' })).toEqual(['T | Words.']);
    expect(read(`Some [words]{${attributes}} here`)).toEqual(['T | Some words here']);
  });

  test.each([
    ['.content-visible', 'when-format="html"'],
    ['.content-visible', 'when-format="epub"'],
    ['.content-visible', 'unless-format="pdf"'],
    ['.content-hidden', 'when-format="pdf"'],
    ['.content-hidden', 'unless-format="html"'],
    ['.content-visible', 'when-meta="edition.short"'],
    ['.content-visible', 'when-meta="edition.name"'],
    ['.content-visible', 'when-meta="toString"'],
    ['.content-visible', 'when-profile="advanced"'],
  ])('%s %s is left out and told', (name, condition) => {
    const told = leftOut('6:1', condition, 'Words.');
    expect(read(div(`${name} ${condition}`))).toEqual(['T', told]);
    expect(read(div(`${name} ${condition}`), { dialect: 'auto' })).toEqual(['T', told]);
    expect(read(`Some [words]{${name} ${condition}} here`)).toEqual([
      'T | Some here',
      leftOut('6:1', condition, 'words'),
    ]);
  });

  test('of two conditions each must hold', () => {
    expect(read(div('.content-visible when-format="pdf" when-meta="none"'))).toEqual([
      'T',
      leftOut('6:1', 'when-meta="none"', 'Words.'),
    ]);
  });

  test('it holds for code, and in what else holds blocks', () => {
    const fence = (attributes: string): string => `\`\`\`{.python ${attributes}}\nprint(1)\n\`\`\``;
    expect(read(fence('.content-visible when-format="html"'))).toEqual([
      'T',
      leftOut('6:1', 'when-format="html"', 'print(1)'),
    ]);
    expect(read(fence('.content-visible when-format="pdf"'))).toEqual(['T | print(1)']);
    expect(read(`- Item\n\n  ${div('.content-hidden when-format=pdf').replaceAll('\n', '\n  ')}`)).toEqual([
      'T | Item',
      leftOut('8:3', 'when-format="pdf"', 'Words.'),
    ]);
    expect(
      read('Raw HTML <b>too</b>\n\n::: {.content-visible when-format="html"}\n<b>Bold</b>\n:::'),
    ).toEqual(['T | Raw HTML too', leftOut('8:1', 'when-format="html"', 'Bold')]);
  });

  test('a file that is included in it goes too, and its words are quoted as none of the post', () => {
    const files: Readonly<Record<string, string>> = { 'part.md': 'Words **of the part**.\n' };
    const nearby = {
      has: (path: string): boolean => Object.hasOwn(files, path),
      read: (path: string): string | undefined => files[path],
    };
    const options = { nearby, path: 'post.md' };
    const call = '{{< include part.md >}}';
    const hides = '.content-visible when-format="html"';
    expect(read(div(hides, `${call}\n\nWords of its own.`), options)).toEqual([
      'T',
      leftOut('6:1', 'when-format="html"', 'Words of its own.'),
    ]);
    expect(read(div(hides, call), options)).toEqual([
      'T',
      '6:1 warning raw-left-out What is shown when-format="html" left out',
    ]);
    expect(read(call, options)).toEqual(['T | Words of the part.']);
  });

  test('a reference in it that the post has names words that were read already', () => {
    const long = 'Word '.repeat(150);
    const hidden = div('.content-visible when-format="html"', `See @sec-map. ${long}\n\nThe end.`);
    expect(read(`## Map {#sec-map}\n\n${hidden}`).slice(1)).toEqual([
      expect.stringMatching(
        /^8:1 warning raw-left-out .* with “See Map \. Word [^”]* … Word [^”]*The end\.” left out$/u,
      ),
    ]);
  });

  test('it holds where the project keeps what is hidden, for readers would get two versions', () => {
    expect(read(div('.content-visible when-format="html"'), { hidden: 'keep' })).toEqual([
      'T',
      leftOut('6:1', 'when-format="html"', 'Words.'),
    ]);
    expect(read(div('.content-hidden'), { hidden: 'keep' })[0]).toBe('T | Words.');
  });
});

test.each<Dialect>(['myst', 'kramdown', 'goldmark'])('in %s such classes say nothing', (dialect) => {
  expect(read(div('.content-visible when-format="html"'), { dialect })).toEqual([
    'T | Words.',
    '6:1 info html-attr-dropped Class “content-visible” of a div left out',
  ]);
});
