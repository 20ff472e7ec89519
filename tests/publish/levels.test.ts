import { expect, test } from 'vitest';
import type { ProjectConfig } from '../../src/publish/tagleaf.ts';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import { temporaryFolder } from './temporary-folder.ts';

const post = '---\ntitle: T\nlang: en\n---\n\n[Go](http://10.0.0.1/).\n';

/** Rule and severity of what a run says of a post with a link that cannot be asked, or of a book with a drawn cover. */
async function told(lint: ProjectConfig['lint'], collection: boolean): Promise<readonly string[]> {
  const cwd = await temporaryFolder({ 'posts/a.md': post });
  const collections = { book: { title: 'A word 語', posts: 'posts' } };
  const tagleaf = await openTagleaf({ lang: 'en', collections, ...(lint && { lint }) }, { cwd });
  const { messages } = await tagleaf.build({
    formats: ['epub'],
    pageList: false,
    write: false,
    ...(collection ? { collections: true } : { checkLinks: true }),
  });
  await tagleaf.close();
  return messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

test('the level of a rule on links holds for their check', async () => {
  expect(await told(undefined, false)).toEqual(['link-unchecked info']);
  expect(await told({ 'link-unchecked': 'error' }, false)).toEqual(['link-unchecked error']);
  expect(await told({ 'link-unchecked': 'off' }, false)).toEqual([]);
});

test('the level of a rule on covers holds for the one that is drawn', async () => {
  expect(await told({ 'cover-glyph-missing': 'info' }, true)).toEqual(['cover-glyph-missing info']);
  expect(await told({ 'cover-glyph-missing': 'off' }, true)).toEqual([]);
});
