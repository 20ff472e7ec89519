import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { findWarcFlaw, hasDigest } from './warc-records.ts';

/** The one page of a capture. */
export interface CapturedPage {
  readonly html: Uint8Array;
  /** Of the Content-Type that the server sent. */
  readonly charset?: string;
  readonly url: string;
  readonly captured: { readonly on: string; readonly digest?: string };
  /** The pictures of the capture by their addresses; of one that was captured twice, the first. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

type Page = Omit<CapturedPage, 'pictures'>;

/** So large may a capture be once it is unpacked, in bytes. */
const unpackedLimit = 256_000_000;

/** So large may a picture of it be; a larger one is left where it is. */
const pictureLimit = 20_000_000;

/** What is wrong with the input; becomes a message. */
class CaptureFlaw extends Error {
  override readonly name = 'CaptureFlaw';
}

/** Reads a WARC file (ISO 28500), plain or gzip by record, that holds one HTML page; anything else is `intake-input-invalid`. */
export async function readWarc(
  bytes: Uint8Array,
  options: { readonly file: string },
): Promise<CapturedPage | { readonly messages: readonly Message[] }> {
  try {
    return await readPage(unpacked(bytes));
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    return { messages: [reportRule('intake-input-invalid', { reason: error.message, file: options.file })] };
  }
}

function unpacked(bytes: Uint8Array): Uint8Array {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? unpack(bytes, gunzipSync, { what: 'The gzip file', limit: unpackedLimit }) : bytes;
}

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

function unpack(
  bytes: Uint8Array,
  method: Unpack,
  { what, limit }: { readonly what: string; readonly limit: number },
): Uint8Array {
  try {
    return method(bytes, { maxOutputLength: limit });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const why = tooLarge ? `is larger than ${limit} bytes unpacked` : 'is damaged or cut off';
    throw new CaptureFlaw(`${what} ${why}`, { cause: error });
  }
}

async function readPage(bytes: Uint8Array): Promise<CapturedPage> {
  const flaw = findWarcFlaw(bytes);
  if (flaw !== undefined) throw new CaptureFlaw(flaw);
  const pages: Page[] = [];
  const pictures = new Map<string, Uint8Array>();
  let left = unpackedLimit;
  for await (const record of new WARCParser([bytes])) {
    const url = record.warcTargetURI ?? '';
    if (left > 0 && isOf(record, pictureType) && !pictures.has(url)) {
      const picture = await readPicture(record);
      if (picture && picture.length <= pictureLimit) pictures.set(url, picture);
      // What cannot be unpacked takes as long as what can.
      left -= picture?.length ?? pictureLimit;
    }
    if (!isOf(record, pageType)) continue;
    if (pages.length > 0) {
      const second = record.warcTargetURI ?? '';
      throw new CaptureFlaw(`The capture holds more than one page: “${pages[0]?.url ?? ''}” and “${second}”`);
    }
    pages.push(await readRecord(record));
  }
  const [page] = pages;
  if (page === undefined) throw new CaptureFlaw('The capture holds no HTML page');
  return { ...page, pictures };
}

const pageType = /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/iu;

const pictureType = /^\s*image\//iu;

/** Whether a record is what a server sent for good, of a type. */
function isOf(record: WARCRecord, wanted: RegExp): boolean {
  if (record.warcType === 'resource') return wanted.test(record.warcContentType ?? '');
  if (record.warcType !== 'response' || record.httpHeaders === null) return false;
  return record.httpHeaders.statusCode === 200 && wanted.test(header(record, 'content-type') ?? '');
}

/** The bytes of a picture; `undefined` where they are not all there: its page is whole without it. */
async function readPicture(record: WARCRecord): Promise<Uint8Array | undefined> {
  try {
    return (await readRecord(record, pictureLimit)).html;
  } catch (error) {
    if (error instanceof CaptureFlaw) return undefined;
    throw error;
  }
}

function header(record: WARCRecord, name: string): string | undefined {
  return record.httpHeaders?.headers.get(name) ?? undefined;
}

async function readRecord(record: WARCRecord, limit: number = unpackedLimit): Promise<Page> {
  const url = record.warcTargetURI ?? '';
  const on = record.warcDate ?? '';
  if (url === '' || on === '') throw new CaptureFlaw('The page of the capture has no address or no date');
  const truncated = record.warcHeader('WARC-Truncated');
  if (truncated) throw new CaptureFlaw(`The page was cut off when it was captured: ${truncated}`);
  const payload = await record.readFully(false);
  checkLength(record, payload);
  const encoding = header(record, 'content-encoding');
  const entity = await withoutChunks(record, payload);
  const html = decoded(entity, encoding, limit);
  const digest = record.warcPayloadDigest ?? undefined;
  // Writers do not agree on whether the payload is what was sent or what it says.
  if (digest !== undefined && hasDigest(digest, [payload, entity, html]) === false)
    throw new CaptureFlaw(`The page does not have the digest that the capture states: ${digest}`);
  const type = header(record, 'content-type') ?? record.warcContentType ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/iu.exec(type)?.[1];
  return {
    html,
    ...(charset === undefined ? {} : { charset }),
    url,
    captured: { on, ...(digest === undefined ? {} : { digest }) },
  };
}

function isChunked(record: WARCRecord): boolean {
  return header(record, 'transfer-encoding')?.trim().toLowerCase() === 'chunked';
}

function checkLength(record: WARCRecord, payload: Uint8Array): void {
  const announced = Number(header(record, 'content-length') ?? 0);
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
