import { formatPlainDate, type PlainDate } from '../../document/plain-date.ts';
import type { DateOrder } from '../../document/read-date.ts';
import { canBeDay, otherDayOf, readMachineDate, type MachineDate } from '../dates/machine-date.ts';
import { findDates } from '../dates/find-dates.ts';
import type { DateKind } from '../dates/date-line.ts';
import type { PageMetadata } from './metadata.ts';
import type { Report } from './report.ts';
import type { ShownDate } from './shown-dates.ts';

interface Claim {
  readonly name: string;
  readonly date: MachineDate;
}

/**
 * The day that the page shows; a time that it declares to programs is held against it in all zones of the world, and never gives
 * its own day in place of it. Where it shows none, the day that it declares, that of a time in UTC being a guess near midnight.
 */
export function chooseDay(
  kind: DateKind,
  of: { readonly metadata: PageMetadata; readonly shown: ShownDate | undefined; readonly report: Report },
): PlainDate | undefined {
  const { metadata, shown, report } = of;
  const own = shown?.machine === undefined ? [] : [{ name: 'its element', value: shown.machine }];
  const claims = [...own, ...metadata[kind]].flatMap(({ name, value }): readonly Claim[] => {
    const date = readMachineDate(value);
    if (date === undefined) report('intake-suspect', `The date “${value}” of ${name} was not understood`);
    return date === undefined ? [] : [{ name, date }];
  });
  const what = kind === 'released' ? 'Release date' : 'Date of the update';
  const day = shown && (shown.date ?? meantBy(shown.words, claims));
  if (day !== undefined) {
    for (const { name, date } of claims) {
      if (!canBeDay(date, day))
        report(
          'intake-disagreement',
          `${what}: the text says “${formatPlainDate(day)}”, ${name} “${date.value}”`,
        );
    }
    return day;
  }
  if (shown?.problem !== undefined) tellUnread(shown, report);
  return declaredDay(what, claims, report);
}

function tellUnread({ words, problem, element }: ShownDate, report: Report): void {
  const isAmbiguous = problem === 'ambiguous';
  const why = isAmbiguous ? 'can be two different days' : 'was not understood';
  report(isAmbiguous ? 'date-ambiguous' : 'intake-suspect', `The date in “${words}” ${why}`, element);
}

/** The day of a numeric date, where only one way to read it agrees with what the page declares. */
function meantBy(words: string, claims: readonly Claim[]): PlainDate | undefined {
  const readings = (['mdy', 'dmy', 'ymd'] as const).flatMap((order: DateOrder) =>
    findDates(words, order).flatMap(({ reading }) => (typeof reading === 'object' ? [reading] : [])),
  );
  const possible = readings.filter((day) => claims.some(({ date }) => canBeDay(date, day)));
  const [first] = possible;
  return new Set(possible.map(formatPlainDate)).size === 1 ? first : undefined;
}

function declaredDay(what: string, claims: readonly Claim[], report: Report): PlainDate | undefined {
  const [first] = claims;
  if (first === undefined) return undefined;
  // Of one moment, the day in the zone of the page is told by who writes that zone.
  const taken =
    claims.find(({ date }) => otherDayOf(date) === undefined && canBeDay(first.date, date.day)) ?? first;
  const day = formatPlainDate(taken.date.day);
  for (const { name, date } of claims) {
    if (!canBeDay(date, taken.date.day))
      report('intake-disagreement', `${what}: ${taken.name} says “${day}”, ${name} “${date.value}”`);
  }
  const other = otherDayOf(taken.date);
  if (other !== undefined)
    report(
      'intake-guess',
      `${what}: ${taken.name} says “${taken.date.value}”, in UTC; there it may have been ${other}`,
    );
  return taken.date.day;
}
