import { WARCParser, type WARCRecord } from 'warcio';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { CaptureFlaw, unpackedLimit, withoutGzip } from '../captures/unpack.ts';
import { readEntity, warcHeader } from '../captures/warc-entity.ts';
import { findWarcFlaw, hasDigest } from '../captures/warc-records.ts';

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

/** So large may a picture of it be; a larger one is left where it is. */
const pictureLimit = 20_000_000;

/** Reads a WARC file (ISO 28500), plain or gzip by record, that holds one HTML page; anything else is `intake-input-invalid`. */
export async function readWarc(
  bytes: Uint8Array,
  options: { readonly file: string },
): Promise<CapturedPage | { readonly messages: readonly Message[] }> {
  try {
    return await readPage(withoutGzip(bytes));
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    return { messages: [reportRule('intake-input-invalid', { reason: error.message, file: options.file })] };
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
  return record.httpHeaders.statusCode === 200 && wanted.test(warcHeader(record, 'content-type') ?? '');
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

async function readRecord(record: WARCRecord, limit: number = unpackedLimit): Promise<Page> {
  const url = record.warcTargetURI ?? '';
  const on = record.warcDate ?? '';
  if (url === '' || on === '') throw new CaptureFlaw('The page of the capture has no address or no date');
  const truncated = record.warcHeader('WARC-Truncated');
  if (truncated) throw new CaptureFlaw(`The page was cut off when it was captured: ${truncated}`);
  const { payload, entity, decoded: html } = await readEntity(record, limit);
  const digest = record.warcPayloadDigest ?? undefined;
  // Writers do not agree on whether the payload is what was sent or what it says.
  if (digest !== undefined && hasDigest(digest, [payload, entity, html]) === false)
    throw new CaptureFlaw(`The page does not have the digest that the capture states: ${digest}`);
  const type = warcHeader(record, 'content-type') ?? record.warcContentType ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/iu.exec(type)?.[1];
  return {
    html,
    ...(charset === undefined ? {} : { charset }),
    url,
    captured: { on, ...(digest === undefined ? {} : { digest }) },
  };
}
