import type { GreyPicture } from './grey-picture.ts';

/** Greys that differ by no more are the same: edges of letters differ so between releases of what draws them. */
const sameGrey = 12;

/** Of all pixels of a page, so many may differ. */
const pageShare = 0.001;

/** In no square of this side, about a letter and its neighbours, may more pixels differ: what moves is seen even where it is small. */
const squarePx = 12;
const squareMost = 4;

/** Where two pictures of a page differ, in words; `undefined` where a reader would take one for the other. */
export function comparePictures(expected: GreyPicture, found: GreyPicture): string | undefined {
  const { widthPx, heightPx } = expected;
  if (widthPx !== found.widthPx || heightPx !== found.heightPx)
    return `${found.widthPx} × ${found.heightPx} pixels instead of ${widthPx} × ${heightPx}`;
  const squares = new Map<string, number>();
  let different = 0;
  for (const [index, grey] of expected.pixels.entries()) {
    if (Math.abs(grey - (found.pixels[index] ?? 0)) <= sameGrey) continue;
    different += 1;
    const [x, y] = [index % widthPx, Math.floor(index / widthPx)];
    const square = `${Math.floor(x / squarePx) * squarePx},${Math.floor(y / squarePx) * squarePx}`;
    squares.set(square, (squares.get(square) ?? 0) + 1);
  }
  const changed = [...squares].filter(([, count]) => count > squareMost).map(([square]) => square);
  if (different <= widthPx * heightPx * pageShare && changed.length === 0) return undefined;
  const where = changed.slice(0, 5).join(' ') || 'all over';
  return `${different} pixels differ, ${changed.length} squares; first at ${where}`;
}
