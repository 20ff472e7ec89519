import type { Ending } from './partition.ts';

/** How a word can end, or that it ended nowhere: then an error or a warning of its passage quotes it. */
export type WordEnding = Ending | 'nowhere';

/** Words of a source that ended in one way: how many, and their share of all, from 0 to 1 with four decimals. */
export interface WordShare {
  readonly words: number;
  readonly share: number;
}

/** The words of one source, or of several, by how they ended. */
export type WordShares = Readonly<Record<WordEnding, WordShare>>;

/** The shares of counted words; each share is 0 where there are no words. */
export function wordShares(counts: Readonly<Record<WordEnding, number>>): WordShares {
  const { content, metadata, markup, comment, message, nowhere } = counts;
  const all = content + metadata + markup + comment + message + nowhere;
  const shareOf = (words: number): WordShare => ({
    words,
    share: all === 0 ? 0 : Math.round((words / all) * 10_000) / 10_000,
  });
  return {
    content: shareOf(content),
    metadata: shareOf(metadata),
    markup: shareOf(markup),
    comment: shareOf(comment),
    message: shareOf(message),
    nowhere: shareOf(nowhere),
  };
}

/** The shares of the words of several sources together. */
export function sumShares(sources: readonly WordShares[]): WordShares {
  const sum = (ending: WordEnding): number =>
    sources.reduce((words, shares) => words + shares[ending].words, 0);
  return wordShares({
    content: sum('content'),
    metadata: sum('metadata'),
    markup: sum('markup'),
    comment: sum('comment'),
    message: sum('message'),
    nowhere: sum('nowhere'),
  });
}
