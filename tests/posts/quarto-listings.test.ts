import { expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

const post = (listing: string, body: string): string => `---\ntitle: T\nlang: en\n${listing}\n---\n${body}\n`;

const told = (names: string): string =>
  `4:1 warning listing-unfilled Quarto puts a list of other pages here (${names}): neither file has it`;
const words = (address: string): string =>
  `6:1 warning link-address-unknown Link is written as its words alone, for “${address}” is a place that Quarto fills, as “listing” says`;

test.each([
  ['one with a name', 'listing: { id: talks, contents: posts }', '#talks', '“talks”'],
  ['what holds it', 'listing: { id: talks, contents: posts }', '#listing-talks', '“talks”'],
  ['one without a name', 'listing: { contents: posts }', '#listing', '“listing”'],
  ['what holds one without a name', 'listing: grid', '#listing-listing', '“listing”'],
  ['the second', 'listing: [{ contents: a }, { id: b, contents: b }]', '#b', '“listing”, “b”'],
  ['a category', 'listing: default', '#category=news', '“listing”'],
])('a link into a list that Quarto fills is written as its words: %s', (_, listing, address, names) => {
  const { messages } = readText(post(listing, `[w](${address})`));
  expect(printMessages(messages)).toEqual([told(names), words(address)]);
});

test('another place is missing, with a list and without one', () => {
  const missing = (address: string): string => `6:1 error link-target-missing No target “${address}”`;
  expect(printMessages(readText(post('listing: grid', '[w](#other)')).messages)).toEqual([
    told('“listing”'),
    missing('#other'),
  ]);
  expect(printMessages(readText(post('listing: no', '[w](#listing)')).messages)).toEqual([
    missing('#listing'),
  ]);
});

test('where the place of the list is marked, the link leads there', () => {
  const { messages } = readText(post('listing: { id: talks }', '[w](#talks)\n\n:::{#talks}\nBelow.\n:::'));
  expect(printMessages(messages)).toEqual([told('“talks”')]);
});

test('of many lists, ten are named', () => {
  const many = Array.from({ length: 12 }, (_, index) => `{ id: l${index} }`).join(', ');
  const [message] = readText(post(`listing: [${many}]`, 'Words.')).messages;
  expect(message?.reason).toMatch(/“l9” and 2 more\)/u);
});
