import readExif from 'exif-reader';
import { markupText } from './markup-text.ts';
import { pictureSegments } from './picture-segments.ts';

/** What a picture says in words beside its pixels: Exif, XMP, IPTC, comments, the texts of PNG, and all of an SVG. */
export function pictureTexts(bytes: Uint8Array): readonly string[] {
  if (isMarkup(bytes)) {
    const text = new TextDecoder().decode(bytes);
    return [text, markupText(text)];
  }
  const { exif, others } = pictureSegments(bytes);
  return [...exif.flatMap(exifTexts), ...others.flatMap(decodings)].map(withoutSigns);
}

function isMarkup(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*</u.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
}

/** Each entry by itself; all of it as it stands where it cannot be read. */
function exifTexts(segment: Buffer): readonly string[] {
  try {
    return Object.values(readExif(segment)).flatMap((group) =>
      typeof group === 'object' ? Object.values(group).flatMap(entryTexts) : [],
    );
  } catch {
    return decodings(segment);
  }
}

function entryTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return decodings(Buffer.from(value));
  // What Windows writes is a list of bytes.
  const isBytes =
    Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0 && one < 256);
  return isBytes ? decodings(Buffer.from(value)) : [];
}

/** Bytes as each of the encodings in which programs write words into pictures. */
function decodings(bytes: Buffer): readonly string[] {
  const plain = new TextDecoder().decode(bytes);
  if (!bytes.includes(0)) return [plain];
  return [
    plain,
    ...['utf-16le', 'utf-16be'].flatMap((name) =>
      [0, 1].map((from) => new TextDecoder(name).decode(bytes.subarray(from))),
    ),
  ];
}

/** What stands in attributes of XMP is as good as what stands between its tags. */
function withoutSigns(text: string): string {
  return text.replace(/[=<>"']/gu, ' ');
}
