import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { printMessages, readText } from '../posts/read-text.ts';

function read(markdown: string): readonly (string | undefined)[] {
  const found = readText(`---\ntitle: T\nlang: en\n---\n${markdown}\n`, { dialect: 'myst' });
  const { value, messages } = accountWords(found, { hasPlugins: false });
  return [value && plainText(value).trim().replaceAll('\n', ' | '), ...printMessages(messages)];
}

const cell = (...lines: readonly string[]): string => ['```{code-cell} python', ...lines, '```'].join('\n');

const leftOut = '6:1 info html-attr-dropped Option “:mystnb:” of {code-cell} left out';

test('what an option holds in lines below it is no line of the code, and no word for readers', () => {
  const prompts = [':mystnb:', ':  code_prompt_show: "Show me"', ':  code_prompt_hide: "Hide me"'];
  expect(read(cell(...prompts, 'print(1)'))).toEqual(['T | print(1)', leftOut]);
});

test('words among it are told', () => {
  const held = [':mystnb:', ':  figure:', ':    caption: Some lost words'];
  expect(read(cell(...held, 'print(1)'))).toEqual([
    'T | print(1)',
    leftOut,
    '8:15 error words-unaccounted “Some lost words” stands in the post, but in neither file',
  ]);
});

test('such a line below no option is code', () => {
  expect(read(cell(':  code: 1', 'print(1)'))).toEqual(['T | :  code: 1 | print(1)']);
  expect(read(cell('x', ':tags: [a]', ':  code: 1'))[0]).toBe('T | x | :tags: [a] | :  code: 1');
});

test('a definition that begins with a name is a definition', () => {
  expect(read('Term\n:   Note: some words')).toEqual(['T | Term | Note: some words']);
});
