import type { LedgerFile } from '../store/ledger-file.ts';
import type { StoreState } from '../store/store-state.ts';
import { storeNames } from '../store/store.ts';
import { storeFinding, type VerifyFinding } from './verify-finding.ts';

/** Where a head stands that was kept outside of the store. */
export interface ExpectedHead {
  readonly hash: string;
  /** The line whose hash it is; 0 for the head of an empty ledger. Absent where there is none. */
  readonly line?: number;
  /** How many lines the ledger has: what follows the head is proved by the chain alone. */
  readonly lines: number;
}

/** What was found of a ledger. */
export interface LedgerCheck {
  readonly findings: readonly VerifyFinding[];
  readonly expectedHead?: ExpectedHead;
}

/** Verifies the chain of a ledger, its head, that every event could follow, and that a head kept outside is one of its lines. */
export function checkLedger({ ledger, state }: StoreState, expectHead: string | undefined): LedgerCheck {
  const where = storeNames.ledger;
  const findings = [
    ...ledger.problems.map(({ reason }) => storeFinding('ledger-broken', { where, reason })),
    ...state.refused.map(({ seq, refusal }) =>
      storeFinding('ledger-event-refused', {
        where,
        reason: `Line ${seq}: the event should never have been added: ${refusal.why} (${refusal.refused})`,
      }),
    ),
  ];
  if (expectHead === undefined) return { findings };
  const line = findHead(ledger, expectHead);
  const expectedHead = {
    hash: expectHead,
    lines: ledger.head.count,
    ...(line === undefined ? {} : { line }),
  };
  if (line !== undefined) return { findings, expectedHead };
  const reason = `No line has the hash ${expectHead}, which was kept outside: the ledger was cut or written anew`;
  return { findings: [...findings, storeFinding('head-unknown', { where, reason })], expectedHead };
}

/** The number of the line with a hash. Each line names the hash of the one before. */
function findHead({ entries, head }: LedgerFile, hash: string): number | undefined {
  if (head.hash === hash) return head.count;
  const next = entries.find(({ prev }) => prev === hash);
  return next && next.seq - 1;
}
