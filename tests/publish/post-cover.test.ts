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

describe('a post that names its cover', () => {
  const named = (lines: string): string => post.replace('lang: en\n', `lang: en\n${lines}`);
  const picture = pngAsset('leaf.png', 30, 40).bytes;

  async function built(
    lines: string,
    config = '',
  ): Promise<{ names: string[]; said: unknown[]; files: Record<string, Uint8Array> }> {
    const cwd = await temporaryFolder({
      'posts/tree.md': named(lines),
      'posts/leaf.png': picture,
      'tagleaf.yaml': config,
    });
    const { files, messages } = await build({ cwd, write: false, verify: true, catalogue: true });
    const epub = unzipSync(files.find(({ format }) => format === 'epub')?.content ?? new Uint8Array());
    const said = messages.map(({ place, ruleId, reason }) => [place?.start.line, ruleId, reason]);
    const claims = files.find(({ format }) => format === 'pdf')?.claims;
    expect(claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    return { files: epub, said, names: Object.keys(epub).filter((name) => /cover|images/u.test(name)) };
  }

  test.each([
    'cover: leaf.png\ncover_alt: A green leaf\n',
    'cover: { image: ./leaf.png, alt: A green leaf }\n',
  ])('shows it on a page with its alternative: %s', async (lines) => {
    const { files, names, said } = await built(lines, 'cover: none\n');
    expect(said).toEqual([]);
    expect(names).toEqual(['OEBPS/cover.xhtml', 'OEBPS/images/image-1.png']);
    expect(Buffer.from(files['OEBPS/images/image-1.png'] ?? [])).toEqual(Buffer.from(picture));
    expect(packageOf(files)).toContain('media-type="image/png" properties="cover-image"');
    expect(Buffer.from(files['OEBPS/cover.xhtml'] ?? []).toString()).toContain('alt="A green leaf"');
    expect(Buffer.from(files['OEBPS/toc.xhtml'] ?? []).toString()).toContain(
      '<a epub:type="cover" href="cover.xhtml">',
    );
    expect(packageOf(files)).toContain('>textual,visual<');
  });

  test('has it for shelves alone where nothing says what it shows', async () => {
    const { files, names, said } = await built('cover: leaf.png\n');
    expect(said).toEqual([
      [6, 'cover-alt-missing', 'Nothing says what the cover “leaf.png” shows: no page shows it'],
    ]);
    expect(names).toEqual(['OEBPS/images/image-1.png']);
    expect(Buffer.from(files['OEBPS/images/image-1.png'] ?? [])).toEqual(Buffer.from(picture));
  });

  test.each([
    ['none.png', 'Picture `none.png`: there is no such file'],
    ['https://example.org/a.png', 'Picture “https://example.org/a.png” is not a file beside the post'],
    ['tree.md', 'Picture `tree.md`: neither PNG, JPEG, GIF, WebP, AVIF nor SVG'],
  ])('is told that %s cannot be used, and has one drawn', async (source, reason) => {
    const { files, said } = await built(`cover: ${source}\ncover_alt: A\n`);
    expect(said).toEqual([[6, 'cover-unusable', reason]]);
    expect(readPng(files['OEBPS/images/image-1.png'] ?? new Uint8Array())).toMatchObject({ widthPx: 640 });
  });

  test('may overrule the project either way', async () => {
    expect((await built('cover: none\n')).names).toEqual([]);
    expect((await built('cover: drawn\n', 'cover: none\n')).names).toEqual(['OEBPS/images/image-1.png']);
  });

  test('has no say in a book', async () => {
    const cwd = await temporaryFolder({
      'posts/tree.md': named('cover: none.png\n'),
      'tagleaf.yaml': 'lang: en\ncollections: { book: { title: Trees, posts: posts } }\n',
    });
    const { messages } = await build({ cwd, write: false, collections: true, formats: ['epub'] });
    expect(messages.filter(({ ruleId }) => ruleId.startsWith('cover'))).toEqual([]);
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
