import type { Fonts } from '../fonts/face.ts';
import type { DrawingPixels } from '../document/drawing.ts';
import { checkSvg } from '../svg/check-svg.ts';
import { cutPixels, type PixelPart } from '../svg/pixel-part.ts';
import { rasterise } from '../svg/rasterise.ts';
import { readDrawing, sizeOf } from '../svg/read-drawing.ts';
import { filterWork, simplifySvg, type SvgFace } from '../svg/simplify-svg.ts';
import { broken, type ImageInspection } from './image-header.ts';
import { facesOf } from './svg-faces.ts';

/** What text is drawn with. */
export interface SvgOptions {
  readonly fonts?: (() => Promise<Fonts>) | undefined;
}

/** A larger file is refused: a tree of it takes much more. */
const mostBytes = 5_000_000;

/** Pixels of a printed inch, of those that CSS has for it. */
const perPixel = 300 / 96;

/** No page shows more of them: the longer side of a sheet at 300 of an inch. */
const longestPx = 3600;

/** Pixels that the parts of all filters together may go over: some seconds. */
const mostFiltered = 30_000_000;

/** Of a picture in more parts than this that only pixels can show, the whole is shown by them. */
const mostParts = 16;

/** Whether a file begins as SVG does, perhaps behind a declaration and comments. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4000))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/u, '')
    .trimStart();
  return (
    /^<(?:svg|\w+:svg)[\s>/]/u.test(head) ||
    (/^<(?:\?xml|!DOCTYPE|!--)/u.test(head) && /<(?:\w+:)?svg[\s>/]/u.test(head))
  );
}

/** Simplifies an SVG to outlines, which both files hold; in the PDF pixels stand in the place of parts that have none. */
export async function inspectSvg(
  bytes: Uint8Array,
  { imagePixels, fonts }: SvgOptions & { readonly imagePixels: number },
): Promise<ImageInspection> {
  if (bytes.length > mostBytes) {
    return { state: 'too-large', why: `SVG of ${bytes.length} bytes, more than ${mostBytes}` };
  }
  const checked = checkSvg(bytes);
  if (checked.state !== 'good') return checked;
  let faces: readonly SvgFace[] = [];
  if (checked.text.trim() !== '') {
    const found = facesOf(checked.text, (await fonts?.())?.faces ?? []);
    if ('missing' in found) return { state: 'incomplete', why: found.missing };
    faces = found.faces;
  }
  const simplified = await simplifySvg(bytes, faces);
  const size = simplified === undefined ? undefined : sizeOf(simplified);
  if (simplified === undefined || size === undefined) return broken('SVG that cannot be drawn');
  const { widthPx, heightPx } = size;
  const { leftOut } = checked;
  const good = {
    state: 'good',
    mediaType: 'image/svg+xml',
    widthPx,
    heightPx,
    orientation: 1,
    published: Buffer.from(simplified),
    ...(leftOut.length > 0 && { leftOut }),
  } as const;
  const parts: PixelPart[] = [];
  const outlines = readDrawing(simplified, (part) => void parts.push(part));
  if (outlines && parts.length === 0) return { ...good, drawing: outlines };
  const isInParts = outlines !== undefined && parts.length <= mostParts;
  const work = filterWork(simplified) + (isInParts ? parts.length : 0);
  const pixels = imagePixels / (isInParts ? parts.length : 1);
  const drawnPx = Math.max(1, Math.floor(widthPx * scaleOf(size, { imagePixels: pixels, work })));
  try {
    if (!isInParts) return { ...good, png: await rasterise(simplified, { widthPx: drawnPx, as: 'png' }) };
    const shown: (DrawingPixels | undefined)[] = [];
    for (const { svg, toPicture } of parts) {
      const drawn = { pixels: await rasterise(svg, { widthPx: drawnPx, as: 'pixels' }), widthPx: drawnPx };
      shown.push(cutPixels(drawn, toPicture, size));
    }
    const drawing = readDrawing(simplified, () => shown.shift());
    return drawing ? { ...good, drawing } : broken('SVG that cannot be drawn');
  } catch {
    return broken('SVG that cannot be drawn');
  }
}

/** How many pixels stand for one of CSS: those of print, where they are not too many to hold or to work on. */
function scaleOf(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { imagePixels, work }: { readonly imagePixels: number; readonly work: number },
): number {
  const pixels = Math.min(imagePixels, mostFiltered / Math.max(1, work));
  const longest = Math.max(widthPx, heightPx);
  return Math.min(perPixel, longestPx / longest, Math.sqrt(pixels / (widthPx * heightPx)));
}
