import { broken, checkPixels, unsupported, type ImageInspection } from './image-header.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { needsNormalising, normalisePng } from './normalise-png.ts';
import { inflatePng, readPng } from './read-png.ts';
import { walkPng } from './walk-png.ts';

/** A sound picture may come with other bytes: the same pixels in a form that both outputs can carry. */
export type InspectedImage =
  | Exclude<ImageInspection, { readonly state: 'good' }>
  | (Extract<ImageInspection, { readonly state: 'good' }> & { readonly bytes: Uint8Array });

/** Recognises a picture by its bytes, never by its name, and checks it so far that no writer fails on it later. */
export async function inspectImage(
  bytes: Uint8Array,
  limits: { readonly imagePixels: number },
): Promise<InspectedImage> {
  if (startsWith(bytes, [0xff, 0xd8])) {
    const inspection = inspectJpeg(bytes, limits);
    return inspection.state === 'good' ? { ...inspection, bytes } : inspection;
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return inspectPng(bytes, limits);
  if (bytes.length === 0) return notGood(broken('the file is empty'));
  return notGood(unsupported(`neither PNG nor JPEG${guessFormat(bytes)}`));
}

async function inspectPng(
  bytes: Uint8Array,
  limits: { readonly imagePixels: number },
): Promise<InspectedImage> {
  const png = readPng(bytes);
  if (typeof png === 'string') return notGood(broken(png));
  const { widthPx, heightPx } = png;
  const tooLarge = checkPixels(widthPx, heightPx, limits.imagePixels);
  if (tooLarge) return notGood(tooLarge);
  const walked = await walkPng(png);
  if ('why' in walked) return notGood(broken(walked.why));
  const good = { state: 'good', mediaType: 'image/png', widthPx, heightPx, orientation: 1 } as const;
  if (!needsNormalising(png)) return { ...good, bytes };
  const rows = inflatePng(png);
  if (typeof rows === 'string') return notGood(broken(rows));
  return { ...good, bytes: normalisePng(png, rows) };
}

function notGood(inspection: ImageInspection): InspectedImage {
  // A good inspection never comes here; the check only narrows the type.
  return inspection.state === 'good' ? { state: 'broken', why: 'not a picture' } : inspection;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function guessFormat(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('GIF8')) return ' (it is a GIF)';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return ' (it is a WebP)';
  if (head.slice(4, 12) === 'ftypavif') return ' (it is an AVIF)';
  if (/^\s*<(?:\?xml|svg|!DOCTYPE svg)/u.test(head)) return ' (it is an SVG)';
  return '';
}
