import * as v from 'valibot';
import { parsePlainDate } from '../document/plain-date.ts';
import { isRecordId } from './facts/record-id.ts';
import type { LedgerEntry } from './ledger-event.ts';

const text = v.pipe(v.string(), v.minLength(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const sha512 = v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/u));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const day = v.pipe(
  v.string(),
  v.check((value) => parsePlainDate(value) !== undefined),
);
const record = v.pipe(v.string(), v.check(isRecordId));
const records = v.pipe(v.array(record), v.minLength(1));
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/u),
  v.check((value) => parsePlainDate(value.slice(0, 10)) !== undefined),
);

const retention = v.strictObject({
  disposition: v.picklist(['unscheduled', 'permanent', 'temporary']),
  authority: v.exactOptional(text),
  scheduleItem: v.exactOptional(text),
  period: v.exactOptional(text),
  cutoff: v.exactOptional(
    v.strictObject({
      from: v.picklist(['released', 'updated', 'filed']),
      at: v.picklist(['day', 'month', 'calendar-year', 'fiscal-year']),
    }),
  ),
  fiscalYearStart: v.exactOptional(text),
});

const facts = v.strictObject({
  title: v.string(),
  retention,
  released: v.exactOptional(day),
  updated: v.exactOptional(day),
  filed: day,
});

/** What every line begins with. */
const chained = { prev: sha256, seq: ordinal, at: time };

/** One line of the ledger, as JSON gives it. An unknown key is an error: it could hold what a person takes for a fact. */
export const entrySchema: v.GenericSchema<unknown, LedgerEntry> = v.variant('event', [
  v.strictObject({
    ...chained,
    event: v.literal('filed'),
    record,
    version: ordinal,
    bag: text,
    tagManifestSha512: sha512,
    contentSha256: sha256,
    bytes: count,
    files: count,
    supersedes: v.exactOptional(record),
    members: v.exactOptional(v.array(record)),
    facts,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('hold-placed'),
    records,
    holdId: text,
    matter: text,
    authority: text,
    by: text,
  }),
  v.strictObject({ ...chained, event: v.literal('hold-released'), holdId: text, by: text, reason: text }),
  v.strictObject({
    ...chained,
    event: v.literal('scheduled'),
    record,
    retention,
    authority: text,
    approvalSha256: sha256,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('audited'),
    records,
    outcome: v.picklist(['success', 'fail']),
    failures: v.array(v.strictObject({ record, reason: text })),
  }),
  v.strictObject({ ...chained, event: v.literal('transferred'), record, receiptSha256: sha256, to: text }),
  v.strictObject({
    ...chained,
    event: v.literal('disposal-intended'),
    records,
    planSha256: sha256,
    approver: text,
    authority: text,
    approvalSha256: sha256,
  }),
  v.strictObject({
    ...chained,
    event: v.literal('disposed'),
    record,
    version: ordinal,
    planSha256: sha256,
    tombstone: text,
    recovered: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    ...chained,
    event: v.literal('disposal-withdrawn'),
    records,
    planSha256: sha256,
    reason: text,
  }),
  v.strictObject({ ...chained, event: v.literal('disposal-done'), planSha256: sha256 }),
]);
