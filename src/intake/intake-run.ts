import type { Message } from '../diagnostics/message.ts';
import type { IntakeOptions } from './intake-options.ts';
import type { IntakeFailure } from './intake-report.ts';
import { createNames } from './name-posts.ts';

/** What a run of intake knows of what it took in so far. */
export interface IntakeRun {
  readonly options: IntakeOptions;
  readonly names: (wanted: string) => string;
  /** Posts by what they say, facts and markup included, whatever input they were made from. */
  readonly made: Map<string, string>;
  /** Posts by the words of their bodies. */
  readonly said: Map<string, string>;
  /** The first posts that show files of the folder, by the paths of those. */
  readonly shown: Map<string, string>;
  readonly messages: Message[];
  readonly failures: IntakeFailure[];
}

/** A run that has taken in nothing yet. */
export function createRun(options: IntakeOptions): IntakeRun {
  return {
    options,
    names: createNames(),
    made: new Map(),
    said: new Map(),
    shown: new Map(),
    messages: [],
    failures: [],
  };
}
