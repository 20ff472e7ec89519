import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { assetsOf, pngAsset, readEnglish } from './build-document.ts';
import { everyConstruct } from './every-construct.ts';

const post = publicationOfPost(everyConstruct(), readEnglish(), {
  assets: assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200)),
});
const { value, messages } = await renderEpub(post, {
  templates: await readEpubTemplates(),
  modified: new Date('2020-02-03T04:05:06Z'),
});
const entries = unzipSync(value.bytes);

test('every construct gives no message and makes no claim', () => {
  expect(messages).toEqual([]);
  expect(value.claims).toEqual([]);
});

test('the container holds these files, the type of the file first', () => {
  expect(Object.keys(entries).filter((name) => !name.endsWith('/'))).toEqual([
    'mimetype',
    'OEBPS/style.css',
    'OEBPS/post.xhtml',
    'META-INF/container.xml',
    'OEBPS/content.opf',
    'OEBPS/toc.ncx',
    'OEBPS/toc.xhtml',
    'OEBPS/images/image-1.png',
    'OEBPS/images/image-2.png',
  ]);
  // EPUB 3.3 §4.3.3: name and content of the first entry stand at fixed places, uncompressed.
  expect(strFromU8(value.bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
});

test.each(['post.xhtml', 'content.opf', 'toc.xhtml', 'toc.ncx'])('%s is as reviewed', async (name) => {
  const entry = entries[`OEBPS/${name}`];
  await expect(strFromU8(entry ?? new Uint8Array())).toMatchFileSnapshot(`golden/every-construct/${name}`);
});
