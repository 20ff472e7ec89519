import * as v from 'valibot';
import {
  beside,
  chained,
  count,
  day,
  eventName,
  exact,
  facts,
  ordinal,
  record,
  records,
  retention,
  said,
  sha256,
  sha512,
  text,
} from './event-parts.ts';

/** One line of the ledger, as JSON gives it. An unknown key is an error: it could hold what a person takes for a fact. */
export const entrySchema = v.variant('event', [
  v.strictObject({
    ...chained,
    event: v.literal('filed'),
    record,
    /** 1 for the first, and one more for each that follows. */
    version: ordinal,
    /** The name of its folder, `<record>_v0001`. */
    bag: text,
    tagManifestSha512: sha512,
    /** Of source and configuration: the same again is already filed. */
    contentSha256: sha256,
    bytes: count,
    files: count,
    /** Names the record itself; every version but the first has it. */
    supersedes: v.exactOptional(record),
    /** The record ids of a collection's members. */
    members: v.exactOptional(v.pipe(v.array(record), v.readonly())),
    facts,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('hold-placed'),
    records,
    holdId: text,
    /** The case or inquiry. */
    matter: text,
    authority: text,
    by: text,
    /** Whatever is filed in this series while the hold is open is held too. */
    series: v.exactOptional(text),
    ...beside,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('hold-extended'),
    records,
    holdId: text,
    by: text,
    ...beside,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('hold-reduced'),
    records,
    holdId: text,
    by: text,
    reason: text,
    ...beside,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('hold-released'),
    holdId: text,
    by: text,
    reason: text,
    ...beside,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('scheduled'),
    record,
    retention,
    authority: text,
    approvalSha256: sha256,
    approver: v.exactOptional(text),
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('records-scheduled'),
    records,
    retention,
    authority: text,
    approvalSha256: sha256,
    approver: text,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('event-entered'),
    records,
    name: eventName,
    on: day,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('event-withdrawn'),
    records,
    name: eventName,
    reason: text,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('audited'),
    records,
    outcome: v.picklist(['success', 'fail']),
    /** What was found, by record; none of a success. */
    failures: v.pipe(v.array(exact({ record, reason: text })), v.readonly()),
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('transferred'),
    record,
    receiptSha256: sha256,
    to: text,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('transfer-packed'),
    records,
    /** Of the manifest of the package. */
    packageSha256: sha256,
    to: text,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('transfer-received'),
    records,
    packageSha256: sha256,
    /** Of the receipt, which lists the digests of the package. */
    receiptSha256: sha256,
    receivedBy: text,
    receivedOn: day,
    /** The copy of the agency stays for reference. */
    keepReference: v.exactOptional(v.literal(true)),
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('reference-decided'),
    records,
    keep: v.boolean(),
    reason: text,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('disposal-intended'),
    records,
    planSha256: sha256,
    approver: text,
    authority: text,
    approvalSha256: sha256,
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('disposed'),
    record,
    version: ordinal,
    planSha256: sha256,
    /** The path of the tombstone in the store. */
    tombstone: text,
    /**
     * The bag was already gone when an unfinished disposal was resumed. The event then states what happened: a hold placed since
     * cannot refuse it.
     */
    recovered: v.exactOptional(v.literal(true)),
    ...said,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('disposal-withdrawn'),
    records,
    planSha256: sha256,
    reason: text,
    ...said,
  }),
  v.strictObject({ ...chained, event: v.literal('clock-corrected'), by: text, reason: text, ...beside }),
  v.strictObject({ ...chained, event: v.literal('disposal-done'), planSha256: sha256, ...said }),
]);
