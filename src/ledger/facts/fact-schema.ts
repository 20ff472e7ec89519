import * as v from 'valibot';
import { parsePlainDate } from '../../document/plain-date.ts';
import { findMessageRule } from '../../catalogue/message-rules.ts';
import { eventNameWords, isEventName } from './event-name.ts';
import { camelKeys } from './camel-keys.ts';
import { monthDayWords, parseMonthDay } from './month-day.ts';
import { parsePeriod, periodWords } from './period.ts';
import { isRecordId, recordIdWords } from './record-id.ts';

// The message of each schema says what is allowed; `checkSource` puts the key before it and the value behind it.
// XML and bag-info.txt can hold neither control characters nor halves of surrogate pairs.
const text = v.pipe(
  v.string('text'),
  v.transform((value) => value.replace(/\s+/gu, ' ').trim()),
  v.minLength(1, 'text'),
  v.maxLength(10_000, 'text of at most 10,000 characters'),
  v.check(
    (value) => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(value),
    'text without control characters',
  ),
);

/** A map of these keys, under the names of the code; to valibot alone a list would be an object too. */
function mapOf<const T extends v.ObjectEntries>(entries: T) {
  const words = `a map of ${Object.keys(entries).join(', ')}`;
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), words),
    v.object(entries, words),
    v.transform((map) => camelKeys<v.InferOutput<v.ObjectSchema<T, string>>>(map)),
  );
}

/** One of several words. */
function choice<const T extends readonly string[]>(words: T) {
  return v.picklist(words, `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`);
}

const record = {
  /** Typed by a person, never assigned; a safe name of a-z, 0-9, `-`, `_` and `.`. */
  id: v.exactOptional(v.pipe(v.string(recordIdWords), v.check(isRecordId, recordIdWords))),
  series: v.exactOptional(text),
  /** The NARA record group. */
  group: v.exactOptional(text),
  description: v.exactOptional(text),
  creator: v.exactOptional(text),
};

const cutoff = {
  /** `event` where only an event is named. */
  from: v.exactOptional(choice(['released', 'updated', 'filed', 'superseded', 'event'])),
  /** With `from: event`, which: entered for each record when it happened. */
  event: v.exactOptional(v.pipe(v.string(eventNameWords), v.check(isEventName, eventNameWords))),
  at: choice(['day', 'month', 'calendar-year', 'fiscal-year']),
};

/** A cutoff from a date of the record, or from an event. */
const cutoffMap = v.pipe(
  mapOf(cutoff),
  v.check(
    ({ from, event }) => from !== undefined || event !== undefined,
    'a map of from and at, or of event and at',
  ),
  v.transform(({ from = 'event', ...rest }) => ({ from, ...rest })),
);

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
  /** The disposition authority, exactly as on the SF 115 or SF 258. */
  authority: v.exactOptional(text),
  /** The agency's own item, never part of the authority. */
  schedule_item: v.exactOptional(text),
  /** An ISO 8601 duration of years, months, weeks or days; every temporary record has one, and permanent ones that are transferred. */
  period: v.exactOptional(period),
  /** Whatever has a period has one. */
  cutoff: v.exactOptional(cutoffMap),
  /** `MM-DD`; 10-01 where absent. */
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

const hmacWords = 'the key that the message told: 8 and 64 hexadecimal digits with a hyphen between them';

const waiver = {
  /** The id of the rule. */
  rule: v.pipe(
    text,
    v.check((id) => findMessageRule(id) !== undefined, 'the id of a rule'),
  ),
  /** Names what was found: the waiver holds for that alone. In lower-case hex, what the message told: one of the two. */
  match_sha256: v.exactOptional(
    v.pipe(v.string(digestWords), v.toLowerCase(), v.regex(/^[0-9a-f]{64}$/u, digestWords)),
  ),
  match_hmac: v.exactOptional(
    v.pipe(v.string(hmacWords), v.toLowerCase(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{64}$/u, hmacWords)),
  ),
  reason: text,
  by: text,
  /** `YYYY-MM-DD`. */
  on: v.pipe(
    v.string(dayWords),
    v.check((day) => parsePlainDate(day) !== undefined, dayWords),
  ),
};

const waiverMap = v.pipe(
  mapOf(waiver),
  v.check(
    ({ matchSha256, matchHmac }) => (matchSha256 === undefined) !== (matchHmac === undefined),
    'a map with either match_hmac or match_sha256',
  ),
);

const maps = { record, retention, rights, access };

/** Where a fact stands in a file, as a person writes it: `retention.schedule_item`. */
export type FactPath =
  | { [Key in keyof typeof maps]: `${Key}.${keyof (typeof maps)[Key] & string}` }[keyof typeof maps]
  | 'waivers';

/** Every place of a fact, in the order of the schema. */
export const factPaths: readonly string[] = [
  ...Object.entries(maps).flatMap(([key, entries]) => Object.keys(entries).map((name) => `${key}.${name}`)),
  'waivers',
];

/** Schema of the keys that say something of a record; the message of each issue is what is allowed. */
export const factSchema = v.object({
  record: v.exactOptional(mapOf(record)),
  retention: v.exactOptional(mapOf(retention)),
  rights: v.exactOptional(mapOf(rights)),
  access: v.exactOptional(mapOf(access)),
  waivers: v.exactOptional(v.pipe(v.array(waiverMap, 'a list of waivers'), v.readonly())),
});

/** What one file says of a record, checked, under the names of the code. */
export type WrittenFacts = Readonly<v.InferOutput<typeof factSchema>>;

/** The keys that may stand at each place; `waivers` stands for each of its items. */
export const factKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(factSchema.entries),
  record: Object.keys(record),
  retention: Object.keys(retention),
  'retention.cutoff': Object.keys(cutoff),
  rights: Object.keys(rights),
  access: Object.keys(access),
  waivers: Object.keys(waiver),
};
