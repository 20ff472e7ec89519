import type { Claimed, WordRegister } from './claim-words.ts';
import type { ModelWords } from './model-words.ts';
import type { Stretch } from './stretches.ts';

/**
 * Claims the texts of a model: each where it says that it stands, and then, by its order, what was not found there. What of that is no
 * text and stands together in its node is claimed between the two: a reference prints words that stand elsewhere, and would find some
 * of its own in the alternative of the next picture.
 *
 * @returns What is no text and is not claimed yet.
 */
export function claimTexts(
  words: readonly ModelWords[],
  register: WordRegister,
  length: number,
): readonly ModelWords[] {
  const texts = words.filter(({ isText, words: { length: count } }) => isText && count > 0);
  const claimed = claimNarrowestFirst(texts, register);
  let next = length;
  const nextStarts = claimed
    .toReversed()
    .map(({ taken }) => {
      const behind = next;
      next = taken?.start ?? next;
      return behind;
    })
    .toReversed();
  const left = words.filter(
    ({ isText, words: said, stretch }) =>
      !isText && !(stretch && said.length >= leastRun && register.claimRun(said, stretch)),
  );
  let start = 0;
  claimed.forEach(({ missing, taken }, index) => {
    const end = nextStarts[index] ?? length;
    if (missing.length > 0 && start < end) claimInAnyOrder(missing, { start, end }, register);
    start = taken?.end ?? start;
  });
  return left;
}

/** So many words that stand together are those that are meant. */
const leastRun = 4;

/** A title that a link prints stands before words of the source which hold some of its own: these are then free, and not in their order. */
function claimInAnyOrder(missing: readonly string[], stretch: Stretch, register: WordRegister): void {
  const { missing: rest } = register.claim(missing, stretch);
  for (const word of rest) register.claim([word], stretch);
}

/** Claims the words of attributes within their nodes, each as far as it is found. */
export function claimAttributes(words: readonly ModelWords[], register: WordRegister): void {
  claimNarrowestFirst(words, register);
}

/** A stretch that lies around others leaves them their words. */
function claimNarrowestFirst(words: readonly ModelWords[], register: WordRegister): readonly Claimed[] {
  const order = words
    .map(({ words: said, stretch }, index) => ({ said, stretch: stretch ?? { start: 0, end: 0 }, index }))
    .toSorted(
      (one, other) =>
        one.stretch.end - one.stretch.start - (other.stretch.end - other.stretch.start) ||
        one.index - other.index,
    );
  const claimed: Claimed[] = [];
  for (const { said, stretch, index } of order) claimed[index] = register.claim(said, stretch);
  return claimed;
}
