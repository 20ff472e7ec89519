import { readDateLine } from '../dates/date-line.ts';
import type { Line } from '../input/slice-lines.ts';
import { take, takeParts, tell, tidy, type FlatPage } from './flat-page.ts';
import { isEdgeFurniture, isNotice, isNoticeLabel, isProse, mayBeTitle } from './line-kinds.ts';

/** So many lines may stand behind the label at the end, and before it at the start. */
const [linesBehind, linesBefore] = [8, 8];

/**
 * The label and the notice of an archived page, at its end or at its start. At its end the title stands behind the notice where dates with
 * their labels follow it; a line is no title because it stands there.
 */
export function readArchiveFrame(page: FlatPage): void {
  const { filled } = page;
  const labels = filled.flatMap((line, at) => (isNoticeLabel(line) ? [at] : []));
  const at =
    labels.findLast((index) => filled.length - index <= linesBehind) ??
    labels.find((index) => isAtStart(filled, index));
  const label = at === undefined ? undefined : filled[at];
  if (at === undefined || label === undefined) return;
  const behind = filled.slice(at + 1).filter((line) => !isEdgeFurniture(line));
  const isEnd = filled.length - at <= linesBehind;
  const [notice] = behind;
  if (notice === undefined) return;
  if (isEnd && (readGlued(page, notice, label) || readDated(page, behind, label))) return;
  const isOther = behind.findIndex((line) => !isNotice(line));
  const said = behind.slice(0, isOther < 0 ? behind.length : isOther);
  if (said.length > 0) return takeNotice(page, said, label);
  const reason = `“${label.words}” stands before a line that is no notice; both were left in the text`;
  tell(page, 'intake-suspect', { reason, line: label });
}

function isAtStart(filled: readonly Line[], index: number): boolean {
  return index < linesBefore && !filled.slice(0, index).some(isProse);
}

function takeNotice(page: FlatPage, lines: readonly Line[], label: Line): void {
  take(page, label, { use: 'label' });
  const notice = lines.map(({ words }) => words).join(' ');
  page.facts = { ...page.facts, archived: { label: label.words, notice } };
  for (const line of lines) take(page, line, { use: 'field', field: 'archived.notice' });
}

/** A notice to which the title is glued. */
function readGlued(page: FlatPage, line: Line, label: Line): boolean {
  const glued = gluedAt(line);
  if (glued === undefined) return false;
  const title: Line = { ...line, words: line.words.slice(glued) };
  if (!mayBeTitle(title)) return false;
  take(page, label, { use: 'label' });
  const isRest = isEdgeFurniture(title);
  takeParts(page, line, [
    { use: { use: 'field', field: 'archived.notice' }, to: glued },
    { use: isRest ? { use: 'furniture' } : { use: 'field', field: 'title' }, to: line.words.length },
  ]);
  const archived = { label: label.words, notice: line.words.slice(0, glued).trim() };
  page.facts = { ...page.facts, archived, ...(!isRest && { title: tidy(title.words) }) };
  const what = isRest
    ? `Page furniture “${title.words}” left out, which the notice`
    : 'Title parted from the notice that it';
  tell(page, isRest ? 'intake-left-out' : 'intake-repaired', { reason: `${what} was glued to`, line });
  return true;
}

/** Where the notice ends and the title begins without a space: a stop after a word, then a capital, a figure or a quote. */
function gluedAt({ words }: Line): number | undefined {
  return /(?<=\p{Ll}{2}[.!?])(?=[\p{Lu}\p{N}“"‘'])/u.exec(words)?.index;
}

/** Notice, title, and dates with their labels. */
function readDated(page: FlatPage, behind: readonly Line[], label: Line): boolean {
  const { dateOrder } = page.options;
  const dated = behind.findIndex(({ words }) => readDateLine(words, dateOrder)?.kind !== undefined);
  const title = behind[dated - 1];
  const [notice, second] = behind.slice(0, Math.max(0, dated - 1));
  if (notice === undefined || title === undefined || !mayBeTitle(title)) return false;
  const lines = behind.slice(0, dated - 1);
  takeNotice(page, lines, label);
  const reason = `Notice of ${lines.length} lines; the last line before the dates was taken as the title`;
  const isSure = lines.every(isNotice) && !isNotice(title);
  if (second) tell(page, isSure ? 'intake-suspect' : 'intake-guess', { reason, line: second });
  page.facts = { ...page.facts, title: tidy(title.words) };
  take(page, title, { use: 'field', field: 'title' });
  return true;
}
