import { deflateSync } from 'node:zlib';
import type { EmbeddedFont, PdfReference as Reference } from 'pdfkit';
import type PDFDocument from 'pdfkit';
import { readSrgbProfile } from '../../files/srgb-profile.ts';
import type { OpenFace } from '../../fonts/open-face.ts';
import type { OutputIntent, Profile } from '../profile/profile.ts';
import { createImages, type DrawImage } from './create-images.ts';
import { fontProgramOf } from './font-program.ts';
import type { Drawing } from './merge-clusters.ts';
import { shareTexts } from './share-texts.ts';
import { TaggedDocument } from './tagged-document.ts';
import { toUnicodeCMap } from './to-unicode.ts';

/** An indirect object of the file that is written (ISO 32000-1 §7.3.10). */
export type PdfReference = Reference;

/** What the file says of itself, beside its content. */
export interface FileFacts {
  readonly info: Readonly<Record<string, string | Date>>;
  readonly lang: string | undefined;
  readonly profile: Profile;
}

/**
 * The objects of one PDF file while it is written: with `tagged-document.ts` and `create-images.ts`, the only user of pdfkit and of its private
 * members (0.20.2, pinned; tests/pdf/write/pdfkit-adapter.test.ts holds the contract). Coordinates are points from the top left.
 */
export interface PdfFile {
  readonly catalog: Record<string, unknown>;
  readonly names: Record<string, unknown>;
  /** How readers show and print the file (ISO 32000-1 §12.2). */
  readonly preferences: Record<string, unknown>;
  readonly ref: (data?: Record<string, unknown>) => PdfReference;
  /** A string. A long one is an object of its own, once for all that have the same: a link has one on each of its lines. */
  readonly text: (value: string) => unknown;
  /** Starts a page; `entries` go into its dictionary. */
  readonly addPage: (size: readonly [number, number], entries: Record<string, unknown>) => PdfReference;
  readonly addContent: (content: string) => void;
  readonly addAnnotation: (annotation: PdfReference) => void;
  /** The resource name of a face on the current page. */
  readonly useFace: (face: OpenFace) => string;
  /** The two-byte code of a drawing, and its width in thousandths of the font size. */
  readonly encodeDrawing: (face: OpenFace, drawing: Drawing) => Code;
  readonly drawImage: DrawImage;
  /** Puts all pages in this order, where it is not the order in which they were added. */
  readonly orderPages: (pages: readonly PdfReference[]) => void;
  /** Ends the file with this XMP packet; every reference must have been ended. */
  readonly finish: (xmp: string) => Promise<Uint8Array>;
}

let iccProfile: { readonly columns: number; readonly deflated: Uint8Array } | undefined;

/**
 * An sRGB profile, deflated as one row of PNG's filter “sub”: each byte as what it is more than the second one before it. Most
 * of it is numbers of two bytes that grow slowly.
 */
function sRgbProfile(): { readonly columns: number; readonly deflated: Uint8Array } {
  if (iccProfile) return iccProfile;
  const profile = readSrgbProfile();
  const row = Uint8Array.from(profile, (byte, index) => byte - (profile[index - 2] ?? 0));
  const deflated = deflateSync(Buffer.concat([Buffer.of(1), row]));
  return (iccProfile = { columns: profile.length / 2, deflated });
}

