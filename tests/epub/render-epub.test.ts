import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { renderEpub, type RenderEpubOptions } from '../../src/epub/render-epub.ts';
import {
  assetsOf,
  buildDocument,
  heading,
  paragraph,
  pngAsset,
  readEnglish,
  section,
} from './build-document.ts';
import { everyConstruct } from './every-construct.ts';

const templates = await readEpubTemplates();
const options: RenderEpubOptions = { templates };
const assets = assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200));

function postOf(document: Document): Publication {
  return publicationOfPost(document, readEnglish(), { assets });
}

/** The text of each file of the EPUB; every XML file among them is parsed, which throws where it is not well-formed. */
async function filesOf(
  document: Document,
  changes: Partial<RenderEpubOptions> = {},
): Promise<Map<string, string>> {
  const { value } = await renderEpub(postOf(document), { ...options, ...changes });
  const files = new Map<string, string>();
  for (const [path, bytes] of Object.entries(unzipSync(value.bytes))) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/\.(?:xhtml|opf|ncx|xml)$/u.test(name)) fromXml(strFromU8(bytes));
    files.set(name, strFromU8(bytes));
  }
  return files;
}

function words(text: string): string {
  return text.replaceAll('\u200B', '').replace(/\s+/gu, ' ').trim();
}

describe('the same bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('in every time zone and at every time', async () => {
    const digests = [];
    for (const name of ['UTC', 'Asia/Tokyo', 'America/St_Johns']) {
      process.env['TZ'] = name;
      const { value } = await renderEpub(postOf(everyConstruct()), options);
      digests.push(createHash('sha256').update(value.bytes).digest('hex'));
    }
    expect(new Set(digests).size).toBe(1);
  });

  test('but others for another post', async () => {
    const one = await renderEpub(postOf(buildDocument({ body: [paragraph('one')] })), options);
    const two = await renderEpub(postOf(buildDocument({ body: [paragraph('two')] })), options);
    expect(Buffer.from(one.value.bytes).equals(two.value.bytes)).toBe(false);
  });
});

test('no word of any construct is lost', async () => {
  const document = everyConstruct();
  const post = (await filesOf(document)).get('post.xhtml') ?? '';
  const body = post.slice(post.indexOf('<body'));
  const generated =
    /<a [^>]*doc-(?:noteref|backlink)[^>]*>[^<]*<\/a>|<span class="(?:note-label|task-box)"[^>]*>[^<]*<\/span>/gu;
  const read = body
    .replace(generated, '')
    .replace(/<\/(?:p|h\d|li|td|th|dt|dd|caption|figcaption|div|pre)>|<br\/>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x26;', '&');
  expect(words(read)).toBe(words(plainText(document)));
});

describe('hostile and incomplete posts', () => {
  test('markup and template tags in the metadata are text', async () => {
    const hostile = `<%= process.exit(1) %> "]]><script>&'`;
    const files = await filesOf(
      buildDocument({
        metadata: {
          title: hostile,
          lang: 'en"><script>',
          authors: [hostile],
          agency: hostile,
          summary: hostile,
          rights: hostile,
          subjects: [hostile],
          sourceUrl: hostile,
          otherLanguages: ['<x>'],
        },
        body: [section(heading(2, 's', hostile), paragraph(hostile))],
      }),
    );
    expect([...files.values()].filter((file) => file.includes('<script'))).toEqual([]);
    const title = '&lt;%= process.exit(1) %&gt; &#34;]]&gt;&lt;script&gt;&amp;&#39;';
    expect(files.get('content.opf')).toContain(`<dc:title id="title">${title}</dc:title>`);
    expect(files.get('toc.xhtml')).toContain(`<a href="post.xhtml#s">${title}</a>`);
    expect(files.get('post.xhtml')).toContain(`<title>${title}</title>`);
  });

  test('the label of a callout whose words read against it stands at its start', async () => {
    const label = { ...paragraph('Note'), lang: 'en', dir: 'ltr' } as const;
    const callout = {
      type: 'callout',
      kind: 'note',
      label,
      dir: 'rtl',
      children: [paragraph('הערה')],
    } as const;
    const files = await filesOf(buildDocument({ body: [callout] }));
    expect(files.get('post.xhtml')).toMatch(
      /<p id="[^"]+" class="callout-label"><strong lang="en" xml:lang="en" dir="ltr">Note<\/strong><\/p>/u,
    );
  });

  test('characters that XML cannot hold are replaced, not dropped', async () => {
    const files = await filesOf(
      buildDocument({ metadata: { title: 'a\u0000b\uD800c\uFFFE' }, body: [paragraph('d\u0007e\uDC00')] }),
    );
    expect(files.get('content.opf')).toContain('<dc:title id="title">a\uFFFDb\uFFFDc\uFFFD</dc:title>');
    expect(files.get('post.xhtml')).toContain('<p>d\uFFFDe\uFFFD</p>');
  });

  test('without a title the slug is the label, and no heading is made up', async () => {
    const files = await filesOf(
      buildDocument({ metadata: { title: '', slug: 'no-title' }, titleBlock: [], body: [] }),
    );
    expect(files.get('content.opf')).toContain('<dc:title id="title">no-title</dc:title>');
    expect(files.get('toc.xhtml')).toContain('<li><a href="post.xhtml">no-title</a></li>');
    expect(files.get('post.xhtml')).not.toContain('<h1');
  });

  test('without a language the tag is und', async () => {
    const { lang: _, ...metadata } = buildDocument({ body: [] }).metadata;
    const files = await filesOf({ ...buildDocument({ body: [] }), metadata });
    expect(files.get('content.opf')).toContain('<dc:language>und</dc:language>');
    expect(files.get('post.xhtml')).toContain('xml:lang="und" lang="und"');
    expect(files.get('toc.xhtml')).toContain('<h1 id="toc-title" xml:lang="en" lang="en">Contents</h1>');
  });

  test('a picture that is not among the assets is its words in a box', async () => {
    const image = {
      type: 'image',
      imageId: 'x.png',
      source: 'x.png',
      alt: 'A graph',
      decorative: false,
    } as const;
    const files = await filesOf(buildDocument({ body: [paragraph(image)] }));
    expect(files.get('post.xhtml')).toContain('<p><span class="missing-image">A graph</span></p>');
    expect(files.get('content.opf')).not.toContain('visual');
  });

  test('a template that fails is told by its fault', async () => {
    const broken = { ...templates, nav: '<%= nothing.here %>' };
    const rendering = renderEpub(postOf(everyConstruct()), { ...options, templates: broken });
    await expect(rendering).rejects.toMatchObject({ name: 'ResourceError', path: 'templates/epub' });
  });
});
