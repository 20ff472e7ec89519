import type { Message } from '../diagnostics/message.ts';
import type { Settings } from '../project/settings.ts';
import type { OnEvent } from './build-event.ts';
import type { Measure } from './measure.ts';
import type { OutputFolder } from './output-folder.ts';
import type { Question } from './question.ts';
import type { ResultCache } from './result-cache.ts';
import type { Stages } from './stages.ts';

/** What every step of a run is given. */
export interface Running {
  readonly settings: Settings;
  readonly stages: Stages;
  /** Told what happens. */
  readonly onProgress?: OnEvent | undefined;
  /** Asked between the steps of a run whether it is to end. */
  readonly signal?: AbortSignal | undefined;
}

/** What the steps of a run that writes files are given. */
export interface Building extends Running {
  readonly outputs: OutputFolder;
  /** Loads what the formats are made with; once, whenever it is asked. */
  readonly prepare: () => Promise<void>;
  /** What earlier runs made; absent where nothing is taken from there or kept. */
  readonly cache: ResultCache | undefined;
  readonly measure?: Measure | undefined;
  /** Told what was asked of the files around the posts of a publication: what is made of them depends on the answers. */
  readonly onAsked?: ((questions: readonly Question[]) => void) | undefined;
}

/** The steps of a run for one publication, which say how far they came. */
export interface Steps extends Running {
  readonly onStage: (stage: string) => void;
  /** Says all that is to be said until now, for the report of a failure; gives it back. */
  readonly say: (messages: readonly Message[]) => readonly Message[];
}
