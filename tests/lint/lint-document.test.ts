import { expect, test } from 'vitest';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { printMessages, readDocument } from '../posts/read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly messages: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a good post',
    text: `${head}| a |\n|---|\n| 1 |\n\n![Map](x.png) and <img src="x.png" alt="">`,
    messages: [],
  },
  {
    name: 'no language',
    text: '---\ntitle: T\n---\nWords.',
    messages: ['- error lang-missing No language declared for the post'],
  },
  {
    name: 'a picture without a text alternative',
    text: `${head}![](x.png)`,
    messages: ['5:1 error img-alt-missing Picture “x.png” has no text alternative'],
  },
  {
    name: 'words for pictures that are not there',
    text: `${head}![Photo](https://example.org/a.png) ![b.png](https://example.org/b.png) ![](https://example.org/c.png)`,
    messages: [
      '5:1 error alt-placeholder Text alternative “Photo” says nothing',
      '5:37 error alt-is-filename Text alternative “b.png” is a file name',
    ],
  },
  {
    name: 'a decorative picture',
    text: `${head}:::figure{decorative}\n![](x.png)\n:::`,
    messages: [],
  },
  {
    name: 'a link of a picture without a name',
    text: `${head}Go [![](x.png)](https://example.org/) now.`,
    messages: [
      '5:4 error link-empty Link to “https://example.org/” has no words',
      '5:5 error img-alt-missing Picture “x.png” has no text alternative',
    ],
  },
  {
    name: 'a table whose head is empty',
    text: `${head}|   |   |\n|---|---|\n| 1 | 2 |`,
    messages: [
      '5:1 error table-no-header Table has no header cells',
      '5:1 warning table-layout Table of one row looks like layout',
    ],
  },
  {
    name: 'a table with a column without a name',
    text: `${head}|   | a |   |\n|---|---|---|\n| 1 | 2 | 3 |`,
    messages: ['5:9 error table-header-empty Header cell in column 3 is empty'],
  },
];

test.each(cases)('$name', ({ text, messages }) => {
  expect(printMessages(lintDocument(readDocument(text)))).toEqual(messages);
});
