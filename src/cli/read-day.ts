import { UsageError } from '../diagnostics/errors.ts';
import { parsePlainDate } from '../document/plain-date.ts';

/** The day that a flag names, as it was written. @throws UsageError where it is none. */
export function readDay(text: string, flag: string): string {
  if (parsePlainDate(text) !== undefined) return text;
  throw new UsageError(`${flag} takes a day as YYYY-MM-DD, not \`${text}\``);
}
