import { isDay, passesLuhn, passesMod11And10, remainder, weighted } from './check-digits.ts';
import { digitsOf, alone, type Pattern } from './pattern.ts';

/** Signs that stand between the parts of a number, or none. */
const gap = '[-.\\u2010-\\u2013 \\u00A0]?';

/** France: sex, year, month, department, commune, order, and 97 less what is left of the rest; Corsica has letters. */
function isFrench([text]: RegExpExecArray): boolean {
  const plain = text.replace(/[^0-9AB]/gu, '');
  const number = plain.replace('2A', '19').replace('2B', '18');
  return 97 - remainder(number.slice(0, 13), 97) === Number(number.slice(13));
}

/** Germany: no 0 first, of ten digits one twice or three times but not three in a row, and MOD 11,10. */
function isGerman([text]: RegExpExecArray): boolean {
  const digits = digitsOf(text);
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return (
    repeated.length === 1 && (repeated[0] ?? 0) <= 3 && !/(\d)\1\1/u.test(digits) && passesMod11And10(digits)
  );
}

/** Spain: the letter that the rest of a division by 23 gives; of foreigners X, Y and Z are 0, 1 and 2. */
function isSpanish([text]: RegExpExecArray): boolean {
  const plain = text.replace(/[^0-9A-Z]/gu, '');
  const number = plain.slice(0, -1).replace(/^[XYZ]/u, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[remainder(number, 23)] === plain.at(-1);
}

/** Italy (D.M. 23/12/1976): what signs at odd places count, those of digits as of the letters from A. */
const oddPlaces = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function isItalian([text]: RegExpExecArray): boolean {
  const sum = text
    .slice(0, 15)
    .split('')
    .reduce((total, sign, at) => {
      const value = /\d/u.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
      return total + (at % 2 === 0 ? (oddPlaces[value] ?? 0) : value);
    }, 0);
  return String.fromCharCode(65 + (sum % 26)) === text.at(-1);
}

/** The Netherlands: eleven divides the digits by 9 to 2, and −1. */
function isDutch([text]: RegExpExecArray): boolean {
  const digits = digitsOf(text);
  return weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && /[1-9]/u.test(digits);
}

/** Belgium: day of birth, order, and 97 less what is left; a 2 before it from the year 2000. */
function isBelgian([text]: RegExpExecArray): boolean {
  const digits = digitsOf(text);
  const check = Number(digits.slice(9));
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  // Foreigners have 20 or 40 more as their month.
  if (!isDay(month % 20, day)) return false;
  return ['', '2'].some((century) => 97 - remainder(century + digits.slice(0, 9), 97) === check);
}

/** Poland: day of birth with its century in the month, order, and a digit that checks the others. */
function isPolish([text]: RegExpExecArray): boolean {
  const [month, day] = [Number(text.slice(2, 4)) % 20, Number(text.slice(4, 6))];
  return isDay(month, day) && weighted(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** Portugal: of persons, and a digit that checks the others. */
function isPortuguese([text]: RegExpExecArray): boolean {
  const digits = digitsOf(text);
  const left = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (left < 2 ? 0 : 11 - left) === Number(digits[8]);
}

/** Sweden: day of birth (60 more for those without a number of their own), order, Luhn over the last ten digits. */
function isSwedish([text]: RegExpExecArray): boolean {
  const digits = digitsOf(text).slice(-10);
  return isDay(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)) % 60) && passesLuhn(digits);
}

/** Of states of the European Union, by their codes (ISO 3166-1). */
export const identityNumbers = {
  fr: [
    {
      what: 'A French social security number',
      expression: new RegExp(
        `[12]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[AB])${gap}\\d{3}${gap}\\d{3}${gap}\\d{2}`,
        'gu',
      ),
      isOne: alone(isFrench),
    },
  ],
  de: [
    {
      what: 'A German tax number (Identifikationsnummer)',
      expression: new RegExp(`[1-9]\\d${gap}\\d{3}${gap}\\d{3}${gap}\\d{3}`, 'gu'),
      isOne: alone(isGerman),
      beside: /steuer|identifikations|\bIdNr\b|\bSt\.?-?IdNr|\btax\b/iu,
    },
  ],
  es: [
    {
      what: 'A Spanish identity number',
      expression: new RegExp(`(?:\\d{8}|[XYZ]${gap}\\d{7})${gap}[A-HJ-NP-TV-Z]`, 'gu'),
      isOne: alone(isSpanish),
    },
  ],
  it: [
    {
      what: 'An Italian tax code',
      expression: /[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPR-T][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]/gu,
      isOne: alone(isItalian),
    },
  ],
  nl: [
    {
      what: 'A Dutch citizen service number',
      expression: new RegExp(`\\d{4}${gap}\\d{2}${gap}\\d{3}|\\d{3}${gap}\\d{3}${gap}\\d{3}`, 'gu'),
      isOne: alone(isDutch),
      beside: /\bBSN\b|burgerservice|sofi-?nummer|citizen service/iu,
    },
  ],
  be: [
    {
      what: 'A Belgian national number',
      expression: /\d{2}\.?\d{2}\.?\d{2}[- ]?\d{3}[. ]?\d{2}/gu,
      isOne: alone(isBelgian),
      beside: /rijksregister|registre national|national (?:register )?number|\bNISS\b|\bINSZ\b|\bNRN\b/iu,
    },
    {
      what: 'A Belgian national number',
      expression: /\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}/gu,
      isOne: alone(isBelgian),
    },
  ],
  pl: [
    {
      what: 'A Polish identity number',
      expression: /\d{11}/gu,
      isOne: alone(isPolish),
      beside: /\bPESEL/iu,
    },
  ],
  pt: [
    {
      what: 'A Portuguese tax number',
      expression: new RegExp(`[1-3]\\d{2}${gap}\\d{3}${gap}\\d{3}`, 'gu'),
      isOne: alone(isPortuguese),
      beside: /\bNIF\b|contribuinte|identificação fiscal/iu,
    },
  ],
  se: [
    {
      what: 'A Swedish identity number',
      expression: /(?:18|19|20)?\d{6}[-+]\d{4}/gu,
      isOne: alone(isSwedish),
    },
    {
      what: 'A Swedish identity number',
      expression: /(?:18|19|20)?\d{10}/gu,
      isOne: alone(isSwedish),
      beside: /personnummer|samordningsnummer|personal identity number/iu,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Pattern[]>>;
