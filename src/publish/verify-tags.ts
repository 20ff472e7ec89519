import type { OutlineItem } from '../document/outline.ts';
import type { Publication } from '../document/publication.ts';
import { publicationBookmarks } from '../document/publication-outline.ts';
import type { PdfReadback } from '../readback/read-pdf.ts';
import type { PdfBookmark } from '../readback/read-outline.ts';
import { readTags, type ReadHeading, type ReadLink } from '../readback/read-tags.ts';
import { structureParts } from '../readback/structure-text.ts';
import { compareBeside, compareLanguages, compareLists, quoted } from './compare-tags.ts';
import { seenOf } from './seen-of.ts';
import { flat, type FlatItem } from './flat-items.ts';
import { doesNotReadBack } from './does-not-read-back.ts';
import { modelTags, type ModelHeading, type ModelLink } from './model-tags.ts';

/**
 * Holds what the tags of a PDF say beside its words against the publication: languages, alternatives, expansions, cells,
 * links, headings and bookmarks.
 *
 * @throws InternalError at the first that differs
 */
export function verifyTags(publication: Publication, read: PdfReadback): void {
  const problem = findDifference(publication, read);
  if (problem !== undefined) throw doesNotReadBack(publication, 'pdf', problem);
}

function findDifference(
  publication: Publication,
  { structure, lang, outline }: PdfReadback,
): string | undefined {
  if (lang !== publication.metadata.lang)
    return `its language is ${quoted(lang)} and not ${quoted(publication.metadata.lang)}`;
  const model = modelTags(publication, 'pdf');
  const tags = readTags(structure);
  const pages = new Map(tags.pages);
  return (
    compareLanguages(model.words, structureParts(structure, lang)) ??
    compareBeside(model, tags) ??
    compareHeadings(model.headings, tags.headings, pages) ??
    compareLinks(model.links, tags.links, pages) ??
    compareOutline(flat(publicationBookmarks(publication)), flat(outline), pages)
  );
}

/** Notes where each heading begins. */
function compareHeadings(
  expected: readonly ModelHeading[],
  actual: readonly ReadHeading[],
  pages: Map<string, number>,
): string | undefined {
  const wanted = expected.filter(({ text }) => seenOf(text) !== '');
  const found = actual.filter(({ text }) => seenOf(text) !== '');
  const lineOf = ({ role, text }: ModelHeading | ReadHeading): string => `${role} ${seenOf(text)}`;
  wanted.forEach(({ id }, index) => {
    const page = found[index]?.page;
    if (page !== undefined) pages.set(id, page);
  });
  return compareLists('heading', wanted.map(lineOf), found.map(lineOf));
}

/** A link without words (`link-empty`) takes no place on a page where the spaces around it are one with its own. */
function compareLinks(
  expected: readonly ModelLink[],
  actual: readonly ReadLink[],
  pages: ReadonlyMap<string, number>,
): string | undefined {
  let at = 0;
  for (const [index, link] of expected.entries()) {
    const problem = compareLink(link, actual[at], pages);
    if (problem === undefined) at += 1;
    else if (link.said.some((words) => seenOf(words) !== ''))
      return `link ${index + 1}, ${quoted(seenOf(link.said[0] ?? ''))}, ${problem}`;
  }
  return at === actual.length ? undefined : `it has ${actual.length} × link and not ${at}`;
}

function compareLink(
  link: ModelLink,
  found: ReadLink | undefined,
  pages: ReadonlyMap<string, number>,
): string | undefined {
  if (found === undefined) return 'is not there';
  if (found.areas.length === 0) return 'has no area';
  for (const area of found.areas) {
    const problem = compareArea(link, area, pages);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function compareArea(
  { target, said }: ModelLink,
  { contents, url, targetPage }: ReadLink['areas'][number],
  pages: ReadonlyMap<string, number>,
): string | undefined {
  const name = seenOf(contents ?? '').toLowerCase();
  if (name === '' || said.some((words) => !name.includes(seenOf(words).toLowerCase())))
    return `is called ${quoted(contents)}`;
  // An address holds ASCII alone (ISO 32000-1 §12.6.4.7).
  const wanted =
    target.kind === 'external' ? target.url.replace(/[^\x21-\x7E]/gu, encodeURIComponent) : undefined;
  if (url !== wanted) return `leads to ${quoted(url)} and not to ${quoted(wanted)}`;
  return target.kind === 'internal' ? comparePage(targetPage, pages.get(target.id)) : undefined;
}

/** What has no words may lie on any page. */
function comparePage(found: number | undefined, wanted: number | undefined): string | undefined {
  if (found !== undefined && (wanted === undefined || wanted === found)) return undefined;
  return `leads to page ${found ?? 'none'} and not to ${wanted ?? 'any'}`;
}

function compareOutline(
  expected: readonly FlatItem<OutlineItem>[],
  actual: readonly FlatItem<PdfBookmark>[],
  pages: ReadonlyMap<string, number>,
): string | undefined {
  const difference = compareLists(
    'bookmark',
    expected.map(({ depth, item }) => `${depth} ${item.label}`),
    actual.map(({ depth, item }) => `${depth} ${item.title}`),
  );
  if (difference !== undefined) return difference;
  for (const [index, { item }] of expected.entries()) {
    const problem = comparePage(actual[index]?.item.targetPage, pages.get(item.id));
    if (problem !== undefined) return `bookmark ${index + 1}, ${quoted(item.label)}, ${problem}`;
  }
  return undefined;
}
