import type { Text } from '../../document/inline.ts';
import type { PostContext } from '../context/post-context.ts';
import type { OwnWords } from './own-words.ts';

/** Neighbouring characters of a text as they stand in the source. */
export interface Piece {
  readonly value: string;
  /** Where the first of them stands; absent where the characters are not found there. */
  readonly offset?: number;
  /** Whether the author kept them from being markup. */
  readonly own: boolean;
}

/** So far ahead a character is looked for that does not follow at once. */
const reach = 300;

/** So many that are found nowhere, and the rest is no longer looked for: the words are not those of the place. */
const mostMissing = 40;

/** A text in pieces, each of characters that stand next to each other in the source; a space that was a line end is one. */
export function writtenPieces(text: Text, own: OwnWords, { source }: PostContext): readonly Piece[] {
  const { value, place } = text;
  if (place === undefined) return [{ value, own: false }];
  const start = place.start.offset;
  const end = place.end.offset;
  if (source.startsWith(value, start) && !/[\r\n]/u.test(value) && !own.isAmong(start, end)) {
    return [{ value, offset: start, own: false }];
  }
  const pieces: Piece[] = [];
  let at = start;
  let missing = 0;
  for (let index = 0; index < value.length;) {
    const read =
      missing > mostMissing ? undefined : readNext({ source, at, end }, value.slice(index, index + 200), own);
    if (read === undefined) {
      missing += 1;
      const rest = missing > mostMissing ? value.slice(index) : value.charAt(index);
      push(pieces, { value: rest, own: false });
      index += rest.length;
      continue;
    }
    push(pieces, read.piece);
    index += read.length;
    at = read.at;
  }
  return pieces;
}

interface Read {
  readonly piece: Piece;
  /** How many characters of the text these are. */
  readonly length: number;
  /** Where to go on. */
  readonly at: number;
}

interface Stretch {
  readonly source: string;
  readonly at: number;
  readonly end: number;
}

/** The next characters of a text, found at an offset or soon behind it. */
function readNext({ source, at, end }: Stretch, value: string, own: OwnWords): Read | undefined {
  let from = at;
  for (let meant = own.meantAt(from); meant !== undefined; meant = own.meantAt(from)) {
    if (value.startsWith(meant.written.slice(0, value.length))) break;
    if (meant.says !== '' && value.startsWith(meant.says)) {
      const { says } = meant;
      return { piece: { value: says, offset: from, own: true }, length: says.length, at: meant.end };
    }
    from = meant.end;
  }
  const limit = Math.min(end, from + reach);
  for (let next = from; next < limit; next += 1) {
    const found = readHere({ source, at: next, end }, value, own);
    if (found !== undefined) return found;
  }
  return undefined;
}

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/uy;
const space = /[ \t\r\n\f]+/uy;
/** Signs of quotations at the begin of a line. */
const quotes = /(?:>[ \t>]*)?/uy;
const sign = /[!-/:-@[-`{-~]/u;

function readHere({ source, at, end }: Stretch, value: string, own: OwnWords): Read | undefined {
  if (at >= end) return undefined;
  const wanted = value.charAt(0);
  const written = source.charAt(at);
  if (/[ \n]/u.test(wanted) && /[ \t\r\n\f]/u.test(written)) {
    space.lastIndex = at;
    const gap = space.exec(source)?.[0] ?? ' ';
    const isLineEnd = /[\r\n]/u.test(gap);
    quotes.lastIndex = at + gap.length;
    if (isLineEnd) quotes.test(source);
    const piece = { value: isLineEnd ? '\n' : ' ', offset: at, own: false };
    return { piece, length: 1, at: quotes.lastIndex };
  }
  if (written === '\\' && source.charAt(at + 1) === wanted && sign.test(wanted)) {
    return { piece: { value: wanted, offset: at, own: true }, length: 1, at: at + 2 };
  }
  if (written === '&' && wanted !== '&') return readReference(source, at, value);
  if (written !== wanted) return undefined;
  const length = sameLength({ source, at, end }, value, own);
  return {
    piece: { value: value.slice(0, length), offset: at, own: own.isAmong(at, at + length) },
    length,
    at: at + length,
  };
}

const plain = /[\p{L}\p{N}]/u;

/** How many letters, from the first sign, are the same in both; all else is looked at one by one. */
function sameLength({ source, at, end }: Stretch, value: string, own: OwnWords): number {
  let length = 1;
  while (length < value.length && at + length < end) {
    const written = source.charAt(at + length);
    if (written !== value.charAt(length) || !plain.test(written) || own.meantAt(at + length)) break;
    length += 1;
  }
  return length;
}

function readReference(source: string, at: number, value: string): Read | undefined {
  reference.lastIndex = at;
  const found = reference.exec(source)?.[0];
  if (found === undefined) return undefined;
  const [character = ''] = value;
  return {
    piece: { value: character, offset: at, own: true },
    length: character.length,
    at: at + found.length,
  };
}

/** Adds characters, to the last piece where they stand right behind it. */
function push(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const follows =
    last !== undefined &&
    last.own === piece.own &&
    (last.offset === undefined
      ? piece.offset === undefined
      : !last.own && piece.offset === last.offset + last.value.length);
  if (follows) pieces[pieces.length - 1] = { ...last, value: last.value + piece.value };
  else pieces.push(piece);
}
