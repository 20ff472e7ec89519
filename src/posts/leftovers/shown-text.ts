import type { Place } from '../../diagnostics/message.ts';
import type { Inline } from '../../document/inline.ts';
import { countUpTo } from '../../lists/count-up-to.ts';
import type { PostContext } from '../context/post-context.ts';
import type { OwnWords } from './own-words.ts';
import { codeSign, ownSign } from './signs.ts';
import { type Piece, writtenPieces } from './written-pieces.ts';

/** The text of a block as readers see it, with the line ends of the source. */
export interface ShownText {
  readonly value: string;
  /** The same, as long, with the signs that are the author's own as they are shown. */
  readonly words: string;
  /** The place of some of its characters; `undefined` where they are not found in the source. */
  readonly placeOf: (start: number, end: number) => Place | undefined;
}

/** What readers see of the phrases of a block; one sign stands for code, and for each sign that is the author's own. */
export function shownText(inlines: readonly Inline[], own: OwnWords, context: PostContext): ShownText {
  const pieces: Piece[] = [];
  addInlines(inlines, { pieces, own, context });
  return joinPieces(pieces, context);
}

/** Pieces as one text; each of its signs that is the author's own is one that no markup has. */
export function joinPieces(pieces: readonly Piece[], context: PostContext): ShownText {
  const starts: number[] = [];
  let length = 0;
  for (const { value } of pieces) {
    starts.push(length);
    length += value.length;
  }
  const offsetAt = (index: number): number | undefined => {
    const number = countUpTo(starts, index, (start) => start) - 1;
    const { offset } = pieces[number] ?? {};
    return offset === undefined ? undefined : offset + index - (starts[number] ?? 0);
  };
  return {
    words: pieces.map(({ value }) => value).join(''),
    value: pieces.map(({ value, own: isOwn }) => (isOwn ? ownSign.repeat(value.length) : value)).join(''),
    placeOf: (start, end) => {
      const [first, last] = [offsetAt(start), offsetAt(end - 1)];
      return first === undefined || last === undefined || last < first
        ? undefined
        : context.places.placeAt(first, last + 1);
    },
  };
}

interface Gathering {
  readonly pieces: Piece[];
  readonly own: OwnWords;
  readonly context: PostContext;
}

function addInlines(inlines: readonly Inline[], gathering: Gathering): void {
  for (const inline of inlines) addInline(inline, gathering);
}

const verbatim: ReadonlySet<string> = new Set(['code', 'keyboard', 'sample', 'variable']);

function addInline(inline: Inline, gathering: Gathering): void {
  const { pieces, own, context } = gathering;
  switch (inline.type) {
    case 'text':
      for (const piece of writtenPieces(inline, own, context)) pieces.push(piece);
      return;
    case 'break':
      pieces.push({ value: '\n', own: false });
      return;
    case 'span':
      if (verbatim.has(inline.kind)) pieces.push({ value: codeSign, own: false });
      else addInlines(inline.children, gathering);
      return;
    case 'link':
      addInlines(inline.children, gathering);
      return;
    case 'ruby':
      addInlines([...inline.base, ...inline.annotation], gathering);
      return;
    default:
      pieces.push({ value: codeSign, own: false });
  }
}
