import { strings } from '../posts/read-text.ts';
import { Buffer } from 'node:buffer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../src/document/asset.ts';
import type { Collection } from '../../src/collections/collection.ts';
import { imprintPage } from '../../src/collections/imprint-page.ts';
import { plainDesign } from '../../src/document/book-design.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { chapterId, chapterTitle } from '../../src/document/publication-outline.ts';
import { numberChapters, type Chapter, type Publication } from '../../src/document/publication.ts';
import { walkDocument } from '../../src/document/walk.ts';
import type { Result } from '../../src/diagnostics/message.ts';
import { reportRule } from '../../src/posts/rules.ts';
import type { RenderedPdf, RenderPdfOptions } from '../../src/pdf/render-input.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { compareWords } from '../../src/readback/compare-words.ts';
import { printStructure } from '../readback/print-structure.ts';
import { readPdfNavigation } from '../readback/read-pdf-navigation.ts';
import { pdfSource } from '../readback/pdf-source.ts';
import type { PdfBookmark } from '../../src/readback/read-outline.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import type { StructureNode } from '../../src/readback/structure-node.ts';
import { pngAsset } from '../epub/build-document.ts';
import { printMessages } from '../posts/read-text.ts';
import { chapter, member, page, renderOptions, smallCollection, titlePage } from './small-collection.ts';

let options: RenderPdfOptions;
let small: Result<RenderedPdf>;

beforeAll(async () => {
  options = await renderOptions();
  small = await renderPdf(smallCollection(), options);
});

const words = 'Public service is the business of all of us, and its records belong to everybody. ';

/** Posts with headings, lists, notes and links, in divisions of ten; their texts say where they stand. */
function longCollection(posts: number, paragraphs: number): Publication {
  const chapters: Chapter[] = [
    chapter('title-page', titlePage()),
    chapter('contents', page('contents', 'Contents')),
  ];
  for (let post = 0; post < posts; post += 1) {
    if (post % 10 === 0) chapters.push(chapter('division', page(`division-${post}`, `Part ${post}`)));
    const body = Array.from({ length: paragraphs }, (_, index) =>
      index % 5 === 4
        ? `## Heading ${post}.${index}\n\n- item ${index}\n- ${words}`
        : `Paragraph ${post}.${index}. ${words.repeat(1 + ((post + index) % 4))}${index % 3 === 0 ? `[^${index}]` : ''}`,
    );
    const notes = body.flatMap((_, index) =>
      index % 3 === 0 && index % 5 !== 4 ? [`[^${index}]: Note ${index}. ${words.repeat(index % 7)}`] : [],
    );
    const title = `Post ${post}${post % 3 === 0 ? ` ${words.repeat(2).trim()}` : ''}`;
    const text = `---\ntitle: '${title}'\nlang: en\n---\n\n${[...body, ...notes].join('\n\n')}\n`;
    chapters.push(chapter('post', member(`post-${post}`, text)));
  }
  return smallCollection({ chapters });
}

function elements(node: StructureNode, role: string): readonly StructureNode[] {
  const below = node.children.flatMap((child) => (child.type === 'element' ? elements(child, role) : []));
  return node.role === role ? [node, ...below] : below;
}

function textBelow(node: StructureNode): string {
  return node.children
    .map((child) =>
      child.type === 'element' ? textBelow(child) : child.type === 'marked-content' ? child.text : '',
    )
    .join('');
}

function printBookmarks(items: readonly PdfBookmark[], depth = 0): string {
  return items
    .map(({ title, targetPage, open, children }) => {
      const state = children.length === 0 ? '' : open ? ' (open)' : ' (folded)';
      return `${'  '.repeat(depth)}${title} → ${targetPage}${state}\n${printBookmarks(children, depth + 1)}`;
    })
    .join('');
}

