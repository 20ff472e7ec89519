import { createRequire } from 'node:module';

/**
 * Whose words are hyphenated, and by which patterns of the package `hyphen`: those whose origin and licence are known
 * (`HYPHENATION.md`).
 */
const patterns: readonly { readonly lang: RegExp; readonly name: string }[] = [
  { lang: /^en(?:-US)?$/iu, name: 'en-us' },
  { lang: /^de(?:-DE|-AT)?$/iu, name: 'de-1996' },
  { lang: /^fr(?:-|$)/iu, name: 'fr' },
  { lang: /^es(?:-|$)/iu, name: 'es' },
];

/** Shorter words stay whole, and longer ones are none. */
const [shortest, longest] = [6, 40];

/** Letters that stay before a hyphen, and behind it. */
const [leastBefore, leastBehind] = [2, 3];

const softHyphen = '\u00AD';

type Hyphenate = (word: string) => string;

const require = createRequire(import.meta.url);
const loaded = new Map<string, Hyphenate>();

/** Where a word may be hyphenated, in UTF-16 units from its start; nowhere where nothing is known of its language. */
export function hyphenPlaces(word: string, lang: string): readonly number[] {
  const name = patterns.find((known) => known.lang.test(lang))?.name;
  if (name === undefined || !isHyphenated(word)) return [];
  // The package lowers letters by the locale of the machine: of what is lower already nothing is left to lower.
  const lowered = word.toLowerCase();
  if (lowered.length !== word.length) return [];
  const places: number[] = [];
  let at = 0;
  for (const part of patternsOf(name)(lowered).split(softHyphen).slice(0, -1)) {
    at += part.length;
    if (at >= leastBefore && at <= word.length - leastBehind) places.push(at);
  }
  return places;
}

/** Letters alone, none of them a capital but the first: a name of capitals is read sign by sign. */
function isHyphenated(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}\p{Ll}+$/u.test(word);
}

function patternsOf(name: string): Hyphenate {
  const known = loaded.get(name);
  if (known) return known;
  // hyphen 1.14.1 has no types: each of its languages has this function among others.
  const { hyphenateSync } = require(`hyphen/${name}`) as { readonly hyphenateSync: Hyphenate };
  loaded.set(name, hyphenateSync);
  return hyphenateSync;
}
