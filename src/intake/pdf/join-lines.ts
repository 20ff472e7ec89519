/** Lines as one, and the words that were parted at their ends. */
export interface JoinedLines {
  readonly text: string;
  /** As they stood, with a hyphen. */
  readonly parted: readonly string[];
}

/**
 * Lines of a block as one. A hyphen at the end of a line goes where the next goes on in lower case, unless the text has the
 * word with its hyphen elsewhere.
 */
export function joinLines(lines: readonly string[], hyphenated: ReadonlySet<string>): JoinedLines {
  const parted: string[] = [];
  let text = '';
  for (const line of lines) {
    const head = partedWord(text);
    const [, tail = ''] = /^(\p{Ll}+)/u.exec(line) ?? [];
    if (head === '' || tail === '') {
      text = text === '' ? line : `${text} ${line}`;
      continue;
    }
    const whole = `${head}-${tail}`;
    const isKept = hyphenated.has(whole.toLowerCase());
    if (!isKept) parted.push(whole);
    text = `${isKept ? text : text.slice(0, -1)}${line}`;
  }
  return { text, parted };
}

/** The letters before a hyphen at the end of a text; longer words than any have no end to look for. */
function partedWord(text: string): string {
  if (!/[-\u00AD\u2010]$/u.test(text)) return '';
  return text.slice(-60, -1).split(/\P{L}/u).at(-1) ?? '';
}

/** The words that a text has with a hyphen within a line, each with its neighbour. */
export function hyphenatedWords(lines: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [joined] of line.matchAll(/[\p{L}-]+/gu)) {
      const parts = joined.toLowerCase().split('-');
      for (const [index, part] of parts.slice(1).entries()) words.add(`${parts[index]}-${part}`);
    }
  }
  return words;
}
