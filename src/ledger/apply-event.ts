import { applyFiled } from './apply-filed.ts';
import { applyDisposalIntended, applyDisposed, closeInPlan } from './apply-disposal.ts';
import { applyReferenceDecided, applyTransferPacked, applyTransferReceived } from './apply-transfer.ts';
import { applyHoldExtended, applyHoldPlaced, applyHoldReduced, applyHoldReleased } from './apply-hold.ts';
import type { LedgerEntry } from './ledger-event.ts';
import type { Retention } from './facts/record-facts.ts';
import type { Occurrence } from './ledger-state.ts';
import { change, type OpenState } from './open-state.ts';

/** What an entry changes that `checkEvent` lets follow. */
export function applyEvent(state: OpenState, entry: LedgerEntry): void {
  const { seq, at } = entry;
  switch (entry.event) {
    case 'filed':
      return applyFiled(state, entry);
    case 'hold-placed':
      return applyHoldPlaced(state, entry);
    case 'hold-extended':
      return applyHoldExtended(state, entry);
    case 'hold-reduced':
      return applyHoldReduced(state, entry);
    case 'hold-released':
      return applyHoldReleased(state, entry);
    case 'scheduled':
      return schedule(state, [entry.record], entry);
    case 'records-scheduled':
      return schedule(state, entry.records, entry);
    case 'event-entered': {
      const { name, on } = entry;
      return change(state, entry.records, ({ occurrences }) => ({
        occurrences: [...without(occurrences, name), { name, on }],
      }));
    }
    case 'event-withdrawn':
      return change(state, entry.records, ({ occurrences }) => ({
        occurrences: without(occurrences, entry.name),
      }));
    case 'audited': {
      const { outcome, failures } = entry;
      return change(state, entry.records, ({ id, audits }) => {
        const reasons = failures.filter(({ record }) => record === id).map(({ reason }) => reason);
        return { audits: [...audits, { seq, at, outcome, reasons }] };
      });
    }
    case 'transferred': {
      const { record, to, receiptSha256 } = entry;
      return change(state, [record], ({ transfers }) => ({
        transfers: [...transfers, { seq, at, to, receiptSha256 }],
      }));
    }
    case 'transfer-packed':
      return applyTransferPacked(state, entry);
    case 'transfer-received':
      return applyTransferReceived(state, entry);
    case 'reference-decided':
      return applyReferenceDecided(state, entry);
    case 'disposal-intended':
      return applyDisposalIntended(state, entry);
    case 'disposed':
      return applyDisposed(state, entry);
    case 'disposal-withdrawn':
      closeInPlan(state, entry.planSha256, entry.records);
      return change(state, entry.records, () => ({ disposal: { state: 'none' } }));
    case 'clock-corrected':
      // The fold keeps the times of all lines.
      return undefined;
    case 'disposal-done': {
      const plan = state.plans.get(entry.planSha256);
      if (plan) state.plans.set(entry.planSha256, { ...plan, done: true });
    }
  }
}

function without(occurrences: readonly Occurrence[] | undefined, name: string): readonly Occurrence[] {
  return (occurrences ?? []).filter((one) => one.name !== name);
}

function schedule(
  state: OpenState,
  records: readonly string[],
  {
    seq,
    at,
    retention,
    approvalSha256,
  }: {
    readonly seq: number;
    readonly at: string;
    readonly retention: Retention;
    readonly approvalSha256: string;
  },
): void {
  const scheduled = { seq, at, approvalSha256 };
  change(state, records, ({ versions }) => ({
    versions: versions.map((version) => (version.disposed ? version : { ...version, retention, scheduled })),
  }));
}
