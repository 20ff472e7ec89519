import type { Publication } from '../document/publication.ts';
import type { EpubReadback } from '../readback/read-epub.ts';
import { readXhtmlTags } from '../readback/read-xhtml-tags.ts';
import type { PageStart } from '../document/page-start.ts';
import { compareBeside, compareLanguages, compareLists } from './compare-tags.ts';
import { seenOf } from './seen-of.ts';
import { doesNotReadBack } from './does-not-read-back.ts';
import { modelTags } from './model-tags.ts';
import { findNavigationProblem } from './verify-navigation.ts';

/**
 * Holds what an EPUB says beside its words against the publication: languages, alternatives, expansions, cells, addresses, the levels
 * of headings, and what leads through it: its table of contents, its lists of figures and tables, and the pages of the PDF that it was given.
 *
 * @throws InternalError at the first that differs
 */
export function verifyXhtml(
  publication: Publication,
  read: Pick<EpubReadback, 'documents' | 'entries' | 'lists' | 'pages'>,
  pageStarts: readonly PageStart[] | undefined,
): void {
  const model = modelTags(publication, 'epub');
  const tags = readXhtmlTags(read.documents);
  const urls = model.links.flatMap(({ target }) => (target.kind === 'external' ? [target.url] : []));
  const problem =
    compareLanguages(model.words, tags.words) ??
    compareBeside(model, tags) ??
    compareLists('heading', headingsOf(model), headingsOf(tags)) ??
    findNavigationProblem(publication, { ...read, pageStarts }) ??
    compareLists('address', urls.flatMap(withoutSpelling), tags.addresses.flatMap(withoutSpelling));
  if (problem !== undefined) throw doesNotReadBack(publication, 'epub', problem);
}

/** What has no words is no heading to anybody. */
function headingsOf({
  headings,
}: {
  readonly headings: readonly { readonly role: string; readonly text: string }[];
}): readonly string[] {
  return headings.flatMap(({ role, text }) => (seenOf(text) === '' ? [] : [`${role} ${seenOf(text)}`]));
}

/** An address without what may be encoded in it or not; one that is none is no link in an EPUB. */
function withoutSpelling(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { href } = new URL(url);
  return [
    href
      .replace(/%[\da-f]{2}/giu, '%')
      .replace(/[^\w.~:/?@!$&'()*+,;=-]/gu, '%')
      .replace(/%+/gu, '%'),
  ];
}
