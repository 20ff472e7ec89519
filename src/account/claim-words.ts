import { countUpTo } from '../lists/count-up-to.ts';
import type { Stretch } from './stretches.ts';
import type { SourceWord } from './source-words.ts';

/** Hands the words of a source out to those who name them: each word once. */
export interface WordRegister {
  readonly isTaken: (index: number) => boolean;
  readonly take: (index: number) => void;
  /**
   * Takes words, in their order, as far as they stand free in a stretch of the source.
   */
  readonly claim: (words: readonly string[], stretch: Stretch) => Claimed;
  /** Takes words only where they stand together in a stretch of the source; whether they do. */
  readonly claimRun: (words: readonly string[], stretch: Stretch) => boolean;
}

/** What became of words that were claimed. */
export interface Claimed {
  /** Those that stand nowhere free. */
  readonly missing: readonly string[];
  /** Offset of the first word that was taken, and the end of the last; `undefined` where none was. */
  readonly taken: Stretch | undefined;
}

/** What words look like by the form of the source around them. */
export interface Forms {
  readonly isSign: (word: SourceWord) => boolean;
  readonly isAddress: (word: SourceWord) => boolean;
}

/** How many words are looked through for the next part of one that markup divides. */
const reach = 48;

/** At how many places words are looked for that stand together, before they are taken one by one. */
const mostRuns = 16;

/** So many words that stand together are those that are meant, whatever some of them look like: TeX is full of braces. */
const longRun = 8;

/**
 * No word of the source is taken yet. Words that look like markup are taken for those of a text only where no others stand, for
 * `{% image "x.png" caption="An x" %}` says `x` twice.
 */
export function createRegister(words: readonly SourceWord[], { isSign, isAddress }: Forms): WordRegister {
  const taken = new Uint8Array(words.length);
  const isMarkup = (word: SourceWord): boolean => isSign(word) || isAddress(word);
  const free: FreeWords = { words, taken, next: freeWords(words, taken), isMarkup };
  return {
    isTaken: (index) => taken[index] === 1,
    take: (index) => void (taken[index] = 1),
    claimRun: (claimed, { start, end }) => {
      const among = {
        from: countUpTo(words, start - 1, (word) => word.start),
        to: countUpTo(words, end - 1, (word) => word.start),
      };
      if (claimed.length === 0) return false;
      const run = findRun(claimed, among, free);
      if (run !== undefined) takeRun(run, claimed.length, free);
      const around = run === undefined ? runAroundMarkup(claimed, among, free) : [];
      for (const index of around) taken[index] = 1;
      return run !== undefined || around.length > 0;
    },
    claim: (claimed, { start, end }) => {
      const missing: string[] = [];
      let at = countUpTo(words, start - 1, (word) => word.start);
      const to = countUpTo(words, end - 1, (word) => word.start);
      const run = findRun(claimed, { from: at, to }, free);
      if (run !== undefined) return takeRun(run, claimed.length, free);
      let first: number | undefined;
      let last = 0;
      for (const word of claimed) {
        const among = { from: at, to, words, taken };
        const whole =
          nextBut(isMarkup, word, among) ?? nextBut(isAddress, word, among) ?? free.next(word, at);
        const found = whole !== undefined && whole < to ? [whole] : findParts(word, { from: at, to }, free);
        if (found.length === 0) missing.push(word);
        for (const index of found) {
          taken[index] = 1;
          first ??= words[index]?.start;
          last = words[index]?.end ?? last;
          at = index + 1;
        }
      }
      return { missing, taken: first === undefined ? undefined : { start: first, end: last } };
    },
  };
}

/** Takes words that stand together. */
function takeRun(from: number, count: number, { words, taken }: FreeWords): Claimed {
  taken.fill(1, from, from + count);
  const start = words[from]?.start;
  const end = words[from + count - 1]?.end;
  return { missing: [], taken: start === undefined || end === undefined ? undefined : { start, end } };
}

/** What the words of a source are asked for. */
interface FreeWords {
  readonly words: readonly SourceWord[];
  /** 1 for each that is. */
  readonly taken: Uint8Array;
  /** The first free word of a value from an index on. */
  readonly next: (value: string, from: number) => number | undefined;
  readonly isMarkup: (word: SourceWord) => boolean;
}

/** Words by their indices, without the last. */
interface Among {
  readonly from: number;
  readonly to: number;
}

/**
 * The next word that is passed over by nothing, if it is this one: of a link that became its words, the tag or the address still
 * stands between them, and may hold the word that comes after it.
 */
function nextBut(
  isPassed: (word: SourceWord) => boolean,
  word: string,
  { from, to, words, taken }: Among & Pick<FreeWords, 'words' | 'taken'>,
): number | undefined {
  for (let index = from; index < Math.min(to, from + reach); index += 1) {
    const found = words[index];
    if (found === undefined || taken[index] === 1 || isPassed(found)) continue;
    return found.value === word || found.decoded === word ? index : undefined;
  }
  return undefined;
}

