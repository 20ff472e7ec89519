import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import type { BuildFailure } from './build-report.ts';

/** A post that was read once, and what is to become of it. */
export interface PlannedPost {
  readonly post: PlacedFile;
  /** The output path below the output folder without its extension; absent where nothing is written. */
  readonly output: string | undefined;
  readonly read: Result<Document | undefined> | undefined;
  /** What planning itself has to say: that the post is left out, collisions. */
  readonly messages: readonly Message[];
  readonly failure: BuildFailure | undefined;
}
