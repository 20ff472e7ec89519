import type { Message } from '../diagnostics/message.ts';
import { comparePlainDates, formatPlainDate, type PlainDate } from '../document/plain-date.ts';
import { canBeDay, readMachineDate } from './dates/machine-date.ts';
import type { InputFacts } from './input/input-record.ts';
import { reportRule } from './rules.ts';

/** Archived texts are not of other centuries than these; a slip of the hand (2213, 1013) is. */
const [firstYear, lastYear] = [1800, 2099];

/** Dates that cannot well be true: of far centuries, or after the page was captured. */
export function implausibleDates(facts: InputFacts, file: string): readonly Message[] {
  return (['released', 'updated'] as const).flatMap((key) => {
    const day = facts[key];
    const why = day && flawOf(day, facts.captured?.on);
    if (day === undefined || why === undefined) return [];
    const reason = `\`${key}: ${formatPlainDate(day)}\` is ${why}`;
    return [reportRule('intake-date-implausible', { reason, file })];
  });
}

function flawOf(day: PlainDate, capturedOn: string | undefined): string | undefined {
  if (day.year < firstYear) return `before ${firstYear}`;
  if (day.year > lastYear) return `after ${lastYear}`;
  const captured = capturedOn === undefined ? undefined : readMachineDate(capturedOn);
  if (captured === undefined || canBeDay(captured, day)) return undefined;
  return comparePlainDates(day, captured.day) > 0 ? `after the capture of ${capturedOn}` : undefined;
}
