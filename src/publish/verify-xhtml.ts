import type { Publication } from '../document/publication.ts';
import type { EpubReadback } from '../readback/read-epub.ts';
import { readXhtmlTags } from '../readback/read-xhtml-tags.ts';
import { compareBeside, compareLanguages, compareLists } from './compare-tags.ts';
import { doesNotReadBack } from './does-not-read-back.ts';
import { modelTags } from './model-tags.ts';

/**
 * Holds what the tags of an EPUB say beside its words against the publication: languages, alternatives, expansions, cells and
 * addresses.
 *
 * @throws InternalError at the first that differs
 */
export function verifyXhtml(publication: Publication, { documents }: Pick<EpubReadback, 'documents'>): void {
  const model = modelTags(publication, 'epub');
  const tags = readXhtmlTags(documents);
  const urls = model.links.flatMap(({ target }) => (target.kind === 'external' ? [target.url] : []));
  const problem =
    compareLanguages(model.words, tags.words) ??
    compareBeside(model, tags) ??
    compareLists('address', urls.flatMap(withoutSpelling), tags.addresses.flatMap(withoutSpelling));
  if (problem !== undefined) throw doesNotReadBack(publication, 'epub', problem);
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
