import type { Document, LanguageTag } from '../../document/document.ts';
import { formatPlainDate } from '../../document/plain-date.ts';
import { publicationId } from '../../document/publication-id.ts';
import { baseDirection } from './base-direction.ts';
import type { Book } from './book.ts';
import { xmlText } from './xml-text.ts';

type PackageMetadata = Pick<
  Book,
  | 'identifier'
  | 'title'
  | 'language'
  | 'direction'
  | 'languages'
  | 'creators'
  | 'publisher'
  | 'description'
  | 'published'
  | 'modified'
  | 'rights'
  | 'source'
  | 'subjects'
>;

/** The facts of the package document; what the post does not say is absent, and no element would be empty. */
export function packageMetadata(document: Document, modified: Date | undefined): PackageMetadata {
  const { metadata } = document;
  const language = languageOf(document);
  const others = metadata.otherLanguages.filter((other) => other !== language);
  const publisher = words(metadata.agency);
  const description = words(metadata.summary);
  const rights = words(metadata.rights);
  const source = words(metadata.sourceUrl);
  return {
    identifier: publicationId(document.sha256, 'epub'),
    title: words(metadata.title) ?? metadata.slug,
    language,
    direction: baseDirection(language),
    languages: [...new Set([language, ...others])],
    creators: metadata.authors.flatMap((author) => words(author) ?? []),
    ...(publisher !== undefined && { publisher }),
    ...(description !== undefined && { description }),
    ...(metadata.released && { published: formatPlainDate(metadata.released) }),
    modified: formatModified(modified),
    ...(rights !== undefined && { rights }),
    ...(source !== undefined && { source }),
    subjects: metadata.subjects.flatMap((subject) => words(subject) ?? []),
  };
}

/** The language of a post; `und` (ISO 639-2) where it does not say one. */
export function languageOf(document: Document): LanguageTag {
  return document.metadata.lang ?? 'und';
}

/** `CCYY-MM-DDThh:mm:ssZ` (EPUB 3.3 §5.5.4). Without a date the earliest that a ZIP file knows: a value is required. */
function formatModified(modified: Date | undefined): string {
  return `${(modified ?? new Date(Date.UTC(1980, 0, 1))).toISOString().slice(0, 19)}Z`;
}

/** One line of legal characters, or nothing where there are no words. */
function words(text: string | undefined): string | undefined {
  const line = xmlText(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line === '' ? undefined : line;
}
