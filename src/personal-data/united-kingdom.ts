import { weighted } from './check-digits.ts';
import { digitsOf, alone, type Pattern } from './pattern.ts';

/** Two letters that HMRC gives, six digits, and a letter. */
const insuranceNumber =
  /(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ \u00A0-]?)\d{2}\1\d{2}\1\d{2}\1[A-D]/gu;

/** Modulus 11 over ten digits, the last of which checks the others. */
function isHealthNumber([text]: RegExpExecArray): boolean {
  const digits = digitsOf(text);
  const check = 11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === Number(digits[9]) && !/^(\d)\1+$/u.test(digits);
}

/** Of the United Kingdom. */
export const unitedKingdom: readonly Pattern[] = [
  {
    what: 'A national insurance number',
    expression: insuranceNumber,
    isOne: alone(),
  },
  {
    what: 'An NHS number',
    expression: /\d{3}([ \u00A0-]?)\d{3}\1\d{4}/gu,
    isOne: alone(isHealthNumber),
    beside: /\bNHS\b|\bhealth service number/u,
  },
  {
    what: 'The number of a British passport',
    expression: /\d{9}/gu,
    isOne: alone(),
    beside: /\bpassports?\b/iu,
  },
];
