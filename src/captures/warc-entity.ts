import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { WARCRecord } from 'warcio';
import { CaptureFlaw, unpack } from './unpack.ts';

/** A header of the response in a record. */
export function warcHeader(record: WARCRecord, name: string): string | undefined {
  return record.httpHeaders?.headers.get(name) ?? undefined;
}

/** What a record holds: as it was sent, without the chunks of its transfer, and unpacked. */
export interface WarcEntity {
  readonly payload: Uint8Array;
  readonly entity: Uint8Array;
  readonly decoded: Uint8Array;
}

/**
 * Reads what a record holds.
 *
 * @throws CaptureFlaw where it is cut off, damaged, larger than the limit, or packed in a way that is not known.
 */
export async function readEntity(record: WARCRecord, limit: number): Promise<WarcEntity> {
  const payload = await record.readFully(false);
  checkLength(record, payload);
  const encoding = warcHeader(record, 'content-encoding');
  const entity = await withoutChunks(record, payload);
  return { payload, entity, decoded: decoded(entity, encoding, limit) };
}

function isChunked(record: WARCRecord): boolean {
  return warcHeader(record, 'transfer-encoding')?.trim().toLowerCase() === 'chunked';
}

function checkLength(record: WARCRecord, payload: Uint8Array): void {
  const announced = Number(warcHeader(record, 'content-length') ?? 0);
  if (!isChunked(record) && payload.length < announced)
    throw new CaptureFlaw(`The page is cut off: ${payload.length} of its ${announced} bytes are there`);
}

/** The entity without the chunks of its transfer (RFC 9112 §7.1); some writers keep the header but not the chunks. */
async function withoutChunks(record: WARCRecord, payload: Uint8Array): Promise<Uint8Array> {
  if (!isChunked(record)) return payload;
  const start = Buffer.from(payload.subarray(0, 64)).toString('latin1');
  if (!/^[0-9a-f]+[ \t]*(?:;[^\r\n]*)?\r\n/iu.test(start)) return payload;
  const end = Buffer.from(payload.subarray(-512)).toString('latin1');
  if (!/(?:^|\r\n)0+[ \t]*(?:;[^\r\n]*)?\r\n(?:[^\r\n]+\r\n)*\r\n$/u.test(end))
    throw new CaptureFlaw('The page is cut off: its last chunk is missing');
  // Otherwise the package would also unpack, and take for whole what is cut off.
  record.httpHeaders?.headers.delete('content-encoding');
  return record.readFully(true);
}

function decoded(entity: Uint8Array, encoding: string | undefined, limit: number): Uint8Array {
  const name = encoding?.trim().toLowerCase() ?? '';
  switch (name) {
    case '':
    case 'identity':
      return entity;
    case 'gzip':
    case 'x-gzip':
      // Some writers keep the header but store the page unpacked.
      return entity[0] === 0x1f && entity[1] === 0x8b
        ? unpack(entity, gunzipSync, { what: 'The page', limit })
        : entity;
    case 'deflate':
      return unpack(entity, isZlib(entity) ? inflateSync : inflateRawSync, { what: 'The page', limit });
    case 'br':
      return unpack(entity, brotliDecompressSync, { what: 'The page', limit });
    default:
      throw new CaptureFlaw(`The page is packed in a way that is not known: ${name}`);
  }
}

function isZlib(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 15) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
}
