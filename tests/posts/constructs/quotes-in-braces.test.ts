import { expect, test } from 'vitest';
import { walk } from '../../../src/document/walk.ts';
import { printMessages, readText } from '../read-text.ts';

const read = (body: string): ReturnType<typeof readText> =>
  readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect: 'auto' });

/** The titles of links, alternatives of pictures and titles of callouts of a post. */
function values(body: string): readonly (string | undefined)[] {
  return [...walk(read(body).value?.body ?? [])].flatMap((node) => {
    if (node.type === 'link') return [node.title];
    if (node.type === 'image') return [node.alt];
    if (node.type !== 'callout') return [];
    return [[...walk([node.label])].map((one) => (one.type === 'text' ? one.value : '')).join('')];
  });
}

test.each([
  ['a link', '[words](https://example.org/){title="the \\"old\\" way"}', 'the "old" way'],
  ['a picture', "![](a.png){: alt='it\\'s \"it\"'}", 'it\'s "it"'],
  ['a backslash', '![](a.png){alt="a \\\\ b"}', 'a \\ b'],
  ['a backslash before a letter', '![](a.png){alt="C:\\new"}', 'C:\\new'],
  ['a div of Pandoc', '::: {.callout-note title="the \\"old\\" way"}\nWords\n:::', 'the "old" way'],
])('in braces of %s a backslash keeps a quote', (_, body, value) => {
  expect(values(body)).toEqual([value]);
  expect(printMessages(read(body).messages)).toEqual([]);
});

test('a quote that nothing closes is told', () => {
  expect(printMessages(read('[words](https://example.org/){title="the \\" way}').messages)).toEqual([
    expect.stringContaining('markup-visible Readers see attributes in braces'),
  ]);
});
