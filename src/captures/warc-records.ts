import { inBlocks, type ByteSource } from './byte-source.ts';
import { readHeaders, type Headers } from './header-lines.ts';
import { CaptureFlaw } from './unpack.ts';

/** A record of a WARC: where it stands, and its headers. */
export interface WarcRecord {
  readonly at: number;
  readonly blockAt: number;
  readonly length: number;
  readonly headers: Headers;
  /** What the block begins with, as far as a head of HTTP may go. */
  readonly start: Buffer;
}

/** So long may the headers of a record be, and the head of HTTP in it. */
export const mostHeadBytes = 65_536;

/** The first reach for headers: most are shorter. */
const usualHeadBytes = 4096;

/** More records than crawls have in one file. */
const mostRecords = 5_000_000;

/**
 * The records of a WARC one after the other. Each has a version, headers, as many bytes as it announces, and two line
 * ends (ISO 28500 §4): many readers take what is cut off for whole.
 *
 * @throws CaptureFlaw where bytes are no whole record.
 */
export async function* walkRecords(whole: ByteSource): AsyncGenerator<WarcRecord> {
  const source = inBlocks(whole);
  if (!isVersion(await source.read(0, 10)))
    throw new CaptureFlaw('The file does not begin with a WARC record');
  let count = 0;
  for (let at = 0; at < source.size;) {
    count += 1;
    if (count > mostRecords) throw new CaptureFlaw(`The file holds more than ${mostRecords} records`);
    const record = await readRecord(source, at);
    yield record;
    at = record.blockAt + record.length + 4;
  }
}

async function readRecord(source: ByteSource, at: number): Promise<WarcRecord> {
  const flaw = (what: string): CaptureFlaw => new CaptureFlaw(`The WARC record at byte ${at} ${what}`);
  const { head, end: headEnd } = await readHead(source, at);
  if (!isVersion(head))
    throw new CaptureFlaw(`No WARC record begins at byte ${at}, where the record before ends`);
  if (headEnd < 0)
    throw flaw(head.length < mostHeadBytes ? 'is cut off in its headers' : 'has headers without end');
  const headers = readHeaders(head.toString('utf8', 10, headEnd));
  const said = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(said)) throw flaw('does not say its length');
  const length = Number(said);
  const blockAt = at + headEnd + 4;
  if (blockAt + length > source.size)
    throw flaw(`is cut off: ${source.size - blockAt} of its ${length} bytes are there`);
  const start = await source.read(blockAt, Math.min(length, usualHeadBytes));
  const close = await source.read(blockAt + length, 4);
  if (close.toString('latin1') !== '\r\n\r\n') throw flaw(`does not end after its ${length} bytes`);
  return { at, blockAt, length, headers, start };
}

async function readHead(
  source: ByteSource,
  at: number,
): Promise<{ readonly head: Buffer; readonly end: number }> {
  const first = await source.read(at, usualHeadBytes);
  const end = first.indexOf('\r\n\r\n');
  if (end >= 0 || first.length < usualHeadBytes || !isVersion(first)) return { head: first, end };
  const head = await source.read(at, mostHeadBytes);
  return { head, end: head.indexOf('\r\n\r\n') };
}

function isVersion(bytes: Buffer): boolean {
  return /^WARC\/1\.[01]\r\n$/u.test(bytes.toString('latin1', 0, 10));
}
