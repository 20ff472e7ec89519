import { chances } from '../posts/random-tables.ts';

/** Choices that are the same in every run with the same seed. */
export interface Chance {
  /** A number below 1. */
  readonly next: () => number;
  /** A whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  /** Whether something of this share happens. */
  readonly is: (share: number) => boolean;
  /** One of these; throws where there is none. */
  readonly one: <T>(choices: readonly T[]) => T;
  /** From `least` to `most` of what `make` makes. */
  readonly several: <T>(least: number, most: number, make: () => T) => T[];
}

/** The choices of one input of one run: no input depends on those before it. */
export function chanceOf(seed: number, index: number): Chance {
  const next = chances(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    is: (share) => next() < share,
    one: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('there is nothing to choose from');
      return choice;
    },
    several: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make),
  };
}
