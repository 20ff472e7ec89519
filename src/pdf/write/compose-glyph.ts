import { largest, smallest } from '../../lists/extremes.ts';
import type { FontViews } from '../../fonts/font-tables.ts';
import { outlineIn } from './font-views.ts';
import type { Part } from './merge-clusters.ts';

/** Number of contours and box, before what draws a glyph. */
const headLength = 10;
const composite = -1;

/** Flags of a component (ISO/IEC 14496-22 §5.3.4.2). */
const componentFlags = {
  words: 0x0001,
  offsets: 0x0002,
  scale: 0x0008,
  moreComponents: 0x0020,
  twoScales: 0x0040,
  matrix: 0x0080,
  overlap: 0x0400,
};

/** A component of ours: flags, glyph, and its place as an offset in two numbers of 16 bits. */
const componentLength = 8;

/** Where a composite glyph names the glyphs that it is made of. */
export function componentsOf(outline: Uint8Array): readonly { readonly at: number; readonly id: number }[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (view.byteLength < headLength || view.getInt16(0) >= 0) return [];
  const components: { at: number; id: number }[] = [];
  for (let at = headLength, flags = componentFlags.moreComponents; flags & componentFlags.moreComponents;) {
    flags = view.getUint16(at);
    components.push({ at: at + 2, id: view.getUint16(at + 2) });
    at += 4 + lengthBehind(flags);
  }
  return components;
}

/** How many bytes say where a component lies and how large it is. */
function lengthBehind(flags: number): number {
  const place = flags & componentFlags.words ? 4 : 2;
  if (flags & componentFlags.scale) return place + 2;
  if (flags & componentFlags.twoScales) return place + 4;
  return flags & componentFlags.matrix ? place + 8 : place;
}

/** A glyph that draws others in their places, or nothing; `codeOf` gives the number that a glyph has in the subset. */
export function composeGlyph(
  tables: FontViews,
  parts: readonly Part[],
  codeOf: (id: number) => number,
): Uint8Array {
  if (parts.length === 0) return new Uint8Array();
  const data = new DataView(new ArrayBuffer(headLength + parts.length * componentLength));
  [composite, ...boxOf(tables, parts)].forEach((value, index) => data.setInt16(index * 2, value));
  const { words, offsets, moreComponents, overlap } = componentFlags;
  parts.forEach(({ id, x, y }, index) => {
    const at = headLength + index * componentLength;
    const more = index < parts.length - 1 ? moreComponents : 0;
    // That outlines overlap is said of the first.
    data.setUint16(at, words | offsets | more | (index === 0 ? overlap : 0));
    data.setUint16(at + 2, codeOf(id));
    data.setInt16(at + 4, x);
    data.setInt16(at + 6, y);
  });
  return new Uint8Array(data.buffer);
}

/** The least and largest coordinates of all parts that have an outline. */
export function boxOf(
  tables: FontViews,
  parts: readonly Part[],
): readonly [minX: number, minY: number, maxX: number, maxY: number] {
  const boxes = parts.flatMap(({ id, x, y }) => {
    const outline = outlineIn(tables, id);
    if (outline.byteLength < headLength) return [];
    const [minX, minY] = [x + outline.getInt16(2), y + outline.getInt16(4)];
    return [{ minX, minY, maxX: x + outline.getInt16(6), maxY: y + outline.getInt16(8) }];
  });
  if (boxes.length === 0) return [0, 0, 0, 0];
  return [
    smallest(boxes.map(({ minX }) => minX)),
    smallest(boxes.map(({ minY }) => minY)),
    largest(boxes.map(({ maxX }) => maxX)),
    largest(boxes.map(({ maxY }) => maxY)),
  ];
}
