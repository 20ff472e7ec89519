import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../../../src/document/plain-date.ts';
import { parseMonthDay } from '../../../src/ledger/facts/month-day.ts';
import { parsePeriod } from '../../../src/ledger/facts/period.ts';
import type { Cutoff, Retention } from '../../../src/ledger/facts/record-facts.ts';
import { addPeriod, compareDays, nextDay, previousDay } from '../../../src/ledger/retention/add-period.ts';
import { cutOff } from '../../../src/ledger/retention/cut-off.ts';
import { eligibility } from '../../../src/ledger/retention/eligibility.ts';

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

describe('a period added to a day', () => {
  test.each([
    ['2011-12-02', 'P7Y', '2018-12-02'],
    ['2024-02-29', 'P1Y', '2025-02-28 clamped from 29'],
    ['2024-02-29', 'P4Y', '2028-02-29'],
    ['2096-02-29', 'P4Y', '2100-02-28 clamped from 29'],
    ['1996-02-29', 'P4Y', '2000-02-29'],
    ['2023-02-28', 'P1Y', '2024-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29 clamped from 31'],
    ['2023-01-31', 'P1M', '2023-02-28 clamped from 31'],
    ['2023-01-31', 'P3M', '2023-04-30 clamped from 31'],
    ['2023-12-31', 'P2M', '2024-02-29 clamped from 31'],
    ['2023-11-15', 'P18M', '2025-05-15'],
    ['2023-08-31', 'P1Y6M', '2025-02-28 clamped from 31'],
    // Months first, then days from the clamped day.
    ['2023-01-31', 'P1M1D', '2023-03-01 clamped from 31'],
    ['2024-02-28', 'P1D', '2024-02-29'],
    ['2023-02-28', 'P1D', '2023-03-01'],
    ['2023-12-31', 'P90D', '2024-03-30'],
    ['2024-12-25', 'P2W', '2025-01-08'],
    ['2000-01-01', 'P99999D', '2273-10-15'],
    ['2023-05-05', 'P0D', '2023-05-05'],
    ['9998-12-31', 'P1Y', '9999-12-31'],
    ['9998-12-31', 'P1Y1D', 'beyond'],
    ['2000-01-01', 'P9999Y', 'beyond'],
  ])('%s and %s is %s', (from, written, expected) => {
    const period = parsePeriod(written);
    const end = period && addPeriod(day(from), period);
    const clamped = end?.clampedFrom === undefined ? '' : ` clamped from ${end.clampedFrom}`;
    expect(end ? `${formatPlainDate(end.date)}${clamped}` : 'beyond').toBe(expected);
  });

  const dates = fc.date({
    min: new Date('0200-01-01T00:00:00Z'),
    max: new Date('9000-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const plain = (date: Date): PlainDate => day(date.toISOString().slice(0, 10));

  test('days are those of another calendar', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 99_999 }), (date, days) => {
        const later = new Date(date.getTime() + days * 86_400_000);
        expect(addPeriod(plain(date), { years: 0, months: 0, days })?.date).toEqual(plain(later));
      }),
    );
  });

  test('months end on the same day or on the last of theirs', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 9999 }), (date, months) => {
        const from = plain(date);
        const first = new Date(Date.UTC(from.year, from.month - 1 + months, 1));
        const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
        const expected = { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 };
        const end = addPeriod(from, { years: 0, months, days: 0 });
        expect(end?.date).toEqual({ ...expected, day: Math.min(from.day, last) });
        expect(end?.clampedFrom).toBe(from.day > last ? from.day : undefined);
      }),
    );
  });

  test('the day before the day after is the day', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(previousDay(nextDay(plain(date)))).toEqual(plain(date));
        expect(compareDays(plain(date), nextDay(plain(date)))).toBeLessThan(0);
      }),
    );
  });
});

test.each<[string, Cutoff['at'], string, string]>([
  ['2011-12-02', 'day', '10-01', '2011-12-02'],
  ['2011-12-02', 'month', '10-01', '2011-12-31'],
  ['2024-02-01', 'month', '10-01', '2024-02-29'],
  ['2100-02-28', 'month', '10-01', '2100-02-28'],
  ['2024-02-29', 'calendar-year', '10-01', '2024-12-31'],
  ['2011-12-02', 'fiscal-year', '10-01', '2012-09-30'],
  ['2011-09-30', 'fiscal-year', '10-01', '2011-09-30'],
  ['2011-10-01', 'fiscal-year', '10-01', '2012-09-30'],
  ['2011-06-30', 'fiscal-year', '07-01', '2011-06-30'],
  ['2011-07-01', 'fiscal-year', '07-01', '2012-06-30'],
  ['2023-03-01', 'fiscal-year', '03-01', '2024-02-29'],
  ['2024-03-01', 'fiscal-year', '03-01', '2025-02-28'],
  ['2024-02-29', 'fiscal-year', '03-01', '2024-02-29'],
  ['2011-01-01', 'fiscal-year', '01-01', '2011-12-31'],
  ['2011-12-31', 'fiscal-year', '12-31', '2012-12-30'],
])('%s is cut off at the end of its %s (from %s): %s', (from, at, start, expected) => {
  const fiscalYearStart = parseMonthDay(start);
  if (!fiscalYearStart) throw new Error(`${start} is no beginning`);
  expect(formatPlainDate(cutOff(day(from), at, fiscalYearStart))).toBe(expected);
});

