import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';
import { printFormats } from './print-formats.ts';

const read = (body: string, dialect: Dialect = 'auto'): ReturnType<typeof readText> =>
  readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect });

function lines(body: string, dialect?: Dialect): readonly string[] {
  const { value, messages } = read(body, dialect);
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  return [...tree.trimEnd().split('\n').filter(Boolean), ...printMessages(messages)];
}

const summary = (words: string, indent = '  '): readonly string[] => [
  `${indent}paragraph role="summary"`,
  `${indent}  text value="${words}"`,
];

test('tabs are groups with their titles, nothing of them hidden', () => {
  const { value, messages } = read(
    '=== "On *Linux*"\n\n    Words.\n\n    - one\n\n=== "Elsewhere"\n\n    More.\n',
  );
  expect(printMessages(messages)).toEqual([]);
  expect(value && printFormats(value)).toMatchInlineSnapshot(`
    "heading id="title" level=1
      text value="T"
    group
      paragraph role="summary"
        text value="On "
        span kind="emphasis"
          text value="Linux"
      paragraph
        text value="Words."
      list numbering="bullet" tight=true depth=0
        list-item
          paragraph
            text value="one"
    group
      paragraph role="summary"
        text value="Elsewhere"
      paragraph
        text value="More."

    Document Lang=en
      H1 · 1
      Div
        P · 1
          Em · 1
        P · 1
        L {List ListNumbering=Disc}
          LI
            Lbl · 1
            LBody
              P · 1
      Div
        P · 1
        P · 1

    <div><p class="summary">On <em>Linux</em></p><p>Words.</p><ul><li>one</li></ul></div><div><p class="summary">Elsewhere</p><p>More.</p></div>
    "
  `);
});

test.each([
  ['behind words', 'Words\n=== "A"\n    Words', ['paragraph', '  text value="Words"']],
  ['that begins another set', '===! "A"\n    Words', []],
  ['that is open at first', '===+ "A"\n    Words', []],
])('a tab %s', (_, body, before) => {
  expect(lines(body)).toEqual([...before, 'group', ...summary('A'), '  paragraph', '    text value="Words"']);
});

test('tabs stand in tabs, and hold code', () => {
  expect(lines('=== "A"\n\n    === "B"\n\n        ```sh\n        ls\n        ```')).toEqual([
    'group',
    ...summary('A'),
    '  group',
    ...summary('B', '    '),
    '    code-block language="sh"',
    '      text value="ls"',
  ]);
});

test('a tab ends where the indent does', () => {
  expect(lines('=== "A"\n\n    Words\n\nMore').slice(-2)).toEqual(['paragraph', '  text value="More"']);
});

test.each(['===', '=== ', '=== ""', '=== "', '=== A', '=== "A" b', '=== "A" "B"', '==== "A"', '== "A"'])(
  '%j is none',
  (line) => {
    expect(lines(`${line}\n\n    Words`).filter((each) => each.startsWith('group'))).toEqual([]);
  },
);

test.each(['commonmark', 'gfm', 'goldmark', 'kramdown', 'myst', 'pandoc'] as const)(
  '%s has none, which is told',
  (dialect) => {
    expect(lines('=== "A"\n\n    Words', dialect).at(-1)).toMatch(
      /^5:1 error markup-visible Readers see the name of a tab, “=== "A"”/u,
    );
  },
);
