import type { Place } from '../../diagnostics/message.ts';
import type { Document } from '../../document/document.ts';
import { walk } from '../../document/walk.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { findKinds, timesIn } from './find-kinds.ts';
import type { OwnWords } from './own-words.ts';
import { inStrings, leftoverKinds } from './signs.ts';
import { stringText } from './string-text.ts';
import { frontMatterWords, type StringWords, wordsBeside } from './string-words.ts';

const kinds = [...leftoverKinds, inStrings];

/** Tells of markup in words that stand beside the text: in alternatives and titles, and in what front matter has printed. */
export function reportStrings(
  document: Document,
  { own, context }: { readonly own: OwnWords; readonly context: PostContext },
): void {
  // An abbreviation is met as often as it stands in the text.
  const told = new Set<string>();
  const tell = (words: StringWords): void => {
    if (!/[^\p{L}\p{M}\p{N}\s.,;'"()“”’–—-]/u.test(words.value)) return;
    const text = stringText(words, own, context);
    for (const { kind, quoted, place, count } of findKinds(kinds, text)) {
      const reason = `${words.what} holds ${kind.what}, “${quoted}”${timesIn('text', count)}: ${words.cure}`;
      const at = place ?? words.place;
      const key = `${at?.start.offset ?? '-'} ${reason}`;
      if (told.has(key)) continue;
      told.add(key);
      report(context, 'markup-visible', { reason, place: at });
    }
  };
  const { matter } = context;
  const placeOf = (key: string): Place | undefined => {
    const stretch = matter?.keys.findLast(({ name }) => name === key);
    const from = matter?.block.start ?? 0;
    return stretch && placeAt(context, from + stretch.start, from + stretch.end);
  };
  for (const words of frontMatterWords(document, placeOf)) tell(words);
  for (const node of walk(document.body)) {
    const words = wordsBeside(node);
    if (words !== undefined) tell(words);
  }
}
