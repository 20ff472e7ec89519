import { expect, test } from 'vitest';
import { accountWords } from '../../../src/account/account-words.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';

/** The links and texts of a post, and what is told of it. */
function read(body: string): readonly string[] {
  const found = readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect: 'myst' });
  const { value, messages } = accountWords(found, { hasPlugins: false });
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  const lines = tree.split('\n').filter((line) => / (?:link|text|strong|span) /u.test(line));
  return [...lines.map((line) => line.trim()), ...printMessages(messages)];
}

const site = 'link target={"kind":"external","url":"https://example.org/a"}';
const place = 'link target={"kind":"internal","id":"part"}';

test.each([
  [
    '```{button-link} https://example.org/a\n:color: primary\n:tooltip: More\n\nGo *there*\n```',
    [site, 'text value="Go "'],
  ],
  [
    '```{button-ref} part\n:ref-type: ref\n:click-parent:\n\nWords\n```\n\n(part)=\n## Part',
    [place, 'text value="Words"'],
  ],
  ['```{button-ref} part\n```\n\n(part)=\n## Part', [place, 'text value="Part"']],
  ['{bdg-link-primary-line}`Words <https://example.org/a>`', [site, 'text value="Words"']],
  ['{bdg-ref-info}`Words <part>`\n\n(part)=\n## Part', [place, 'text value="Words"']],
])('%j is a link', (body, expected) => {
  const found = read(body);
  expect(found.slice(0, 2)).toEqual(expected);
  expect(found.filter((line) => / (?:warning|error) /u.test(line))).toEqual([]);
});

test('a page is named by its file', () => {
  expect(read('```{button-ref} guide/start\n:ref-type: doc\n\nWords\n```').join('\n')).toContain(
    'Link target “guide/start.md”',
  );
});

test('what holds more than a line of words keeps its blocks, with the link below them', () => {
  const found = read('```{button-link} https://example.org/a\nOne\n\n- two\n```');
  expect(found).toEqual(['text value="One"', 'text value="two"', site, 'text value="https://example.org/a"']);
});

test('badges are their words, and icons are told', () => {
  expect(read('{bdg-primary}`New` words {octicon}`report;1em;sd-text-info` {fas}`spinner`')).toEqual([
    'text value="New words"',
    '5:26 info html-attr-dropped Icon “report;1em;sd-text-info” left out',
    '5:61 info html-attr-dropped Icon “spinner” left out',
  ]);
});

test('a role of another name is none of these', () => {
  expect(read('{bdgx}`New`').join('\n')).toContain('markup-unknown');
  expect(read('{facet}`New`').join('\n')).toContain('markup-unknown');
});
