/** A length of time by the calendar; weeks are seven days. */
export interface Period {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** What a period looks like, in words for messages. */
export const periodWords = 'an ISO 8601 period such as P7Y, P18M, P90D, P2W or P1Y6M, without a time of day';

// Four digits keep every end within the years that a date can be written in, or show at once that it is beyond them.
const calendar = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;
const weeks = /^P(\d{1,4})W$/;

/** Reads an ISO 8601 duration of years, months and days, or of weeks alone (ISO 8601-1 §5.5.2.3); `undefined` for all else. */
export function parsePeriod(text: string): Period | undefined {
  const inWeeks = weeks.exec(text);
  if (inWeeks) return { years: 0, months: 0, days: 7 * Number(inWeeks[1]) };
  const parts = calendar.exec(text);
  if (!parts) return undefined;
  const [years = 0, months = 0, days = 0] = parts.slice(1).map((digits) => Number(digits ?? 0));
  return { years, months, days };
}
