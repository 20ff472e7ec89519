import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readSrgbProfile } from '../../files/srgb-profile.ts';

/** The same picture as a JPEG in sRGB, upright, without what else its file says; it throws where it cannot. */
export type ConvertCmyk = (bytes: Uint8Array) => Uint8Array;

let loading: Promise<ConvertCmyk | undefined> | undefined;

/** What converts pictures in CMYK; `undefined` where its package, of fifteen megabytes, is not installed. */
export function cmykConverter(): Promise<ConvertCmyk | undefined> {
  return (loading ??= load());
}

/** A picture in CMYK, converted; `undefined` where it cannot be. */
export function convertCmyk(convert: ConvertCmyk, bytes: Uint8Array): Uint8Array | undefined {
  try {
    return convert(bytes);
  } catch {
    // What comes after a trap may be wrong: the next picture has a program of its own.
    loading = undefined;
    return undefined;
  }
}

/** No difference to the eye, and a third of the bytes of the highest. */
const quality = 92;

/** The package that stands beside Tagleaf: one of the folder of the posts is never run. */
async function load(): Promise<ConvertCmyk | undefined> {
  const own = createRequire(import.meta.url);
  let path: string;
  try {
    path = own.resolve('@imagemagick/magick-wasm/magick.wasm');
  } catch {
    return undefined;
  }
  const magick = await import('@imagemagick/magick-wasm');
  await magick.initializeImageMagick(await readFile(path));
  const { ColorProfile, ColorTransformMode, ImageMagick, MagickFormat, RenderingIntent } = magick;
  const srgb = new ColorProfile(readSrgbProfile());
  return (bytes) =>
    ImageMagick.read(bytes, MagickFormat.Jpeg, (image) => {
      // As pdf viewers show it, by default (ISO 32000-1 §8.6.5.8).
      image.renderingIntent = RenderingIntent.Relative;
      if (!image.transformColorSpace(srgb, ColorTransformMode.HighRes))
        throw new Error('no profile that can be used');
      image.autoOrient();
      image.strip();
      image.quality = quality;
      return image.write(MagickFormat.Jpeg, (data) => Uint8Array.from(data));
    });
}
