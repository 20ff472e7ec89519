import type { Claimed, WordRegister } from './claim-words.ts';
import type { ModelWords } from './model-words.ts';
import type { Stretch } from './stretches.ts';

/** Claims the texts of a model: each where it says that it stands, and then, by its order, what was not found there. */
export function claimTexts(words: readonly ModelWords[], register: WordRegister, length: number): void {
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
  let start = 0;
  claimed.forEach(({ missing, taken }, index) => {
    const end = nextStarts[index] ?? length;
    if (missing.length > 0 && start < end) claimInAnyOrder(missing, { start, end }, register);
    start = taken?.end ?? start;
  });
}

/** A title that a link prints stands before words of the source which hold some of its own: these are then free, and not in their order. */
function claimInAnyOrder(missing: readonly string[], stretch: Stretch, register: WordRegister): void {
  const { missing: rest } = register.claim(missing, stretch);
  for (const word of rest) register.claim([word], stretch);
}

/** Claims the words of attributes within their nodes; those that a text beside them has taken stand there once more. */
export function claimAttributes(words: readonly ModelWords[], register: WordRegister): void {
  const attributes = words.filter(({ isText }) => !isText);
  claimNarrowestFirst(attributes, register).forEach(({ missing }, index) => {
    const { stretch } = attributes[index] ?? {};
    if (stretch !== undefined) for (const word of missing) register.claim([word], stretch);
  });
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
