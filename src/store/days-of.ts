import { comparePlainDates, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { localDay } from '../files/local-day.ts';
import { dayOf } from './append-event.ts';

/**
 * The days that it is at one instant: in UTC, of which the ledger speaks, and where the machine stands, of which people do. Nothing is
 * done before it is both; a paper may be dated with either.
 */
export interface Days {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The days of an instant; the same one twice but for some hours. */
export function daysOf(at: Date): Days {
  const inUtc = dayOf(at);
  const here = parsePlainDate(localDay(at).day) ?? inUtc;
  return comparePlainDates(here, inUtc) < 0 ? { first: here, last: inUtc } : { first: inUtc, last: here };
}
