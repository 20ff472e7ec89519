import type { Message } from '../diagnostics/message.ts';
import type { BuildFailure, BuiltFile } from './build-report.ts';

/**
 * What is told of a run while it goes on: plain data, in the order in which it happens. A task is a post, or a collection where those are
 * built; several may be under way at once.
 */
export type BuildEvent = RunStarted | TaskStarted | MemberRead | TaskFinished;

/** What is to be built was found: told once, before the first task. */
export interface RunStarted {
  readonly type: 'run-started';
  /** Tasks of the run. */
  readonly total: number;
}

/** A task is begun. */
export interface TaskStarted {
  readonly type: 'post-started';
  /** As the report calls it: the post, or `collections.` and the name of a collection. */
  readonly post: string;
  /** From 1, in the order of the report. */
  readonly number: number;
}

/** A post of a collection is about to be read. */
export interface MemberRead {
  readonly type: 'member-read';
  /** The collection. */
  readonly post: string;
  readonly member: string;
  /** From 1. */
  readonly number: number;
  readonly total: number;
}

/** A task is done, well or not. */
export interface TaskFinished extends Omit<TaskStarted, 'type'> {
  readonly type: 'post-finished';
  /** Whether it was taken as an earlier run made it. */
  readonly cached: boolean;
  readonly files: readonly BuiltFile[];
  readonly messages: readonly Message[];
  readonly failures: readonly BuildFailure[];
}

/** Is told each event. */
export type OnEvent = (event: BuildEvent) => void;
