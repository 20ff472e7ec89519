import { broken, checkPixels, unsupported, type ImageInspection } from './image-header.ts';
import { avifDecoder, decodeAvif } from './avif/decode-avif.ts';
import { readAvif } from './avif/read-avif.ts';
import { encodePixels } from './encode-pixels.ts';

/** Decodes an AVIF: it is no picture that every reading system shows (EPUB 3.3 §3.2), so that both files have it as a PNG. */
export async function inspectAvif(
  bytes: Uint8Array,
  limits: { readonly imagePixels: number },
  findDecoder: typeof avifDecoder = avifDecoder,
): Promise<ImageInspection> {
  const avif = readAvif(bytes);
  if (typeof avif === 'string') return broken(avif);
  const { widthPx, heightPx, frames, turned } = avif;
  const tooLarge = checkPixels(widthPx, heightPx, limits.imagePixels);
  if (tooLarge) return tooLarge;
  if (turned) return unsupported('AVIF that is to be turned when it is shown');
  const decode = await findDecoder();
  if (!decode) {
    return unsupported('AVIF, for which a package is missing: npm install @jsquash/avif');
  }
  const pixels = await decodeAvif(decode, bytes, avif);
  if (pixels === undefined) return broken('AVIF cannot be decoded');
  return {
    state: 'good',
    mediaType: 'image/png',
    widthPx,
    heightPx,
    orientation: 1,
    published: encodePixels(pixels, avif),
    ...(frames > 1 && { leftOut: [`all but the first of ${frames} frames`] }),
  };
}
