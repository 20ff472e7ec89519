import type { Contributor } from '../../document/catalogue-facts.ts';
import type { AccessibilityStatement, Book } from '../package/book.ts';

/** The metadata of an OPDS 2.0 publication, as the schema of the Readium Web Publication Manifest has them. */
export type OpdsMetadata = Readonly<Record<string, unknown>>;

/** What a book is to a catalogue. */
interface Kind {
  readonly form: 'post' | 'collection';
  /** Whether a date of the last change is known; the package has one in any case. */
  readonly dated: boolean;
}

/** The facts of a book for a catalogue. What nobody gave is absent; that it conforms to anything is not among them. */
export function opdsMetadata(book: Book, { form, dated }: Kind): OpdsMetadata {
  const languages = book.languages.filter((language) => language !== 'und');
  const { subtitle, publisher, description, published, series } = book;
  return {
    '@type': form === 'post' ? 'http://schema.org/Article' : 'http://schema.org/Book',
    ...identifiers(book),
    title: book.title,
    ...(subtitle !== undefined && { subtitle }),
    ...some(
      'author',
      book.creators.map((name, index) => person(name, book.creatorsFiledAs[index])),
    ),
    ...contributors(book.contributors),
    ...(publisher !== undefined && { publisher }),
    ...some('language', languages),
    ...(published !== undefined && { published }),
    ...(dated && { modified: book.modified }),
    ...(description !== undefined && { description }),
    ...some('subject', subjects(book)),
    ...(series && { belongsTo: { series } }),
    layout: 'reflowable',
    readingProgression: book.direction,
    ...(book.pageList.length > 0 && { numberOfPages: book.pageList.length }),
    accessibility: accessibility(book.accessibility),
  };
}

const isUri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s]+$/iu.test(text) && URL.canParse(text);

/** The ISBN is what catalogues look for; an identifier that is no URI can only be an alternative. */
function identifiers({ isbn, identifier }: Book): OpdsMetadata {
  const all = [...(isbn === undefined ? [] : [isbn]), identifier];
  const first = all.find(isUri);
  const others = all.filter((one) => one !== first).map((one) => (isUri(one) ? one : { value: one }));
  return { ...(first !== undefined && { identifier: first }), ...some('altIdentifier', others) };
}

function person(name: string, sortAs: string | undefined): OpdsMetadata {
  return { name, ...(sortAs && { sortAs }) };
}

/** The roles of MARC that a manifest has a key for; all others stand under `contributor` with their code. */
const roleKeys: Readonly<Record<string, string>> = {
  edt: 'editor',
  ill: 'illustrator',
  nrt: 'narrator',
  trl: 'translator',
};

function contributors(all: readonly Contributor[]): OpdsMetadata {
  const keyOf = ({ role = '' }: Contributor): string => roleKeys[role] ?? 'contributor';
  const keys = [...Object.values(roleKeys), 'contributor'];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const those = all.filter((one) => keyOf(one) === key);
      const persons = those.map((one) => ({
        ...person(one.name, one.fileAs),
        ...(key === 'contributor' && one.role !== undefined && { role: one.role }),
      }));
      return persons.length > 0 ? [[key, persons]] : [];
    }),
  );
}

/** The addresses of schemes that EPUB has a word for; a manifest takes addresses alone. */
const schemes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lcsh: 'http://id.loc.gov/authorities/subjects',
    thema: 'https://ns.editeur.org/thema/',
  }),
);

/** A code without the address of its scheme would mean nothing. */
function subjects({ subjects: names, subjectTerms }: Book): readonly OpdsMetadata[] {
  return names.map((name, index) => {
    const term = subjectTerms[index];
    const scheme = term && (isUri(term.scheme) ? term.scheme : schemes.get(term.scheme.toLowerCase()));
    return { name, ...(term && scheme !== undefined && { code: term.code, scheme }) };
  });
}

function accessibility(statements: readonly AccessibilityStatement[]): OpdsMetadata {
  const valuesOf = (property: AccessibilityStatement['property']): readonly string[] =>
    statements.flatMap((statement) => (statement.property === property ? [statement.value] : []));
  const [summary] = valuesOf('accessibilitySummary');
  return {
    ...some('accessMode', valuesOf('accessMode')),
    ...some(
      'accessModeSufficient',
      valuesOf('accessModeSufficient').map((modes) => modes.split(',')),
    ),
    ...some('feature', valuesOf('accessibilityFeature')),
    ...some('hazard', valuesOf('accessibilityHazard')),
    ...(summary !== undefined && { summary }),
  };
}

function some(key: string, values: readonly unknown[]): OpdsMetadata {
  return values.length > 0 ? { [key]: values } : {};
}
