import * as v from 'valibot';
import { emptyHead, hashLine } from './append-line.ts';
import { entrySchema } from './event-schema.ts';
import type { LedgerEntry, LedgerHead } from './ledger-event.ts';

/**
 * Where the chain does not hold. `chain`: the line does not follow the one before. `line`: it is not an event. `cut`: the last line has
 * no end, as a crash leaves it. `ahead`: there are good lines behind the head, as a crash between line and head leaves them.
 * `behind`: lines that the head counts are gone. `head`: the line at which the head stands is another.
 */
export interface LedgerBreak {
  readonly kind: 'chain' | 'line' | 'cut' | 'ahead' | 'behind' | 'head';
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** A ledger as it stands in its file. */
export interface ParsedLedger {
  /** Every line that is an event, also behind a break: what follows one proves nothing. */
  readonly entries: readonly LedgerEntry[];
  /** What the lines amount to. The end of a line that is cut does not count. */
  readonly head: LedgerHead;
  /** How many bytes the whole lines have: what follows is a cut line. */
  readonly wholeBytes: number;
  readonly breaks: readonly LedgerBreak[];
  /** To be handed to the next reading; absent where a line is broken. */
  readonly sound?: KnownLines;
}

/** The sound lines of a ledger that was read before. It only grows, so that the same bytes need not be read again. */
export interface KnownLines {
  readonly bytes: Uint8Array;
  readonly entries: readonly LedgerEntry[];
  readonly hashes: readonly string[];
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && Buffer.compare(bytes.subarray(0, start.length), start) === 0;
}

/**
 * Reads the lines of a ledger and holds each against the one before, and the last against a head kept beside or outside it.
 * `before` is what an earlier reading returned: where the ledger begins with the same bytes, only what follows is read.
 */
export function parseLedger(
  bytes: Uint8Array,
  expected?: LedgerHead | { readonly hash: string },
  before?: KnownLines,
): ParsedLedger {
  const known = before && startsWith(bytes, before.bytes) ? before : undefined;
  const entries: LedgerEntry[] = [...(known?.entries ?? [])];
  const breaks: LedgerBreak[] = [];
  const hashes: string[] = known ? [...known.hashes] : [emptyHead.hash];
  let last = entries.at(-1)?.seq ?? 0;
  let start = known?.bytes.length ?? 0;
  for (let end = bytes.indexOf(0x0a, start); end >= 0; end = bytes.indexOf(0x0a, start)) {
    const line = bytes.subarray(start, end);
    const found = readLine(line, { seq: last + 1, prev: hashes.at(-1) ?? emptyHead.hash });
    if (found.entry) entries.push(found.entry);
    if (found.broken) breaks.push({ ...found.broken, line: hashes.length });
    // So that one line too many or too few is not told of every line behind it.
    last = found.entry?.seq ?? last + 1;
    hashes.push(hashLine(line));
    start = end + 1;
  }
  const sound = breaks.length === 0 ? { bytes: bytes.slice(0, start), entries, hashes } : undefined;
  const head: LedgerHead = { count: hashes.length - 1, hash: hashes.at(-1) ?? emptyHead.hash };
  if (start < bytes.length) {
    breaks.push({
      kind: 'cut',
      line: hashes.length,
      reason: 'The last line is cut off: it has no line feed',
    });
  }
  const atHead = expected && holdAgainst(expected, { head, hashes });
  return {
    entries,
    head,
    wholeBytes: start,
    breaks: atHead ? [...breaks, atHead] : breaks,
    ...(sound && { sound }),
  };
}

interface ReadLine {
  readonly entry?: LedgerEntry;
  readonly broken?: Omit<LedgerBreak, 'line'>;
}

function readLine(line: Uint8Array, { seq, prev }: { seq: number; prev: string }): ReadLine {
  const wrong = (reason: string): ReadLine => ({ broken: { kind: 'line', reason } });
  let value: unknown;
  try {
    // A byte order mark is no JSON, and must not be lost to the reader while it counts for the hash.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line));
  } catch {
    return wrong('The line is not JSON in UTF-8');
  }
  const result = v.safeParse(entrySchema, value);
  if (!result.success) {
    const [issue] = result.issues;
    const path = v.getDotPath(issue);
    return wrong(`The line is no event${path === null ? '' : `: “${path}” is wrong or missing`}`);
  }
  const entry = result.output;
  if (entry.prev !== prev) {
    const reason = 'The line does not follow the one before: its “prev” is another hash';
    return { entry, broken: { kind: 'chain', reason } };
  }
  if (entry.seq !== seq) {
    return { entry, broken: { kind: 'chain', reason: `The line has number ${entry.seq}, not ${seq}` } };
  }
  return { entry };
}

function holdAgainst(
  expected: LedgerHead | { readonly hash: string },
  { head, hashes }: { readonly head: LedgerHead; readonly hashes: readonly string[] },
): LedgerBreak | undefined {
  const kept = 'count' in expected ? expected.count : hashes.indexOf(expected.hash);
  if (kept < 0) {
    const reason = 'No line has the hash of the head: the ledger was cut or written anew';
    return { kind: 'head', line: head.count, reason };
  }
  if (kept > head.count) {
    const reason = `The head counts ${kept} lines, but there are only ${head.count}`;
    return { kind: 'behind', line: head.count + 1, reason };
  }
  if (hashes[kept] !== expected.hash) {
    return { kind: 'head', line: kept, reason: 'The hash of the line is not that of the head' };
  }
  if (kept === head.count || !('count' in expected)) return undefined;
  const reason = `There are ${head.count} lines, but the head counts only ${kept}`;
  return { kind: 'ahead', line: kept + 1, reason };
}
