import { expect, test } from 'vitest';
import { fixSource } from '../../src/lint/fix-source.ts';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { settleMessages, type RuleLevels } from '../../src/lint/settle-messages.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

function settled(text: string, levels: RuleLevels = {}): readonly string[] {
  const { value, messages } = readText(head + text);
  if (!value) throw new Error('The post was not built');
  const all = settleMessages([...messages, ...lintDocument(value)], { document: value, levels });
  return all.map((message) => {
    const [line] = printMessages([message]);
    return `${line}${message.suppressed === undefined ? '' : ` — ${message.suppressed}`}`;
  });
}

const link = '[click here](https://example.org/)';
const found = 'link-generic Link text “click here” says nothing of its target';

test('a comment with a reason overrules a rule for the block after it', () => {
  expect(
    settled(`<!-- a11y-ignore link-generic: the form is quoted -->\n\nTo ${link}.\n\nOr ${link}.`),
  ).toEqual([`7:4 info ${found} — the form is quoted`, `9:4 warning ${found}`]);
});

test('within a paragraph it overrules for the paragraph', () => {
  expect(settled(`To ${link}. <!-- a11y-ignore link-generic: quoted -->`)).toEqual([
    `5:4 info ${found} — quoted`,
  ]);
});

test('a suspected error may be overruled, and then withholds nothing', () => {
  const text = '<!-- a11y-ignore alt-placeholder: the word is what the sign says -->\n![Logo](a.png)';
  const { value, messages } = readText(head + text);
  const document = value ?? expect.fail();
  const [message] = settleMessages([...messages, ...lintDocument(document)], { document, levels: {} });
  expect(message).toMatchObject({ ruleId: 'alt-placeholder', severity: 'info', withholds: [] });
});

test.each([
  [
    'without a reason',
    `<!-- a11y-ignore link-generic -->\n\n${link}`,
    ['5:1 warning suppression-without-reason No reason to overrule “link-generic”'],
  ],
  [
    'that overrules nothing',
    `<!-- a11y-ignore link-generic: old -->\n\nWords.\n\n${link}`,
    ['5:1 warning suppression-unused “link-generic” has nothing to say here'],
  ],
  [
    'of no rule',
    `<!-- a11y-ignore link-generics: old -->\n\n${link}`,
    ['5:1 warning suppression-unused There is no rule “link-generics”'],
  ],
  [
    'at the end',
    `${link}\n\n<!-- a11y-ignore link-generic: old -->`,
    ['7:1 warning suppression-unused “link-generic” has nothing to say here'],
  ],
])('a comment %s is told of', (_, text, expected) => {
  const said = settled(text);
  expect(said.filter((line) => !line.includes(' link-generic '))).toEqual(expected);
  expect(said.filter((line) => line.includes(`warning ${found}`))).toHaveLength(1);
});

test('a proven error cannot be overruled', () => {
  expect(settled('<!-- a11y-ignore img-alt-missing: no time -->\n\n![](a.png)')).toEqual([
    '7:1 error img-alt-missing Picture “a.png” has no text alternative',
    '5:1 warning suppression-unused “img-alt-missing” is proven, not suspected: it cannot be overruled',
  ]);
});

test('a project makes rules more or less serious', () => {
  expect(settled(`${link}\n\n#### Deep`, { 'link-generic': 'error', 'heading-skip': 'off' })).toEqual([
    `5:1 error ${found}`,
  ]);
  expect(settled(`<!-- a11y-ignore link-generic: x -->\n\n${link}`, { 'link-generic': 'off' })).toEqual([]);
});

test('runs of spaces are told once, with how many there are; what is overruled stands apart', () => {
  const run = 'A\u00A0\u00A0\u00A0run.';
  const spaces = 'An end. \u00A0And on.';
  expect(
    settled(
      `${run}\n\n${spaces}\n\n<!-- a11y-ignore nbsp-run: a form -->\n\n${run}\n\n${run} ${spaces}\n\n${spaces}\n\n${run}\n`,
    ),
  ).toEqual([
    '5:1 warning nbsp-run Run of 3 spaces, no-break ones among them, and in 2 more places of the post',
    '7:1 info sentence-space Two spaces after a sentence, and in 1 more place of the post',
    '11:1 info nbsp-run Run of 3 spaces, no-break ones among them — a form',
  ]);
  expect(settled(`${run}\n`)).toEqual(['5:1 warning nbsp-run Run of 3 spaces, no-break ones among them']);
});

test('attributes that many elements have are told once for each kind; others stand apart', () => {
  expect(settled('<p class="a">A</p>\n\n<p class="b">B</p>\n\n<div class="c">C</div>')).toEqual([
    '5:1 info html-attr-dropped Attribute “class” of <p> left out, and in 1 more place of the post',
    '9:1 info html-attr-dropped Attribute “class” of <div> left out',
  ]);
});

test('what is told once is cured in all its places', () => {
  const source = `${head}A\u00A0\u00A0\u00A0run.\n\nB\u00A0\u00A0\u00A0run.\n`;
  const { value, messages } = readText(source);
  if (!value) throw new Error('The post was not built');
  const all = settleMessages([...messages, ...lintDocument(value)], { document: value, levels: {} });
  expect(all).toHaveLength(1);
  expect(fixSource(source, all)).toBe(`${head}A run.\n\nB run.\n`);
});
