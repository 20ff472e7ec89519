import { expect, test } from 'vitest';
import { readText } from '../read-text.ts';

function linksOf(text: string): readonly string[] {
  const { messages } = readText(`---\ntitle: T\nlang: en\n---\n\n${text}`, { dialect: 'goldmark' });
  return messages
    .filter(({ ruleId }) => ruleId.startsWith('link-'))
    .map(({ ruleId, reason }) => `${ruleId} ${reason}`);
}

const unknown = (address: string): string =>
  `link-address-unknown Link is written as its words alone, for “${address}” is a place that “{{% def id="SAN" %}}” makes, which is not known`;

test.each([
  ['#def-SAN', unknown('#def-SAN')],
  ['#SAN', unknown('#SAN')],
  ['#SA', 'link-target-missing No target “#SA”'],
  ['#def-SA', 'link-target-missing No target “#def-SA”'],
  ['#xSAN', 'link-target-missing No target “#xSAN”'],
])('a place that unknown markup makes is no missing target: %s', (address, message) => {
  expect(linksOf(`{{% def id="SAN" %}} Words. {{% /def %}}\n\nSee [the term](${address}).\n`)).toEqual([
    message,
  ]);
});

test('an id in code or in words makes no place', () => {
  expect(linksOf('`{{% def id="SAN" %}}` and id="SAN".\n\nSee [the term](#SAN).\n')).toEqual([
    'link-target-missing No target “#SAN”',
  ]);
});
