import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import * as hb from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../src/document/asset.ts';
import { openFace } from '../../../src/fonts/open-face.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { createPdfFile, type PdfFile } from '../../../src/pdf/write/pdfkit-adapter.ts';
import { listPages } from '../../../src/readback/list-pages.ts';
import { openPdf } from '../../../src/readback/open-pdf.ts';
import { nameOf, numberOf } from '../../../src/readback/pdf-value.ts';
import { pdfSource } from '../../readback/pdf-source.ts';
import { printPdf } from './print-pdf.ts';

/** What Tagleaf needs of pdfkit's private members; a new version of pdfkit must pass this before it is used. */
const facts = { info: { Title: 'A & B' }, lang: 'en-US', profile: profileP1 };
const xmp = '<x:xmpmeta>é</x:xmpmeta>';

async function text(file: PdfFile): Promise<string> {
  return pdfSource(await file.finish(xmp));
}

/** A picture whose pixels are all transparent. */
function transparentPng({
  width,
  height,
  depth = 8,
}: {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
}): Asset {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(body, 4);
    return framed;
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, 6, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const bytes = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(height * ((width * 4 * depth) / 8 + 1)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return {
    id: `${width}x${height}.png`,
    mediaType: 'image/png',
    widthPx: width,
    heightPx: height,
    orientation: 1,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  };
}

/** The first font program of the first page. */
function fontFileOf(bytes: Uint8Array): Uint8Array {
  const file = openPdf(bytes);
  const [page] = listPages(file, file.entries(file.trailer.get('Root'))?.get('Pages'));
  const [font] =
    file.entries(file.entries(file.entries(page)?.get('Resources'))?.get('Font'))?.values() ?? [];
  const [descendant] = file.items(file.entries(font)?.get('DescendantFonts')) ?? [];
  const descriptor = file.entries(file.entries(descendant)?.get('FontDescriptor'));
  const program = file.streamBytes(descriptor?.get('FontFile2'));
  if (!program) throw new Error('no font program');
  return program;
}

function fontOf(bytes: Uint8Array): hb.Font {
  return new hb.Font(new hb.Face(new hb.Blob(fontFileOf(bytes)), 0));
}

/** A path of SVG with all points moved. */
function moved(path: string, x: number, y: number): string {
  let index = 0;
  return path.replace(/([MLQC ,Z])(-?\d+)/gu, (_, before: string, value: string) => {
    index += 1;
    return `${before}${Number(value) + (index % 2 === 1 ? x : y)}`;
  });
}

/** The corner of the picture's place on the page at which a point of the unit square is drawn. */
function cornerOf(matrices: readonly (readonly number[])[], [x, y]: readonly [number, number]): string {
  const [atX, atY] = matrices
    .toReversed()
    .reduce<readonly [number, number]>(
      ([px, py], [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => [a * px + c * py + e, b * px + d * py + f],
      [x, y],
    );
  const across = new Map([
    [10, 'left'],
    [58, 'right'],
  ]).get(Math.round(atX));
  const down = new Map([
    [48, 'bottom'],
    [80, 'top'],
  ]).get(Math.round(atY));
  return `${across ?? atX} ${down ?? atY}`;
}

describe('createPdfFile', () => {
  it('is held to the version that was examined', () => {
    const require = createRequire(import.meta.url);
    const manifest: unknown = JSON.parse(
      readFileSync(require.resolve('pdfkit').replace(/js[/\\][^/\\]+$/u, 'package.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ version: '0.20.2' });
  });

  it('writes PDF 1.7 with our own packet, uncompressed, and no date of the clock', async () => {
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const pdf = await text(file);
    expect(pdf.startsWith('%PDF-1.7\n')).toBe(true);
    expect(pdf).toContain(Buffer.from(xmp).toString('latin1'));
    expect(pdf).not.toContain('CreationDate');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Tabs /S');
    expect(pdf).toContain('/OutputIntents');
  });

  it('puts what is no stream into object streams, and no table of places at the end', async () => {
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    for (let count = 0; count < 250; count += 1) file.ref({ Type: 'Made', Count: count }).end();
    const bytes = await file.finish(xmp);
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).not.toMatch(/^(?:xref|trailer)$/mu);
    const alone = [...source.matchAll(/^(\d+) 0 obj\n<<\s*\/(?:Type \/)?(\w+)/gmu)].map(([, , type]) => type);
    expect(alone.toSorted()).toEqual(['Length', 'Metadata', 'N', 'ObjStm', 'ObjStm', 'XRef']);
    const { entries, trailer } = openPdf(bytes);
    const numbers = Array.from({ length: Number(/\/Size (\d+)/u.exec(source)?.[1]) }, (_, number) => number);
    const counts = numbers.flatMap((number) => {
      const made = entries({ type: 'reference', number });
      return nameOf(made?.get('Type')) === 'Made' ? [numberOf(made?.get('Count'))] : [];
    });
    expect(counts).toEqual(Array.from({ length: 250 }, (_, count) => count));
    expect(nameOf(entries(trailer.get('Root'))?.get('Type'))).toBe('Catalog');
    expect(trailer.has('Encrypt')).toBe(false);
  });

  it('has the profile of its output intent, byte for byte', async () => {
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const { entries, items, streamBytes, trailer } = openPdf(await file.finish(xmp));
    const [intent] = items(entries(trailer.get('Root'))?.get('OutputIntents')) ?? [];
    const profile = Buffer.from(streamBytes(entries(intent)?.get('DestOutputProfile')) ?? []);
    const digest = createHash('sha256').update(profile).digest('hex');
    expect([profile.length, profile.readUInt32BE(0), digest]).toEqual([
      3024,
      3024,
      '384b832de3412066743b52a75ee906b6fb9fb8d9e09e936fc2c43223815c6e0a',
    ]);
  });

  it('gives files an identifier of their content', async () => {
    const idOf = async (content: string): Promise<string> => {
      const file = createPdfFile(facts);
      file.addPage([100, 100], {});
      file.addContent(content);
      return /\/ID \[(<[0-9a-f]{32}>) \1\]/u.exec(await text(file))?.[1] ?? '';
    };
    const first = await idOf('0 0 1 1 re f');
    expect(first).not.toBe('');
    expect(await idOf('0 0 1 1 re f')).toBe(first);
    expect(await idOf('0 0 2 1 re f')).not.toBe(first);
  });

  it('gives one glyph two codes where it shows two characters', async () => {
    const face = (await readFonts([], '.')).faces.find((candidate) => candidate.role === 'text');
    if (!face) throw new Error('no text face');
    const open = openFace(face);
    const id = open.font.nominalGlyph(0x41) ?? 0;
    // With other room than its own a glyph is composed.
    for (const room of [0, 40]) {
      const file = createPdfFile(facts);
      file.addPage([100, 100], {});
      const drawing = { parts: [{ id, x: 0, y: 0 }], advance: open.font.glyphHAdvance(id) + room };
      const first = file.encodeDrawing(open, { ...drawing, text: 'A' });
      expect(file.encodeDrawing(open, { ...drawing, text: 'A' })).toBe(first);
      const second = file.encodeDrawing(open, { ...drawing, text: 'Α' });
      expect(second.code).not.toBe(first.code);
      expect(second.width).toBe(first.width);
      file.addContent(`BT /${file.useFace(open)} 10 Tf <${first.code}${second.code}> Tj ET`);
      const bytes = await file.finish(xmp);
      expect(printPdf(bytes)).toMatch(/^ {4}<0001> <0041>\n {4}<0002> <0391>$/mu);
      const font = fontOf(bytes);
      const codes = [first, second].map(({ code }) => Number.parseInt(code, 16));
      const outline = open.font.glyphToPath(id);
      expect(codes.map((code) => font.glyphToPath(code))).toEqual([outline, outline]);
    }
  });

  it('writes the same bytes from one open font for two files', async () => {
    const [face] = (await readFonts([], '.')).faces;
    if (!face) throw new Error('no face');
    const digest = async (): Promise<string> => {
      const file = createPdfFile(facts);
      file.addPage([100, 100], {});
      const parts = [
        { id: 7, x: 0, y: 0 },
        { id: 9, x: 100, y: 20 },
      ];
      const { code } = file.encodeDrawing(openFace(face), { parts, advance: 500, text: 'b' });
      file.addContent(`BT /${file.useFace(openFace(face))} 10 Tf <${code}> Tj ET`);
      return createHash('sha256')
        .update(await file.finish(xmp))
        .digest('hex');
    };
    expect(await digest()).toBe(await digest());
  });

  it('draws the glyphs of a cluster by one code, as wide as the letter, and nothing by the code of its marks', async () => {
    const face = (await readFonts([], '.')).faces.find((candidate) => candidate.role === 'text');
    if (!face) throw new Error('no text face');
    const open = openFace(face);
    const glyphOf = (character: string): number => open.font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0;
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const letter = file.encodeDrawing(open, {
      parts: [{ id: glyphOf('o'), x: 0, y: 0 }],
      advance: open.font.glyphHAdvance(glyphOf('o')),
      text: 'o',
    });
    const parts = [
      { id: glyphOf('o'), x: 0, y: 0 },
      { id: glyphOf('\u0301'), x: 30, y: 200 },
      { id: glyphOf('\u0323'), x: 40, y: -10 },
    ];
    const cluster = file.encodeDrawing(open, { parts, advance: 548, text: 'ọ' });
    const marks = file.encodeDrawing(open, { parts: [], advance: 0, text: '\u0301' });
    expect(cluster.width).toBe(letter.width);
    expect(marks.width).toBe(0);
    file.addContent(`BT /${file.useFace(open)} 10 Tf <${letter.code}${cluster.code}${marks.code}> Tj ET`);
    const bytes = await file.finish(xmp);
    expect(printPdf(bytes)).toMatch(/^ {4}<0001> <006f>\n {4}<0002> <1ecd>\n {4}<0003> <0301>$/mu);
    const font = fontOf(bytes);
    const [, , composed, empty] = [0, 1, 2, 3].map((id) => font.glyphToPath(id));
    const outlines = parts.map(({ id, x, y }) => moved(open.font.glyphToPath(id), x, y));
    expect(composed).toBe(outlines.join(''));
    expect(empty).toBe('');
    expect([1, 2, 3].map((id) => font.glyphHAdvance(id) * open.scale)).toEqual([
      letter.width,
      letter.width,
      0,
    ]);
  });

  it('raises what a font says that its composites need at most, for this file alone', async () => {
    const [face] = (await readFonts([], '.')).faces;
    if (!face) throw new Error('no face');
    const open = openFace(face);
    const most = async (count: number): Promise<readonly [elements: number, depth: number]> => {
      const file = createPdfFile(facts);
      file.addPage([100, 100], {});
      const parts = Array.from({ length: count }, (_, index) => ({ id: 7, x: index, y: 0 }));
      const { code } = file.encodeDrawing(open, { parts, advance: 500, text: 'b' });
      file.addContent(`BT /${file.useFace(open)} 10 Tf <${code}> Tj ET`);
      const maxp = new hb.Face(new hb.Blob(fontFileOf(await file.finish(xmp))), 0).referenceTable('maxp');
      const view = new DataView(Uint8Array.from(maxp ?? []).buffer);
      return [view.getUint16(28), view.getUint16(30)];
    };
    const [elements, depth] = await most(1);
    expect(await most(40)).toEqual([40, depth + 1]);
    expect(await most(1)).toEqual([elements, depth]);
    expect(elements).toBeLessThan(40);
  });

  it('gives widths in thousandths of the size, also those of a face with finer units', async () => {
    const { faces } = await readFonts([], '.');
    const open = faces.map((face) => openFace(face)).find(({ face }) => face.id.includes('Emoji'));
    if (!open) throw new Error('no face with finer units');
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const { code, width } = file.encodeDrawing(open, {
      parts: [{ id: 0, x: 0, y: 0 }],
      advance: open.font.glyphHAdvance(0),
      text: '□',
    });
    file.addContent(`BT /${file.useFace(open)} 10 Tf <${code}> Tj ET`);
    expect(width).toBe(488.28125);
    expect(printPdf(await file.finish(xmp))).toContain('/W [0 [488.28125');
  });

  it('puts pages in another order than they were added in', async () => {
    const file = createPdfFile(facts);
    const [first, second] = [100, 200].map((side) => file.addPage([side, side], {}));
    if (!first || !second) throw new Error('no pages');
    file.orderPages([second, first]);
    expect(await text(file)).toContain(`/Kids [${second.id} 0 R ${first.id} 0 R]`);
  });

  it('numbers the masks of images at the end and by their size, whatever is decoded first', async () => {
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const area = { x: 0, y: 0, widthPt: 10, heightPt: 10 };
    const sizes = [
      { width: 1500, height: 1500 },
      { width: 2, height: 3 },
      { width: 3, height: 2 },
      { width: 1, height: 1 },
      { width: 2, height: 4, depth: 16 as const },
    ];
    for (const size of sizes) {
      file.drawImage(transparentPng(size), area);
      // As between the chapters of a collection, where pixels may be ready, or not.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const last = file.ref({});
    last.end();
    const pdf = await text(file);
    const masks = pdf.matchAll(/^(\d+) 0 obj\n<<\n\/Type \/XObject\n\/Subtype \/Image\n\/Height (\d+)/gmu);
    expect([...masks].map(([, number, height]) => [Number(number) > last.id, height])).toEqual([
      [true, '1'],
      [true, '3'],
      [true, '2'],
      [true, '4'],
      [true, '1500'],
    ]);
  });

  /** Where the upper left and the upper right corner of the stored pixels are drawn, by the orientation. */
  it.each([
    [1, 'left top', 'right top'],
    [2, 'right top', 'left top'],
    [3, 'right bottom', 'left bottom'],
    [4, 'left bottom', 'right bottom'],
    [5, 'left top', 'left bottom'],
    [6, 'right top', 'right bottom'],
    [7, 'right bottom', 'right top'],
    [8, 'left bottom', 'left top'],
  ])('draws a picture of the orientation %i with its first pixel %s', async (orientation, first, last) => {
    const bytes = readFileSync(new URL(`../../assets/fixtures/turned-${orientation}.jpg`, import.meta.url));
    const picture = { ...transparentPng({ width: 48, height: 32 }), mediaType: 'image/jpeg' as const };
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    file.drawImage(
      { ...picture, orientation, bytes, sha256: String(orientation) },
      { x: 10, y: 20, widthPt: 48, heightPt: 32 },
    );
    const drawn = printPdf(await file.finish(xmp));
    const steps = drawn.slice(0, drawn.indexOf(' Do')).matchAll(/^\s*(?:q )?((?:-?[\d.]+ ){6})cm$/gmu);
    const matrices = [...steps].map(([, numbers = '']) => numbers.trim().split(' ').map(Number));
    expect([cornerOf(matrices, [0, 1]), cornerOf(matrices, [1, 1])]).toEqual([first, last]);
  });

  it('never ends while a reference is open', async () => {
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const open = file.ref({});
    let ended = false;
    const finishing = file.finish(xmp).then(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(false);
    open.end();
    await finishing;
    expect(ended).toBe(true);
  });
});
