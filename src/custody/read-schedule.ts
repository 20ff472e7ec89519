import { UsageError } from '../diagnostics/errors.ts';
import { isEventName } from '../ledger/facts/event-name.ts';
import type { Cutoff, Disposition, Retention } from '../ledger/facts/record-facts.ts';

/** A schedule as it is typed on a command line, without its authority. */
export interface TypedSchedule {
  readonly disposition: string;
  readonly period?: string;
  /** `from:at`, for instance `released:fiscal-year`. */
  readonly cutoff?: string;
  readonly fiscalYearStart?: string;
  readonly scheduleItem?: string;
}

const dispositions: readonly Disposition[] = ['temporary', 'permanent', 'unscheduled'];
const froms: readonly Cutoff['from'][] = ['released', 'updated', 'filed', 'superseded'];
const ats: readonly Cutoff['at'][] = ['day', 'month', 'calendar-year', 'fiscal-year'];

/**
 * The schedule that was typed; whether it is whole is for the ledger to say.
 *
 * @throws UsageError where a word of it is none of those that there are.
 */
export function readSchedule(typed: TypedSchedule): Omit<Retention, 'authority'> {
  const { period, fiscalYearStart, scheduleItem } = typed;
  const cutoff = readCutoff(typed.cutoff);
  return {
    disposition: readDisposition(typed.disposition),
    ...(scheduleItem === undefined ? {} : { scheduleItem }),
    ...(period === undefined ? {} : { period }),
    ...(cutoff === undefined ? {} : { cutoff }),
    ...(fiscalYearStart === undefined ? {} : { fiscalYearStart }),
  };
}

function readDisposition(text: string): Disposition {
  const found = dispositions.find((name) => name === text);
  if (found) return found;
  throw new UsageError(`--disposition takes ${dispositions.join(', ')}, not \`${text}\``);
}

function readCutoff(text: string | undefined): Cutoff | undefined {
  if (text === undefined) return undefined;
  const [first, second, rest] = text.split(':');
  const from = froms.find((name) => name === first);
  const at = ats.find((name) => name === second);
  const [, event] = /^event=(.*)$/u.exec(first ?? '') ?? [];
  if (event !== undefined && isEventName(event) && at !== undefined && rest === undefined)
    return { from: 'event', at, event };
  if (from !== undefined && at !== undefined && rest === undefined) return { from, at };
  throw new UsageError(
    `--cutoff takes one of ${froms.join(', ')} or event=NAME, a colon, and one of ${ats.join(', ')}, not \`${text}\``,
  );
}
