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
  /** Of a permanent record, the first day on which it is to be handed to the archives. */
  readonly transferOn?: PlainDate;
  /** Each step from the date to the day, as a sentence. */
  readonly arithmetic: readonly string[];
  /** Why there is no such day. */
  readonly reason?: string;
}

/** The federal fiscal year (31 USC 1102). */
const federalFiscalYear = '10-01';

/**
 * The first day on which a record may go, or is to be handed to the archives: the day after its period ends, which runs from its
 * cutoff. There is one only with authority, period and cutoff, and where the date is known that the cutoff begins from.
 */
export function eligibility(
  { retention }: { readonly retention: Retention },
  dates: RetentionDates,
): Eligibility {
  const never = (reason: string, arithmetic: readonly string[] = []): Eligibility => ({ arithmetic, reason });
  const { disposition, cutoff, period: written = '', fiscalYearStart = federalFiscalYear } = retention;
  if (disposition === 'unscheduled')
    return never('The record is unscheduled: it is kept until it has a schedule');
  const isPermanent = disposition === 'permanent';
  if (isPermanent && cutoff === undefined && written === '') return never(permanentWords);
  const [gap] = findRetentionGaps(retention);
  if (gap !== undefined || cutoff === undefined) return never(`The schedule is not whole: ${gap ?? ''}`);
  const period = parsePeriod(written);
  if (!period) return never(`The schedule is not whole: “${written}” is not ${periodWords}`);
  const fiscalYear = parseMonthDay(fiscalYearStart);
  if (!fiscalYear) return never(`The schedule is not whole: “${fiscalYearStart}” is not ${monthDayWords}`);
  const from = dates[cutoff.from];
  if (from === undefined) {
    return never(unknownWords(cutoff));
  }
  const cutOffOn = cutOff(from, cutoff.at, fiscalYear);
  const steps = [
    `${cutoff.event ?? cutoff.from} on ${formatPlainDate(from)}`,
    `cut off ${endWords(cutoff.at, fiscalYearStart)}: ${formatPlainDate(cutOffOn)}`,
  ];
  const beyond = `A period of ${written} ends beyond the year 9999`;
  const end = addPeriod(cutOffOn, period);
  if (end === undefined) return never(beyond, steps);
  const eligibleOn = nextDay(end.date);
  if (eligibleOn.year > 9999) return never(beyond, steps);
  const clamped =
    end.clampedFrom === undefined ? '' : ` (the last day of the month stands for day ${end.clampedFrom})`;
  const kept = [...steps, `kept for ${written}: until ${formatPlainDate(end.date)}${clamped}`];
  const day = formatPlainDate(eligibleOn);
  if (!isPermanent) return { eligibleOn, arithmetic: [...kept, `may go from the day after: ${day}`] };
  const arithmetic = [...kept, `to be handed to the archives from the day after: ${day}`];
  return { transferOn: eligibleOn, arithmetic, reason: permanentWords };
}

const permanentWords = 'The record is permanent: it is never disposed of';

function unknownWords({ from, event }: Cutoff): string {
  if (event !== undefined)
    return `The cutoff begins from the event “${event}”, which was not entered for the record`;
  if (from === 'superseded') return 'The cutoff begins when the version is superseded, which it was not';
  return `The cutoff begins from the date on which the record was ${from}, which is not known`;
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
