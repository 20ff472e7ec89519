import type { EmbeddedFont, FontProgram, GlyphLimits, GlyphSubset } from 'pdfkit';
import { largest, smallest } from '../../lists/extremes.ts';
import type { Drawing, Part } from './merge-clusters.ts';

/** Glyph numbers of a TrueType font end below this one; drawings of several glyphs are numbered from it. */
const firstComposed = 0x1_0000;

/** Flags of a component (OpenType, glyf table): its place is an offset in 16 bits; another follows; outlines overlap, said of the first. */
const componentFlags = { wordOffsets: 0x0003, moreComponents: 0x0020, overlap: 0x0400 };

type Composed = Pick<Drawing, 'parts' | 'advance'>;

/** Glyphs of a subset that are made of others of the font, or draw nothing. */
export interface ComposedGlyphs {
  /** The code of a further glyph that draws this, and its width in thousandths of the font size. */
  readonly add: (drawing: Composed) => { readonly code: number; readonly width: number };
}

/** Composite glyphs (OpenType, glyf table) in the subset of a TrueType font: fontkit 2.0.4 copies glyphs only. */
export function composeGlyphs({ font, scale, subset }: EmbeddedFont): ComposedGlyphs {
  const composed: Composed[] = [];
  const copyGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const glyph = composed[id - firstComposed];
    return glyph ? writeGlyph(subset, glyph) : copyGlyph(id);
  };
  let mostParts = 1;
  return {
    add: ({ parts, advance }) => {
      composed.push({ parts, advance });
      if (parts.length > mostParts) {
        mostParts = parts.length;
        // The font is shared by all files that are written: only this subset has other limits.
        subset.font = Object.create(font, {
          maxp: { value: raisedLimits(font.maxp, mostParts) },
        }) as FontProgram; // its prototype is one
      }
      return { code: subset.glyphs.push(firstComposed + composed.length - 1) - 1, width: advance * scale };
    },
  };
}

/** What a font with composites of so many parts needs at most (OpenType, maxp table). */
function raisedLimits(limits: GlyphLimits, parts: number): GlyphLimits {
  const points = parts * Math.max(limits.maxPoints, limits.maxCompositePoints);
  const contours = parts * Math.max(limits.maxContours, limits.maxCompositeContours);
  return {
    ...limits,
    maxCompositePoints: Math.min(0xffff, points),
    maxCompositeContours: Math.min(0xffff, contours),
    maxComponentElements: Math.max(limits.maxComponentElements, parts),
    maxComponentDepth: limits.maxComponentDepth + 1,
  };
}

function writeGlyph(subset: GlyphSubset, { parts, advance }: Composed): number {
  const box = boxOf(subset.font, parts);
  const data = new DataView(new ArrayBuffer(parts.length === 0 ? 0 : 10 + parts.length * 8));
  if (parts.length > 0) [-1, ...box].forEach((value, index) => data.setInt16(index * 2, value));
  parts.forEach(({ id, x, y }, index) => {
    const at = 10 + index * 8;
    const more = index < parts.length - 1 ? componentFlags.moreComponents : 0;
    data.setUint16(at, componentFlags.wordOffsets | more | (index === 0 ? componentFlags.overlap : 0));
    data.setUint16(at + 2, subset.includeGlyph(id));
    data.setInt16(at + 4, x);
    data.setInt16(at + 6, y);
  });
  subset.glyf.push(new Uint8Array(data.buffer));
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance, bearing: box[0] });
  subset.offset += data.byteLength;
  return subset.glyf.length - 1;
}

/** The least and largest coordinates of all parts that have an outline. */
function boxOf(font: FontProgram, parts: readonly Part[]): readonly [number, number, number, number] {
  const boxes = parts
    .map(({ id, x, y }) => ({ ...font.getGlyph(id).bbox, x, y }))
    .filter(({ minX }) => Number.isFinite(minX));
  if (boxes.length === 0) return [0, 0, 0, 0];
  return [
    Math.floor(smallest(boxes.map(({ minX, x }) => minX + x))),
    Math.floor(smallest(boxes.map(({ minY, y }) => minY + y))),
    Math.ceil(largest(boxes.map(({ maxX, x }) => maxX + x))),
    Math.ceil(largest(boxes.map(({ maxY, y }) => maxY + y))),
  ];
}
