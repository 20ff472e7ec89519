import { isInstant } from './instant.ts';

/** The day of an instant where the machine stands, `YYYY-MM-DD`, and its distance from UTC there. */
export interface LocalDay {
  readonly day: string;
  /** `UTC`, or `UTC-05:00`. */
  readonly zone: string;
}

/** What the calendar on the wall of the machine says: not the locale, only the zone is asked for. */
export function localDay(at: Date): LocalDay {
  const minutes = -at.getTimezoneOffset();
  const shifted = new Date(at.getTime() + minutes * 60_000);
  const day = (isInstant(shifted) ? shifted : at).toISOString().slice(0, 10);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  const distance = minutes === 0 ? '' : `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
  return { day, zone: `UTC${distance}` };
}
