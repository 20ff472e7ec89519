import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { mapLeaves } from '../../src/document/map-leaves.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const post = `---
title: Title
lang: en
---

Read [of it](/part/mercy.md), mercy has limits.
`;
const unknown =
  '6:6 warning link-address-unknown Link is written as its words alone, for it leads to a post whose address is not known: “/part/mercy.md” (tagleaf.yaml has no `links: { base }`)';

test('a word that follows an address with the same word is not called lost', () => {
  const { messages } = accountWords(readText(post), { hasPlugins: false });
  expect(printMessages(messages)).toEqual([unknown]);
});

test('of a word that was lost there, it is still told', () => {
  const { value, messages } = readText(post);
  const lost =
    value &&
    mapLeaves(value, {
      text: (text) => ({ ...text, value: text.value.replace(', mercy', ',') }),
      image: (image) => image,
      target: (target) => target,
    });
  const { messages: told } = accountWords({ value: lost, messages }, { hasPlugins: false });
  expect(printMessages(told)).toEqual([
    unknown,
    '6:31 error words-unaccounted “mercy” stands in the post, but in neither file',
  ]);
});

const head = '---\ntitle: Title\nlang: en\n---\n\n';

test.each([
  [
    'in tags, whose words are one text with those around them',
    'Of <a href="/part/one/#blue">blue</a> and <a href="/part/two/#red">red</a> it is.',
  ],
  ['with letters that the message writes in percent', 'Read [it](/it.md) of [été](/part.md#été).'],
  ['in code that says its words again', '```html\n<a href="/log/in.html">log</a>\n```'],
])('words of links are not called lost: %s', (_, text) => {
  const { messages } = accountWords(readText(head + text), { hasPlugins: false });
  expect(messages.filter(({ ruleId }) => ruleId === 'words-unaccounted')).toEqual([]);
});

const call = (address: string): string => `{% download "${address}" %}`;

test.each([
  ['behind the name of a call', 'Read the [Leave]({% page "/leave" %}) page.'],
  ['behind a variable', 'See the [Software]({{base.baseurl}}/software/) page.'],
  ['of a call that is not known, each time', `[One](${call('x/one.doc')}) and [two](${call('y/two.pdf')}).`],
])(
  'addresses that generators make hold no words, and words after them are not called lost: %s',
  (_, text) => {
    const { messages } = accountWords(readText(head + text), { hasPlugins: false });
    expect(messages.map(({ ruleId }) => ruleId)).not.toContain('words-unaccounted');
  },
);

test('words between calls of one name are still told where they are lost', () => {
  const text = `[One](${call('x/one.doc')}) and then [two](${call('y/two.pdf')}).`;
  const { value, messages } = readText(head + text);
  const lost =
    value &&
    mapLeaves(value, {
      text: (leaf) => ({ ...leaf, value: leaf.value.replace(' then', '') }),
      image: (image) => image,
      target: (target) => target,
    });
  const { messages: told } = accountWords({ value: lost, messages }, { hasPlugins: false });
  expect(printMessages(told).filter((line) => line.includes('words-unaccounted'))).toEqual([
    '6:39 error words-unaccounted “then” stands in the post, but in neither file',
  ]);
});

test('a call that is not known is told once, with all its places', () => {
  const { messages } = readText(`${head}[One](${call('x/one.doc')}) and [two](${call('y/two.pdf')}).`);
  const told = messages.find(({ ruleId }) => ruleId === 'markup-unknown');
  expect(told?.also?.map(({ start }) => start.column)).toEqual([45]);
});

test('the label of a link does not stand for the word behind it', () => {
  const text = 'As in the [model][query-model], query by query.\n\n[query-model]: ./model.md';
  const { messages } = accountWords(readText(head + text), { hasPlugins: false });
  expect(messages.map(({ ruleId }) => ruleId)).not.toContain('words-unaccounted');
});
