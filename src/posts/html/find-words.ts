/** What is looked up letter by letter: all abbreviations of a post at once. */
interface Branch<Value> {
  readonly next: Map<number, Branch<Value>>;
  value?: Value;
}

/** A word of a text that is an abbreviation; the offsets are those of the text. */
export interface FoundWord<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;
const space = /\s/u;
const blank = 0x20;

/**
 * What finds whole words and phrases of a table in texts, of several that begin at one place the longest; a space stands for any spaces and
 * line ends. Each text is gone through once: at most the longest phrase is looked at from any one place, however many there are.
 */
export function wordFinder<Value>(
  table: ReadonlyMap<string, Value>,
): (text: string) => readonly FoundWord<Value>[] {
  const root: Branch<Value> = { next: new Map() };
  for (const [phrase, value] of table) {
    let branch = root;
    for (const unit of phrase.replace(/\s+/gu, ' ').split('')) {
      const code = unit.charCodeAt(0);
      const known = branch.next.get(code) ?? { next: new Map() };
      branch.next.set(code, known);
      branch = known;
    }
    branch.value = value;
  }
  return (text) => {
    const found: FoundWord<Value>[] = [];
    for (let start = 0; start < text.length;) {
      const longest = isInWord(text, start) ? undefined : longestAt(root, text, start);
      if (longest) found.push(longest);
      start = longest?.end ?? start + 1;
    }
    return found;
  };
}

function longestAt<Value>(root: Branch<Value>, text: string, start: number): FoundWord<Value> | undefined {
  let longest: FoundWord<Value> | undefined;
  let branch: Branch<Value> | undefined = root;
  for (let end = start; branch !== undefined;) {
    if (branch.value !== undefined && (end === text.length || !wordCharacter.test(characterAt(text, end))))
      longest = { start, end, value: branch.value };
    if (end === text.length) break;
    const isSpace = space.test(text.charAt(end));
    branch = branch.next.get(isSpace ? blank : text.charCodeAt(end));
    end += 1;
    if (isSpace && branch !== undefined) while (space.test(text.charAt(end))) end += 1;
  }
  return longest;
}

/** Whether the character before a place is one of a word. */
function isInWord(text: string, at: number): boolean {
  if (at === 0) return false;
  const before = text.charCodeAt(at - 1);
  const isLow = before >= 0xdc00 && before <= 0xdfff;
  return wordCharacter.test(characterAt(text, isLow ? at - 2 : at - 1));
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
