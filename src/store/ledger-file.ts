import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyHead, parseHead } from '../ledger/append-line.ts';
import type { LedgerEntry, LedgerHead } from '../ledger/ledger-event.ts';
import { parseLedger, type LedgerBreak } from '../ledger/parse-ledger.ts';
import { listNames } from '../files/list-names.ts';
import { isMissing } from '../files/missing.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { isBagName, storeNames, type Store } from './store.ts';

/** Something of the ledger that does not fit together. */
export interface LedgerProblem {
  /** From 1; absent where it is about the whole. */
  readonly line?: number;
  /** A sentence without its full stop. */
  readonly reason: string;
}

/** The ledger of a store as it lies on the disk. */
export interface LedgerFile {
  readonly entries: readonly LedgerEntry[];
  /** Of the whole lines that are there. */
  readonly head: LedgerHead;
  /** Bytes of the whole lines. */
  readonly bytes: number;
  /** What does not fit together; none where the ledger is sound. */
  readonly problems: readonly LedgerProblem[];
  /** What a process that was killed while it appended left behind; the next command that takes the lock mends it. */
  readonly unfinished?: 'no-ledger' | 'torn-line' | 'head-behind';
}

/**
 * Reads `ledger.jsonl` and `ledger.head` and compares them. A broken ledger is never thrown: its problems are told.
 *
 * @throws ResourceError where a file is there and cannot be read.
 */
export async function readLedgerFile(store: Store): Promise<LedgerFile> {
  const { headText, bytes } = await readBoth(store);
  const kept = headText && parseHead(headText.toString('utf8'));
  if (bytes === undefined) return readMissing(store, headText === undefined ? emptyHead : kept);
  const { entries, head, wholeBytes, breaks, sound } = parseLedger(bytes, kept, store.memory.lines);
  if (sound) store.memory.lines = sound;
  const read = { entries, head, bytes: wholeBytes };
  if (headText === undefined && head.count === 0 && breaks.length === 0)
    return { ...read, problems: [], unfinished: 'no-ledger' };
  if (kept === undefined) {
    const wrong = headText === undefined ? 'is missing' : 'cannot be read';
    return { ...read, problems: [{ reason: `${storeNames.head} ${wrong}` }, ...breaks.map(describeBreak)] };
  }
  const [first, ...others] = breaks;
  if (first === undefined) return { ...read, problems: [] };
  if (others.length === 0 && first.kind === 'cut') return { ...read, problems: [], unfinished: 'torn-line' };
  if (others.length === 0 && first.kind === 'ahead' && kept.count === head.count - 1)
    return { ...read, problems: [], unfinished: 'head-behind' };
  return { ...read, problems: breaks.map(describeBreak) };
}

/** Both as they belong together, though another process may append meanwhile. */
async function readBoth({ path }: Store): Promise<{
  readonly headText: Buffer | undefined;
  readonly bytes: Buffer | undefined;
}> {
  for (let tries = 1; ; tries += 1) {
    const headText = await readIfThere(join(path, storeNames.head));
    const bytes = await readIfThere(join(path, storeNames.ledger));
    const again = await readIfThere(join(path, storeNames.head));
    const isSame = headText === undefined ? again === undefined : again && headText.equals(again);
    if (isSame === true || tries === 10) return { headText, bytes };
  }
}

function describeBreak({ kind, line, reason }: LedgerBreak): LedgerProblem {
  if (kind === 'ahead' || kind === 'behind') return { reason };
  return { line, reason: `Line ${line}: ${reason}` };
}

async function readMissing(store: Store, kept: LedgerHead | undefined): Promise<LedgerFile> {
  const read = { entries: [], head: emptyHead, bytes: 0 };
  if (kept?.count === 0 && !(await holdsRecords(store)))
    return { ...read, problems: [], unfinished: 'no-ledger' };
  return { ...read, problems: [{ reason: `${storeNames.ledger} is missing` }] };
}

async function holdsRecords({ path }: Store): Promise<boolean> {
  if ((await listNames(path))?.some(isBagName) === true) return true;
  for (const name of [storeNames.pending, storeNames.tombstones])
    if (!(await isMissing(join(path, name)))) return true;
  return false;
}

/** How many bytes the ledger of a store has on the disk now; `undefined` where it cannot be told. */
export async function measureLedger({ path }: Store): Promise<number | undefined> {
  try {
    return (await stat(join(path, storeNames.ledger))).size;
  } catch {
    return undefined;
  }
}
