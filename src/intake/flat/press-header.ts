import { findDates } from '../dates/find-dates.ts';
import type { Line } from '../input/slice-lines.ts';
import { take, tell, tidy, type FlatPage } from './flat-page.ts';

/** The head of a press release: the address it cites, its date, and the title after them. */
export function readPressHeader(page: FlatPage): void {
  const [cite, address, ...rest] = page.filled;
  if (!cite || !address || cite.words !== 'Cite:' || !/^https?:\/\/\S+$/u.test(address.words)) return;
  take(page, cite, { use: 'label' });
  take(page, address, { use: 'field', field: 'source.url' });
  page.facts = { ...page.facts, url: address.words };
  const head = rest.slice(0, 8);
  const dated = head.find(({ words }) => dayIn(words) !== undefined);
  const day = dated && dayIn(dated.words);
  if (dated && day) {
    page.facts = { ...page.facts, released: day, releasedAsShown: tidy(dated.words) };
    take(page, dated, { use: 'field', field: 'released_as_shown' });
  }
  const title = titleAfter(head, dated);
  if (title.length === 0) return;
  for (const line of title) take(page, line, { use: 'field', field: 'title' });
  page.facts = { ...page.facts, title: tidy(title.map(({ words }) => words).join(' ')) };
  const [first] = title;
  if (title.length > 1 && first) {
    tell(page, 'intake-repaired', { reason: `Title joined from ${title.length} lines`, line: first });
  }
}

/** The day that a line says with its month as a word, beside no more than the words of release. */
function dayIn(words: string): FlatPage['facts']['released'] {
  const left = words.replace(/For Immediate Release/iu, '').trim();
  const [found, second] = left.length < 24 && /\p{L}/u.test(left) ? findDates(left, undefined) : [];
  return second === undefined && typeof found?.reading === 'object' ? found.reading : undefined;
}

/** The line after the date and the words of release; without them, lines in capitals at the very start. */
function titleAfter(head: readonly Line[], dated: Line | undefined): readonly Line[] {
  const isCapitals = ({ words }: Line): boolean => /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
  if (!dated || !head.slice(0, 2).includes(dated)) {
    const start = head[0] && isCapitals(head[0]) && !/^THE WHITE HOUSE$/u.test(head[0].words) ? head : [];
    const end = start.findIndex((line) => !isCapitals(line));
    return start.slice(0, end < 0 ? 0 : Math.min(end, 3));
  }
  const after = head
    .slice(head.indexOf(dated) + 1)
    .filter(({ words }) => !/^For Immediate Release$/iu.test(words));
  const [title] = after;
  return title && title.words.length < 250 ? [title] : [];
}