/** The free words that a word is made of, which markup divides; none where there are not all of them. What the markup holds is rather not among them. */
function findParts(word: string, among: Among, free: FreeWords): readonly number[] {
  const parts = partsBut(free.isMarkup, word, { ...among, ...free });
  return parts.length > 0 ? parts : partsBut(() => false, word, { ...among, ...free });
}

function partsBut(
  isPassed: (word: SourceWord) => boolean,
  word: string,
  { from, to, words, taken }: Among & Pick<FreeWords, 'words' | 'taken'>,
): readonly number[] {
  const parts: number[] = [];
  let rest = word;
  let end = Math.min(to, from + reach);
  for (let index = from; index < end; index += 1) {
    const found = words[index];
    if (found === undefined || taken[index] === 1 || isPassed(found)) continue;
    const part = partOf(rest, found);
    if (part === undefined) continue;
    parts.push(index);
    rest = rest.slice(part.length);
    if (rest === '') return parts;
    end = Math.min(to, index + 1 + reach);
  }
  return [];
}

/** Where the words stand together, free: rather not in what looks like markup, and not half in it, as a word before the name of a call. */
function findRun(claimed: readonly string[], { from, to }: Among, free: FreeWords): number | undefined {
  const { words, taken, next, isMarkup } = free;
  const isWord = (index: number, word: string): boolean =>
    taken[index] === 0 && (words[index]?.value === word || words[index]?.decoded === word);
  const [begin = ''] = claimed;
  let start = next(begin, from);
  let inMarkup: number | undefined;
  for (let tried = 0; tried < mostRuns && start !== undefined; tried += 1) {
    const at = start;
    if (at + claimed.length > to) break;
    if (claimed.every((said, offset) => isWord(at + offset, said))) {
      const marked = words.slice(at, at + claimed.length).filter(isMarkup).length;
      if (marked === 0) return at;
      if (marked === claimed.length || claimed.length >= longRun) inMarkup ??= at;
    }
    start = next(begin, at + 1);
  }
  return inMarkup;
}

/** The words where they stand together but for markup, which may divide them as well; none where they do not. */
function runAroundMarkup(
  claimed: readonly string[],
  { from, to }: Among,
  free: FreeWords,
): readonly number[] {
  let tried = 0;
  for (let start = from; start < Math.min(to, from + reach) && tried < mostRuns; start += 1) {
    const first = free.words[start];
    if (first === undefined || free.taken[start] === 1 || partOf(claimed[0] ?? '', first) === undefined)
      continue;
    tried += 1;
    const found = runFrom(claimed, { from: start, to }, free);
    if (found.length > 0) return found;
  }
  return [];
}

function runFrom(
  claimed: readonly string[],
  { from, to }: Among,
  { words, taken, isMarkup }: FreeWords,
): readonly number[] {
  const found: number[] = [];
  let said = 0;
  let rest = claimed[0] ?? '';
  let passed = 0;
  for (let index = from; index < to && passed < reach; index += 1) {
    const word = words[index];
    if (word === undefined || taken[index] === 1) return [];
    const part = isMarkup(word) ? undefined : partOf(rest, word);
    if (part === undefined && !isMarkup(word)) return [];
    if (part === undefined) passed += 1;
    else {
      found.push(index);
      rest = rest.slice(part.length);
      if (rest === '') rest = claimed[(said += 1)] ?? '';
      if (said === claimed.length) return found;
    }
  }
  return [];
}

/** What a word of the source is the beginning of, as it is written or as it is read. */
function partOf(said: string, { decoded, value }: SourceWord): string | undefined {
  return [decoded, value].find((part) => part !== undefined && part !== '' && said.startsWith(part));
}

/** Finds the first free word of a value from an index on; those that were taken are stepped over once, not each time. */
function freeWords(
  words: readonly SourceWord[],
  taken: Uint8Array,
): (value: string, from: number) => number | undefined {
  const byValue = new Map<string, number[]>();
  const add = (value: string, index: number): void => {
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, [index]);
    else known.push(index);
  };
  words.forEach(({ value, decoded }, index) => {
    add(value, index);
    if (decoded !== undefined && decoded !== value) add(decoded, index);
  });
  const jumps = new Map<string, Int32Array>();
  return (value, from) => {
    const indices = byValue.get(value);
    if (indices === undefined) return undefined;
    const jump = jumps.get(value) ?? Int32Array.from(indices, (_, position) => position);
    jumps.set(value, jump);
    const begin = countUpTo(indices, from - 1, (index) => index);
    let position = begin;
    while (position < indices.length && taken[indices[position] ?? 0] === 1) {
      const next = jump[position] ?? position;
      position = next > position ? next : position + 1;
    }
    for (let passed = begin; passed < position;) {
      const next = Math.max(jump[passed] ?? passed, passed + 1);
      jump[passed] = position;
      passed = next;
    }
    return indices[position];
  };
}
