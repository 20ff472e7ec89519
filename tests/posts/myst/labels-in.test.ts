import { expect, test } from 'vitest';
import { labelsIn } from '../../../src/posts/context/labels-in.ts';

test.each([
  ['a target', '(a:b-1)=\n# A', ['a:b-1']],
  [
    'the name of a directive',
    '```{figure} a.png\n:name: fig-a\n```\n:::{table}\n:label: tab\n:::',
    ['fig-a', 'tab'],
  ],
  ['a name in YAML', '```{note}\n---\nname: own\n---\n```', ['own']],
  ['the name of a heading', '## A part {#part .x}', ['part']],
  [
    'terms',
    '```{glossary}\nNeap tide\n: It is low.\n\nEbb\n  : It falls.\n```',
    ['term-neap-tide', 'term-ebb'],
  ],
  [
    'terms whose meanings are indented',
    '```{glossary}\n\nNeap tide\n It is low,\n and slow.\n\n  More.\n\nEbb\n  It falls.\n```',
    ['term-neap-tide', 'term-ebb'],
  ],
  ['terms that are links', '```{glossary}\n[Ebb *tide*](https://e.org)\n: It falls.\n```', ['term-ebb-tide']],
  [
    'a target behind fences in each other',
    ':::{tip}\n::::{note}\n```{math}\nx\n```\n::::\n:::\n````md\n```{a}\n(no)=\n```\n````\n(a)=\n# A',
    ['a'],
  ],
  ['a definition list', 'Neap tide\n: It is low.', []],
  [
    'the name of code, not one within it',
    '```{code-block} yaml\n:filename: a.yml\n:label: config\na:\n  :name: no\nname: neither\n```',
    ['config'],
  ],
  ['options in code that is no directive', '```\n:name: no\n```', []],
  ['code', '```\n(a)=\n```', []],
  ['front matter', '---\nname: post\n---\nWords', []],
  ['words in brackets', 'As (a)= or\n(a b', []],
])('%s', (_, text, labels) => {
  expect([...labelsIn(text)]).toEqual(labels);
});
