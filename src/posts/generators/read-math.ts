import { hasConstruct } from '../dialects/dialect.ts';
import { isAlone, type Search } from './search.ts';

/** Signs that TeX stands between. */
interface Pair {
  readonly open: string;
  readonly close: string;
  /** Whether they make a block of what stands alone between them. */
  readonly mayBeBlock: boolean;
  /** Whether what stands between them can be mathematics. */
  readonly accepts: (content: string) => boolean;
}

const dollar: Pair = { open: '$', close: '$', mayBeBlock: false, accepts: isDollarMath };
const dollars: Pair = {
  open: '$$',
  close: '$$',
  mayBeBlock: true,
  accepts: (content) => content.trim() !== '',
};
const round: Pair = { open: '\\(', close: '\\)', mayBeBlock: false, accepts: isTex };
const square: Pair = { open: '\\[', close: '\\]', mayBeBlock: true, accepts: isTex };

// Where brackets that a backslash escapes are prose before all, only what can hardly be words is taken.
const surelyRound: Pair = { ...round, accepts: isSurelyRoundTex };
const surelySquare: Pair = { ...square, accepts: isSurelyTex };

/** Reads TeX at an offset, up to the sign that ends it in the same paragraph; where to go on, or `undefined` where there is none. */
export function readMath(search: Search, start: number): number | undefined {
  const { source } = search;
  const pair = pairAt(search, start);
  if (pair === undefined) return undefined;
  const { open, close, accepts } = pair;
  const from = start + open.length;
  const last = Math.min(source.length, search.next(search.emptyLine, from));
  let closing = search.next(close, from);
  while (closing < last && !ends(source, closing, close)) closing = search.next(close, closing + 1);
  // What has no end here has none for a later sign of the same paragraph either.
  if (closing >= last) search.giveUp(open, last);
  if (closing >= last || !accepts(source.slice(from, closing))) return undefined;
  const [labelled = '', name] = pair === dollars ? (labelAt(search, closing + close.length) ?? []) : [];
  const past = closing + close.length;
  const isBlock = pair.mayBeBlock && isAlone(source, start, past + labelled.length);
  if (name === undefined || !isBlock) {
    search.add(start, past, { type: 'math', isBlock });
    return past;
  }
  const value = source.slice(start, past);
  search.add(start, past + labelled.length, { type: 'meaning', meaning: { type: 'math', value, name } });
  return past + labelled.length;
}

const labels = [
  // `$$…$$ (name)` (MyST, dollar math with labels).
  {
    construct: 'mathLabels',
    form: /[ \t]*\(([\p{L}\p{N}][\p{L}\p{N}:._-]{0,99})\)(?=[ \t]*(?:[\r\n]|$))/uy,
  },
  // `$$…$$ {#eq-name}` (Quarto, Equations).
  {
    construct: 'attributes',
    form: /[ \t]*\{#([\p{L}\p{N}][\p{L}\p{N}:._-]{0,99})[ \t]*\}(?=[ \t]*(?:[\r\n]|$))/uy,
  },
] as const;

/** The name of a formula behind its signs. */
function labelAt({ source, options }: Search, at: number): RegExpExecArray | undefined {
  for (const { construct, form } of labels) {
    if (!hasConstruct(options.dialect, construct)) continue;
    form.lastIndex = at;
    const found = form.exec(source);
    if (found !== null) return found;
  }
  return undefined;
}

function pairAt({ source, options, isGivenUp }: Search, start: number): Pair | undefined {
  const { dialect } = options;
  const [first, second, third] = source.slice(start, start + 3);
  if (first === '\\') {
    const isRound = second === '(';
    if (isGivenUp(isRound ? round.open : square.open, start)) return undefined;
    if (hasConstruct(dialect, 'bracketMath')) return isRound ? round : square;
    if (!hasConstruct(dialect, 'sureBracketMath')) return undefined;
    return isRound ? surelyRound : surelySquare;
  }
  if (second === '$')
    return third !== '$' && hasConstruct(dialect, 'displayMath') && !isGivenUp('$$', start)
      ? dollars
      : undefined;
  // An amount has its currency before it: `US$5`.
  const isAmount = /[\p{L}\p{N}$]/u.test(source.charAt(start - 1));
  if (isAmount || /^\s?$/u.test(second ?? '') || isGivenUp('$', start)) return undefined;
  return hasConstruct(dialect, 'inlineMath') ? dollar : undefined;
}

/** A dollar ends mathematics where no space stands before it and no letter or digit behind it (Pandoc, Math). */
function ends(source: string, at: number, close: string): boolean {
  if (close === '\\)' || close === '\\]') return source.charAt(at - 1) !== '\\';
  if (close === '$$') return true;
  return !/[\s\\$]/u.test(source.charAt(at - 1)) && !/[\p{L}\p{N}$]/u.test(source.charAt(at + 1));
}

/** What begins with a digit and has spaces may be amounts, `$5 or 10$`, where nothing in it is a sign of TeX. */
function isDollarMath(content: string): boolean {
  if (/(?:^|[^\\])\$/u.test(content)) return false;
  return !(/^\d/u.test(content) && /\s/u.test(content)) || /[\\^_={]/u.test(content);
}

/** Brackets that a backslash escapes are also prose: what stands in them must say something of TeX, in few words, and no address. */
function isTex(content: string): boolean {
  if (/:\/\/|\]\(/u.test(content)) return false;
  const words = content.replace(/\\[A-Za-z]+/gu, ' ').match(/\p{L}{4,}/gu) ?? [];
  return words.length < 3 && /\\[A-Za-z{}]|[\^_=+<>]|^\s*\p{L}\s*$/u.test(content);
}

function isSurelyTex(content: string): boolean {
  return isTex(content) && /(?<!\\)\\[A-Za-z]{2}|[\^_]\{/u.test(content);
}

/** Also a formula of few letters: hardly anything escapes round brackets, while square ones are escaped in `[^1]` and `[n=12]`. */
function isSurelyRoundTex(content: string): boolean {
  if (isSurelyTex(content)) return true;
  return !/\p{L}{3}/u.test(content) && operation.test(content);
}

const operation = /[\p{L}\p{N})] ?[\^_=+<>] ?[\p{L}\p{N}(]/u;
