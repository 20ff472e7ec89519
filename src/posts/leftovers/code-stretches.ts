/** Where code in backticks stands in words, backticks included. */
export interface CodeStretch {
  readonly start: number;
  readonly end: number;
  /** What stands between the backticks. */
  readonly code: string;
}

/** The code in backticks of words that no reader of Markdown has taken apart, by CommonMark §6.1. */
export function codeStretches(words: string): readonly CodeStretch[] {
  const runs = [...words.matchAll(/`+/gu)].map(({ 0: { length }, index }) => ({ length, start: index }));
  const last = new Map(runs.map(({ length }, index) => [length, index]));
  const found: CodeStretch[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const opening = runs[index];
    // Only what has a closing run is looked for, and what lies between is not looked at again.
    if (opening === undefined || last.get(opening.length) === index) continue;
    if (words.charAt(opening.start - 1) === '\\') continue;
    do index += 1;
    while (runs[index]?.length !== opening.length);
    const end = runs[index]?.start ?? words.length;
    const code = words.slice(opening.start + opening.length, end);
    found.push({ start: opening.start, end: end + opening.length, code });
  }
  return found;
}
