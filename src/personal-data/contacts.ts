import { digitsOf, type Pattern } from './pattern.ts';

const notDomains = /\.(?:png|jpe?g|gif|svg|webp|css|js|md|html?|example|invalid|test|localhost)$/iu;

/** Not the names of pictures for dense screens, and not what RFC 2606 keeps for examples. */
function isPersonalAddress([address]: RegExpExecArray): boolean {
  return !notDomains.test(address) && !/(?:@|\.)example\.(?:com|net|org)$|^git@/iu.test(address);
}

/** E-mail addresses. */
export const email: Pattern = {
  what: 'An e-mail address',
  expression:
    /(?<![A-Za-z0-9._%+'@-])[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9@-])/gu,
  isOne: isPersonalAddress,
};

/** Toll-free numbers belong to no person, and 555-01xx to nobody. */
function isTelephoneNumber([number]: RegExpExecArray): boolean {
  const digits = digitsOf(number);
  if (number.startsWith('+') && !digits.startsWith('1')) return digits.length >= 8 && digits.length <= 15;
  const national = digits.slice(-10);
  return !/^8(?:00|33|44|55|66|77|88)/u.test(national) && !/^\d{3}55501/u.test(national);
}

/** Of the North American plan, or a plus sign and up to fifteen digits (ITU-T E.164). */
export const telephone: Pattern = {
  what: 'A telephone number',
  expression:
    /(?<![\p{L}\p{N}_./#=+$-])(?:(?:\+?1[-.\u2011 \u00A0]?)?(?:\([2-9]\d{2}\)[ \u00A0]?|[2-9]\d{2}[-.\u2011 \u00A0])[2-9]\d{2}[-.\u2011 \u00A0]\d{4}|\+[2-9]\d{0,2}(?:[-. \u00A0]?\(?\d{1,4}\)?){2,6})(?![\p{L}\p{N}_/=-]|\.\d)/gu,
  isOne: isTelephoneNumber,
};
