import { expect, test } from 'vitest';
import { checkPosts } from '../../src/publish/check-posts.ts';
import { labelledPages } from '../../src/publish/labelled-pages.ts';
import { printMessages } from '../posts/read-text.ts';
import { temporaryFolder } from './temporary-folder.ts';

const page = (label: string): string => `---\ntitle: P\nlang: en\n---\n\n(${label})=\n## Part\n\nWords.\n`;

test('a place is found in the only page of the folder that has it', async () => {
  const files = {
    'a.md': page('one'),
    'x/b.md': page('two'),
    'x/c.md': page('one'),
    '_build/d.md': page('far'),
  };
  const pageOf = labelledPages()(await temporaryFolder(files));
  expect(['two', 'one', 'far'].map((label) => pageOf(label))).toEqual(['x/b.md', undefined, undefined]);
});

test('a place with strokes in its name, and one of a notebook, are no links to nothing, in posts and in a book', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': 'posts: .\ncollections: { book: { title: B, lang: en, posts: [a.md, x/b.md] } }\n',
    'myst.yml': 'version: 1\n',
    'a.md': '---\ntitle: A\nlang: en\n---\nSee [it](config/two), [that](#three) and [this](inv:py#dict).\n',
    'x/b.md': page('config/two'),
    'x/c.ipynb': '{"cells": [{"source": ["(three)=\\n", "## Three"]}]}',
  });
  const read = async (options: { readonly collections?: true }): Promise<readonly string[]> => {
    const { report } = await checkPosts({ cwd, ...options }, { fix: false });
    return printMessages(report.messages.filter(({ severity }) => severity !== 'info'));
  };
  const alone = 'warning link-address-unknown Link is written as its words alone, for';
  const others = [
    `5:23 ${alone} “#three” is a place that the notebook “x/c.ipynb” has`,
    `5:42 ${alone} “inv:py#dict” is a place of another project: only the inventory of that says its address`,
  ];
  expect(await read({})).toEqual([
    ...others,
    `5:5 ${alone} it leads to a post whose address is not known: “x/b.md#config/two” (tagleaf.yaml has no \`links: { base }\`)`,
  ]);
  expect(await read({ collections: true })).toEqual(others);
});

test('a reference of MyST to another page of the folder is no link to nothing, in the folder and alone', async () => {
  const cwd = await temporaryFolder({
    'myst.yml': 'version: 1\n',
    'a.md': '---\ntitle: A\nlang: en\n---\nSee [](#two) and {ref}`three`.\n',
    'x/b.md': page('two'),
  });
  for (const input of ['.', 'a.md']) {
    const { report } = await checkPosts({ cwd, inputs: [input] }, { fix: false });
    const told = printMessages(report.messages.filter(({ severity }) => severity !== 'info'));
    expect(told).toEqual([
      '5:18 error link-target-missing No target “#three” in this post; where another post has it, a book of both leads there',
      '5:5 warning link-address-unknown Link is written as its words alone, for it leads to a post whose address is not known: “x/b.md#two” (tagleaf.yaml has no `links: { base }`)',
    ]);
  }
});
