import { alone, type Pattern } from './pattern.ts';

// The three parts stand apart by the same sign; what goes on before or after is a longer number, a path or an id.
const threeParts = /(\d{3})([-.\u2010-\u2013 \u00A0])(\d{2})\2(\d{4})/gu;

/** Numbers that were shown in public so often that they were never given to anybody again. */
const voidNumbers = new Set(['078051120', '219099999']);

/** Whether the Social Security Administration gives such numbers: no area 000, 666 or from 900, no group 00, no serial 0000. */
function isSocialSecurityNumber([, area = '', , group = '', serial = '']: RegExpExecArray): boolean {
  if (area === '000' || area === '666' || area >= '900') return false;
  return group !== '00' && serial !== '0000' && !voidNumbers.has(area + group + serial);
}

/** Of the United States; of them alone the rule and its id are their own. */
export const socialSecurity: readonly Pattern[] = [
  { what: 'A social security number', expression: threeParts, isOne: alone(isSocialSecurityNumber) },
  {
    what: 'A social security number',
    // Nine figures alone may be anything; behind its name they are one. Groups stand as in the expression above.
    expression:
      /(?<=(?<!\p{L})(?:ssn|social security(?: (?:number|no\.?))?)[ \u00A0:#=]{1,4})(\d{3})()(\d{2})(\d{4})(?![\p{L}\p{N}])/giu,
    isOne: isSocialSecurityNumber,
  },
];

/** IRS: areas from 900, and groups 50–65, 70–88, 90–92 and 94–99. */
function isTaxpayerNumber([, area = '', , group = '']: RegExpExecArray): boolean {
  return area >= '900' && /^(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])$/u.test(group);
}

/** Those of the United States beside their social security numbers. */
export const unitedStates: readonly Pattern[] = [
  { what: 'A United States taxpayer number (ITIN)', expression: threeParts, isOne: alone(isTaxpayerNumber) },
  {
    what: 'The number of a United States passport',
    expression: /[A-Z]?\d{8,9}/gu,
    isOne: alone(([text]) => text.length === 9),
    beside: /\bpassports?\b/iu,
  },
];
