import * as v from 'valibot';
import { InternalError } from '../diagnostics/errors.ts';
import { sha256Of } from '../files/digest.ts';
import { entrySchema } from './event-schema.ts';
import type { LedgerEntry, LedgerEvent, LedgerHead } from './ledger-event.ts';

/** The head of a ledger that has no line. */
export const emptyHead: LedgerHead = { count: 0, hash: '0'.repeat(64) };

/** A line to append to the ledger, and what the ledger is with it. */
export interface AppendedLine {
  /** One JSON object, its line feed included. */
  readonly line: string;
  readonly entry: LedgerEntry;
  readonly head: LedgerHead;
}

/** What is to be appended: the event, and its time as `YYYY-MM-DDThh:mm:ssZ`. */
export interface NewEntry {
  readonly event: LedgerEvent;
  readonly at: string;
}

/**
 * The line of an event behind a head: JSON without spaces, first `prev`, `seq`, `at` and `event`, then the rest as `LedgerEvent` has
 * it; `checkEvent` must have said that the event may follow.
 *
 * @throws InternalError where the event is not one that `parseLedger` would read again.
 */
export function appendLine({ event, at }: NewEntry, head: LedgerHead): AppendedLine {
  const { event: name, ...rest } = event;
  const written = { prev: head.hash, seq: head.count + 1, at, event: name, ...rest };
  const line = JSON.stringify(written);
  const parsed = v.safeParse(entrySchema, JSON.parse(line));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new InternalError(`Event “${name}” is not whole: ${v.getDotPath(issue) ?? ''} ${issue.message}`, {
      stage: 'records/ledger',
    });
  }
  return { line: `${line}\n`, entry: parsed.output, head: { count: head.count + 1, hash: hashLine(line) } };
}

/** SHA-256 of a line without its line feed, in lower-case hex. */
export function hashLine(line: string | Uint8Array): string {
  return sha256Of(line);
}

/** The text of `ledger.head`: one line, the count and the hash with a space between them. */
export function formatHead({ count, hash }: LedgerHead): string {
  return `${count} ${hash}\n`;
}

/** The head in the text of `ledger.head`; `undefined` where it is no head. */
export function parseHead(text: string): LedgerHead | undefined {
  const [, count, hash] = /^(0|[1-9]\d{0,14}) ([0-9a-f]{64})\n$/u.exec(text) ?? [];
  return count === undefined || hash === undefined ? undefined : { count: Number(count), hash };
}
