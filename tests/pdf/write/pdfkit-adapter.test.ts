import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../src/document/asset.ts';
import { openFace } from '../../../src/fonts/open-face.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { createPdfFile, type PdfFile } from '../../../src/pdf/write/pdfkit-adapter.ts';
import { printPdf } from './print-pdf.ts';

/** What Tagleaf needs of pdfkit's private members; a new version of pdfkit must pass this before it is used. */
const facts = { info: { Title: 'A & B' }, lang: 'en-US', profile: profileP1 };
const xmp = '<x:xmpmeta>é</x:xmpmeta>';

async function text(file: PdfFile): Promise<string> {
  return Buffer.from(await file.finish(xmp)).toString('latin1');
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
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const glyph = { id: 5, advance: 0, dx: 0, dy: 0 };
    const first = file.encodeGlyph(open, { ...glyph, text: 'A' });
    expect(file.encodeGlyph(open, { ...glyph, text: 'A' })).toBe(first);
    const second = file.encodeGlyph(open, { ...glyph, text: 'Α' });
    expect(second.code).not.toBe(first.code);
    expect(second.width).toBe(first.width);
    file.addContent(`BT /${file.useFace(open)} 10 Tf <${first.code}${second.code}> Tj ET`);
    expect(await text(file)).toContain('/ToUnicode');
  });

  it('writes the same bytes from one open font for two files', async () => {
    const [face] = (await readFonts([], '.')).faces;
    if (!face) throw new Error('no face');
    const digest = async (): Promise<string> => {
      const file = createPdfFile(facts);
      file.addPage([100, 100], {});
      const { code } = file.encodeGlyph(openFace(face), { id: 7, advance: 0, dx: 0, dy: 0, text: 'b' });
      file.addContent(`BT /${file.useFace(openFace(face))} 10 Tf <${code}> Tj ET`);
      return createHash('sha256')
        .update(await file.finish(xmp))
        .digest('hex');
    };
    expect(await digest()).toBe(await digest());
  });

  it('leads the code of a glyph without characters of its own to one that nobody sees', async () => {
    const [face] = (await readFonts([], '.')).faces;
    if (!face) throw new Error('no face');
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const glyph = { id: 7, advance: 0, dx: 0, dy: 0, text: '' };
    const { code } = file.encodeGlyph(openFace(face), glyph);
    file.addContent(`BT /${file.useFace(openFace(face))} 10 Tf <${code}> Tj ET`);
    expect(printPdf(await file.finish(xmp))).toMatch(/^ {4}.*<0000> <200b>/mu);
  });

  it('gives widths in thousandths of the size, also those of a face with finer units', async () => {
    const { faces } = await readFonts([], '.');
    const open = faces.map((face) => openFace(face)).find(({ face }) => face.id.includes('Emoji'));
    if (!open) throw new Error('no face with finer units');
    const file = createPdfFile(facts);
    file.addPage([100, 100], {});
    const { code, width } = file.encodeGlyph(open, { id: 0, advance: 0, dx: 0, dy: 0, text: '□' });
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
