import * as v from 'valibot';
import { parsePlainDate } from '../../document/plain-date.ts';
import { findRule } from '../../diagnostics/rules.ts';
import { monthDayWords, parseMonthDay } from './month-day.ts';
import { parsePeriod, periodWords } from './period.ts';
import type { Cutoff, Disposition } from './record-facts.ts';
import { isRecordId, recordIdWords } from './record-id.ts';

// The message of each schema says what is allowed; `checkSource` puts the key before it and the value behind it.
// XML and bag-info.txt can hold neither control characters nor halves of surrogate pairs.
const text = v.pipe(
  v.string('text'),
  v.transform((value) => value.replace(/\s+/gu, ' ').trim()),
  v.minLength(1, 'text'),
  v.maxLength(10_000, 'text of at most 10,000 characters'),
  v.check((value) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value), 'text without control characters'),
);

/** A map of these keys; to valibot alone a list would be an object too. */
function mapOf<const T extends v.ObjectEntries>(
  entries: T,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<T, undefined>>> {
  const words = `a map of ${Object.keys(entries).join(', ')}`;
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), words),
    v.object(entries, words),
  );
}

/** One of several words. */
function choice<const T extends readonly string[]>(words: T): v.PicklistSchema<T, string> {
  return v.picklist(words, `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`);
}

const record = {
  id: v.exactOptional(v.pipe(v.string(recordIdWords), v.check(isRecordId, recordIdWords))),
  series: v.exactOptional(text),
  group: v.exactOptional(text),
  description: v.exactOptional(text),
  creator: v.exactOptional(text),
};

const cutoff = {
  from: choice(['released', 'updated', 'filed']),
  at: choice(['day', 'month', 'calendar-year', 'fiscal-year']),
};

const period = v.pipe(
  v.string(periodWords),
  v.check((value) => parsePeriod(value) !== undefined, periodWords),
);

const fiscalYearStart = v.pipe(
  v.string(monthDayWords),
  v.check((value) => parseMonthDay(value) !== undefined, monthDayWords),
);

const retention = {
  disposition: v.exactOptional(choice(['unscheduled', 'permanent', 'temporary'])),
  authority: v.exactOptional(text),
  schedule_item: v.exactOptional(text),
  period: v.exactOptional(period),
  cutoff: v.exactOptional(mapOf(cutoff)),
  fiscal_year_start: v.exactOptional(fiscalYearStart),
};

const rights = {
  use_restriction: v.exactOptional(text),
  specific_use: v.exactOptional(text),
  holder: v.exactOptional(text),
  statement: v.exactOptional(text),
};

const access = { restriction: v.exactOptional(text), specific: v.exactOptional(text) };

const dayWords = 'a day written YYYY-MM-DD';
const digestWords = 'the SHA-256 of what was found: 64 hexadecimal digits';

const waiver = {
  rule: v.pipe(
    text,
    v.check((id) => findRule(id) !== undefined, 'the id of a rule'),
  ),
  match_sha256: v.pipe(v.string(digestWords), v.toLowerCase(), v.regex(/^[0-9a-f]{64}$/u, digestWords)),
  reason: text,
  by: text,
  on: v.pipe(
    v.string(dayWords),
    v.check((day) => parsePlainDate(day) !== undefined, dayWords),
  ),
};

/** What one file says of a record, checked, by the keys as they are written. */
export interface WrittenFacts {
  readonly record?: {
    readonly id?: string;
    readonly series?: string;
    readonly group?: string;
    readonly description?: string;
    readonly creator?: string;
  };
  readonly retention?: {
    readonly disposition?: Disposition;
    readonly authority?: string;
    readonly schedule_item?: string;
    readonly period?: string;
    readonly cutoff?: Cutoff;
    readonly fiscal_year_start?: string;
  };
  readonly rights?: {
    readonly use_restriction?: string;
    readonly specific_use?: string;
    readonly holder?: string;
    readonly statement?: string;
  };
  readonly access?: { readonly restriction?: string; readonly specific?: string };
  readonly waivers?: readonly WrittenWaiver[];
}

/** A waiver as it is written. */
export interface WrittenWaiver {
  readonly rule: string;
  readonly match_sha256: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** Schema of the keys that say something of a record; the message of each issue is what is allowed. */
export const factSchema: v.GenericSchema<unknown, WrittenFacts> = v.object({
  record: v.exactOptional(mapOf(record)),
  retention: v.exactOptional(mapOf(retention)),
  rights: v.exactOptional(mapOf(rights)),
  access: v.exactOptional(mapOf(access)),
  waivers: v.exactOptional(v.array(mapOf(waiver), 'a list of waivers')),
});

/** The keys that may stand at each place; `waivers` stands for each of its items. */
export const factKeys: Readonly<Record<string, readonly string[]>> = {
  '': ['record', 'retention', 'rights', 'access', 'waivers'],
  record: Object.keys(record),
  retention: Object.keys(retention),
  'retention.cutoff': Object.keys(cutoff),
  rights: Object.keys(rights),
  access: Object.keys(access),
  waivers: Object.keys(waiver),
};
