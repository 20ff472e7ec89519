/** Names of the months as pages in English, Spanish, French, German and Portuguese write them, a row for each month. */
const names: readonly string[] = [
  'january jan enero ene janvier janv januar jänner janeiro',
  'february feb febrero febr février févr fév februar feber fevereiro fev',
  'march mar marzo mars märz mrz março',
  'april apr abril abr avril avr',
  'may mayo mai maio',
  'june jun junio juin juni junho',
  'july jul julio juillet juil juli julho',
  'august aug agosto ago août aout',
  'september sept sep septiembre setiembre septembre setembro set',
  'october oct octubre octobre oktober okt outubro out',
  'november nov noviembre novembre novembro',
  'december dec diciembre dic décembre déc dezember dez dezembro',
];

const numbers = new Map(
  names.flatMap((row, index) => row.split(' ').map((name) => [name, index + 1] as const)),
);

/** The number of a month, from 1, by a name or its abbreviation in any case; `undefined` for other words. */
export function monthNumber(name: string): number | undefined {
  return numbers.get(name.normalize('NFC').toLowerCase());
}

/** All names as the alternatives of a regular expression, letters and signs above them composed or not. */
export const monthAlternatives: string = [
  ...new Set([...numbers.keys()].flatMap((name) => [name, name.normalize('NFD')])),
].join('|');

/** Portuguese abbreviations that are words of English, so that only a day before them makes them months. */
export function isMonthBeforeDay(name: string): boolean {
  return !/^(?:out|set)$/iu.test(name);
}
