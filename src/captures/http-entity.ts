import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { readHeaders, type Headers } from './header-lines.ts';
import { unpackZstd } from './unpack-zstd.ts';
import { CaptureFlaw, unpack } from './unpack.ts';

/** The head of an answer over HTTP. */
export interface HttpHead {
  readonly status: number;
  readonly headers: Headers;
  /** Where what was sent begins. */
  readonly end: number;
}

/** The head of an answer; `undefined` where the bytes begin with none that ends within them. */
export function readHttpHead(bytes: Buffer): HttpHead | undefined {
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})/u.exec(bytes.toString('latin1', 0, 32))?.[1];
  if (status === undefined) return undefined;
  const end = endOfHead(bytes);
  if (end === undefined) return undefined;
  return { status: Number(status), headers: readHeaders(bytes.toString('utf8', 0, end)), end };
}

/** Some servers, and writers of captures, end the lines of a head with a line feed alone. */
function endOfHead(bytes: Buffer): number | undefined {
  const usual = bytes.indexOf('\r\n\r\n');
  const bare = bytes.subarray(0, usual < 0 ? bytes.length : usual).indexOf('\n\n');
  if (bare >= 0) return bare + 2;
  return usual < 0 ? undefined : usual + 4;
}

/** What was sent: as it was, without the chunks of its transfer, and unpacked. */
export interface HttpEntity {
  readonly payload: Uint8Array;
  readonly entity: Uint8Array;
  readonly decoded: Uint8Array;
}

/**
 * Undoes chunks and packings of what was sent.
 *
 * @throws CaptureFlaw where it is cut off, damaged, larger than the limit, or packed in a way that is not known.
 */
export function readEntity(payload: Buffer, headers: Headers, limit: number): HttpEntity {
  const isChunked = /^chunked$/iu.test(headers.get('transfer-encoding') ?? '');
  const announced = Number(headers.get('content-length') ?? 0);
  if (!isChunked && payload.length < announced)
    throw new CaptureFlaw(`The record is cut off: ${payload.length} of its ${announced} bytes are there`);
  const entity = isChunked ? withoutChunks(payload) : payload;
  return { payload, entity, decoded: unpacked(entity, headers.get('content-encoding') ?? '', limit) };
}

const chunkHead = /^[0-9a-f]{1,12}[ \t]*(?:;[^\r\n]*)?$/iu;

/** Without chunks (RFC 9112 §7.1); some writers keep the header but not the chunks. */
function withoutChunks(payload: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    // A line of a chunk is short; what goes on longer is none.
    const end = payload.subarray(at, at + 1024).indexOf('\r\n');
    const head = end < 0 ? '' : payload.toString('latin1', at, at + end);
    if (!chunkHead.test(head)) {
      if (at === 0) return payload;
      throw new CaptureFlaw('The record is cut off: its last chunk is missing');
    }
    const size = Number.parseInt(head, 16);
    const from = at + end + 2;
    if (size === 0) {
      if (!isTrailer(payload.subarray(from)))
        throw new CaptureFlaw('The record is cut off: its last chunk is missing');
      return Buffer.concat(parts);
    }
    parts.push(payload.subarray(from, from + size));
    at = from + size + 2;
    if (at > payload.length) throw new CaptureFlaw('The record is cut off: its last chunk is missing');
  }
}

function isTrailer(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 2) === '\r\n' || bytes.includes('\r\n\r\n');
}

/** A server may pack in steps; more than a few are no longer meant to be read. */
const mostPackings = 4;

function unpacked(entity: Buffer, encodings: string, limit: number): Uint8Array {
  const names = encodings
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > mostPackings) throw new CaptureFlaw(`The record is packed ${names.length} times`);
  return names.reduceRight<Uint8Array>((bytes, name) => unpackedOnce(bytes, name, limit), entity);
}

function unpackedOnce(bytes: Uint8Array, name: string, limit: number): Uint8Array {
  const what = 'The record';
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      // Some writers keep the header but store the page unpacked.
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes, gunzipSync, { what, limit }) : bytes;
    case 'deflate':
      return unpack(bytes, isZlib(bytes) ? inflateSync : inflateRawSync, { what, limit });
    case 'br':
      return unpack(bytes, brotliDecompressSync, { what, limit });
    case 'zstd':
      return unpackZstd(bytes, { what, limit });
    default:
      throw new CaptureFlaw(`The record is packed in a way that is not known: ${name}`);
  }
}

function isZlib(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 15) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
}
