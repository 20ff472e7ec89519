import type { FontSubset } from 'pdfkit';
import { ResourceError } from '../../diagnostics/errors.ts';
import { writeFontFile, type FontViews } from '../../fonts/font-tables.ts';
import { boxOf, componentsOf, composeGlyph } from './compose-glyph.ts';
import { advanceOf, bytesOf, countOfAdvances, outlineIn, tableOf } from './font-views.ts';
import type { Drawing } from './merge-clusters.ts';

/** What a glyph of a subset draws: one of the font, or several of it in their places. */
type Source = number | Pick<Drawing, 'parts' | 'advance'>;

/** Programs of the font that fit its outlines to pixels. They name no glyphs. */
const hints = ['cvt', 'fpgm', 'prep'] as const;

/** The glyphs of a subset while they are gathered, numbered by the codes that its text has. */
interface Glyphs {
  readonly sources: Source[];
  /** The code of a glyph of the font: it is put into the subset where it is not in it yet. */
  readonly codeOf: (id: number) => number;
}

/**
 * A subset of a TrueType font that has no glyph yet but that of what is missing. HarfBuzz’s own makes none that holds a glyph
 * twice or draws several as one, which codes that stand for other characters need (ISO 14289-1 §7.21.7).
 *
 * @throws ResourceError, when it is encoded, where a glyph of the file `path` names others that are not there.
 */
export function createSubset(tables: FontViews, path: string): FontSubset {
  const sources: Source[] = [];
  const codes = new Map<number, number>();
  const add = (source: Source): number => sources.push(source) - 1;
  const codeOf = (id: number): number => {
    let code = codes.get(id);
    if (code === undefined) codes.set(id, (code = add(id)));
    return code;
  };
  codeOf(0);
  return {
    // A glyph that has its code is put into the subset once more.
    addGlyph: (id) => (codes.has(id) ? add(id) : codeOf(id)),
    addComposed: add,
    encode: () => {
      try {
        return writeSubset(tables, { sources, codeOf });
      } catch (cause) {
        // Places in the file were checked when it was opened, what its glyphs are made of was not.
        if (!(cause instanceof RangeError)) throw cause;
        throw new ResourceError(
          `The font ${path} is damaged: a glyph is made of others that it has not. Install it anew.`,
          { path, cause },
        );
      }
    },
  };
}

function writeSubset(tables: FontViews, glyphs: Glyphs): Uint8Array {
  const outlines: Uint8Array[] = [];
  // Glyphs are added that others are composed of.
  for (let index = 0; index < glyphs.sources.length; index += 1) {
    outlines.push(outlineOf(tables, glyphs.sources[index] ?? 0, glyphs));
  }
  const places = placesOf(outlines);
  const hinted = hints.flatMap((name): readonly (readonly [string, Uint8Array])[] => {
    const table = tables.get(name);
    return table ? [[name, bytesOf(table)]] : [];
  });
  const written: readonly (readonly [string, Uint8Array])[] = [
    ...hinted,
    ['glyf', joinOutlines(outlines, places)],
    ['head', writeHead(tables, areLong(places))],
    ['hhea', writeHhea(tables, outlines.length)],
    ['hmtx', writeMetrics(tables, glyphs)],
    ['loca', writePlaces(places)],
    ['maxp', writeLimits(tables, glyphs)],
  ];
  return writeFontFile(new Map(written.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function outlineOf(tables: FontViews, source: Source, glyphs: Glyphs): Uint8Array {
  if (typeof source !== 'number') return composeGlyph(tables, source.parts, glyphs.codeOf);
  const outline = bytesOf(outlineIn(tables, source));
  const components = componentsOf(outline);
  if (components.length === 0) return outline;
  const copy = Uint8Array.from(outline);
  const view = new DataView(copy.buffer);
  for (const { at, id } of components) view.setUint16(at, glyphs.codeOf(id));
  return copy;
}

/** The outlines behind each other, each from an even byte on. */
function joinOutlines(outlines: readonly Uint8Array[], places: readonly number[]): Uint8Array {
  const joined = new Uint8Array(places.at(-1) ?? 0);
  outlines.forEach((outline, index) => joined.set(outline, places[index]));
  return joined;
}

/** Where each outline begins, and the last one ends. */
function placesOf(outlines: readonly Uint8Array[]): readonly number[] {
  const places = [0];
  let end = 0;
  for (const { length } of outlines) places.push((end += length + (length & 1)));
  return places;
}

/** Whether places are written in 32 bits: in 16 their halves are, where those are enough. */
function areLong(places: readonly number[]): boolean {
  return (places.at(-1) ?? 0) > 2 * 0xffff;
}

function writePlaces(places: readonly number[]): Uint8Array {
  const isLong = areLong(places);
  const loca = new DataView(new ArrayBuffer((isLong ? 4 : 2) * places.length));
  places.forEach((place, index) => {
    if (isLong) loca.setUint32(4 * index, place);
    else loca.setUint16(2 * index, place / 2);
  });
  return bytesOf(loca);
}

function writeHead(tables: FontViews, areLong: boolean): Uint8Array {
  const head = copyOf(tableOf(tables, 'head'));
  head.setUint32(8, 0); // the sum of the whole
  head.setInt16(50, areLong ? 1 : 0);
  return bytesOf(head);
}

function writeHhea(tables: FontViews, count: number): Uint8Array {
  const hhea = copyOf(tableOf(tables, 'hhea'));
  hhea.setUint16(34, count);
  return bytesOf(hhea);
}

/** Advance and left bearing of each glyph. */
function writeMetrics(tables: FontViews, { sources }: Glyphs): Uint8Array {
  const hmtx = tableOf(tables, 'hmtx');
  const count = countOfAdvances(tables);
  const written = new DataView(new ArrayBuffer(4 * sources.length));
  sources.forEach((source, index) => {
    const isGlyph = typeof source === 'number';
    const bearing = isGlyph
      ? hmtx.getInt16(source < count ? 4 * source + 2 : 2 * (count + source))
      : boxOf(tables, source.parts)[0];
    written.setUint16(4 * index, isGlyph ? advanceOf(tables, source) : source.advance);
    written.setInt16(4 * index + 2, bearing);
  });
  return bytesOf(written);
}

/** How many glyphs there are, and what composed ones need at most (ISO/IEC 14496-22 §5.2.4). */
function writeLimits(tables: FontViews, { sources }: Glyphs): Uint8Array {
  const maxp = copyOf(tableOf(tables, 'maxp'));
  maxp.setUint16(4, sources.length);
  let mostParts = 1;
  for (const source of sources) {
    if (typeof source !== 'number') mostParts = Math.max(mostParts, source.parts.length);
  }
  if (mostParts === 1) return bytesOf(maxp);
  const raise = (at: number, value: number): void => maxp.setUint16(at, Math.min(0xffff, value));
  raise(10, mostParts * Math.max(maxp.getUint16(6), maxp.getUint16(10))); // points
  raise(12, mostParts * Math.max(maxp.getUint16(8), maxp.getUint16(12))); // contours
  raise(28, Math.max(maxp.getUint16(28), mostParts)); // components
  raise(30, maxp.getUint16(30) + 1); // composites within composites
  return bytesOf(maxp);
}

function copyOf(table: DataView): DataView {
  return new DataView(bytesOf(table).slice().buffer);
}
