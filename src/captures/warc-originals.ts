import { detached } from './detached.ts';
import { CaptureFlaw } from './unpack.ts';
import { readBody, type WarcSpan } from './warc-body.ts';
import type { WarcRecord } from './warc-records.ts';

/** A record that later ones may repeat, and what is known of it without its body. */
export interface WarcOriginal {
  readonly span: WarcSpan;
  readonly status?: number;
  readonly type: string;
  readonly charset?: string;
}

/** Records by what later ones call them: their ids, their digests, and their addresses with the time. */
export type WarcOriginals = Map<string, WarcOriginal>;

/** The address of a record. WARC 1.0 has it between angle brackets in its grammar, and some writers write them. */
export function addressOf({ headers }: WarcRecord): string {
  return withoutBrackets(headers.get('warc-target-uri') ?? '');
}

function withoutBrackets(address: string): string {
  return address.startsWith('<') && address.endsWith('>') ? address.slice(1, -1) : address;
}

/** Notes what later records may repeat. What repeats is never noted itself, so that nothing goes in a circle. */
export function rememberOriginal(originals: WarcOriginals, record: WarcRecord, original: WarcOriginal): void {
  const { headers } = record;
  if (!/^(?:response|resource)$/u.test(headers.get('warc-type') ?? '')) return;
  const id = headers.get('warc-record-id');
  const keys = [
    ...(id === undefined ? [] : [`id ${id}`]),
    ...digestKeys(record),
    `at ${addressOf(record)} ${headers.get('warc-date') ?? ''}`,
  ];
  for (const key of keys) if (!originals.has(key)) originals.set(detached(key), original);
}

/** What a revisit says that it repeats (ISO 28500 §6.7), the surest first. */
export function repeatedKeys(record: WarcRecord): readonly string[] {
  const { headers } = record;
  const id = headers.get('warc-refers-to');
  const address = headers.get('warc-refers-to-target-uri');
  const on = headers.get('warc-refers-to-date') ?? '';
  return [
    ...(id === undefined ? [] : [`id ${id}`]),
    ...(address === undefined ? [] : [`at ${withoutBrackets(address)} ${on}`]),
    ...digestKeys(record),
  ].map(detached);
}

function digestKeys({ headers }: WarcRecord): readonly string[] {
  const digest = headers.get('warc-payload-digest');
  return digest === undefined ? [] : [`digest ${digest.toLowerCase()}`];
}

/** What a revisit repeats, where that stands before it in the capture. */
export function findOriginal(keys: readonly string[], originals: WarcOriginals): WarcOriginal | undefined {
  for (const key of keys) {
    const original = originals.get(key);
    if (original !== undefined) return original;
  }
  return undefined;
}

/**
 * The body of what a revisit repeats.
 *
 * @throws CaptureFlaw where that is not in the capture, or cannot be read.
 */
export async function readRepeated(original: WarcOriginal | undefined, limit: number): Promise<Uint8Array> {
  if (original === undefined) throw new CaptureFlaw('It repeats an earlier capture that is not in this file');
  return await readBody(original.span, limit);
}
