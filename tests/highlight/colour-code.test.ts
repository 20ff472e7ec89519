import { describe, expect, test } from 'vitest';
import {
  codeBounds,
  colourCode,
  colourDocument,
  colouredLanguages,
} from '../../src/highlight/colour-code.ts';
import { readDocument } from '../posts/read-text.ts';

const coloured = (body: string): number =>
  colourDocument(readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}`)).size;
const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;

test('code is told apart by what it is', () => {
  expect(colourCode(['const a = "b"; // 1', '', 'f(2)'], 'js')).toEqual([
    [
      { text: 'const', kind: 'keyword' },
      { text: ' a = ' },
      { text: '"b"', kind: 'string' },
      { text: '; ' },
      { text: '// 1', kind: 'comment' },
    ],
    [],
    [{ text: 'f', kind: 'name' }, { text: '(' }, { text: '2', kind: 'number' }, { text: ')' }],
  ]);
});

/** Pieces of code that keep grammars busy, over and over. */
const hostile = [
  '(',
  '[a](',
  '{"a":',
  '"',
  "'",
  '`${',
  '"""',
  'a',
  'a ',
  '1.',
  '//',
  '\\"',
  '=>',
  '((a,',
  '.a',
  '$(',
];
const lineOf = (piece: string): string => piece.repeat(codeBounds.line).slice(0, codeBounds.line - 1);
const blockOf = (piece: string): readonly string[] =>
  Array.from({ length: Math.floor(codeBounds.block / codeBounds.line) }, () => lineOf(piece));

test.each(colouredLanguages)('no letter of hostile code is lost, and its work is bounded: %s', (language) => {
  colourCode(['a'], language);
  for (const piece of hostile) {
    const lines = blockOf(piece);
    const before = process.cpuUsage();
    const stretches = colourCode(lines, language);
    const { user } = process.cpuUsage(before);
    expect(stretches?.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines);
    // Measured: less than a tenth of it.
    expect(user / 1e6).toBeLessThan(2);
  }
});

describe('what stays plain', () => {
  test('is code of no language, of one that is not known, and all else', () => {
    expect(coloured('`a = 1`\n\n    indented\n')).toBe(0);
    expect(coloured(fence('', 'a = 1') + fence('klingon', 'a = 1') + fence('c', 'int a;'))).toBe(0);
    expect(coloured(fence('python', 'a = 1\nb'))).toBe(2);
  });

  test('is a long line, a long block, and what is behind the share of a document', () => {
    expect(coloured(fence('js', 'a'.repeat(codeBounds.line)))).toBe(1);
    expect(coloured(fence('js', 'a'.repeat(codeBounds.line + 1)))).toBe(0);
    const lines = (count: number): string => Array.from({ length: count }, () => 'a = 1').join('\n');
    const most = Math.floor(codeBounds.block / 6);
    expect(coloured(fence('js', lines(most)))).toBe(most);
    expect(coloured(fence('js', lines(most + 1)))).toBe(0);
    const blocks = Math.floor(codeBounds.document / (most * 6));
    expect(coloured(fence('js', lines(most)).repeat(blocks + 2))).toBe(blocks * most);
  });
});
