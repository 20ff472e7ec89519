import { shorten } from '../characters/shorten.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { linePlaces } from '../document/line-places.ts';
import { partition } from './partition.ts';
import { reportRule } from './rules.ts';
import { wordShares, type WordShares } from './word-shares.ts';

const longestQuote = 200;

/** What was read of a post, and what became of the words of its source; without them where it cannot be read at all. */
export type AccountedPost = Result<Document | undefined> & { readonly words?: WordShares };

/**
 * What was read of a post, with a message for each passage of its source whose words are neither in the document nor named by
 * another message: no word is lost in silence. It is an error, but where plug-ins took part in reading: they may change words.
 */
export function accountWords(
  read: Result<Document | undefined>,
  { hasPlugins }: { readonly hasPlugins: boolean },
): AccountedPost {
  const { value: document, messages } = read;
  if (document?.source === undefined) return read;
  const { source, file } = document;
  const { words: all, counts, residue } = partition(source, document, messages);
  const nowhere = all.filter(({ ending }) => ending === undefined).length;
  const words = wordShares({ ...counts, nowhere });
  const { placeAt } = linePlaces(source);
  const lost = residue.map(({ start, end }): Message => {
    const written = source.slice(start, end).replace(/\s+/gu, ' ');
    const reason = `“${shorten(written, longestQuote)}” stands in the post, but in neither file`;
    const ruleId = hasPlugins ? 'plugin-lost-words' : 'words-unaccounted';
    return reportRule(ruleId, { reason, file, place: placeAt(start, end) });
  });
  return { value: document, messages: [...messages, ...lost], words };
}
