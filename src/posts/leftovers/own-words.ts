import { countUpTo } from '../../lists/count-up-to.ts';
import type { PostContext } from '../context/post-context.ts';

/** Markup that is not printed as it is written. */
export interface MeantMarkup {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** The words that it is there to show, such as a shortcode that is an example; empty where it shows none of its own. */
  readonly says: string;
}

/** What of a source its author, or the markup of the site, says is text. */
export interface OwnWords {
  /** Whether something between two offsets stands in `{% raw %}`. */
  readonly isAmong: (start: number, end: number) => boolean;
  /** The markup that begins at an offset and is not printed as it is written. */
  readonly meantAt: (offset: number) => MeantMarkup | undefined;
}

/** The words of a post that are text by what stands around them. */
export function ownWords({ masked: { markup } }: PostContext): OwnWords {
  const raw: { readonly start: number; readonly end: number }[] = [];
  const meant = new Map<number, MeantMarkup>();
  let open: number | undefined;
  for (const { start, end, written, content } of markup) {
    if (content.type === 'edge' && content.inCode) {
      if (open === undefined) open = end;
      else {
        raw.push({ start: open, end: start });
        open = undefined;
      }
    }
    if (content.type === 'unknown' || content.type === 'role' || start === end) continue;
    const says =
      content.type === 'meaning' && content.meaning.type === 'text' && !content.meaning.isMarkdown
        ? content.meaning.value
        : '';
    meant.set(start, { start, end, written, says });
  }
  return {
    isAmong: (from, to) => {
      const before = raw[countUpTo(raw, to - 1, ({ start }) => start) - 1];
      return before !== undefined && before.end > from;
    },
    meantAt: (offset) => meant.get(offset),
  };
}
