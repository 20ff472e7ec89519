import { formatPlainDate, type PlainDate } from '../../document/plain-date.ts';
import { monthDayWords, parseMonthDay } from '../facts/month-day.ts';
import { parsePeriod, periodWords } from '../facts/period.ts';
import type { Cutoff, Retention } from '../facts/record-facts.ts';
import { findRetentionGaps } from '../facts/retention-gaps.ts';
import { addPeriod, nextDay } from './add-period.ts';
import { cutOff } from './cut-off.ts';

/** The dates that a cutoff may begin from. */
export type RetentionDates = { readonly [K in Cutoff['from']]?: PlainDate | undefined };

/** Whether and from when a record may go, were it not held. */
export interface Eligibility {
  /** The first day on which it may go; absent where there is none, or where it cannot be reckoned. */
  readonly eligibleOn?: PlainDate;
  /** Each step from the date to the day, as a sentence. */
  readonly arithmetic: readonly string[];
  /** Why there is no such day. */
  readonly reason?: string;
}

/** The federal fiscal year (31 USC 1102). */
const federalFiscalYear = '10-01';

/**
 * The first day on which a record may go: the day after its period ends, which runs from its cutoff. Only a temporary record with
 * authority, period and cutoff has one, and only where the date is known that its cutoff begins from.
 */
export function eligibility(
  { retention }: { readonly retention: Retention },
  dates: RetentionDates,
): Eligibility {
  const never = (reason: string, arithmetic: readonly string[] = []): Eligibility => ({ arithmetic, reason });
  const { disposition, cutoff, period: written = '', fiscalYearStart = federalFiscalYear } = retention;
  if (disposition === 'unscheduled')
    return never('The record is unscheduled: it is kept until it has a schedule');
  if (disposition === 'permanent') return never('The record is permanent: it is never disposed of');
  const [gap] = findRetentionGaps(retention);
  if (gap !== undefined || cutoff === undefined) return never(`The schedule is not whole: ${gap ?? ''}`);
  const period = parsePeriod(written);
  if (!period) return never(`The schedule is not whole: “${written}” is not ${periodWords}`);
  const fiscalYear = parseMonthDay(fiscalYearStart);
  if (!fiscalYear) return never(`The schedule is not whole: “${fiscalYearStart}” is not ${monthDayWords}`);
  const from = dates[cutoff.from];
  if (from === undefined) {
    return never(
      `The cutoff begins from the date on which the record was ${cutoff.from}, which is not known`,
    );
  }
  const cutOffOn = cutOff(from, cutoff.at, fiscalYear);
  const steps = [
    `${cutoff.from} on ${formatPlainDate(from)}`,
    `cut off ${endWords(cutoff.at, fiscalYearStart)}: ${formatPlainDate(cutOffOn)}`,
  ];
  const beyond = `A period of ${written} ends beyond the year 9999`;
  const end = addPeriod(cutOffOn, period);
  if (end === undefined) return never(beyond, steps);
  const eligibleOn = nextDay(end.date);
  if (eligibleOn.year > 9999) return never(beyond, steps);
  const clamped =
    end.clampedFrom === undefined ? '' : ` (the last day of the month stands for day ${end.clampedFrom})`;
  return {
    eligibleOn,
    arithmetic: [
      ...steps,
      `kept for ${written}: until ${formatPlainDate(end.date)}${clamped}`,
      `may go from the day after: ${formatPlainDate(eligibleOn)}`,
    ],
  };
}

function endWords(at: Cutoff['at'], fiscalYearStart: string): string {
  switch (at) {
    case 'day':
      return 'on the same day';
    case 'month':
      return 'at the end of the month';
    case 'calendar-year':
      return 'at the end of the calendar year';
    case 'fiscal-year':
      return `at the end of the fiscal year (from ${fiscalYearStart})`;
  }
}
