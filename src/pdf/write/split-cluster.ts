import type { Glyph } from '../../text/shape-text.ts';

/** Some glyphs of a cluster, and those of its characters that they stand for. */
export interface ClusterPiece {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
}

/**
 * Units of the font that a piece may take: places in a composite are signed, and widths unsigned, in 16 bits (OpenType, glyf and hmtx
 * tables). Half of that, since glyphs are not of one width.
 */
const mostUnits = 0x4000;

/**
 * A cluster in pieces that one glyph can draw each, in logical order: itself almost always; a row of joined emoji without an end is
 * one cluster too. No piece begins with a mark or a joiner.
 */
export function splitCluster(glyphs: readonly Glyph[], text: string, scale: number): readonly ClusterPiece[] {
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0) / scale;
  const count = Math.ceil(width / mostUnits);
  if (count <= 1) return [{ glyphs, text }];
  const letters = text.match(/.[\p{Mn}\p{Cf}]*/gsu) ?? [];
  if (letters.length < count || glyphs.length < count) return [{ glyphs, text }];
  const share = <T>(list: readonly T[], index: number): readonly T[] =>
    list.slice(Math.floor((index * list.length) / count), Math.floor(((index + 1) * list.length) / count));
  return Array.from({ length: count }, (_, index) => ({
    glyphs: share(glyphs, index),
    text: share(letters, index).join(''),
  }));
}
