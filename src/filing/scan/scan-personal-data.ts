import type { Place, Point } from '../../diagnostics/message.ts';
import { countUpTo } from '../../lists/count-up-to.ts';
import { firstOfEach } from '../../lists/first-of-each.ts';
import { email, telephone } from '../../personal-data/contacts.ts';
import { findMatches, type Found } from '../../personal-data/find-matches.ts';
import { findOwn } from '../../personal-data/own-pattern.ts';
import { patternSets } from '../../personal-data/pattern-sets.ts';
import type { LookedFor, OwnPattern } from '../../personal-data/pattern-set-names.ts';
import { socialSecurity } from '../../personal-data/united-states.ts';
import { matchDigest, type ScanFinding } from './scan-finding.ts';

/** What is known of a text that is searched. */
export interface ScanTextOptions {
  /** As the user named it. */
  readonly file: string;
  /** Lines that name officials in public, such as bylines: nothing is found in them. */
  readonly bylines?: readonly string[];
  readonly patterns?: LookedFor;
}

/**
 * Social security numbers, e-mail addresses, telephone numbers and what a project looks for in a text, in its order. Addresses of the
 * web and attributes of elements hold numbers of another kind and are passed over. Patterns: what has another form is not found. What
 * is told repeats no digit of a number and no name of an address: reports are kept.
 */
export function scanPersonalData(
  text: string,
  { file, bylines = [], patterns = [] }: ScanTextOptions,
): readonly ScanFinding[] {
  const officials = hideAll(text, bylines);
  const noAddresses = hide(officials, webAddress);
  const plain = hide(hide(noAddresses, elementAttribute), linkTarget);
  const own = patterns
    .filter((pattern) => typeof pattern !== 'string')
    .map((pattern) => ({ pattern, ...findOwn(plain, pattern) }));
  const sets = patterns.filter((pattern) => typeof pattern === 'string').map((name) => patternSets[name]);
  const found = [
    ...as('personal-ssn', findMatches(plain, socialSecurity)),
    ...as('personal-email', findMatches(noAddresses, [email]).map(withDomain)),
    ...as('personal-telephone', findMatches(plain, [telephone])),
    ...as('personal-identity', findMatches(plain, [...new Set(sets.flat())])),
    ...own.flatMap((one) => as('personal-own', one.found.map(nameInQuotes))),
  ];
  const pointAt = points(text);
  // What begins at one place and two patterns of a rule find is told once.
  const findings = firstOfEach(found, ({ rule, start }) => `${rule} ${start}`)
    .toSorted((a, b) => a.start - b.start)
    .map(({ rule, what, text: matched, start }): ScanFinding => {
      const place: Place = { start: pointAt(start), end: pointAt(start + matched.length) };
      return { rule, file, reason: what, matchSha256: matchDigest(matched), hidden: matched, place };
    });
  return [
    ...findings,
    ...own.filter(({ isAll }) => !isAll).map(({ pattern }) => tooMany(pattern, text, file)),
  ];
}

interface RuledFound extends Found {
  readonly rule: ScanFinding['rule'];
}

function as(rule: ScanFinding['rule'], found: readonly Found[]): readonly RuledFound[] {
  return found.map((one) => ({ ...one, rule }));
}

function withDomain(found: Found): Found {
  return { ...found, what: `${found.what} at ${found.text.slice(found.text.lastIndexOf('@') + 1)}` };
}

function nameInQuotes(found: Found): Found {
  return { ...found, what: `“${found.what}”, which the project looks for` };
}

function tooMany({ name }: OwnPattern, text: string, file: string): ScanFinding {
  const reason = `Not searched to its end for “${name}”, which stands in it more than 10,000 times`;
  return { rule: 'personal-unsearched', file, reason, matchSha256: matchDigest(text) };
}

const webAddress = /\b(?:https?|ftp):\/\/[^\s<>"']+|\bwww\.[^\s<>"']+/giu;
const elementAttribute = /(?<=[\s"'])[a-z][a-z-]{0,40}=(?:"[^"\n]*"|'[^'\n]*')/giu;
const linkTarget = /(?<=\]\()[^()\s]*/gu;

/** A text with a sign for each letter and digit of what is personal in it, wherever it stands: for messages that quote. */
export function maskPersonalData(text: string, patterns: LookedFor = []): string {
  const sets = patterns.filter((pattern) => typeof pattern === 'string').flatMap((name) => patternSets[name]);
  const own = patterns.filter((pattern) => typeof pattern !== 'string');
  // In a message a number may stand in a path or an address.
  const parted = text.replace(/[/_=#]/gu, '\n');
  const found = [
    ...findMatches(parted, [...socialSecurity, telephone, ...new Set(sets)]),
    ...own.flatMap((pattern) => findOwn(parted, pattern).found),
  ];
  return hideAll(
    text,
    found.map((one) => one.text),
    (match) => match.replace(/[\p{L}\p{N}]/gu, '•'),
  );
}

/** The text with what matches made blank, so that all else keeps its place. */
function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, blank);
}

function hideAll(text: string, passages: readonly string[], by: (match: string) => string = blank): string {
  const given = passages.filter((passage) => passage.trim() !== '');
  return given.reduce((rest, passage) => rest.replaceAll(passage, by), text);
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
