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
