import { formatPlainDate } from '../../document/plain-date.ts';
import { readByline } from '../dates/byline.ts';
import { readDateLine, type DateKind } from '../dates/date-line.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import type { Line } from '../input/slice-lines.ts';
import { take, takeParts, tell, tidy, type FlatPage } from './flat-page.ts';
import { headOf } from './flat-title.ts';

/** Lines at the start and the end of a page where a date with its label may stand. */
const edge = 8;

/** The byline above the text, or at its end where it says “Posted by”; a date that stands in it is parted from it. */
export function readFlatByline(page: FlatPage): void {
  const order = page.options.dateOrder;
  const tail = page.filled
    .slice(-4)
    .filter(({ words }) => /^(?:posted|written|published|submitted) by\s/iu.test(words));
  for (const line of new Set([...page.filled.slice(0, 1), ...headOf(page), ...tail])) {
    const read = page.uses.has(line) ? undefined : readByline(line.words, order);
    if (read === undefined) continue;
    const { name, date } = read;
    page.facts = { ...page.facts, byline: tidy(line.words.slice(name.start, name.end)) };
    if (date === undefined) return take(page, line, { use: 'field', field: 'byline' });
    const shown = line.words.slice(date.shown.start, date.shown.end);
    setDate(page, { line, kind: date.kind, shown, found: date.found });
    const facts = [
      { ...name, field: 'byline' },
      { ...date.shown, field: `${date.kind}_as_shown` },
    ].toSorted((one, other) => one.start - other.start);
    return takeParts(
      page,
      line,
      facts.flatMap(({ start, end, field }) => [
        { use: { use: 'label' as const }, to: start },
        { use: { use: 'field' as const, field }, to: end },
      ]),
    );
  }
}

/** Dates after their labels at the start and the end, and a date alone by the title or the byline. */
export function readFlatDates(page: FlatPage): void {
  const { filled, options } = page;
  for (const line of new Set([...filled.slice(0, edge), ...filled.slice(-edge)])) {
    const read = page.uses.has(line) ? undefined : readDateLine(line.words, options.dateOrder);
    if (read?.kind === undefined) continue;
    if (hasDate(page, read.kind)) tellOther(page, line, { kind: read.kind, found: read.date });
    else takeDate(page, line, { kind: read.kind, found: read.date });
  }
  if (hasDate(page, 'released')) return;
  const alone = filled.find((line, at) => {
    if (page.uses.has(line) || readDateLine(line.words, options.dateOrder) === undefined) return false;
    return [-1, -2, 1].some((by) => isTitleOrByline(page, filled[at + by]));
  });
  const found = alone && readDateLine(alone.words, options.dateOrder)?.date;
  if (alone && found) takeDate(page, alone, { kind: 'released', found });
}

function isTitleOrByline(page: FlatPage, line: Line | undefined): boolean {
  const parts = line === undefined ? [] : (page.uses.get(line) ?? []);
  return parts.some(({ field }) => field === 'title' || field === 'byline');
}

function hasDate({ facts }: FlatPage, kind: DateKind): boolean {
  return facts[`${kind}AsShown`] !== undefined;
}

function takeDate(
  page: FlatPage,
  line: Line,
  of: { readonly kind: DateKind; readonly found: FoundDate },
): void {
  setDate(page, { ...of, line, shown: line.words });
  take(page, line, { use: 'field', field: `${of.kind}_as_shown` });
}

function setDate(
  page: FlatPage,
  {
    line,
    kind,
    shown,
    found,
  }: { readonly line: Line; readonly kind: DateKind; readonly shown: string; readonly found: FoundDate },
): void {
  const { reading } = found;
  const day = typeof reading === 'object' ? reading : undefined;
  const said = kind === 'released' ? { releasedAsShown: shown } : { updatedAsShown: shown };
  page.facts = { ...page.facts, ...said, ...(day && { [kind]: day }) };
  const written = line.words.slice(found.start, found.end);
  if (reading === 'ambiguous')
    tell(page, 'date-ambiguous', { reason: `“${written}” can be two different days`, line });
  if (reading === 'invalid')
    tell(page, 'intake-fact-missing', { reason: `No day can be read in “${line.words}”`, line });
}

/** A second date of one kind stays in the text. */
function tellOther(
  page: FlatPage,
  line: Line,
  { kind, found }: { readonly kind: DateKind; readonly found: FoundDate },
): void {
  const day = page.facts[kind];
  if (day === undefined || typeof found.reading !== 'object') return;
  const [first, other] = [formatPlainDate(day), formatPlainDate(found.reading)];
  const what = kind === 'released' ? 'Release date' : 'Date of the update';
  if (first !== other)
    tell(page, 'intake-disagreement', {
      reason: `${what}: one line says “${first}”, another “${other}”`,
      line,
    });
}
