import type { Element } from 'xast';
import { concat, inverse, type DrawingPixels, type Matrix } from '../document/drawing.ts';
import { serialiseXml } from '../xml/serialise-xml.ts';

/** A part of a picture that only pixels can show. */
export interface PixelPart {
  /** An SVG of the same size that shows nothing else. */
  readonly svg: string;
  /** From the space of the group in which the part stands to that of the picture in pixels of CSS. */
  readonly toPicture: Matrix;
}

/** Groups around a part: how far they are moved, the outermost first. */
type Moves = readonly string[];

/** The part of a picture that these neighbours are. What makes the groups around them see-through or cuts them is not theirs. */
export function partOf(
  root: Element,
  {
    elements,
    moves,
    toPicture,
  }: { readonly elements: readonly Element[]; readonly moves: Moves; readonly toPicture: Matrix },
): PixelPart {
  const defs = root.children.filter((child) => child.type === 'element' && child.name === 'defs');
  const moved = moves.reduceRight<readonly Element[]>(
    (children, transform) => [
      { type: 'element', name: 'g', attributes: { transform }, children: [...children] },
    ],
    elements,
  );
  return { svg: serialiseXml({ ...root, children: [...defs, ...moved] }), toPicture };
}

/** A picture as it was drawn: RGBA row by row, the colours dimmed by how opaque they are. */
export interface Drawn {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
}

const channels = 4;

/** What a part shows, cut where it begins and ends; nothing where it shows nothing. `sizePx` is that of the picture in pixels of CSS. */
export function cutPixels(
  { pixels, widthPx }: Drawn,
  toPicture: Matrix,
  sizePx: { readonly widthPx: number; readonly heightPx: number },
): DrawingPixels | undefined {
  const heightPx = pixels.length / channels / widthPx;
  const back = inverse(toPicture);
  const box = seenBox(pixels, widthPx);
  if (!back || !box) return undefined;
  const [left, top, right, bottom] = box;
  const [width, height] = [right - left, bottom - top];
  const [across, down] = [sizePx.widthPx / widthPx, sizePx.heightPx / heightPx];
  const colours = new Uint8Array(3 * width * height);
  const opacities = new Uint8Array(width * height);
  for (let row = 0, to = 0; row < height; row += 1) {
    let from = channels * ((top + row) * widthPx + left);
    for (let column = 0; column < width; column += 1, to += 1, from += channels) {
      const opacity = pixels[from + 3] ?? 0;
      opacities[to] = opacity;
      if (opacity === 0) continue;
      for (let part = 0; part < 3; part += 1) {
        colours[3 * to + part] = Math.min(255, Math.round(((pixels[from + part] ?? 0) * 255) / opacity));
      }
    }
  }
  const square: Matrix = [width * across, 0, 0, height * down, left * across, top * down];
  return {
    type: 'pixels',
    matrix: concat(back, square),
    widthPx: width,
    heightPx: height,
    colours,
    opacities,
  };
}

/** Where pixels begin and end that are not wholly see-through: left, top, right and bottom. */
function seenBox(
  pixels: Uint8Array,
  widthPx: number,
): readonly [left: number, top: number, right: number, bottom: number] | undefined {
  let [left, top, right, bottom] = [widthPx, -1, 0, 0];
  const rows = pixels.length / channels / widthPx;
  for (let row = 0; row < rows; row += 1) {
    const start = channels * row * widthPx;
    for (let column = 0; column < widthPx; column += 1) {
      if (pixels[start + channels * column + 3] === 0) continue;
      if (top === -1) top = row;
      bottom = row + 1;
      if (column < left) left = column;
      if (column >= right) right = column + 1;
    }
  }
  return top === -1 ? undefined : [left, top, right, bottom];
}
