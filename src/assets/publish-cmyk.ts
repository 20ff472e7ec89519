import { broken, unsupported, type ImageInspection } from './image-header.ts';
import { cmykConverter, convertCmyk } from './cmyk/convert-cmyk.ts';

/**
 * A JPEG in CMYK that was found good: the PDF shows it as it is, by its profile, and the EPUB converted to sRGB, for browsers differ in
 * what they make of it. Without a profile nobody can say which colours it means, nor without Adobe's marker how its inks are written.
 */
export async function publishCmyk(
  inspection: ImageInspection,
  { bytes, hasMarker }: { readonly bytes: Uint8Array; readonly hasMarker: boolean },
  findConverter: typeof cmykConverter = cmykConverter,
): Promise<ImageInspection> {
  if (inspection.state !== 'good') return inspection;
  if (!inspection.profile)
    return unsupported(
      'CMYK JPEG without an ICC profile, so that its colours are not known: save it with its profile, or in RGB',
    );
  if (!hasMarker) return unsupported('CMYK JPEG without the marker that says how its inks are written');
  const convert = await findConverter();
  if (!convert)
    return unsupported('CMYK JPEG, for which a package is missing: npm install @imagemagick/magick-wasm');
  const published = convertCmyk(convert, bytes);
  if (published === undefined) return broken('CMYK JPEG cannot be converted');
  return { ...inspection, published, isPrinted: true };
}
