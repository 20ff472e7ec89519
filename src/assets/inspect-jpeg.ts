import { exifOrientation, isExif, turnedSize } from './exif-orientation.ts';
import { profileOfSegments, usableProfile } from './icc-profile.ts';
import { broken, checkPixels, unsupported, type ImageInspection } from './image-header.ts';
import { publishCmyk } from './publish-cmyk.ts';
import { walkJpeg } from './jpeg/walk-jpeg.ts';

interface Frame {
  readonly marker: number;
  readonly bits: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: number;
}

const applicationSegment1 = 0xe1;

const applicationSegment2 = 0xe2;

const applicationSegment14 = 0xee;

/** A part tells its number in a byte; other uses of the segment may stand between them. */
const mostProfileParts = 1000;

const startOfScan = 0xda;

/**
 * Reads the segments before the picture of a JPEG (ITU-T T.81 annex B), then walks over the picture itself: baseline,
 * extended and progressive frames of 8 bits in grey or three colours are good, and those in CMYK by their profile alone: beside one of
 * RGB, PDF/A-2 has no place for colours of the device (ISO 19005-2 §6.2.4.3).
 */
export async function inspectJpeg(
  bytes: Uint8Array,
  limits: { readonly imagePixels: number },
): Promise<ImageInspection> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: Frame | undefined;
  let orientation: number | undefined;
  let hasMarker = false;
  const profiles: Uint8Array[] = [];
  let position = 2;
  while (position + 4 <= bytes.length) {
    if (bytes[position] !== 0xff) return broken(`no JPEG marker at byte ${position}`);
    const marker = view.getUint8(position + 1);
    // B.1.1.2 allows fill bytes, but the PDF writer's library reads them as a marker.
    if (marker === 0xff) return unsupported('JPEG with fill bytes between its segments');
    const length = view.getUint16(position + 2);
    const end = position + 2 + length;
    if (length < 2 || end > bytes.length) return broken(`JPEG segment at byte ${position} is cut off`);
    if (marker === startOfScan) {
      if (!frame) return broken('JPEG without a frame');
      const inspected = withProfile(inspectFrame(frame, { bytes, limits, orientation: orientation ?? 1 }), {
        profile: profileOfSegments(profiles),
        samples: frame.components,
      });
      return frame.components === 4 ? publishCmyk(inspected, { bytes, hasMarker }) : inspected;
    }
    if (marker === applicationSegment14) hasMarker ||= isAdobe(bytes.subarray(position + 4, end));
    // Only the first Exif segment counts, so that a file of many takes no more time.
    if (marker === applicationSegment1 && orientation === undefined) {
      const segment = bytes.subarray(position + 4, end);
      if (isExif(segment)) orientation = exifOrientation(segment.subarray(6));
    }
    if (marker === applicationSegment2 && profiles.length < mostProfileParts)
      profiles.push(bytes.subarray(position + 4, end));
    if (isFrame(marker)) {
      if (length < 8) return broken('JPEG frame header is too short');
      frame = {
        marker,
        bits: view.getUint8(position + 4),
        heightPx: view.getUint16(position + 5),
        widthPx: view.getUint16(position + 7),
        components: view.getUint8(position + 9),
      };
    }
    position = end;
  }
  return broken('JPEG ends before its picture');
}

function withProfile(
  inspection: ImageInspection,
  { profile, samples }: { readonly profile: Uint8Array | undefined; readonly samples: number },
): ImageInspection {
  const usable = profile && usableProfile(profile, samples);
  return inspection.state === 'good' && usable ? { ...inspection, profile: usable } : inspection;
}

/** The marker behind which inks are written as what they leave of the light (Adobe Technical Note 5116). */
function isAdobe(segment: Uint8Array): boolean {
  return Buffer.from(segment.subarray(0, 5)).toString('latin1') === 'Adobe';
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function inspectFrame(
  frame: Frame,
  from: {
    readonly bytes: Uint8Array;
    readonly limits: { readonly imagePixels: number };
    readonly orientation: number;
  },
): ImageInspection {
  const { marker, bits, components } = frame;
  const { bytes, limits, orientation } = from;
  const { widthPx, heightPx } = turnedSize(frame, orientation);
  if (marker > 0xc2) return unsupported('lossless, hierarchical or arithmetic JPEG');
  if (bits !== 8) return unsupported(`JPEG with ${bits} bits per colour`);
  if (components !== 1 && components !== 3 && components !== 4)
    return unsupported(`JPEG with ${components} colours`);
  if (frame.heightPx === 0) return unsupported('JPEG that tells its height behind its first rows');
  if (frame.widthPx === 0) return broken('JPEG without a size');
  const tooLarge = checkPixels(widthPx, heightPx, limits.imagePixels);
  if (tooLarge) return tooLarge;
  const walked = walkJpeg(bytes);
  if (walked.state !== 'good') return walked;
  return { state: 'good', mediaType: 'image/jpeg', widthPx, heightPx, orientation };
}
