import type { PostContext } from '../context/post-context.ts';
import { codeStretches } from './code-stretches.ts';
import type { OwnWords } from './own-words.ts';
import { joinPieces, type ShownText } from './shown-text.ts';
import { ownSign } from './signs.ts';
import type { StringWords } from './string-words.ts';
import { type Piece, writtenPieces } from './written-pieces.ts';

/** Words beside the text as readers get them; what stands between backticks, there or in the source, is the author's own. */
export function stringText(words: StringWords, own: OwnWords, context: PostContext): ShownText {
  const { value, ...shown } = joinPieces(piecesOf(words, own, context), context);
  const { start, end } = words.place ?? {};
  const written = start && end ? context.source.slice(start.offset, end.offset) : '';
  const bare = written.startsWith('![') ? withoutLabelCode(value, written) : value;
  const code = codeStretches(bare);
  return { ...shown, value: withSigns(bare, code) };
}

function piecesOf({ value, place }: StringWords, own: OwnWords, context: PostContext): readonly Piece[] {
  if (place === undefined) return [{ value, own: false }];
  const { start, end } = place;
  const at = context.source.slice(start.offset, end.offset).lastIndexOf(value);
  if (at < 0) return writtenPieces({ type: 'text', value, offset: 0, place }, own, context);
  const offset = start.offset + at;
  return [{ value, offset, own: own.isAmong(offset, offset + value.length) }];
}

/** Markdown takes the backticks of an alternative away (CommonMark §6.4): they are looked for where it is written. */
function withoutLabelCode(value: string, written: string): string {
  const found: Stretch[] = [];
  let from = 0;
  for (const { code } of codeStretches(written)) {
    const words = code.replace(/\s+/gu, ' ').trim();
    if (words === '') continue;
    const start = value.indexOf(words, from);
    if (start < 0) break;
    from = start + words.length;
    found.push({ start, end: from });
  }
  return withSigns(value, found);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words with a sign in place of each of those that are the author's own. */
function withSigns(value: string, stretches: readonly Stretch[]): string {
  let from = 0;
  const parts = stretches.map(({ start, end }) => {
    const before = value.slice(from, start);
    from = end;
    return before + ownSign.repeat(end - start);
  });
  return parts.join('') + value.slice(from);
}
