import readExif from 'exif-reader';
import { pictureSegments } from './picture-segments.ts';
import { matchDigest, type ScanFinding } from './scan-finding.ts';

/**
 * Whether a picture says where it was taken: GPS in its Exif (JPEG APP1, PNG eXIf, WebP EXIF, an item of AVIF) or in its XMP. Exif that cannot be read is
 * a finding too: a position in it cannot be ruled out.
 */
export function scanImage(bytes: Uint8Array, { file }: { readonly file: string }): readonly ScanFinding[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const said = pictureSegments(bytes).exif.map(positionIn);
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
