import { inflateSync } from 'node:zlib';

/** What a picture says beside its pixels. */
export interface PictureSegments {
  /** Its Exif, each beginning with `Exif\0\0` as `exif-reader` wants it. */
  readonly exif: readonly Buffer[];
  /** Comments, XMP, IPTC and words in other forms. */
  readonly others: readonly Buffer[];
}

interface Segment {
  readonly kind: 'exif' | 'other';
  readonly data: Buffer;
}

/** The segments of JPEG, PNG, WebP, GIF and AVIF that say something in words; one that is cut off is given as far as it goes. */
export function pictureSegments(picture: Uint8Array): PictureSegments {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const segments = segmentsOf(bytes);
  const of = (kind: Segment['kind']): readonly Buffer[] =>
    segments.filter((segment) => segment.kind === kind).map(({ data }) => data);
  return { exif: of('exif'), others: of('other') };
}

function segmentsOf(bytes: Buffer): readonly Segment[] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSegments(bytes);
  if (bytes.toString('latin1', 0, 4) === '\x89PNG') return pngSegments(bytes);
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpSegments(bytes);
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return gifSegments(bytes);
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return avifSegments(bytes);
  // Sounds and films too have their words at their head, and what is called a picture may be none.
  return [other(bytes.subarray(0, mostText))];
}

const exifHeader = 'Exif\0\0';

function exif(data: Buffer): Segment {
  // Some programs write the header of a JPEG before it where it does not belong.
  const isHeaded = data.toString('latin1', 0, exifHeader.length) === exifHeader;
  return { kind: 'exif', data: isHeaded ? data : Buffer.concat([Buffer.from(exifHeader, 'latin1'), data]) };
}

const other = (data: Buffer): Segment => ({ kind: 'other', data });

/** The segments of applications and comments before the scan. */
function jpegSegments(bytes: Buffer): readonly Segment[] {
  const found: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    const data = bytes.subarray(at + 4, end);
    const isExif = data.toString('latin1', 0, exifHeader.length) === exifHeader;
    if (marker === 0xe1 && isExif) found.push(exif(data));
    else if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) found.push(other(data));
    at = end;
  }
  return found;
}

/** More text than a picture has, unpacked. */
const mostText = 4_000_000;

function pngSegments(bytes: Buffer): readonly Segment[] {
  const found: Segment[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (type === 'eXIf') found.push(exif(data));
    if (type === 'tEXt') found.push(other(data));
    if (type === 'zTXt') found.push(other(inflated(data, data.indexOf(0) + 2)));
    if (type === 'iTXt') found.push(other(internationalText(data)));
  }
  return found;
}

/** Keyword, whether it is packed and how, language, translated keyword, text. */
function internationalText(data: Buffer): Buffer {
  const keyword = data.indexOf(0);
  if (keyword < 0 || data[keyword + 1] !== 1) return data;
  const language = data.indexOf(0, keyword + 3);
  return inflated(data, data.indexOf(0, language + 1) + 1);
}

/** Text behind its head, which stays; as it is where it cannot be unpacked. */
function inflated(data: Buffer, from: number): Buffer {
  try {
    const text = inflateSync(data.subarray(from), { maxOutputLength: mostText });
    return Buffer.concat([data.subarray(0, from), text]);
  } catch {
    return data;
  }
}

function webpSegments(bytes: Buffer): readonly Segment[] {
  const found: Segment[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF') found.push(exif(data));
    if (type === 'XMP ') found.push(other(data));
    at += 8 + length + (length % 2);
  }
  return found;
}

/** Comments, and what applications wrote: their blocks joined, and as they stand, since XMP is written through them. */
function gifSegments(bytes: Buffer): readonly Segment[] {
  const found: Segment[] = [];
  for (let at = bytes.indexOf(0x21); at >= 0 && at + 3 < bytes.length;) {
    const label = bytes[at + 1];
    if (label !== 0xfe && label !== 0xff) {
      at = bytes.indexOf(0x21, at + 1);
      continue;
    }
    const blocks: Buffer[] = [];
    let end = at + 2;
    for (let length = bytes[end] ?? 0; length > 0; length = bytes[end] ?? 0) {
      blocks.push(bytes.subarray(end + 1, end + 1 + length));
      end += 1 + length;
    }
    found.push(other(Buffer.concat(blocks)), other(bytes.subarray(at + 2, end)));
    at = bytes.indexOf(0x21, end);
  }
  return found;
}

/** Where an item lies, only tables of the file tell; the first header of TIFF behind the word for Exif begins it. */
function avifSegments(bytes: Buffer): readonly Segment[] {
  const starts = bytes.includes('Exif', 0, 'latin1')
    ? ['II*\0', 'MM\0*'].map((sign) => bytes.indexOf(sign, 0, 'latin1')).filter((at) => at >= 0)
    : [];
  const xmp = bytes.indexOf('<x:xmpmeta', 0, 'latin1');
  const end = bytes.indexOf('</x:xmpmeta>', xmp, 'latin1');
  return [
    ...starts.map((at) => exif(bytes.subarray(at))),
    ...(xmp < 0 ? [] : [other(bytes.subarray(xmp, end < 0 ? undefined : end))]),
  ];
}
