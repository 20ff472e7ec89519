import { readByline } from '../dates/byline.ts';
import { readDateLine } from '../dates/date-line.ts';
import type { Line } from '../input/slice-lines.ts';
import { take, takeParts, tell, tidy, type FlatPage } from './flat-page.ts';
import {
  isBreadcrumbTo,
  isEdgeFurniture,
  isIssuer,
  isNotice,
  isNoticeLabel,
  isProse,
  looksLikeTitle,
  mayBeTitle,
} from './line-kinds.ts';

/** So many lines may stand above the text. */
const longestHead = 14;

/** The lines above the text: up to the first sentence of some length. */
export function headOf({ filled }: FlatPage): readonly Line[] {
  const head = filled.slice(0, longestHead);
  // A notice may stand above the title.
  const text = head.findIndex((line) => isProse(line) && !isNotice(line));
  return text < 0 ? head : head.slice(0, text);
}

/**
 * The title above the text, where something speaks for it: it is called so, a byline or a date follows, or it is said again. A first line that only has
 * the shape of a title is a guess, and told.
 */
export function readHeadTitle(page: FlatPage): void {
  if (page.facts.title !== undefined) return;
  const head = headOf(page).filter((line) => !isUsedWhole(page, line));
  if (readCalled(page, head)) return;
  const dated = head.findIndex((line) => isDated(page, line));
  const candidates = head.filter((line) => isCandidate(page, line));
  const before = candidates.filter((line) => dated >= 0 && head.indexOf(line) < dated);
  const behind = candidates.find((line) => dated >= 0 && head.indexOf(line) > dated);
  const repeated = candidates.find((line) => isRepeated(page, line));
  const [first, second] = before;
  const title = repeated ?? first ?? (behind !== undefined && looksLikeTitle(behind) ? behind : undefined);
  if (title !== undefined) {
    const isSure =
      title === repeated ||
      (title === first && second === undefined) ||
      (title === first && isWrapped(first, second));
    return takeTitle(page, title, isSure ? undefined : 'other lines might be the title too');
  }
  const [top, next] = page.filled.filter((line) => !page.uses.has(line) && !isEdgeFurniture(line));
  if (top === undefined || next === undefined || top !== candidates[0] || !looksLikeTitle(top)) return;
  if (!/^\p{Ll}/u.test(next.words) && page.filled.some(isProse))
    takeTitle(page, top, 'it is the first line and has the shape of one');
}

/** Bylines and dates may stand in the head already taken as facts. */
function isUsedWhole(page: FlatPage, line: Line): boolean {
  return isEdgeFurniture(line) || (page.uses.has(line) && !isDated(page, line));
}

function isDated({ options }: FlatPage, { words }: Line): boolean {
  return (
    readDateLine(words, options.dateOrder) !== undefined || readByline(words, options.dateOrder) !== undefined
  );
}

function isCandidate(page: FlatPage, line: Line): boolean {
  return (
    mayBeTitle(line) &&
    !page.uses.has(line) &&
    !isIssuer(line) &&
    !isNoticeLabel(line) &&
    !isDated(page, line)
  );
}

/** Whether the words stand once more: as a line, in a path that leads to the page, or with the name of the site. */
function isRepeated({ filled }: FlatPage, line: Line): boolean {
  const said = line.words.toLowerCase();
  return filled.some((other) => {
    if (other === line) return false;
    const words = other.words.toLowerCase();
    return (
      isBreadcrumbTo(other, said) ||
      (words.length <= said.length + 80 &&
        /^\s*[|–—»]/u.test(words.startsWith(said) ? words.slice(said.length) : ''))
    );
  });
}

/** “Title: Mill Road closes” */
function readCalled(page: FlatPage, head: readonly Line[]): boolean {
  const called = head.find(({ words }) =>
    /^(?:title|subject|headline|título|titre|titel)\s*:\s*\S/iu.test(words),
  );
  if (called === undefined) return false;
  const words = called.words.replace(/^[^:]{1,20}:\s*/u, '');
  takeParts(page, called, [
    { use: { use: 'label' }, to: called.words.length - words.length },
    { use: { use: 'field', field: 'title' }, to: called.words.length },
  ]);
  page.facts = { ...page.facts, title: tidy(words) };
  return true;
}

/** Whether the second line goes on what the first begins. */
function isWrapped(first: Line, second: Line | undefined): boolean {
  return (
    second !== undefined &&
    second.number === first.number + 1 &&
    first.words.length >= 45 &&
    (/^\p{Ll}/u.test(second.words) ||
      /(?:[,:–—-]|(?<!\p{L})(?:the|of|and|a|an|to|in|for|with|by))$/iu.test(first.words))
  );
}

function takeTitle(page: FlatPage, first: Line, doubt: string | undefined): void {
  const lines = [first];
  for (const line of page.filled.slice(page.filled.indexOf(first) + 1, page.filled.indexOf(first) + 3)) {
    if (!isCandidate(page, line) || !isWrapped(lines.at(-1) ?? first, line)) break;
    lines.push(line);
  }
  for (const line of lines) take(page, line, { use: 'field', field: 'title' });
  page.facts = { ...page.facts, title: tidy(lines.map(({ words }) => words).join(' ')) };
  if (lines.length > 1)
    tell(page, 'intake-repaired', { reason: `Title joined from ${lines.length} lines`, line: first });
  if (doubt !== undefined)
    tell(page, 'intake-guess', { reason: `Title: “${first.words}” was taken; ${doubt}`, line: first });
}
