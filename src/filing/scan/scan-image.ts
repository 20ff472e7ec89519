import readExif from 'exif-reader';
import { matchDigest, type ScanFinding } from './scan-finding.ts';

/**
 * Whether a picture says where it was taken: GPS in its Exif (JPEG APP1, PNG eXIf, WebP EXIF, an item of AVIF) or in its XMP. Exif that cannot be read is
 * a finding too: a position in it cannot be ruled out.
 */
export function scanImage(bytes: Uint8Array, { file }: { readonly file: string }): readonly ScanFinding[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const said = exifSegments(buffer).map(positionIn);
  const what = said.includes('position')
    ? 'The picture says in its Exif where it was taken'
    : hasXmpPosition(buffer)
      ? 'The picture says in its XMP where it was taken'
      : said.includes('unreadable')
        ? 'The Exif of the picture cannot be read, and may say where it was taken'
        : undefined;
  if (what === undefined) return [];
  return [{ rule: 'image-gps', file, reason: what, matchSha256: matchDigest(bytes) }];
}

/** The Exif of a picture, each beginning with `Exif\0\0` as `exif-reader` wants it. */
function exifSegments(bytes: Buffer): readonly Buffer[] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegExif(bytes);
  if (bytes.toString('latin1', 0, 4) === '\x89PNG') return pngExif(bytes);
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpExif(bytes);
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return avifExif(bytes);
  return [];
}

const exifHeader = 'Exif\0\0';

/** The APP1 segments before the scan; one that is cut off is given as far as it goes. */
function jpegExif(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    const isExif = bytes.toString('latin1', at + 4, at + 4 + exifHeader.length) === exifHeader;
    if (marker === 0xe1 && isExif) found.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return found;
}

function pngExif(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'eXIf') continue;
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    found.push(Buffer.concat([Buffer.from(exifHeader, 'latin1'), data]));
  }
  return found;
}

function webpExif(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    // Some programs write the header of a JPEG before it.
    const isHeaded = data.toString('latin1', 0, exifHeader.length) === exifHeader;
    if (bytes.toString('latin1', at, at + 4) === 'EXIF')
      found.push(isHeaded ? data : Buffer.concat([Buffer.from(exifHeader, 'latin1'), data]));
    at += 8 + length + (length % 2);
  }
  return found;
}

/** Where an item lies, only tables of the file tell; the first header of TIFF behind the word for Exif begins it. */
function avifExif(bytes: Buffer): readonly Buffer[] {
  if (!bytes.includes('Exif', 0, 'latin1')) return [];
  const starts = ['II*\0', 'MM\0*'].map((sign) => bytes.indexOf(sign, 0, 'latin1')).filter((at) => at >= 0);
  return starts.map((at) => Buffer.concat([Buffer.from(exifHeader, 'latin1'), bytes.subarray(at)]));
}

/** An empty GPS directory, as some cameras write, says nothing. */
function positionIn(segment: Buffer): 'position' | 'none' | 'unreadable' {
  try {
    const position = readExif(segment).GPSInfo;
    const told = position && (position.GPSLatitude ?? position.GPSLongitude ?? position.GPSDestLatitude);
    return told === undefined ? 'none' : 'position';
  } catch {
    return 'unreadable';
  }
}

function hasXmpPosition(bytes: Buffer): boolean {
  return ['GPSLatitude', 'GPSLongitude'].some((name) => bytes.includes(`exif:${name}`));
}
