import { describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { readPng } from '../../src/assets/read-png.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { withPostCover } from '../../src/publish/post-cover.ts';
import type { Stages } from '../../src/publish/stages.ts';
import { buildDocument, pngAsset, readEnglish } from '../epub/build-document.ts';
import { build } from './build.ts';
import { temporaryFolder } from './temporary-folder.ts';

const post = '---\ntitle: A tree\nauthors: [Ann Example]\nagency: Office\nlang: en\n---\n\nWords.\n';

async function epubOf(text: string, config = ''): Promise<Readonly<Record<string, Uint8Array>>> {
  const cwd = await temporaryFolder({ 'posts/tree.md': text, 'tagleaf.yaml': config });
  const { files, failures } = await build({ cwd, formats: ['epub'], write: false, verify: true });
  expect(failures).toEqual([]);
  return unzipSync(files[0]?.content ?? new Uint8Array());
}

const packageOf = (entries: Readonly<Record<string, Uint8Array>>): string =>
  Buffer.from(entries['OEBPS/content.opf'] ?? []).toString();

describe('the EPUB of a post', () => {
  test('has a small cover for shelves and no page for it', async () => {
    const entries = await epubOf(post);
    const item =
      '<item id="resource-1" href="images/image-1.png" media-type="image/png" properties="cover-image"/>';
    expect(packageOf(entries)).toContain(item);
    expect(readPng(entries['OEBPS/images/image-1.png'] ?? new Uint8Array())).toMatchObject({
      widthPx: 640,
      heightPx: 1024,
    });
    expect(Object.keys(entries).filter((name) => name.endsWith('.xhtml'))).toEqual([
      'OEBPS/post.xhtml',
      'OEBPS/toc.xhtml',
    ]);
    // What nobody is shown in the text needs no eyes.
    expect(packageOf(entries)).not.toContain('visual');
    expect(Buffer.from(entries['OEBPS/toc.xhtml'] ?? []).toString()).not.toContain('epub:type="cover"');
  });

  test.each([
    ['where the project wants none', post, 'cover: none\n'],
    ['where there is no title to draw', '---\nlang: en\n---\n\nWords.\n', ''],
  ])('has no cover %s', async (_name, text, config) => {
    const entries = await epubOf(text, config);
    expect(packageOf(entries)).not.toContain('cover-image');
    expect(Object.keys(entries).filter((name) => name.endsWith('.png'))).toEqual([]);
  });
});

describe('a cover is drawn', () => {
  const drawn: unknown[] = [];
  const drawCover: Stages['drawCover'] = (...asked) => {
    drawn.push(asked);
    return Promise.resolve({ value: pngAsset('cover.png', 4, 4), messages: [] });
  };
  const document = buildDocument({ body: [] });
  const publication = publicationOfPost(document, readEnglish());
  const covered = async (given: Publication, cover: 'drawn' | 'none' = 'drawn'): Promise<Publication> => {
    drawn.length = 0;
    return (await withPostCover(given, { drawCover, cover })).value;
  };

  test('of the facts of a post, which is asked for once and not changed', async () => {
    const { cover, assets } = await covered(publication);
    expect(drawn).toEqual([[publication.metadata, { file: document.file, form: 'post' }]]);
    expect(cover).toMatchObject({ drawn: true, image: { imageId: '/cover' } });
    expect(cover?.image.alt).toMatch(/^A post/u);
    expect([...assets.keys()]).toEqual(['/cover']);
    expect(publication.cover).toBeUndefined();
  });

  test('neither for what has one, nor for a collection, nor where none is wanted', async () => {
    const { cover, assets } = await covered(publication);
    if (!cover) throw new Error('there is no cover');
    const has = { ...publication, cover, assets };
    expect(await covered(has)).toBe(has);
    const collection = { ...publication, form: 'collection' as const };
    expect(await covered(collection)).toBe(collection);
    expect(await covered(publication, 'none')).toBe(publication);
    expect(drawn).toEqual([]);
  });
});
