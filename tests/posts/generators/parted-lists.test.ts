import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';

/** The blocks of a post without what is in their items, and the words of those, in one line each. */
function blocks(body: string, dialect: Dialect = 'auto'): readonly string[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n\n${body}`, { dialect });
  const told = printMessages(messages).filter((line) => !line.includes('markup-unknown'));
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  const lines = tree
    .trimEnd()
    .split('\n')
    .filter((line) => !/^ *(?:paragraph$|list-item$)/u.test(line));
  return [
    ...lines.map((line) => line.replace(/ (?:numbering=\S+|depth=\d+|value=\d+)/gu, '').trim()),
    ...told,
  ];
}

const [a, b, c] = ['a', 'b', 'c'].map((word) => `text value="${word}"`);

test.each([
  ['a call that prints nothing', '- a\n\n{{< pagebreak >}}\n\n- b', 'auto'],
  ['a call right behind an item', '- a\n{{< pagebreak >}}\n- b', 'auto'],
  ['the end of a block of MyST', '- a\n\n+++\n\n- b', 'myst'],
] as const)('%s parts two lists', (_, body, dialect) => {
  expect(blocks(body, dialect)).toEqual(['list tight=true', a, 'list tight=true', b]);
});

test('a call that nobody knows parts lists before, in and behind it', () => {
  expect(blocks('- a\n\n{{< x >}}\n\n- b\n\n{{< /x >}}\n\n- c', 'goldmark')).toEqual([
    'list tight=true',
    a,
    'list tight=true',
    b,
    'list tight=true',
    c,
  ]);
});

test.each([
  ['a call', '{{< details "Sum" >}}', '{{< /details >}}', ['group', 'text value="Sum"']],
  ['a tag', '{% note %}', '{% endnote %}', ['callout kind="note"', 'text value="Note"']],
  ['a directive', '```{note}', '```', ['callout kind="note"', 'text value="Note"']],
])('%s that holds a list holds it whole', (_, opening, closing, holder) => {
  const all = `- a\n\n${opening}\n\n- b\n\n${closing}\n\n- c`;
  const printed = blocks(all)
    .map((line) => line.replace('paragraph role="summary"', ''))
    .filter(Boolean);
  expect(printed).toEqual(['list tight=true', a, ...holder, 'list tight=true', b, 'list tight=true', c]);
});

test('a label names the list behind it', () => {
  expect(blocks('- a\n\n(here)=\n\n- b', 'myst')).toEqual([
    'list tight=true',
    a,
    'list id="here" tight=true',
    b,
  ]);
});

test('a list that is parted goes on with the numbers that it is written with', () => {
  const { value } = readText(
    '---\ntitle: T\nlang: en\n---\n\n1. a\n\n{{< pagebreak >}}\n\n2. b\n3. c\n\n{{< pagebreak >}}\n\n1. d',
  );
  expect(value?.body.map((block) => block.type === 'list' && block.items.map((item) => item.value))).toEqual([
    [1],
    [2, 3],
    [1],
  ]);
});

test.each([
  ['a comment', '- a\n\n{% comment %}x{% endcomment %}\n\n- b', 'auto'],
  ['a variable that is set', '- a\n\n{% assign x = "y" %}\n\n- b', 'auto'],
  ['a comment of MyST', '- a\n\n% x\n\n- b', 'myst'],
  ['a call in an item', '- a\n\n  {{< pagebreak >}}\n\n- b', 'auto'],
] as const)('%s parts none', (_, body, dialect) => {
  expect(blocks(body, dialect)).toEqual(['list tight=false', a, b]);
});

test('only the part that has empty lines is loose', () => {
  expect(blocks('- a\n- b\n\n{{< pagebreak >}}\n\n- b\n\n- c')).toEqual([
    'list tight=true',
    a,
    b,
    'list tight=false',
    b,
    c,
  ]);
});
