import * as v from 'valibot';
import { parsePlainDate } from '../document/plain-date.ts';
import { isRecordId } from './facts/record-id.ts';

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
const records = v.pipe(v.array(record), v.minLength(1), v.readonly());
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/u),
  v.check((value) => parsePlainDate(value.slice(0, 10)) !== undefined),
);

/** A map of these keys and no others: an unknown key could hold what a person takes for a fact. */
function exact<const T extends v.ObjectEntries>(entries: T) {
  return v.pipe(v.strictObject(entries), v.readonly());
}

const retention = exact({
  disposition: v.picklist(['unscheduled', 'permanent', 'temporary']),
  authority: v.exactOptional(text),
  scheduleItem: v.exactOptional(text),
  period: v.exactOptional(text),
  cutoff: v.exactOptional(
    exact({
      from: v.picklist(['released', 'updated', 'filed']),
      at: v.picklist(['day', 'month', 'calendar-year', 'fiscal-year']),
    }),
  ),
  fiscalYearStart: v.exactOptional(text),
});

/** Dates are `YYYY-MM-DD`. */
const facts = exact({
  title: v.string(),
  retention,
  released: v.exactOptional(day),
  updated: v.exactOptional(day),
  filed: day,
});

/** What every line begins with. */
export const chained = {
  /** SHA-256 of the line before, without its line feed, in lower-case hex; 64 zeros in the first. */
  prev: sha256,
  /** The number of the line, from 1. */
  seq: ordinal,
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  at: time,
};

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
    /** What was found, by record; none of a success. */
    failures: v.pipe(v.array(exact({ record, reason: text })), v.readonly()),
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
    /** The path of the tombstone in the store. */
    tombstone: text,
    /**
     * The bag was already gone when an unfinished disposal was resumed. The event then states what happened: a hold placed since
     * cannot refuse it.
     */
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
