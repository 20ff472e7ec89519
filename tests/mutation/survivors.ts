/** Mutants that the tests are known not to see, with one reason for all of them. */
export interface Survivors {
  /** Below `src`, with `/` between the parts. */
  readonly file: string;
  /** As the runner prints them behind the line. */
  readonly mutants: readonly string[];
  /**
   * `equal`: no input makes a difference that anyone could see, so that no test can be written.
   * `open`: there is a difference; why no test holds it, the reason says.
   */
  readonly kind: 'equal' | 'open';
  readonly reason: string;
}

/** What the last runs left. The runner says where this is no longer so: in both directions. */
export const survivors: readonly Survivors[] = [];
