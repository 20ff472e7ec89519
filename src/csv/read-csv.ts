type Delimiter = ',' | '|';

/**
 * The cells of a table in CSV (RFC 4180 §2), parted by commas or by another character that is given. What stands where no cell can
 * be, such as words behind a quote that ends, is stepped over.
 */
export function readCsv(
  text: string,
  { delimiter = ',' }: { readonly delimiter?: Delimiter } = {},
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const endOfQuoted = createQuotes(text, delimiter);
  for (let at = 0; at < text.length;) {
    const quoted = text[at] === '"';
    const end = quoted ? endOfQuoted(at) : endOfPlain(text, at, delimiter);
    const behind = end === undefined ? 0 : lengthOfEnd(text, quoted ? end + 1 : end, delimiter);
    if (end === undefined || behind === 0) {
      at = Math.max(at + 1, end ?? 0);
      continue;
    }
    row.push(quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end));
    at = (quoted ? end + 1 : end) + behind;
    if (text[at - 1] === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Where what is not quoted ends. */
function endOfPlain(text: string, start: number, delimiter: Delimiter): number {
  let at = start;
  while (at < text.length && !['"', delimiter, '\r', '\n'].includes(text.charAt(at))) at += 1;
  return at;
}

/** How long what ends a cell is: 0 where nothing does. */
function lengthOfEnd(text: string, at: number, delimiter: Delimiter): number {
  if (text[at] === delimiter || text[at] === '\n') return 1;
  return text.startsWith('\r\n', at) ? 2 : 0;
}

/** Finds the quote that ends a cell, from the one that begins it. Where a search has gone in vain, none goes again. */
function createQuotes(text: string, delimiter: Delimiter): (open: number) => number | undefined {
  const inVain = new Set<number>();
  return (open) => {
    const passed: number[] = [];
    for (let at = open + 1; !inVain.has(at);) {
      passed.push(at);
      const quote = text.indexOf('"', at);
      if (quote < 0) break;
      if (text[quote + 1] === '"') at = quote + 2;
      else if (lengthOfEnd(text, quote + 1, delimiter) > 0) return quote;
      else break;
    }
    for (const at of passed) inVain.add(at);
    return undefined;
  };
}
