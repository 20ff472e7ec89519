import type { Message } from '../diagnostics/message.ts';
import type { LinkRecord } from '../links/list-links.ts';
import type { BuiltFile, PostWords } from './build-report.ts';

/** What was made of a post or a collection, and all that is to be said of it: nothing of it is written yet. */
export interface Made {
  /** Empty where nothing is to be written. */
  readonly files: readonly MadeFile[];
  readonly messages: readonly Message[];
  /** The links of what is to be written. */
  readonly links: readonly LinkRecord[];
  /** What became of the words of the posts that were read for it. */
  readonly words: readonly PostWords[];
}

/** A file, and what stands beside it. */
export interface MadeFile extends Pick<BuiltFile, 'format' | 'dialects' | 'pages' | 'claims' | 'withheld'> {
  /** The file itself, then those for catalogues. */
  readonly parts: readonly MadePart[];
}

/** The bytes of a file, and how its name ends. */
export interface MadePart {
  readonly ending: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Absent where the file stands in its place with these bytes. */
  readonly content: Uint8Array | undefined;
}
