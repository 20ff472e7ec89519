import { expect, test } from 'vitest';
import { walk } from '../../../src/document/walk.ts';
import { createContext, defaultPostLimits } from '../../../src/posts/context/post-context.ts';
import { createWork } from '../../../src/posts/context/work.ts';
import { parseMarkdown } from '../../../src/posts/source/parse-markdown.ts';
import { printMessages, readText, strings } from '../read-text.ts';
import { printFormats } from './print-formats.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

/** The subscripts and superscripts of a post, as Pandoc reads it, with their words. */
function scriptsOf(body: string): readonly string[] {
  const { value } = readText(head + body, { dialect: 'pandoc' });
  return [...walk(value?.body ?? [])].flatMap((node) =>
    node.type === 'span' && (node.kind === 'subscript' || node.kind === 'superscript')
      ? [
          `${node.kind}: ${[...walk(node.children)].map((one) => (one.type === 'text' ? one.value : '')).join('')}`,
        ]
      : [],
  );
}

test.each([
  ['a subscript', 'H~2~O', ['subscript: 2']],
  ['a superscript', 'x^2^', ['superscript: 2']],
  ['several', 'CO~2~ and 10^-6^ m^3^.', ['subscript: 2', 'superscript: -6', 'superscript: 3']],
  ['emphasis in one', 'a~*n*+1~', ['subscript: n+1']],
  ['a sign of the other kind', 'a^b~c~^', ['superscript: bc', 'subscript: c']],
  ['an escaped sign', 'a~b\\~c~', ['subscript: b~c']],
  ['a link in one', 'a^1[b](https://example.org/)^', ['superscript: 1b']],
  [
    'one in emphasis, a heading and a link',
    '## *H~2~*\n\n[x^2^](https://example.org/)',
    ['subscript: 2', 'superscript: 2'],
  ],
  ['one in a note', 'A word.^[Of x^2^.]', ['superscript: 2']],
])('%s is read', (_, body, expected) => {
  expect(scriptsOf(body)).toEqual(expected);
});

test.each([
  ['words with a space', 'a~b c~ and a^b c^'],
  ['an escaped sign', 'H\\~2~O and x\\^2^'],
  ['two signs', '~~gone~~ and ^^up^^'],
  ['signs without words', 'a~~b^^c'],
  ['code', '`H~2~O` and a~`~`'],
  ['a sign in the label of a link', '[a^b](https://example.org/)^'],
  ['lines', 'a~b\nc~d'],
  ['TeX', 'Let $x^2+y^2$ be.'],
  ['an address', 'See https://example.org/~a/~b for it.'],
  ['a note', 'A word.^[note]^'],
])('%s is none', (_, body) => {
  expect(scriptsOf(body)).toEqual([]);
});

test('both formats hold them, and nothing is told', () => {
  const { value, messages } = readText(`${head}H~2~O, x^2^`, { dialect: 'pandoc' });
  expect(printMessages(messages)).toEqual([]);
  expect(value && printFormats(value)).toMatchInlineSnapshot(`
    "heading id="title" level=1
      text value="T"
    paragraph
      text value="H"
      span kind="subscript"
        text value="2"
      text value="O, x"
      span kind="superscript"
        text value="2"

    Document Lang=en
      H1 · 1
      P · 2
        Span {Layout BaselineShift=-2} · 1
        Span {Layout BaselineShift=4} · 1

    <p>H<sub>2</sub>O, x<sup>2</sup></p>
    "
  `);
});

test.each(['auto', 'commonmark', 'gfm', 'goldmark', 'kramdown', 'myst'] as const)(
  '%s has none',
  (dialect) => {
    const { value } = readText(`${head}H~2~O, x^2^`, { dialect });
    expect(JSON.stringify(value?.body)).not.toMatch(/"kind":"(?:sub|super)script"/u);
  },
);

test.each([
  ['H~2~O', ['5:2-5:5 warning subscript-struck “~2~” behind a letter is struck through']],
  ['C~12~', ['5:2-5:6 warning subscript-struck “~12~” behind a letter is struck through']],
  ['H~~2~~O', []],
  ['It costs ~10~ 8, 5~2~ or C~123~', []],
  ['A ~word~', []],
])('where nothing says the dialect, it is told of %s: %j', (body, expected) => {
  const { value, messages } = readText(head + body);
  expect(
    messages.map(({ ruleId, severity, reason, place }) =>
      place
        ? `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column} ${severity} ${ruleId} ${reason}`
        : '',
    ),
  ).toEqual(expected);
  expect(JSON.stringify(value?.body)).toContain('"kind":"deletion"');
});

test.each([
  ['pairs', 'a~b~c^d^ '],
  ['tildes that nothing closes', 'a~b '],
  ['carets that nothing closes', 'a^b '],
  ['signs in a row', '~^'],
  ['a pair in each', '~a^b'],
])('the work of %s grows with them', (_, piece) => {
  const work = (count: number): number => {
    const spent = createWork(Infinity);
    const options = { file: 'post.md', path: 'post.md', strings: () => strings, limits: defaultPostLimits };
    const context = createContext(piece.repeat(count), {
      options: { ...options, dialect: 'pandoc' },
      messages: [],
      work: spent,
    });
    parseMarkdown(context);
    return spent.weight;
  };
  expect(work(600) / work(300)).toBeLessThan(2.5);
});
