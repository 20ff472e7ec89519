import { expect, test } from 'vitest';
import { inlineText, plainText } from '../../src/document/plain-text.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { readText } from './read-text.ts';

/** The words of a paragraph, the words and addresses of its links, and the ids of what is told. */
function read(paragraph: string): readonly (string | undefined)[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n${paragraph}\n`, { dialect: 'pandoc' });
  const links = [...(value ? walkDocument(value) : [])].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external'
      ? [`${inlineText(node.children)} ${node.target.url}`]
      : [],
  );
  return [
    value && plainText(value).replace(/^T\n/u, '').trim(),
    ...links,
    ...messages.map(({ ruleId }) => ruleId),
  ];
}

test('an address in a command of TeX ends where its brace does', () => {
  const written = '\\href{https://a.example/b}{\\texttt{b}}\\index{b}';
  expect(read(`See ${written} here.`)).toEqual([
    `See ${written.replaceAll('\\\\', '\\')} here.`,
    'https://a.example/b https://a.example/b',
    'markup-visible',
  ]);
});

test.each(['https://a.example/{x}', 'https://a.example/{x}{y}', 'https://a.example/x}y'])(
  'braces of its own stay: %s',
  (address) => {
    expect(read(`See ${address} here.`)[1]).toContain(address);
  },
);
