import type { DateOrder } from '../../document/read-date.ts';
import { findDates, type FoundDate } from './find-dates.ts';

/** What a date of a page is of. */
export type DateKind = 'released' | 'updated';

/** A line that says a date and nothing else but its label, its weekday and its time. */
export interface DateLine {
  /** By the label; `undefined` where there is none. */
  readonly kind: DateKind | undefined;
  readonly date: FoundDate;
}

const releasedEnglish =
  'release date|date (?:of release|released|posted|published)|released|posted|published|publication date|created|issued|date';
const releasedElsewhere =
  'date de publication|fecha(?: de publicación)?|publicad[oa]|publiée?|mise? en ligne|veröffentlicht|erschienen|veröffentlichungsdatum|datum|data(?: de publicação)?';
const updatedEnglish =
  '(?:page |content |date )?last (?:updated|modified|reviewed|changed|edited)(?: date)?|(?:date )?(?:updated|modified)';
const updatedInSpanishAndPortuguese =
  'última (?:actualización|modificación|atualização)|actualizad[oa]|atualizad[oa]|modificad[oa]';
const updatedInFrenchAndGerman =
  'dernière (?:mise à jour|modification)|mise? à jour|modifiée?|(?:zuletzt )?(?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)|stand';

const labels: readonly (readonly [DateKind, RegExp])[] = [
  [
    'updated',
    new RegExp(
      `^(?:${updatedEnglish}|${updatedInSpanishAndPortuguese}|${updatedInFrenchAndGerman})(?!\\p{L})`,
      'iu',
    ),
  ],
  ['released', new RegExp(`^(?:${releasedElsewhere}|${releasedEnglish})(?!\\p{L})`, 'iu')],
];

const weekdays = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche mar mer jeu ven sam dim ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so ' +
    'segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex'
  ).split(' '),
);

const betweenWords = new Set('on the el le am den em a du as of'.split(' '));

const time =
  '(?:at |a las |à |um |às |@ ?)?\\d{1,2}(?:[:.h]\\d{2}(?::\\d{2})?)? ?(?:[ap]\\.?m\\.?|uhr|h|hrs?)?(?: ?\\(?(?:[a-z]{2,5}|(?:utc|gmt)[+-]\\d{1,2})\\)?)?';
const timeBehind = new RegExp(`^ ?[,|·•–—-]? ?(?:${time})?\\.?$`, 'iu');
const timeBefore = new RegExp(`^${time},? ?(?:on )?$`, 'iu');

/** Longer lines say more than a date. */
const longestLine = 100;

/** The line as a date with its label; `undefined` where it says anything else, no date or more than one. */
export function readDateLine(words: string, order: DateOrder | undefined): DateLine | undefined {
  if (words.length > longestLine) return undefined;
  const [date, second] = findDates(words, order);
  if (date === undefined || second !== undefined || !isTime(words.slice(date.end))) return undefined;
  const before = words.slice(0, date.start).normalize('NFC').trim();
  const label = readDateLabel(before);
  const rest = before.slice(label?.length ?? 0).replace(/^\s*[:–—|-]?\s*/u, '');
  const between = rest.slice(0, weekdayStart(rest)).trim();
  return between === '' || timeBefore.test(between) ? { kind: label?.kind, date } : undefined;
}

/** The label of a date at the start of a text, and how long it is; words between it and a colon belong to it. */
export function readDateLabel(
  text: string,
): { readonly kind: DateKind; readonly length: number } | undefined {
  for (const [kind, label] of labels) {
    const found = label.exec(text)?.[0];
    if (found === undefined) continue;
    const more = /^[^:\d]{0,40}:/u.exec(text.slice(found.length))?.[0] ?? '';
    return { kind, length: found.length + more.length };
  }
  return undefined;
}

/** Where the weekday and the small words that lead to a date begin, at the end of the text before it. */
export function weekdayStart(before: string): number {
  let end = before.trimEnd().length;
  for (;;) {
    const word = /(?<![^\s,|·•–—(-])(\p{L}[\p{L}-]{0,13})[.,]{0,2}\s*$/u.exec(before.slice(0, end));
    const name = (word?.[1] ?? '').normalize('NFC').toLowerCase();
    if (word === null || !(weekdays.has(name) || betweenWords.has(name))) return end;
    end = word.index;
  }
}

/** Whether the text behind a date is nothing or a time. */
export function isTime(behind: string): boolean {
  return timeBehind.test(behind.replace(/\s+/gu, ' ').trimEnd());
}
