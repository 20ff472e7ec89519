import { expect, test } from 'vitest';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { outline, type OutlineItem } from '../../src/document/outline.ts';
import { readText } from './read-text.ts';

const invisible = [
  '\u200B',
  '\u00AD',
  '\u2060',
  '\u2800',
  '\u3164',
  '\uFE0F',
  '&nbsp;',
  '\u200B\u00A0\u2060',
];
const head = '---\ntitle: T\nlang: en\n---\n\n';

/** The rules that speak of a post, each once. */
function rulesOf(text: string): readonly string[] {
  const { value, messages } = readText(text);
  return [
    ...new Set([...messages, ...(value ? lintDocument(value) : [])].map(({ ruleId }) => ruleId)),
  ].toSorted();
}

/** Posts with `@` where words belong; with nothing there, and with letters that nobody sees, the same rule speaks. */
const posts: readonly (readonly [string, string, readonly string[]])[] = [
  ['an alternative', `${head}Words ![@](a.png) here.`, ['img-alt-missing']],
  ['an alternative in HTML', `${head}<img src="a.png" alt="@ ">`, ['img-alt-missing']],
  ['the words of a link', `${head}Go [@](https://example.org/) there.`, ['link-empty']],
  ['strong words of a link', `${head}Go <a href="https://example.org/"><b>@</b></a> there.`, ['link-empty']],
  [
    'a picture as link',
    `${head}Go [![@](a.png)](https://example.org/) there.`,
    ['img-alt-missing', 'link-empty'],
  ],
  ['a title', '---\ntitle: "@"\nlang: en\n---\n\nWords.', ['title-missing']],
  ['a header cell', `${head}| a | @ |\n|---|---|\n| 1 | 2 |`, ['table-header-empty']],
  ['all header cells', `${head}| @ | @ |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |`, ['table-no-header']],
  [
    'an archive notice',
    '---\ntitle: T\nlang: en\narchived: {label: "@", notice: N}\n---\n\nWords.',
    ['archived-incomplete'],
  ],
];

test.each(posts)('invisible words are none: %s', (_, text, rules) => {
  const written = (words: string): string =>
    text.includes('lang: en\n---\n\nWords.') ? words.replaceAll('&nbsp;', '\u00A0') : words;
  for (const words of invisible) {
    const said = rulesOf(text.replaceAll('@', written(words))).filter((rule) => rule !== 'para-empty');
    expect([words, said]).toEqual([words, rules]);
  }
  expect(rulesOf(text.replaceAll('@', 'Word'))).toEqual([]);
});

test('a heading that is a picture with an alternative is called by it, in the outline and as a title', () => {
  const written = `---\nlang: en\n---\n\n# ![The agency](a.png)\n\n## Words ![and *more*](a.png) [![here](a.png)](#a)\n\nText.`;
  const { value, messages } = readText(written);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ ruleId: 'link-target-missing' }),
  ]);
  expect(value?.metadata.title).toBe('The agency');
  const labels = (items: readonly OutlineItem[]): readonly string[] =>
    items.flatMap(({ label, children }) => [label, ...labels(children)]);
  expect(value && labels(outline(value))).toEqual(['The agency', 'Words and more here']);
});

test.each(['![](a.png)', '![ ](a.png)'])('a heading that is %s is none', (picture) => {
  expect(rulesOf(`${head}Words.\n\n## ${picture}\n\nMore.`)).toContain('heading-empty');
});

test.each(invisible)('a heading of %j is none', (words) => {
  expect(rulesOf(`${head}Words.\n\n<h2>${words}</h2>\n\nMore.`)).toContain('heading-empty');
});

test.each(['-', '–', '…', '...', '. . .'])('an alternative of %j says nothing', (alt) => {
  expect(rulesOf(`${head}Words ![${alt}](a.png) here.`)).toEqual(['img-alt-missing']);
  expect(rulesOf(`${head}Words ![${alt} Map](a.png) here.`)).toEqual([]);
});

test.each(invisible)('caption, summary and label of %j are not printed', (words) => {
  const text = `${head}<figure><img src="a.png" alt="Map"><figcaption>${words}</figcaption></figure>\n\n![Map](b.png "${words}")\n\n<details><summary>${words}</summary>More.</details>\n\n:::note[${words}]\nCare.\n:::\n`;
  const { value } = readText(text);
  const nodes = value ? [...walkDocument(value)] : [];
  expect(nodes.flatMap((node) => (node.type === 'paragraph' && node.role ? [node.role] : []))).toEqual([]);
  const labels = nodes.flatMap((node) => (node.type === 'callout' ? node.label.children : []));
  expect(labels.map((label) => (label.type === 'text' ? label.value : ''))).toEqual(['Note']);
});

test('invisible facts are absent', () => {
  const { value } = readText(
    '---\ntitle: T\nlang: en\nagency: "\\u200B"\nsummary: "\\u3164"\nauthors: ["\\u2800", A]\nsubjects: ["\\u2060"]\n---\nWords.',
  );
  const { agency, summary, authors, subjects } = value?.metadata ?? {};
  expect([agency, summary, authors, subjects]).toEqual([undefined, undefined, ['A'], []]);
});
