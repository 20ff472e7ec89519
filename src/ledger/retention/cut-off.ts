import type { PlainDate } from '../../document/plain-date.ts';
import type { Cutoff } from '../facts/record-facts.ts';
import type { MonthDay } from '../facts/month-day.ts';
import { compareDays, endOfMonth, previousDay } from './add-period.ts';

/** The day on which a record is cut off: the last of the day, month or year in which a date lies. */
export function cutOff(date: PlainDate, at: Cutoff['at'], fiscalYearStart: MonthDay): PlainDate {
  switch (at) {
    case 'day':
      return date;
    case 'month':
      return endOfMonth(date);
    case 'calendar-year':
      return { year: date.year, month: 12, day: 31 };
    case 'fiscal-year': {
      const thisYear = { year: date.year, ...fiscalYearStart };
      const year = compareDays(date, thisYear) < 0 ? date.year : date.year + 1;
      return previousDay({ year, ...fiscalYearStart });
    }
  }
}
