import type { Place, Point } from '../../diagnostics/message.ts';
import { countUpTo } from '../../lists/count-up-to.ts';
import { matchDigest, type ScanFinding } from './scan-finding.ts';

/** What is known of a text that is searched. */
export interface ScanTextOptions {
  /** As the user named it. */
  readonly file: string;
  /** Lines that name officials in public, such as bylines: nothing is found in them. */
  readonly bylines?: readonly string[];
}

/**
 * Social security numbers, e-mail addresses and telephone numbers in a text, in its order. Addresses of the web and
 * attributes of elements hold numbers of another kind and are passed over. Patterns: what has another form is not found. What is
 * told repeats no digit of a number and no name of an address: reports are kept.
 */
export function scanPersonalData(
  text: string,
  { file, bylines = [] }: ScanTextOptions,
): readonly ScanFinding[] {
  const officials = hideAll(text, bylines);
  const noAddresses = hide(officials, webAddress);
  const plain = hide(hide(noAddresses, elementAttribute), linkTarget);
  const found = [
    ...matches(plain, socialSecurityNumber, isSocialSecurityNumber).map((match) => ({
      ...match,
      rule: 'personal-ssn' as const,
      what: 'A social security number',
    })),
    ...matches(plain, namedSocialSecurityNumber, isSocialSecurityNumber).map((match) => ({
      ...match,
      rule: 'personal-ssn' as const,
      what: 'A social security number',
    })),
    ...matches(noAddresses, emailAddress, isPersonalAddress).map((match) => ({
      ...match,
      rule: 'personal-email' as const,
      what: `An e-mail address at ${match.text.slice(match.text.lastIndexOf('@') + 1)}`,
    })),
    ...matches(plain, telephoneNumber, isTelephoneNumber).map((match) => ({
      ...match,
      rule: 'personal-telephone' as const,
      what: 'A telephone number',
    })),
  ];
  const pointAt = points(text);
  return found
    .toSorted((a, b) => a.start - b.start)
    .map(({ rule, what, text: matched, start }) => {
      const matchSha256 = matchDigest(matched);
      const place: Place = { start: pointAt(start), end: pointAt(start + matched.length) };
      return { rule, file, reason: what, matchSha256, hidden: matched, place };
    });
}

const webAddress = /\b(?:https?|ftp):\/\/[^\s<>"']+|\bwww\.[^\s<>"']+/giu;
const elementAttribute = /(?<=[\s"'])[a-z][a-z-]{0,40}=(?:"[^"\n]*"|'[^'\n]*')/giu;
const linkTarget = /(?<=\]\()[^()\s]*/gu;

// The three parts stand apart by the same sign; what goes on before or after is a longer number, a path or an id.
const socialSecurityNumber =
  /(?<![\p{L}\p{N}_./#=+-]|[\p{N}][ \u00A0])(\d{3})([-.\u2010-\u2013 \u00A0])(\d{2})\2(\d{4})(?![\p{L}\p{N}_/=-]|[.,]\d|[ \u00A0]\p{N})/gu;

// Nine figures alone may be anything; behind its name they are one. Groups stand as in the expression above.
const namedSocialSecurityNumber =
  /(?<=(?<!\p{L})(?:ssn|social security(?: (?:number|no\.?))?)[ \u00A0:#=]{1,4})(\d{3})()(\d{2})(\d{4})(?![\p{L}\p{N}])/giu;

const emailAddress =
  /(?<![A-Za-z0-9._%+'@-])[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9@-])/gu;

// The North American plan, or a plus sign and up to fifteen digits (ITU-T E.164).
const telephoneNumber =
  /(?<![\p{L}\p{N}_./#=+$-])(?:(?:\+?1[-.\u2011 \u00A0]?)?(?:\([2-9]\d{2}\)[ \u00A0]?|[2-9]\d{2}[-.\u2011 \u00A0])[2-9]\d{2}[-.\u2011 \u00A0]\d{4}|\+[2-9]\d{0,2}(?:[-. \u00A0]?\(?\d{1,4}\)?){2,6})(?![\p{L}\p{N}_/=-]|\.\d)/gu;

interface Match {
  readonly text: string;
  readonly start: number;
}

function matches(
  text: string,
  pattern: RegExp,
  isOne: (match: RegExpExecArray) => boolean,
): readonly Match[] {
  return [...text.matchAll(pattern)].flatMap((match) =>
    isOne(match) ? [{ text: match[0], start: match.index }] : [],
  );
}

/** Numbers that were shown in public so often that they were never given to anybody again. */
const voidNumbers = new Set(['078051120', '219099999']);

/** Whether the Social Security Administration gives such numbers: no area 000, 666 or from 900, no group 00, no serial 0000. */
function isSocialSecurityNumber([, area = '', , group = '', serial = '']: RegExpExecArray): boolean {
  if (area === '000' || area === '666' || area >= '900') return false;
  return group !== '00' && serial !== '0000' && !voidNumbers.has(area + group + serial);
}

const notDomains = /\.(?:png|jpe?g|gif|svg|webp|css|js|md|html?|example|invalid|test|localhost)$/iu;

/** Not the names of pictures for dense screens, and not what RFC 2606 keeps for examples. */
function isPersonalAddress([address]: RegExpExecArray): boolean {
  return !notDomains.test(address) && !/(?:@|\.)example\.(?:com|net|org)$|^git@/iu.test(address);
}

/** Toll-free numbers belong to no person, and 555-01xx to nobody. */
function isTelephoneNumber([number]: RegExpExecArray): boolean {
  const digits = number.replace(/\D/gu, '');
  if (number.startsWith('+') && !digits.startsWith('1')) return digits.length >= 8 && digits.length <= 15;
  const national = digits.slice(-10);
  return !/^8(?:00|33|44|55|66|77|88)/u.test(national) && !/^\d{3}55501/u.test(national);
}

/** The text with what matches made blank, so that all else keeps its place. */
function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, blank);
}

function hideAll(text: string, passages: readonly string[]): string {
  const given = passages.filter((passage) => passage.trim() !== '');
  return given.reduce((rest, passage) => rest.replaceAll(passage, blank), text);
}

function blank(match: string): string {
  return '\uFFFC'.repeat(match.length);
}

/** Finds points of a text; asked in any order. */
function points(text: string): (offset: number) => Point {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/gu)) starts.push(index + end.length);
  return (offset) => {
    const line = countUpTo(starts, offset, (start) => start);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset };
  };
}
