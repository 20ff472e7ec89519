import type { Contributor } from '../../document/catalogue-facts.ts';
import { formatPlainDate } from '../../document/plain-date.ts';
import type { PublicationMetadata } from '../../document/publication.ts';
import { formatInstant } from '../../files/instant.ts';
import { baseDirection } from '../../document/direction.ts';
import type { Book } from './book.ts';
import { xmlLine } from '../../xml/xml-text.ts';

type PackageMetadata = Pick<
  Book,
  | 'identifier'
  | 'title'
  | 'subtitle'
  | 'language'
  | 'direction'
  | 'languages'
  | 'creators'
  | 'creatorsFiledAs'
  | 'contributors'
  | 'audience'
  | 'publisher'
  | 'description'
  | 'published'
  | 'modified'
  | 'rights'
  | 'source'
  | 'subjects'
  | 'subjectTerms'
  | 'isbn'
  | 'series'
>;

/** The facts of the package document; what the publication does not say is absent, and no element would be empty. */
export function packageMetadata(metadata: PublicationMetadata, modified: Date | undefined): PackageMetadata {
  const language = metadata.lang ?? 'und';
  const creators = metadata.creators.flatMap((creator) => words(creator) ?? []);
  const subjects = metadata.subjects.flatMap((subject) => words(subject) ?? []);
  const others = metadata.otherLanguages.filter((other) => other !== language);
  return {
    identifier: words(metadata.identifiers.epub) ?? metadata.slug,
    title: words(metadata.title) ?? metadata.slug,
    ...optional('subtitle', words(metadata.subtitle)),
    language,
    direction: baseDirection(language),
    languages: [...new Set([language, ...others])],
    creators,
    ...cataloguedAs(metadata, { creators, subjects }),
    ...optional('publisher', words(metadata.publisher)),
    ...optional('description', words(metadata.description)),
    ...(metadata.published && { published: formatPlainDate(metadata.published) }),
    modified: formatModified(modified),
    ...optional('rights', words(metadata.rights)),
    ...optional('source', words(metadata.source)),
    subjects,
    ...optional('isbn', metadata.isbn === undefined ? undefined : `urn:isbn:${metadata.isbn}`),
    ...seriesOf(metadata),
  };
}

function cataloguedAs(
  { filedAs = [], contributors = [], subjectTerms = [], audience }: PublicationMetadata,
  of: { readonly creators: readonly string[]; readonly subjects: readonly string[] },
): Pick<PackageMetadata, 'creatorsFiledAs' | 'contributors' | 'subjectTerms' | 'audience'> {
  const sorted = new Map(filedAs.map(({ name, fileAs }) => [words(name), words(fileAs)]));
  const terms = new Map(subjectTerms.map((term) => [words(term.subject), term]));
  return {
    creatorsFiledAs: of.creators.map((creator) => sorted.get(creator) ?? ''),
    contributors: contributors.flatMap(({ name, role, fileAs }): Contributor[] => {
      const shown = words(name);
      return shown === undefined
        ? []
        : [{ name: shown, ...optional('role', role), ...optional('fileAs', words(fileAs)) }];
    }),
    subjectTerms: of.subjects.map((subject) => {
      const term = terms.get(subject);
      const [scheme, code] = [words(term?.scheme), words(term?.code)];
      return scheme === undefined || code === undefined ? undefined : { scheme, code };
    }),
    ...optional('audience', words(audience)),
  };
}

function seriesOf({ series }: PublicationMetadata): Pick<Book, 'series'> {
  const name = words(series?.name);
  if (series === undefined || name === undefined) return {};
  const { position } = series;
  return { series: { name, ...(position !== undefined && { position }) } };
}

/** The form that EPUB 3.3 §5.5.5 asks for. Without a date the earliest that a ZIP file knows: a value is required. */
function formatModified(modified: Date | undefined): string {
  return formatInstant(modified ?? new Date(Date.UTC(1980, 0, 1)));
}

/** One line, or nothing where there are no words. */
function words(text: string | undefined): string | undefined {
  return xmlLine(text ?? '') || undefined;
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  // Sound: a computed key widens to `string`, and the key is K.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
