import { inflateSync } from 'node:zlib';

/** Samples of a pixel by the space that a profile is of (ICC.1:2022 §7.2.8). */
const components: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, CMYK: 4 };

/** The classes of profiles that PDF/A lets in (ISO 19005-2 §6.2.4.2; ISO 32000-1 §8.6.5.5). */
const classes = new Set(['scnr', 'mntr', 'prtr', 'spac']);

/** A larger one is not kept: those of pictures have some kilobytes, of print some hundred. */
const mostBytes = 4_000_000;

/** A profile that a PDF can hold for pictures of so many samples a pixel; `undefined` for any other, whose colours are taken for sRGB. */
export function usableProfile(bytes: Uint8Array, samples: number): Uint8Array | undefined {
  if (bytes.length < 132 || bytes.length > mostBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
  const version = view.getUint8(8);
  const fits =
    view.getUint32(0) === bytes.length &&
    text(36) === 'acsp' &&
    (version === 2 || version === 4) &&
    classes.has(text(12)) &&
    components[text(16)] === samples;
  if (!fits) return undefined;
  const tags = view.getUint32(128);
  if (132 + tags * 12 > bytes.length) return undefined;
  for (let tag = 0; tag < tags; tag += 1) {
    const at = 132 + tag * 12;
    if (view.getUint32(at + 4) + view.getUint32(at + 8) > bytes.length) return undefined;
  }
  return bytes;
}

const jpegName = 'ICC_PROFILE\0';

/** The profile in the segments APP2 of a JPEG, each of which has a number and how many there are (ICC.1:2022 §B.4). */
export function profileOfSegments(segments: readonly Uint8Array[]): Uint8Array | undefined {
  const parts = new Map<number, Uint8Array>();
  let count = 0;
  for (const segment of segments) {
    if (Buffer.from(segment.subarray(0, jpegName.length)).toString('latin1') !== jpegName) continue;
    const [number = 0, of = 0] = segment.subarray(jpegName.length, jpegName.length + 2);
    parts.set(number, segment.subarray(jpegName.length + 2));
    count = of;
  }
  const inOrder = Array.from({ length: count }, (_, index) => parts.get(index + 1));
  return count > 0 && inOrder.every((part) => part !== undefined) ? Buffer.concat(inOrder) : undefined;
}

/** The profile in a chunk iCCP of a PNG, behind its name and a byte that says how it is compressed (ISO/IEC 15948 §11.3.3.3). */
export function profileOfChunk(chunk: Uint8Array): Uint8Array | undefined {
  const name = chunk.indexOf(0);
  if (name < 1 || name > 79 || chunk[name + 1] !== 0) return undefined;
  try {
    return inflateSync(chunk.subarray(name + 2), { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}
