import { sha256Of } from '../files/digest.ts';
import type { PostWords } from './build-report.ts';
import { noteShares } from './note-shares.ts';
import { hear, type Heard } from './question.ts';
import type { Stages } from './stages.ts';

/** The stages of a run for one publication, and what is known of it when they have run. */
export interface Listening {
  readonly stages: Stages;
  /** What was asked of the files around its posts. */
  readonly heard: Heard['all'];
  /** The digests of the posts that were read, by their files. */
  readonly read: ReadonlyMap<string, string>;
  /** What became of the words of its posts. */
  readonly words: () => readonly PostWords[];
}

/** Listens to what the stages read and ask. */
export function listen(given: Stages): Listening {
  const { stages, noted } = noteShares(given);
  const { onAsk, all } = hear();
  const read = new Map<string, string>();
  return {
    heard: all,
    read,
    words: noted,
    stages: {
      ...stages,
      parse: (bytes, post, member) => {
        read.set(post.file, sha256Of(bytes));
        return stages.parse(bytes, post, { ...member, onAsk });
      },
      addPictures: (parsed, at) => stages.addPictures(parsed, { ...at, onAsk }),
      readAssets: (document, root) => stages.readAssets(document, root, { onAsk }),
    },
  };
}
