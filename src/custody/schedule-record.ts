import type { Retention } from '../ledger/facts/record-facts.ts';
import type { RecordState } from '../ledger/ledger-state.ts';
import { appendEvent, assertMayFollow, readSoundState } from '../store/append-event.ts';
import { mismatch, readApproval } from './read-approval.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { refuseAll } from '../store/refused-error.ts';
import { withEvidence } from '../store/keep-evidence.ts';
import { daysOf } from '../store/days-of.ts';
import { findRecord, type CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';

/** A schedule for a record that is filed. */
export interface ScheduleOptions {
  readonly store: Store;
  readonly record: string;
  /** Without its authority, which is named beside it. */
  readonly retention: Omit<Retention, 'authority'>;
  /** The disposition authority, exactly as on the SF 115 or SF 258. */
  readonly authority: string;
  /** The path of the approval file; it names the authority and the record. */
  readonly approval: string;
}

/**
 * Gives a filed record another schedule, for every version that is there. The bag stays as it is; the schedule stands in the ledger,
 * and the approval is kept beside it.
 *
 * @throws RefusedError where the approval is not for this, the schedule is not whole, or the record is gone or going.
 */
export async function scheduleRecord(
  options: ScheduleOptions,
  { now }: CommandContext,
): Promise<RecordState> {
  const { store, record, authority } = options;
  return withLock(store, async (locked) => {
    const at = now();
    const state = await readSoundState(locked);
    const approval = await readApproval(options.approval, daysOf(at).last);
    const refusals: Refusal[] = [];
    if (approval.authority !== authority)
      refusals.push(
        mismatch(
          `The approval ${options.approval} is under “${approval.authority}”, not under “${authority}”`,
        ),
      );
    if (!approval.records.includes(record))
      refusals.push(mismatch(`The approval ${options.approval} does not name ${record}`));
    if (approval.planSha256 !== undefined)
      refusals.push(
        mismatch(`The approval ${options.approval} is for a plan of disposal, not for a schedule`),
      );
    refuseAll(refusals);
    const retention: Retention = { ...options.retention, authority };
    const { sha256: approvalSha256, approver } = approval;
    const event = { event: 'scheduled', record, retention, authority, approvalSha256, approver } as const;
    assertMayFollow(state, event, at);
    await withEvidence(locked, [approval.file], (evidence) =>
      appendEvent(locked, { ...event, evidence }, at),
    );
    return findRecord(await readSoundState(locked), record);
  });
}
