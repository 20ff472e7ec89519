import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/document/plain-text.ts';
import { walk } from '../../src/document/walk.ts';
import { readDocument, strings } from './read-text.ts';

function readMarks(body: string, front = 'smart: true'): string {
  const document = readDocument(`---\ntitle: T\nlang: en\n${front}\n---\n\n${body}\n`);
  return [...walk(document.body)]
    .flatMap((node) => (node.type === 'text' ? [node.value] : node.type === 'break' ? ['/'] : []))
    .join('|');
}

describe('with `smart: true`', () => {
  test.each([
    [`"A 'B' c," he said.`, '“A ‘B’ c,” he said.'],
    [`"*A*" and ("b")`, '“|A|” and (“b”)'],
    [`*"A* b"`, '“A| b”'],
    [`Don't; the dogs' '90s; rock 'n' roll`, 'Don’t; the dogs’ ’90s; rock ‘n’ roll'],
    [`[It](https://a.org)'s "[so](https://a.org)"`, 'It|’s “|so|”'],
    [`A 6" pipe of 5' and "route 6"`, `A 6" pipe of 5' and “route 6”`],
    ['1--2 and a---b -- c...', '1–2 and a—b – c…'],
    ['---- .... -- , run with --verify', '---- .... – , run with --verify'],
    ['`"a" -- b...`', '"a" -- b...'],
    ['<kbd>"</kbd> and <span lang="fr">"a"</span> "b"', `"| and |"a"| “b”`],
    ['https://example.org/a--b...c', 'https://example.org/a--b...c'],
    ['"a\\\nb"', '“a|/|b”'],
    ['"a\n\n"b"', '“a|“b”'],
    ['```\n"a"\n```', '"a"'],
  ])('%s is %s', (body, marked) => expect(readMarks(body)).toBe(marked));

  test('the title has them too, and offsets fit what is printed', () => {
    const document = readDocument(
      `---\ntitle: 'The "B" -- c'\nlang: en\nsmart: yes\n---\n\n"A"---b.\n\nC.\n`,
    );
    expect(document.metadata.title).toBe('The “B” – c');
    expect(plainText(document)).toContain('The “B” – c');
    const texts = [...walk(document.titleBlock), ...walk(document.body)].filter(
      ({ type }) => type === 'text',
    );
    const [, last] = texts.slice(-2);
    expect(last).toMatchObject({ value: 'C.', offset: 'The “B” – c“A”—b.'.length });
  });

  test('quotation marks are those of the language', () => {
    const french = { quotationOpen: '« ', quotationClose: ' »' };
    const words = { ...strings, words: { ...strings.words, ...french } };
    const document = readDocument('---\ntitle: T\nlang: fr\nsmart: true\n---\n\n"L\'eau"\n', {
      strings: () => words,
    });
    expect(plainText(document)).toContain('« L’eau »');
  });
});

test.each(['smart: false', 'summary: "-"'])('with `%s` marks stay as the post has them', (front) => {
  expect(readMarks(`"A" -- 'b'...`, front)).toBe(`"A" -- 'b'...`);
});
