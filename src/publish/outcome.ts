import type { BuildFailure } from './build-report.ts';
import type { Made } from './made.ts';
import type { Answer, Question } from './question.ts';

/** What came of making a publication: plain data, its files in memory. */
export interface Outcome {
  /** Where it failed: no file, and what was said until then. */
  readonly made: Made;
  readonly failure?: BuildFailure;
  /** What was asked of the files around its posts; `undefined` where one question had two answers. */
  readonly heard: readonly (readonly [Question, Answer])[] | undefined;
  /** The SHA-256 of each post that was read, by its file. */
  readonly read: readonly (readonly [file: string, sha256: string])[];
}