/** Opens a file of a profile, with an sRGB output intent. */
export function createPdfFile(facts: FileFacts): PdfFile {
  const { CreationDate } = facts.info;
  const doc = new TaggedDocument({
    pdfVersion: facts.profile.version,
    autoFirstPage: false,
    font: null,
    displayTitle: true,
    lang: facts.lang,
    info: facts.info,
  });
  // pdfkit writes the clock where it is given no date.
  if (CreationDate === undefined) delete doc.info['CreationDate'];
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject);
  });
  const catalog = doc._root.data;
  catalog['OutputIntents'] = [outputIntent(doc, facts.profile.outputIntent)];
  // The catalog's Names is a reference that pdfkit made; its name tree would be sorted by the locale.
  const names = (catalog['Names'] as PdfReference).data;
  delete names['Dests'];
  // Also a reference of pdfkit's, made for the title.
  const preferences = (catalog['ViewerPreferences'] as PdfReference).data;
  const fonts = createFonts(doc);
  const images = createImages(doc, facts.profile.embeds);
  return {
    catalog,
    names,
    preferences,
    ref: (data) => doc.ref(data),
    text: shareTexts((value) => doc.ref(value)),
    addPage: (size, entries) => {
      doc.addPage({ size, margin: 0 });
      const page = doc.page.dictionary;
      Object.assign(page.data, { Tabs: 'S', ...entries });
      return page;
    },
    // pdfkit would take a text letter by letter.
    addContent: (content) => void doc.addContent(Buffer.from(`${content}\n`, 'latin1')),
    addAnnotation: (annotation) => void doc.page.annotations.push(annotation),
    ...fonts,
    drawImage: images.drawImage,
    orderPages: (pages) => {
      // The catalog's Pages is the one node of the page tree that pdfkit makes.
      (catalog['Pages'] as PdfReference).data['Kids'] = [...pages];
    },
    finish: async (xmp) => {
      doc.xmp = xmp;
      doc.end();
      await images.decode();
      await ended;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

function outputIntent(doc: PDFDocument, { subtype, condition }: OutputIntent): PdfReference {
  const { columns, deflated } = sRgbProfile();
  const DecodeParms = { Predictor: 11, Colors: 2, Columns: columns };
  const profile = doc.ref({ N: 3, Filter: 'FlateDecode', DecodeParms });
  profile.end(deflated);
  const name = new String(condition);
  const intent = doc.ref({
    Type: 'OutputIntent',
    S: subtype,
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: profile,
  });
  intent.end();
  return intent;
}

/** A code of an embedded font, and its width in thousandths of the font size. */
export interface Code {
  readonly code: string;
  readonly width: number;
}

interface Embedded {
  readonly font: EmbeddedFont;
  readonly codes: Map<string, Code>;
  /** The same, by drawings that were asked for before. */
  readonly known: WeakMap<Drawing, Code>;
}

function createFonts(doc: PDFDocument): Pick<PdfFile, 'useFace' | 'encodeDrawing'> {
  const embedded = new Map<OpenFace, Embedded>();
  const entryOf = (face: OpenFace): Embedded => {
    const known = embedded.get(face);
    if (known) return known;
    doc.font(fontProgramOf(face), face.face.id);
    const entry: Embedded = { font: doc._font, codes: new Map(), known: new WeakMap() };
    // pdfkit leaves the width of glyph 0 in font units.
    entry.font.widths[0] = entry.font.font.getGlyph(0).advanceWidth * entry.font.scale;
    entry.font.toUnicodeCmap = () => {
      const map = doc.ref();
      map.end(toUnicodeCMap(entry.font.unicode));
      return map;
    };
    embedded.set(face, entry);
    return entry;
  };
  return {
    useFace: (face) => {
      const { font } = entryOf(face);
      doc.page.fonts[font.id] ??= font.ref();
      return font.id;
    },
    encodeDrawing: (face, drawing) => {
      const entry = entryOf(face);
      const known = entry.known.get(drawing);
      if (known) return known;
      const key = `${drawing.parts.map(({ id, x, y }) => `${id} ${x} ${y}`).join(' ')} ${drawing.advance} ${drawing.text}`;
      let code = entry.codes.get(key);
      if (!code) entry.codes.set(key, (code = addDrawing(entry, drawing)));
      entry.known.set(drawing, code);
      return code;
    },
  };
}

/** One code for each pair of drawing and characters: else the first characters of a glyph would stand for all (ISO 14289-1 §7.21.7). */
function addDrawing({ font }: Embedded, drawing: Drawing): Code {
  const { subset, scale } = font;
  const [first, ...rest] = drawing.parts;
  const isGlyph =
    first !== undefined &&
    rest.length === 0 &&
    first.y === 0 &&
    font.font.getGlyph(first.id).advanceWidth === drawing.advance;
  const code = isGlyph ? subset.addGlyph(first.id) : subset.addComposed(drawing);
  const width = drawing.advance * scale;
  font.widths[code] = width;
  font.unicode[code] = Array.from(drawing.text, (char) => char.codePointAt(0) ?? 0);
  return { code: code.toString(16).padStart(4, '0'), width };
}
