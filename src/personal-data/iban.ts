import { remainder } from './check-digits.ts';
import { alone, type Pattern } from './pattern.ts';

/** How many characters an account number has (ISO 13616, the registry of SWIFT): of the European Economic Area and its neighbours. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

/** ISO/IEC 7064 MOD 97-10 over the number with its head behind it, letters as 10 to 35. */
function isAccount([text]: RegExpExecArray): boolean {
  const plain = text.replace(/[^A-Z0-9]/gu, '');
  const length = lengths[plain.slice(0, 2)] ?? Infinity;
  // A word in capitals may stand behind it.
  if (plain.length < length) return false;
  const digits = `${plain.slice(4, length)}${plain.slice(0, 4)}`.replace(/[A-Z]/gu, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return remainder(digits, 97) === 1;
}

/** Numbers of bank accounts. */
export const iban: Pattern = {
  what: 'The number of a bank account (IBAN)',
  expression: /[A-Z]{2}\d{2}(?:[ \u00A0-]?[A-Z0-9]{4}){2,6}(?:[ \u00A0-]?[A-Z0-9]{1,4})?/gu,
  isOne: alone(isAccount),
};
