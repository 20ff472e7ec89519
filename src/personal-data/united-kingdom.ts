import { weighted } from './check-digits.ts';
import { digitsOf, numberPattern, type Pattern } from './pattern.ts';

/** Two letters that HMRC gives, six digits, and a letter. */
const insuranceNumber = `(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ \\u00A0-]?)\\d{2}\\1\\d{2}\\1\\d{2}\\1[A-D]`;

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
    expression: numberPattern(insuranceNumber),
    isOne: () => true,
  },
  {
    what: 'An NHS number',
    expression: numberPattern('\\d{3}([ \\u00A0-]?)\\d{3}\\1\\d{4}'),
    isOne: isHealthNumber,
    beside: /\bNHS\b|\bhealth service number/u,
  },
  {
    what: 'The number of a British passport',
    expression: numberPattern('\\d{9}'),
    isOne: () => true,
    beside: /\bpassports?\b/iu,
  },
];
