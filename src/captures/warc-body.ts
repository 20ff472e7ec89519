import { partOf, type ByteSource } from './byte-source.ts';
import { readEntity, readHttpHead, type HttpHead } from './http-entity.ts';
import { hasDigest } from './stated-digest.ts';
import { CaptureFlaw } from './unpack.ts';
import { mostHeadBytes, walkRecords, type WarcRecord } from './warc-records.ts';

/** Where a record stands. */
export interface WarcSpan {
  readonly source: ByteSource;
  readonly at: number;
  readonly end: number;
}

/** The bytes of a record. */
export function readRaw({ source, at, end }: WarcSpan): Promise<Buffer> {
  return source.read(at, end - at);
}

/** The head of the answer in a record, where it is one over HTTP. */
export async function httpHeadOf(
  source: ByteSource,
  { start, blockAt, length }: WarcRecord,
): Promise<HttpHead | undefined> {
  if (start.toString('latin1', 0, 5) !== 'HTTP/') return undefined;
  const head = readHttpHead(start);
  if (head !== undefined || start.length === length) return head;
  return readHttpHead(await source.read(blockAt, Math.min(length, mostHeadBytes)));
}

/** The headers of a record, and those of the answer in it, as they stand; of what was asked, all. */
export async function readHeads(span: WarcSpan): Promise<string> {
  const { part, record } = await recordOf(span);
  const http = await httpHeadOf(part, record);
  const asked = record.headers.get('warc-type') === 'request' ? mostHeadBytes : 0;
  const end = record.blockAt + Math.min(record.length, http?.end ?? asked);
  return (await part.read(0, end)).toString('utf8');
}

/**
 * What a record holds, without chunks and packings.
 *
 * @throws CaptureFlaw where it is not whole, not what its digest says, or larger than the limit.
 */
export async function readBody(span: WarcSpan, limit: number): Promise<Uint8Array> {
  const { part, record } = await recordOf(span);
  const { headers, blockAt, length } = record;
  const truncated = headers.get('warc-truncated');
  if (truncated) throw new CaptureFlaw(`The record was cut off when it was captured: ${truncated}`);
  if (headers.has('warc-segment-number')) throw new CaptureFlaw('It is one of several segments');
  if (length > limit + mostHeadBytes)
    throw new CaptureFlaw(`The record has ${length} bytes, more than ${limit}`);
  const block = await part.read(blockAt, length);
  const http = headers.get('warc-type') === 'resource' ? undefined : readHttpHead(block);
  const payload = block.subarray(http?.end ?? 0);
  const bare = { payload, entity: payload, decoded: payload };
  const read = http ? readEntity(payload, http.headers, limit) : bare;
  const digest = headers.get('warc-payload-digest');
  // Writers do not agree on whether the payload is what was sent or what it says.
  if (digest !== undefined && hasDigest(digest, [read.payload, read.entity, read.decoded]) === false)
    throw new CaptureFlaw(`The record does not have the digest that the capture states: ${digest}`);
  return read.decoded;
}

async function recordOf({
  source,
  at,
  end,
}: WarcSpan): Promise<{ readonly part: ByteSource; readonly record: WarcRecord }> {
  const part = partOf(source, at, end);
  const { value } = await walkRecords(part).next();
  if (value === undefined) throw new CaptureFlaw('The file changed while it was read');
  return { part, record: value };
}
