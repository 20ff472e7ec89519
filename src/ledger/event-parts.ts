import * as v from 'valibot';
import { parsePlainDate } from '../document/plain-date.ts';
import { isEventName } from './facts/event-name.ts';
import { isRecordId } from './facts/record-id.ts';

/** A text that says something. */
export const text = v.pipe(v.string(), v.minLength(1));
/** In lower-case hex. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
/** In lower-case hex. */
export const sha512 = v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/u));
/** From 0. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** From 1. */
export const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** `YYYY-MM-DD`. */
export const day = v.pipe(
  v.string(),
  v.check((value) => parsePlainDate(value) !== undefined),
);
/** The id of a record. */
export const record = v.pipe(v.string(), v.check(isRecordId));
/** Ids of records; at least one. */
export const records = v.pipe(v.array(record), v.minLength(1), v.readonly());
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/u),
  v.check((value) => parsePlainDate(value.slice(0, 10)) !== undefined),
);

/** A map of these keys and no others: an unknown key could hold what a person takes for a fact. */
export function exact<const T extends v.ObjectEntries>(entries: T) {
  return v.pipe(v.strictObject(entries), v.readonly());
}

/** What an event in the life of a matter is called, as cutoffs name it. */
export const eventName = v.pipe(v.string(), v.check(isEventName));

/** A schedule. */
export const retention = exact({
  disposition: v.picklist(['unscheduled', 'permanent', 'temporary']),
  authority: v.exactOptional(text),
  scheduleItem: v.exactOptional(text),
  period: v.exactOptional(text),
  cutoff: v.exactOptional(
    exact({
      from: v.picklist(['released', 'updated', 'filed', 'superseded', 'event']),
      at: v.picklist(['day', 'month', 'calendar-year', 'fiscal-year']),
      /** With `from: event`, which. */
      event: v.exactOptional(text),
    }),
  ),
  fiscalYearStart: v.exactOptional(text),
});

/** What a version says of itself. Dates are `YYYY-MM-DD`. */
export const facts = exact({
  title: v.string(),
  retention,
  released: v.exactOptional(day),
  updated: v.exactOptional(day),
  filed: day,
  /** As `bag-info.txt` has it; absent where there is none, and in all that 0.1.0 filed. */
  series: v.exactOptional(text),
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

/** What an event that names who did it may say beside what it is about. */
export const beside = {
  /** Nobody said who did it: `by` is the account that the machine knew. */
  byAccount: v.exactOptional(v.literal(true)),
  /** The names of files in `evidence/` that it rests on; each begins with the SHA-256 of its bytes. */
  evidence: v.exactOptional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/u))),
      v.minLength(1),
      v.readonly(),
    ),
  ),
};

/** What any other event may say beside what it is about: nothing of it stands in what 0.1.0 filed. */
export const said = { /** Who did it. */ by: v.exactOptional(text), ...beside };
