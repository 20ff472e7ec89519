import type { Message } from '../diagnostics/message.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import type { BuildFailure } from './build-report.ts';

/** A post that was looked at, and what is to become of it: as little as can be kept of it, since a run may have any number. */
export interface PlannedPost {
  readonly post: PlacedFile;
  /** Whether it takes part in the run, and is to be read. */
  readonly isRead: boolean;
  /** The output path below the output folder without its extension; absent where nothing is written. */
  readonly output: string | undefined;
  /** What planning itself has to say: that the post is left out, collisions. */
  readonly messages: readonly Message[];
  readonly failure: BuildFailure | undefined;
}

/** What the front matter and the name of a post say of it: plain data. */
export interface Glance {
  /** Why the post is left out, where it is. */
  readonly out?: Message;
  /** What its files are called, where it is a post. */
  readonly slug?: string;
}
