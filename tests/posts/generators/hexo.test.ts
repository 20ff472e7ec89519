import { expect, test } from 'vitest';
import { inlineText } from '../../../src/document/plain-text.ts';
import { walk } from '../../../src/document/walk.ts';
import { printMessages, readDocument, readText } from '../read-text.ts';

const front = '---\ntitle: T\nlang: en\n---\n';
const blocksOf = (body: string): ReturnType<typeof readDocument>['body'] => readDocument(front + body).body;
const told = (body: string): readonly string[] => printMessages(readText(front + body).messages);

test('a link with its words before its address', () => {
  const body = '{% link Two words https://example.org/a %}\n';
  expect(told(body)).toEqual([]);
  const [link] = [...walk(blocksOf(body))].filter(({ type }) => type === 'link');
  expect(link).toMatchObject({ target: { kind: 'external', url: 'https://example.org/a' } });
  expect(link?.type === 'link' && inlineText(link.children)).toBe('Two words');
});

test('a frame of the web is a link, and the address of Jekyll stays one', () => {
  expect(told('{% iframe https://example.org/f 300 200 %}\n')).toEqual([]);
  expect(told('[w]({% link https://example.org/a %})\n')).toEqual([]);
});

test('code keeps its lines and says its language', () => {
  const body = "{% codeblock lang:js %}\nalert('x');\n  two(*y*);\n{% endcodeblock %}\n";
  expect(told(body)).toEqual([]);
  expect(blocksOf(body)).toMatchObject([
    { type: 'code-block', language: 'js', lines: [{ value: "alert('x');" }, { value: '  two(*y*);' }] },
  ]);
});

test.each([
  ['blockquote David Levithan, Wide Awake', 'blockquote'],
  ['blockquote Seth', 'blockquote'],
  ['blockquote 孔子', 'blockquote'],
  ['codeblock Array.map', 'codeblock'],
])('words in a call that nobody knows stay on the page, and no claim is made: %s', (call, name) => {
  const messages = told(`{% ${call} %}\nWords.\n{% end${name} %}\n`);
  expect(messages).toContain(`5:1 warning markup-unknown Unknown markup “{% ${name} %}”: kept as text`);
  expect(messages.some((message) => message.includes('error markup-visible'))).toBe(true);
});

test('settings of a call are left out with it', () => {
  expect(told('{% columns two 3 %}\nWords.\n{% endcolumns %}\n')).toEqual([
    '5:1 warning markup-unknown Unknown markup “{% columns %}”: left out around its words',
  ]);
});
