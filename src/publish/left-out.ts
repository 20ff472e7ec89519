import type { Message } from '../diagnostics/message.ts';
import { comparePlainDates, formatPlainDate } from '../document/plain-date.ts';
import { readShowing } from '../posts/front-matter/read-showing.ts';
import type { PostHead } from '../posts/front-matter/post-head.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { Settings } from '../project/settings.ts';
import { reportRule } from './rules.ts';

/** The page that Hugo makes of a folder. */
const isSection = /(?:^|\/)_index\.(?:md|markdown)$/iu;

/** Why a post takes no part in a run; `undefined` where it does. Drafts stay out, sections without words, and what was not to be seen on the day of `asOf`. */
export function leftOut(
  { source, matter }: PostHead,
  { file, named = false }: Pick<FoundFile, 'file' | 'named'>,
  { drafts, asOf, dateOrder }: Pick<Settings, 'drafts' | 'asOf' | 'dateOrder'>,
): Message | undefined {
  if (matter === undefined) return undefined;
  const { values, block } = matter;
  if (!named && isSection.test(file) && source.slice(block.close).trim() === '') {
    const reason = 'The file only has facts of its folder, and no words: left out';
    return reportRule('section-left-out', { reason, file });
  }
  const { draft, publishes, expires } = readShowing(values, dateOrder);
  if (draft && !drafts) {
    return named
      ? reportRule('draft-named', {
          reason: 'The post is a draft: nothing is made of it without --drafts',
          file,
        })
      : reportRule('draft-left-out', { reason: 'The post is a draft: left out', file });
  }
  if (asOf === undefined) return undefined;
  const day = formatPlainDate(asOf);
  if (publishes && comparePlainDates(publishes, asOf) > 0) {
    const reason = `On ${day} the post was not yet to be seen, but from ${formatPlainDate(publishes)} on: left out`;
    return reportRule('as-of-left-out', { reason, file });
  }
  if (expires && comparePlainDates(expires, asOf) <= 0) {
    const reason = `On ${day} the post was no longer to be seen, since it ended on ${formatPlainDate(expires)}: left out`;
    return reportRule('as-of-left-out', { reason, file });
  }
  return undefined;
}
