/** A text without what follows in long runs of characters that draw nothing, and what that was. */
export interface ShortText {
  readonly text: string;
  /** In the order of the text; `at` is where it stood, in UTF-16 units of the short text. */
  readonly left: readonly { readonly at: number; readonly text: string }[];
}

/** No writing system and no emoji joins with more characters that draw nothing; tags of flags are fewer. */
const longRun =
  /(?<!\p{Default_Ignorable_Code_Point})(\p{Default_Ignorable_Code_Point}{64})(\p{Default_Ignorable_Code_Point}+)/gu;

/**
 * The text as it is shaped: HarfBuzz (harfbuzzjs 1.6) merges what draws nothing with the letter before it one by one, so that a run of it takes the
 * square of its length.
 */
export function withoutLongRuns(text: string): ShortText {
  const left: { readonly at: number; readonly text: string }[] = [];
  let removed = 0;
  const short = text.replace(longRun, (_run, kept: string, rest: string, offset: number) => {
    left.push({ at: offset + kept.length - removed, text: rest });
    removed += rest.length;
    return kept;
  });
  return { text: short, left };
}

/** The pieces of a short text, in order, with what was left out of it in those behind whose characters it stood. */
export function withLongRuns<Piece extends { readonly text: string }>(
  pieces: readonly Piece[],
  { left }: ShortText,
): readonly Piece[] {
  if (left.length === 0) return pieces;
  let next = 0;
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += piece.text.length;
    let text = '';
    let from = 0;
    for (let run = left[next]; run !== undefined && run.at <= end; run = left[next]) {
      text += piece.text.slice(from, run.at - start) + run.text;
      from = run.at - start;
      next += 1;
    }
    return from === 0 && text === '' ? piece : { ...piece, text: text + piece.text.slice(from) };
  });
}
