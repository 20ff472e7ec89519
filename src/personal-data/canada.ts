import { passesLuhn } from './check-digits.ts';
import { digitsOf, alone, type Pattern } from './pattern.ts';

/** Of Canada. */
export const canada: readonly Pattern[] = [
  {
    what: 'A Canadian social insurance number',
    expression: /\d{3}-\d{3}-\d{3}/gu,
    // None begins with 0 or 8.
    isOne: alone(([text]) => /^[^08]/u.test(text) && passesLuhn(digitsOf(text))),
  },
  {
    what: 'A Canadian social insurance number',
    expression: /\d{3}[ \u00A0]?\d{3}[ \u00A0]?\d{3}/gu,
    isOne: alone(([text]) => /^[^08]/u.test(text) && passesLuhn(digitsOf(text))),
    beside: /\bSIN\b|\bNAS\b|social insurance|assurance sociale/u,
  },
  {
    what: 'The number of a Canadian passport',
    expression: /[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2}/gu,
    isOne: alone(),
    beside: /\bpassports?\b|\bpasseports?\b/iu,
  },
];
