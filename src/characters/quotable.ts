/** So much of words that are left out is quoted: how they begin, and how they end. */
const longestBeginning = 400;
const longestEnd = 100;

/**
 * Words as a message quotes them: on one line, and of long ones the beginning and the end, which name what lies between them. Quotation marks
 * of the author's own are straight, so that they do not end the quotation.
 */
export function quotable(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replace(/[“”]/gu, '"').trim();
  if (line.length <= longestBeginning + longestEnd) return line;
  const begin = line.slice(0, besideWord(line, longestBeginning)).trim();
  return `${begin} … ${line.slice(besideWord(line, line.length - longestEnd)).trim()}`;
}

const partOfWord = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** Where a cut at or before a place cuts no word, unless one has no end for long: a part of it could not be found again. */
function besideWord(line: string, wanted: number): number {
  for (let at = wanted; at > wanted - longestEnd; at -= 1)
    if (!partOfWord.test(line.charAt(at - 1)) || !partOfWord.test(line.charAt(at))) return at;
  return wanted;
}
