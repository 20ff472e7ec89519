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

/** How many words a hyphenator may keep: it forgets none by itself. */
const mostKept = 5000;

type Hyphenate = (word: string) => string;

/** As `hyphen` 1.14.1 has them: levels, a tree of letters, and the places of words that are exceptions. */
type Patterns = readonly [levels: unknown, tree: unknown, exceptions?: Readonly<Record<string, unknown>>];

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
  // hyphen 1.14.1 has no types: this is its one function, and what it is made with.
  const createHyphenator = require('hyphen') as (patterns: Patterns) => Hyphenate;
  const [levels, tree, exceptions] = require(`hyphen/patterns/${name}`) as Patterns;
  // Every word is kept in its own cache, and among the exceptions that it was given.
  const hyphenate = renewed(mostKept, () => createHyphenator([levels, tree, { ...exceptions }]));
  loaded.set(name, hyphenate);
  return hyphenate;
}

/** The same function, made anew after so many calls: what it keeps of them goes with it. */
export function renewed<Given, Made>(
  calls: number,
  make: () => (given: Given) => Made,
): (given: Given) => Made {
  let left = calls;
  let current = make();
  return (given) => {
    if (left === 0) {
      current = make();
      left = calls;
    }
    left -= 1;
    return current(given);
  };
}
