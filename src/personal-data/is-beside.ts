/** So far a word may stand from the number that it names. */
const before = 60;
const behind = 30;

/** Whether one of these words stands close before a passage of a text or behind it. */
export function isBeside(
  text: string,
  passage: { readonly text: string; readonly start: number },
  words: { readonly test: (text: string) => boolean },
): boolean {
  const end = passage.start + passage.text.length;
  return (
    words.test(text.slice(Math.max(0, passage.start - before), passage.start)) ||
    words.test(text.slice(end, end + behind))
  );
}