describe('a small collection', () => {
  it('has the tags of its parts, and says all words of its chapters once', async () => {
    const read = await readPdf(small.value.bytes);
    expect(small.messages).toEqual([]);
    expect(read.problems).toEqual([]);
    await expect(printStructure(read.structure)).toMatchFileSnapshot('golden/small-collection.tags.txt');
    const { chapters } = small.value.publication;
    expect(
      compareWords(chapters.map(({ document }) => plainText(document)).join(''), read.text),
    ).toBeUndefined();
    expect(read.lang).toBe('en');
    expect(read.title).toBe('A year of posts');
  });

  it('numbers the front in roman, all else from 1, and tells where pages begin', () => {
    const { pageLabels } = readPdfNavigation(small.value.bytes);
    expect(pageLabels).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3', '4', '5']);
    const starts = small.value.publication.chapters.map(({ document }) => {
      const first = [...walkDocument(document)].find((node) => node.type === 'text');
      return first?.type === 'text' ? first.offset : undefined;
    });
    expect(small.value.pageStarts).toEqual(
      pageLabels.map((label, index) => ({ label, offset: starts[index] })),
    );
    expect(small.value.pages).toBe(9);
  });

  it('dresses each page by its chapter', async () => {
    const { artifactText } = await readPdf(small.value.bytes);
    expect(artifactText.map((text) => text.replace(/^(?:\. )+/u, ''))).toEqual([
      '',
      '',
      'About this archiveA year of postsPage iii',
      'ContentsA year of postsPage iv',
      'A year of postsPage 1',
      'A post that is archivedArchived Content  ·  Release Date: December 2, 2011A year of postsPage 2',
      'Un billet en françaisA year of postsPage 3',
      'Archive noticesA year of postsPage 4',
      'About this editionA year of postsPage 5',
    ]);
  });

  it('leads every link within the file to its place', () => {
    const { links } = readPdfNavigation(small.value.bytes);
    expect(
      links.map(({ page: from, contents, targetPage }) => `${from} ${contents} → ${targetPage}`),
    ).toEqual([
      '2 About this edition: identifiers, and how to check the files → 9',
      '4 About this archive iii → 3',
      '4 2011 1 → 5',
      '4 A post that is archived 2 → 6',
      '4 Un billet en français 3 → 7',
      '4 Archive notices 4 → 8',
      '4 About this edition 5 → 9',
      '6 Footnote 1 → 6',
      '6 the other post → 7',
      '6 Back to reference 1 → 6',
      '7 Footnote 1 → 7',
      '7 premier billet → 6',
      '7 Back to reference 1 → 7',
    ]);
    // To the heading within the post, below its title.
    const [heading, title] = ['the other post', 'premier billet'].map(
      (contents) => links.find((link) => link.contents === contents)?.targetTop ?? 0,
    );
    expect(heading).toBeLessThan((title ?? 0) - 60);
  });

  it('prints every link, as PDF/A asks of annotations (ISO 19005-2 §6.3.2)', () => {
    const objects = pdfSource(small.value.bytes).split('endobj');
    const annotations = objects.filter((object) => object.includes('/Type /Annot'));
    expect(annotations).toHaveLength(13);
    expect(annotations.map((object) => /^\/F (\d+)$/mu.exec(object)?.[1])).toEqual(
      annotations.map(() => '4'),
    );
  });

  it('has bookmarks for contents, divisions, chapters and headings', () => {
    expect(printBookmarks(readPdfNavigation(small.value.bytes).bookmarks)).toBe(
      [
        'About this archive → 3',
        'Contents → 4',
        '2011 → 5 (open)',
        '  A post that is archived → 6 (folded)',
        '    A heading → 6',
        '  Un billet en français → 7 (folded)',
        '    La suite → 7',
        'Archive notices → 8',
        'About this edition → 9',
        '',
      ].join('\n'),
    );
  });

  it('carries the facts of the collection', async () => {
    const { xmp } = await readPdf(small.value.bytes);
    expect(xmp).toContain('<dc:identifier>urn:example:pdf</dc:identifier>');
    expect(xmp).toContain(
      '<xmp:Identifier><rdf:Bag><rdf:li>urn:isbn:9780000000002</rdf:li></rdf:Bag></xmp:Identifier>',
    );
    expect(xmp).toContain('<rdf:Seq><rdf:li>The Agency</rdf:li><rdf:li>Another Agency</rdf:li></rdf:Seq>');
    expect(xmp).toContain('<rdf:Bag><rdf:li>en</rdf:li><rdf:li>fr</rdf:li></rdf:Bag>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is the same bytes again', async () => {
    const again = await renderPdf(smallCollection(), options);
    expect(Buffer.compare(again.value.bytes, small.value.bytes)).toBe(0);
  });
});

describe('a bound collection', () => {
  const design = { ...plainDesign, binding: 'duplex' } as const;
  const bound = async (publication: Publication): Promise<RenderedPdf> =>
    (await renderPdf({ ...publication, design }, options)).value;

  it('begins parts on the right, with blank backs that say nothing and have their labels', async () => {
    const { bytes, pages, pageStarts } = await bound(smallCollection());
    const { pageLabels, links } = readPdfNavigation(bytes);
    expect(pageLabels).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', '1', '2', '3', '4', '5', '6']);
    expect(pages).toBe(12);
    const { artifactText, problems } = await readPdf(bytes);
    expect(problems).toEqual([]);
    expect(artifactText.map((text) => text.replace(/^(?:\. )+/u, ''))).toEqual([
      '',
      '',
      'About this archiveA year of postsPage iii',
      '',
      'ContentsA year of postsPage v',
      '',
      'A year of postsPage 1',
      '',
      'A post that is archivedArchived Content  ·  Release Date: December 2, 2011A year of postsPage 3',
      'Un billet en françaisA year of postsPage 4',
      'Archive noticesA year of postsPage 5',
      'About this editionA year of postsPage 6',
    ]);
    expect(links.slice(1, 7).map(({ contents, targetPage }) => `${contents} → ${targetPage}`)).toEqual([
      'About this archive iii → 3',
      '2011 1 → 7',
      'A post that is archived 3 → 9',
      'Un billet en français 4 → 10',
      'Archive notices 5 → 11',
      'About this edition 6 → 12',
    ]);
    expect(pageStarts.map(({ label }) => label)).toEqual(pageLabels);
    const offsets = pageStarts.map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
  });

  it('has the tags and the words of one that is not bound', async () => {
    const { bytes } = await bound(smallCollection());
    const [own, other] = [await readPdf(bytes), await readPdf(small.value.bytes)];
    const withoutLabels = (text: string): string => text.replace(/(?<= )(?:[ivx]+|\d+)(?="|$)/gmu, '#');
    expect(withoutLabels(printStructure(own.structure))).toBe(withoutLabels(printStructure(other.structure)));
  });

  it('has odd pages on the right, and long posts begin there', async () => {
    const { bytes, publication } = await bound(longCollection(11, 34));
    const { pageLabels, links } = readPdfNavigation(bytes);
    const starts = pageLabels.map((label, index) => ({ label, page: index + 1 }));
    const numbers = starts.filter(({ label }) => /^\d+$/u.test(label));
    expect(numbers.filter(({ label, page: at }) => Number(label) % 2 !== at % 2)).toEqual([]);
    const begins = publication.chapters.flatMap((part) => {
      const link = links.find(({ contents }) => contents?.startsWith(`${chapterTitle(part)} `));
      return link?.targetPage === undefined ? [] : [{ kind: part.kind, at: link.targetPage }];
    });
    const posts = begins.filter(({ kind }) => kind === 'post');
    const long = posts.filter(({ at }, index) => (posts[index + 1]?.at ?? at) - at > 5);
    expect(long.length).toBeGreaterThan(1);
    for (const { at } of [...long, ...begins.filter(({ kind }) => kind === 'division')])
      expect(at % 2).toBe(1);
  });

  it('asks readers to show pages that lie across side by side, and to print both sides', async () => {
    const bytes = pdfSource((await bound(smallCollection())).bytes);
    expect(bytes).toContain('/PageLayout /TwoPageRight');
    expect(bytes).toContain('/Duplex /DuplexFlipLongEdge');
    expect(pdfSource(small.value.bytes)).not.toMatch(/PageLayout|\/Duplex/u);
  });
});

describe('a collection without pages of parts', () => {
  const parts = async (binding: 'simplex' | 'duplex'): Promise<RenderedPdf> => {
    const design = { ...plainDesign, partsPage: false, binding };
    return (await renderPdf(smallCollection({ design }), options)).value;
  };

  it('heads the first post of a part, on whose page contents and bookmarks find both', async () => {
    const { bytes, pages, pageStarts } = await parts('simplex');
    expect(pages).toBe(small.value.pages - 1);
    const { links, bookmarks, pageLabels } = readPdfNavigation(bytes);
    expect(links.slice(1, 5).map(({ contents, targetPage }) => `${contents} → ${targetPage}`)).toEqual([
      'About this archive iii → 3',
      '2011 1 → 5',
      'A post that is archived 1 → 5',
      'Un billet en français 2 → 6',
    ]);
    const [division, post] = [links[2], links[3]].map((link) => link?.targetTop ?? 0);
    expect(division).toBeGreaterThan((post ?? 0) + 40);
    expect(printBookmarks(bookmarks)).toContain('2011 → 5 (open)\n  A post that is archived → 5 (folded)\n');
    expect(pageStarts.map(({ label }) => label)).toEqual(pageLabels);
  });

  it('has the tags and the words of one that has them', async () => {
    const [own, other] = [await readPdf((await parts('simplex')).bytes), await readPdf(small.value.bytes)];
    const withoutLabels = (text: string): string => text.replace(/(?<= )(?:[ivx]+|\d+)(?="|$)/gmu, '#');
    expect(own.problems).toEqual([]);
    expect(withoutLabels(printStructure(own.structure))).toBe(withoutLabels(printStructure(other.structure)));
  });

  it('begins parts on the right where it is bound', async () => {
    const { pageLabels, links } = readPdfNavigation((await parts('duplex')).bytes);
    expect(pageLabels.slice(5)).toEqual(['vi', '1', '2', '3', '4']);
    expect(links.slice(2, 4).map(({ targetPage }) => targetPage)).toEqual([7, 7]);
  });
});

it('has its imprint on one page, however little that says', async () => {
  const facts = { id: 'a', title: 'A', creators: [], lang: 'en', order: 'listed', parts: 'none' } as const;
  const labels = async (told: Partial<Collection>): Promise<readonly string[]> => {
    const chapters = [
      chapter('imprint', imprintPage({ ...facts, ...told }, strings)),
      chapter('contents', page('contents', 'Contents')),
      chapter('post', member('a', '---\ntitle: A\nlang: en\n---\n\nWords.\n')),
    ];
    const { value } = await renderPdf(smallCollection({ chapters }), options);
    return readPdfNavigation(value.bytes).pageLabels;
  };
  expect(await labels({})).toEqual(['i', 'ii', '1', '2']);
  expect(await labels({ publisher: 'The Agency' })).toEqual(['i', 'ii', '1', '2']);
});

describe('contents that go into the posts', () => {
  const deep = async (contentsDepth: number, chapters?: readonly Chapter[]): Promise<readonly string[]> => {
    const publication = smallCollection({
      design: { ...plainDesign, contentsDepth },
      ...(chapters && { chapters }),
    });
    const { value, messages } = await renderPdf(publication, options);
    expect([messages, (await readPdf(value.bytes)).problems]).toEqual([[], []]);
    const { structure } = await readPdf(value.bytes);
    const printed = printStructure(structure).split('\n');
    const toc = printed.findIndex((line) => line.trim() === 'TOC');
    const end = printed.findIndex((line, index) => index > toc && /^ {2}Part/u.test(line));
    const shown = printed.slice(toc, end).filter((line) => /^ *(?:TOC|TOCI|")/u.test(line));
    return shown.filter((line) => !/^ *TOCI$/u.test(line)).map((line) => line.slice(4));
  };

  it('list headings below their post, in its language, with the label of their page', async () => {
    expect(await deep(1)).toEqual([
      'TOC',
      '        "About this archive iii"',
      '        "2011 1"',
      '    TOC',
      '            "A post that is archived 2"',
      '        TOC',
      '                "A heading 2"',
      '      TOCI Lang="fr"',
      '            "Un billet en français 3"',
      '        TOC',
      '                "La suite 3"',
      '        "Archive notices 4"',
      '        "About this edition 5"',
    ]);
  });

  it('go as deep as is asked, and name the page on which a heading stands', async () => {
    const body = `# One\n\n${words.repeat(60)}\n\n## Two\n\n### Three\n\n${words}\n`;
    const chapters = [
      chapter('contents', page('contents', 'Contents')),
      chapter('post', member('a', `---\ntitle: A\nlang: en\n---\n\n${body}`)),
    ];
    const entries = async (depth: number): Promise<readonly string[]> =>
      (await deep(depth, chapters)).filter((line) => line.includes('"')).map((line) => line.trim());
    expect(await entries(0)).toEqual(['"A 1"', '"About this edition 4"']);
    expect(await entries(1)).toEqual(['"A 1"', '"One 1"', '"About this edition 4"']);
    expect(await entries(2)).toEqual(['"A 1"', '"One 1"', '"Two 3"', '"About this edition 4"']);
    expect(await entries(5)).toHaveLength(5);
  });
});

describe('claims', () => {
  it('stand in the colophon as in the file', () => {
    const last = small.value.publication.chapters.at(-1);
    expect(small.value.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    expect(last && plainText(last.document)).toContain('\nPDF/UA-1, PDF/A-2a\n');
  });

  it('are withheld for what was said before', async () => {
    const message = reportRule('img-missing', { reason: 'No picture', file: 'post.md' });
    const { value, messages } = await renderPdf(smallCollection({ messages: [message] }), options);
    expect([value.claims, messages]).toEqual([[], []]);
    expect(value.publication.messages).toEqual([message]);
    expect((await readPdf(value.bytes)).text).toContain(strings.words.colophonNoClaims);
  });

  it('are withheld where the colophon itself cannot be shown, which then says so', async () => {
    const words = { ...strings.words, listSeparator: ' ಫ ' };
    const publication = { ...smallCollection(), strings: { ...strings, words } };
    const { value, messages } = await renderPdf(publication, options);
    expect(value.claims).toEqual([]);
    expect(printMessages(messages)).toEqual([
      '- error glyph-missing No font covers “ಫ” (U+0CAB, Kannada; `npm install @expo-google-fonts/noto-sans-kannada` brings it)',
    ]);
    const read = await readPdf(value.bytes);
    expect(read.text).toContain(strings.words.colophonNoClaims);
    expect(read.text).not.toContain('ಫ');
    expect(read.xmp).not.toContain('pdfuaid');
  });
});

describe('the cover', () => {
  const asset: Asset = pngAsset('cover.png', 60, 80);
  const image = {
    type: 'image',
    imageId: 'cover.png',
    source: 'cover.png',
    alt: 'Cover: a tree',
    decorative: false,
  } as const;

  it('is the first page where it is given: one picture with its alternative, nothing else', async () => {
    const { value } = await renderPdf(
      smallCollection({ cover: { image, drawn: false }, assets: new Map([[asset.id, asset]]) }),
      options,
    );
    const { structure, artifactText, problems } = await readPdf(value.bytes);
    expect(problems).toEqual([]);
    expect(printStructure(structure).split('\n').slice(1, 4)).toEqual([
      '  Part',
      '    Figure Alt="Cover: a tree" {O Layout, Placement Block, BBox [9 0 603 792]}',
      '      ""',
    ]);
    expect(artifactText[0]).toBe('');
    expect(readPdfNavigation(value.bytes).pageLabels.slice(0, 5)).toEqual(['i', 'ii', 'iii', 'iv', 'v']);
    // It points to where the next page begins.
    expect(value.pageStarts.slice(0, 2)).toEqual([
      { label: 'i', offset: 0 },
      { label: 'ii', offset: 0 },
    ]);
  });

  it('is an artifact where it was drawn from the title, which the next page says', async () => {
    const page = { ...pngAsset('page.png', 50, 60), id: '/page' };
    const cover = { image, drawn: true, page: page.id };
    const assets = new Map([[page.id, page]]);
    const { value } = await renderPdf(smallCollection({ cover, assets }), options);
    const [own, plain] = [await readPdf(value.bytes), await readPdf(small.value.bytes)];
    expect(own.problems).toEqual([]);
    expect(readPdfNavigation(value.bytes).pageLabels.slice(0, 6)).toEqual(['i', 'ii', 'iii', 'iv', 'v', '1']);
    const withoutLabels = (text: string): string => text.replace(/(?<= )[ivx]+(?="|$)/gmu, '#');
    expect(withoutLabels(printStructure(own.structure))).toBe(withoutLabels(printStructure(plain.structure)));
    expect(own.text).not.toContain(image.alt);
  });
});

describe('a long collection', () => {
  let publication: Publication;
  let long: RenderedPdf;
  beforeAll(async () => {
    const { value, messages } = await renderPdf(longCollection(64, 14), options);
    expect(messages).toEqual([]);
    long = value;
    ({ publication } = value);
  });

  it('names in its contents the pages where chapters begin, and leads there', async () => {
    const { links, pageLabels } = readPdfNavigation(long.bytes);
    const { structure, problems } = await readPdf(long.bytes);
    expect(problems).toEqual([]);
    const [toc] = elements(structure, 'TOC');
    const entries = toc ? elements(toc, 'Link') : [];
    const listed = publication.chapters.filter(({ kind }) => kind !== 'title-page' && kind !== 'contents');
    expect(entries).toHaveLength(listed.length);
    const parts = elements(structure, 'Part');
    entries.forEach((entry, index) => {
      const title = listed[index] ? chapterTitle(listed[index]) : '';
      const part = parts.find((candidate) => candidate.title === title);
      const [heading] = part ? elements(part, 'H1') : [];
      const begins = heading?.children.find((child) => child.type === 'marked-content')?.page ?? 0;
      expect(textBelow(entry)).toBe(`${title} ${pageLabels[begins - 1]}`);
      // One annotation for each line, all to the page of the heading.
      const annotations = links.filter(({ contents }) => contents === textBelow(entry));
      const boxes = entry.children.filter((child) => child.type === 'object-reference');
      expect(boxes.length).toBe(annotations.length);
      expect(boxes.length).toBeGreaterThanOrEqual(title.length > 100 ? 3 : 1);
      expect(annotations.map(({ targetPage }) => targetPage)).toEqual(annotations.map(() => begins));
    });
    expect(pageLabels.indexOf('1')).toBeGreaterThan(3);
  });

  it('leads no link nowhere', () => {
    const { links } = readPdfNavigation(long.bytes);
    expect(links.length).toBeGreaterThan(400);
    expect(links.filter(({ url, targetPage }) => url === undefined && targetPage === undefined)).toEqual([]);
  });

  it('begins each page with the words at its place, and never goes back', async () => {
    const characters = publication.chapters
      .flatMap(({ document }) => [...walkDocument(document)])
      .map((node) => (node.type === 'text' ? node.value : ''))
      .join('');
    const offsets = long.pageStarts.map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(long.pageStarts.map(({ label }) => label)).toEqual(readPdfNavigation(long.bytes).pageLabels);
    const { structure } = await readPdf(long.bytes);
    const shown = long.pageStarts.map((): string[] => []);
    const collect = (node: StructureNode): void => {
      if (node.role === 'Lbl' || node.role === 'FENote' || node.role === 'TOC') return;
      for (const child of node.children) {
        if (child.type === 'element') collect(child);
        if (child.type === 'marked-content') shown[child.page - 1]?.push(child.text);
      }
    };
    collect(structure);
    let compared = 0;
    long.pageStarts.forEach(({ offset }, index) => {
      const first = shown[index]?.[0];
      if (first === undefined) return;
      compared += 1;
      expect(characters.slice(offset, offset + first.length)).toBe(first);
    });
    expect(compared).toBeGreaterThan(100);
  });

  it('keeps headers and footers of one line, the rest of a long title left out', async () => {
    const { artifactText } = await readPdf(long.bytes);
    const page1 = artifactText.find((text) => text.includes('Post 0 Public'));
    expect(page1).toMatch(/^Post 0 Public service .*…A year of postsPage 2$/u);
  });
});

describe('chapters that lack something', () => {
  it('are found where they begin: without a title, or by the id of a place that is not printed', async () => {
    const untitled = member('leer', '---\nlang: en\n---\n\nWords without a title.\n');
    const chapters = [
      chapter('title-page', titlePage()),
      chapter('contents', page('contents', 'Contents')),
      chapter(
        'post',
        member('un', '---\ntitle: First\nlang: en\n---\n\nTo [it](https://example.org/#leer.gone).\n'),
      ),
      chapter('post', {
        ...untitled,
        body: [...untitled.body, { type: 'group', id: 'leer.gone', children: [] }],
      }),
    ];
    const publication = smallCollection({ chapters });
    const { value } = await renderPdf(publication, options);
    expect(chapterId(chapters[3] ?? chapter('post', untitled), 3)).toBe('chapter-4');
    const { links, bookmarks } = readPdfNavigation(value.bytes);
    expect(links.map(({ contents, targetPage, targetTop }) => [contents, targetPage, targetTop])).toEqual([
      ['First 1', 3, expect.any(Number)],
      ['post 2', 4, 792],
      ['About this edition 3', 5, expect.any(Number)],
      ['it', 4, 792],
    ]);
    expect(bookmarks.map(({ title }) => title)).toEqual(['Contents', 'First', 'post', 'About this edition']);
  });

  it('may be all posts: then no page is roman', async () => {
    const { colophon: _none, ...rest } = smallCollection();
    const posts = numberChapters(rest.chapters.filter(({ kind }) => kind === 'post'));
    const { value } = await renderPdf({ ...rest, chapters: posts }, options);
    expect(readPdfNavigation(value.bytes).pageLabels).toEqual(['1', '2']);
    expect(value.publication.chapters).toHaveLength(2);
  });

  it('must not stand at the front after the contents', async () => {
    const chapters = [chapter('contents', page('contents', 'Contents')), chapter('title-page', titlePage())];
    await expect(renderPdf(smallCollection({ chapters }), options)).rejects.toThrow(
      'front matter stands after the contents',
    );
  });
});

it('places pictures among the words: a page that begins with one begins there', async () => {
  const asset = pngAsset('tall.png', 400, 900);
  const text = `---\ntitle: Pictures\nlang: en\n---\n\n${words}\n\n![A tall tree](tall.png)\n\n${words}\n`;
  const chapters = [chapter('post', member('bild', text))];
  const publication = smallCollection({ chapters, assets: new Map([[asset.id, asset]]) });
  const { value } = await renderPdf(publication, options);
  const image = publication.chapters
    .flatMap(({ document }) => [...walkDocument(document)])
    .find(({ type }) => type === 'image');
  expect(image?.type === 'image' && image.offset).toBe(value.pageStarts[1]?.offset);
});
