import { crc32, deflateSync } from 'node:zlib';

/** A chunk with its length and its CRC. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, -4)), data.length + 8);
  return out;
}

/** What the header of a PNG says, beside its size: grey of 8 bits where nothing is said. */
export interface PngKind {
  readonly bits?: number;
  readonly colourType?: number;
  readonly interlaced?: boolean;
}

/** The header chunk. */
export function header(widthPx: number, heightPx: number, kind: PngKind = {}): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(widthPx, 0);
  data.writeUInt32BE(heightPx, 4);
  data.set([kind.bits ?? 8, kind.colourType ?? 0, 0, 0, kind.interlaced === true ? 1 : 0], 8);
  return chunk('IHDR', data);
}

/** The chunk of compressed rows, each of which begins with its filter type. */
export function picture(rows: Uint8Array): Buffer {
  return chunk('IDAT', deflateSync(rows));
}

/** A file of chunks, with its end. */
export function png(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks, chunk('IEND', new Uint8Array())]);
}
