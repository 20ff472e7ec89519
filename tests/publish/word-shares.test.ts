import { expect, test } from 'vitest';
import { checkPosts } from '../../src/publish/check-posts.ts';
import { build } from './build.ts';
import { temporaryFolder } from './temporary-folder.ts';

const post = (words: string): string => `---\ntitle: T\nlang: en\n---\n${words}\n`;
const files = {
  'tagleaf.yaml': 'collections: { book: { title: B, lang: en, posts: posts } }',
  'posts/a.md': post('One two three.'),
  'posts/b.md': post('One. <!-- two -->'),
  'posts/c.md': '',
};

const words = (content: number, comment: number): Readonly<Record<string, number>> => ({
  content,
  metadata: 4,
  markup: 0,
  comment,
  message: 0,
  nowhere: 0,
});

test('a check and a build, of posts and of a book, report what became of the words of each post', async () => {
  const cwd = await temporaryFolder(files);
  const { report: checked } = await checkPosts({ cwd }, { fix: false });
  const built = await build({ cwd, formats: ['epub'], write: false });
  const book = await build({ cwd, formats: ['epub'], write: false, collections: true });
  for (const { posts, counts } of [checked, built, book]) {
    const told = posts.map(({ post: name, words: shares }) => [
      name,
      Object.fromEntries(Object.entries(shares).map(([ending, share]) => [ending, share.words])),
    ]);
    expect(told).toEqual([
      ['posts/a.md', words(3, 0)],
      ['posts/b.md', words(1, 1)],
    ]);
    expect(counts.words.content).toEqual({ words: 4, share: 0.3077 });
    expect(counts.words.comment).toEqual({ words: 1, share: 0.0769 });
  }
});
