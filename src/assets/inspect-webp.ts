import { usableProfile } from './icc-profile.ts';
import { broken, checkPixels, type ImageInspection } from './image-header.ts';
import { encodePixels } from './encode-pixels.ts';
import { decodeWebp } from './webp/decode-webp.ts';
import { readWebp, type Webp, type WebpFrame } from './webp/read-webp.ts';

/** Decodes a WebP for the PDF: where it moves, its first frame, which is what paper shows. */
export async function inspectWebp(
  bytes: Uint8Array,
  limits: { readonly imagePixels: number },
): Promise<ImageInspection> {
  const webp = readWebp(bytes);
  if (typeof webp === 'string') return broken(webp);
  const { widthPx, heightPx, frames } = webp;
  const tooLarge = checkPixels(widthPx, heightPx, limits.imagePixels);
  if (tooLarge) return tooLarge;
  const [first] = frames;
  const decoded = first && (await decodeWebp(first.bytes, first));
  if (first === undefined || decoded === undefined) return broken('WebP cannot be decoded');
  const profile = webp.profile && usableProfile(webp.profile, 3);
  return {
    state: 'good',
    mediaType: 'image/webp',
    widthPx,
    heightPx,
    orientation: 1,
    ...(frames.length > 1 && { frames: frames.length }),
    ...(profile && { profile }),
    png: encodePixels(placed(decoded, first, webp), webp),
  };
}

/** The pixels of a frame where it stands on the ground of the picture, through which one sees. */
function placed(decoded: Uint8Array, frame: WebpFrame, { widthPx, heightPx }: Webp): Uint8Array {
  if (frame.widthPx === widthPx && frame.heightPx === heightPx) return decoded;
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  for (let row = 0; row < frame.heightPx; row += 1) {
    const from = row * frame.widthPx * 4;
    const to = ((frame.y + row) * widthPx + frame.x) * 4;
    pixels.set(decoded.subarray(from, from + frame.widthPx * 4), to);
  }
  return pixels;
}
