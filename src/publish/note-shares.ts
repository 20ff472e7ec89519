import type { WordShares } from '../account/word-shares.ts';
import type { PostWords } from './build-report.ts';
import type { Stages } from './stages.ts';

/** Stages that note what became of the words of each post that they parse, and what they noted, in the order of parsing. */
export function noteShares(stages: Stages): {
  readonly stages: Stages;
  readonly noted: () => readonly PostWords[];
} {
  const byPost = new Map<string, WordShares>();
  const parse: Stages['parse'] = (bytes, post, member) => {
    const parsed = stages.parse(bytes, post, member);
    if (parsed.words !== undefined) byPost.set(post.file, parsed.words);
    return parsed;
  };
  return {
    stages: { ...stages, parse },
    noted: () => [...byPost].map(([post, words]) => ({ post, words })),
  };
}
