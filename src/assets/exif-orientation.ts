import readExif from 'exif-reader';

/** What begins the Exif of a JPEG, and of no other picture. */
const header = 'Exif\0\0';

/** Whether a segment of a JPEG is its Exif. */
export function isExif(segment: Uint8Array): boolean {
  return Buffer.from(segment.subarray(0, header.length)).toString('latin1') === header;
}

/**
 * How Exif, without what begins it in a JPEG, says that a picture is to be turned: 1 to 8. Damaged Exif tells nothing, and the
 * picture is sound without it.
 */
export function exifOrientation(exif: Uint8Array): number {
  try {
    const whole = Buffer.concat([Buffer.from(header, 'latin1'), exif]);
    const value: unknown = readExif(whole).Image?.Orientation;
    return typeof value === 'number' && value >= 1 && value <= 8 ? value : 1;
  } catch {
    return 1;
  }
}

/** The size that a picture of stored pixels is shown in: from 5 on it lies on its side. */
export function turnedSize(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  orientation: number,
): { readonly widthPx: number; readonly heightPx: number } {
  return orientation > 4 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}
