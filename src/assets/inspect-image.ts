import { broken, checkPixels, unsupported, type ImageInspection } from './image-header.ts';
import { profileOfChunk, usableProfile } from './icc-profile.ts';
import { exifOrientation, turnedSize } from './exif-orientation.ts';
import { inspectAvif } from './inspect-avif.ts';
import { inspectGif } from './inspect-gif.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { inspectSvg, looksLikeSvg, type SvgOptions } from './inspect-svg.ts';
import { inspectWebp } from './inspect-webp.ts';
import { needsNormalising, normalisePng } from './normalise-png.ts';
import { inflatePng, readPng, type Png } from './read-png.ts';
import { walkPng } from './walk-png.ts';

/** What is refused, and what the text of pictures is drawn with. */
export interface InspectionLimits extends SvgOptions {
  readonly imagePixels: number;
}

/** Recognises a picture by its bytes, never by its name, and checks it so far that no writer fails on it later. */
export async function inspectImage(bytes: Uint8Array, limits: InspectionLimits): Promise<ImageInspection> {
  if (startsWith(bytes, [0xff, 0xd8])) return inspectJpeg(bytes, limits);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return inspectPng(bytes, limits);
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (/^GIF8[79]a/u.test(head)) return inspectGif(bytes, limits);
  if (/^RIFF[^]{4}WEBP/u.test(head)) return inspectWebp(bytes, limits);
  if (/^[^]{4}ftypavi[fs]/u.test(head)) return inspectAvif(bytes, limits);
  if (bytes.length === 0) return broken('the file is empty');
  if (looksLikeSvg(bytes)) return inspectSvg(bytes, limits);
  return unsupported(`neither PNG, JPEG, GIF, WebP, AVIF nor SVG${guessFormat(head)}`);
}

async function inspectPng(
  bytes: Uint8Array,
  limits: { readonly imagePixels: number },
): Promise<ImageInspection> {
  const png = readPng(bytes);
  if (typeof png === 'string') return broken(png);
  const { widthPx, heightPx, frames } = png;
  const tooLarge = checkPixels(widthPx, heightPx, limits.imagePixels);
  if (tooLarge) return tooLarge;
  const walked = await walkPng(png);
  if ('why' in walked) return broken(walked.why);
  const madePlain = needsNormalising(png);
  const orientation = png.exif ? exifOrientation(png.exif) : 1;
  const good = {
    state: 'good',
    mediaType: 'image/png',
    ...turnedSize(png, orientation),
    orientation,
    ...(frames > 1 && { frames }),
    ...profileOf(png, madePlain),
  } as const;
  if (!madePlain) return good;
  const rows = inflatePng(png);
  if (typeof rows === 'string') return broken(rows);
  return { ...good, png: normalisePng(png, rows) };
}

/** Its profile, where that is of what the PDF shows: what is made plain is RGB, also where it was grey. */
function profileOf({ colourType, profile }: Png, madePlain: boolean): { readonly profile?: Uint8Array } {
  const samples = !madePlain && (colourType === 0 || colourType === 4) ? 1 : 3;
  const colours = profile && profileOfChunk(profile);
  const usable = colours && usableProfile(colours, samples);
  return usable ? { profile: usable } : {};
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function guessFormat(head: string): string {
  if (head.slice(4, 8) === 'ftyp') return ' (it is a film or a HEIC)';
  if (head.startsWith('\x1f\x8b')) return ' (it is compressed)';
  return '';
}
