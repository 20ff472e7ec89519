/** A line of a text; offsets in UTF-16 units. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
  readonly text: string;
  /** The text without white space at its ends, no-break spaces among it. */
  readonly words: string;
}

/** The lines of a text, whatever their ends; together they are the whole text. */
export function sliceLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/gu)) {
    const [whole, content = ''] = match;
    if (whole === '') break;
    const start = match.index;
    const end = start + whole.length;
    lines.push({ number: lines.length + 1, start, end, text: content, words: content.trim() });
  }
  return lines;
}