test.each(['02-29', '13-01', '06-31', '10-1', '1001', ''])('no fiscal year begins on %s', (start) => {
  expect(parseMonthDay(start)).toBeUndefined();
});

const temporary: Retention = {
  disposition: 'temporary',
  authority: 'DAA-0563-2013-0001-0002',
  period: 'P7Y',
  cutoff: { from: 'released', at: 'fiscal-year' },
};

describe('the arithmetic', () => {
  const steps = (retention: Retention, from: string): readonly string[] =>
    eligibility({ retention }, { [retention.cutoff?.from ?? 'filed']: day(from) }).arithmetic;

  test('of a fiscal year', () => {
    expect(steps(temporary, '2011-12-02')).toEqual([
      'released on 2011-12-02',
      'cut off at the end of the fiscal year (from 10-01): 2012-09-30',
      'kept for P7Y: until 2019-09-30',
      'may go from the day after: 2019-10-01',
    ]);
  });

  test('of a leap day', () => {
    const retention: Retention = { ...temporary, period: 'P1Y', cutoff: { from: 'updated', at: 'day' } };
    expect(steps(retention, '2024-02-29')).toEqual([
      'updated on 2024-02-29',
      'cut off on the same day: 2024-02-29',
      'kept for P1Y: until 2025-02-28 (the last day of the month stands for day 29)',
      'may go from the day after: 2025-03-01',
    ]);
  });

  test('of a month and of a calendar year', () => {
    const month: Retention = { ...temporary, period: 'P1M', cutoff: { from: 'filed', at: 'month' } };
    expect(steps(month, '2026-11-23')).toEqual([
      'filed on 2026-11-23',
      'cut off at the end of the month: 2026-11-30',
      'kept for P1M: until 2026-12-30',
      'may go from the day after: 2026-12-31',
    ]);
    const year: Retention = { ...temporary, period: 'P90D', cutoff: { from: 'filed', at: 'calendar-year' } };
    expect(steps(year, '2026-11-23')).toEqual([
      'filed on 2026-11-23',
      'cut off at the end of the calendar year: 2026-12-31',
      'kept for P90D: until 2027-03-31',
      'may go from the day after: 2027-04-01',
    ]);
  });

  test('ends at a day that can be written', () => {
    expect(
      eligibility({ retention: { ...temporary, period: 'P9000Y' } }, { released: day('2011-12-02') }),
    ).toEqual({
      arithmetic: [
        'released on 2011-12-02',
        'cut off at the end of the fiscal year (from 10-01): 2012-09-30',
      ],
      reason: 'A period of P9000Y ends beyond the year 9999',
    });
    const last: Retention = { ...temporary, period: 'P0D', cutoff: { from: 'filed', at: 'day' } };
    expect(eligibility({ retention: last }, { filed: day('9999-12-31') }).reason).toBe(
      'A period of P0D ends beyond the year 9999',
    );
  });
});

test.each<[string, Retention, string]>([
  [
    'unscheduled',
    { disposition: 'unscheduled' },
    'The record is unscheduled: it is kept until it has a schedule',
  ],
  [
    'permanent',
    { disposition: 'permanent', authority: 'N1' },
    'The record is permanent: it is never disposed of',
  ],
  [
    'without its date',
    { ...temporary, cutoff: { from: 'updated', at: 'day' } },
    'The cutoff begins from the date on which the record was updated, which is not known',
  ],
  [
    'without anything',
    { disposition: 'temporary' },
    'The schedule is not whole: A temporary record needs “retention.authority”, “retention.period” and “retention.cutoff”',
  ],
  [
    'with a wrong period',
    { ...temporary, period: 'PT1H' },
    'The schedule is not whole: “PT1H” is not an ISO 8601 period such as P7Y, P18M, P90D, P2W or P1Y6M, without a time of day',
  ],
  [
    'with a wrong fiscal year',
    { ...temporary, fiscalYearStart: '02-29' },
    'The schedule is not whole: “02-29” is not a day that every year has, such as 10-01',
  ],
])('no day is reckoned of a record %s', (_name, retention, reason) => {
  const dates = { released: day('2000-01-01'), filed: day('2000-01-01') };
  expect(eligibility({ retention }, dates)).toEqual({ arithmetic: [], reason });
});
