import { isLongBefore } from '../ledger/check-time.ts';
import type { StoreState } from '../store/store-state.ts';
import { storeNames } from '../store/store.ts';
import { storeFinding, type VerifyFinding } from './verify-finding.ts';

/** Lines of a ledger that cannot have been entered when they say, unless a correction behind them says that the clock was wrong. */
export function checkTimes({ ledger, state }: StoreState, now: string): readonly VerifyFinding[] {
  const where = storeNames.ledger;
  const { backwards, correctedSeq = 0 } = state.clock;
  const back = backwards
    .filter(({ seq }) => seq > correctedSeq)
    .map(({ seq, at, before }) =>
      storeFinding('ledger-time-backwards', {
        where,
        reason: `Line ${seq} is of ${at}, more than a day before the line before it, which is of ${before}`,
      }),
    );
  const ahead = ledger.entries.filter(({ seq, at }) => seq > correctedSeq && isLongBefore(now, at));
  const [first] = ahead;
  if (first === undefined) return back;
  const more = ahead.length === 1 ? '' : `, and ${ahead.length - 1} more are of days to come`;
  const reason = `Line ${first.seq} is of ${first.at}, though it is ${now} now${more}`;
  return [...back, storeFinding('ledger-time-future', { where, reason })];
}
