import type { LabelUse } from '../bag/bag-profile.ts';
import { InternalError } from '../diagnostics/errors.ts';
import type { StringKey } from '../document/strings.ts';
import type { FactPath } from '../ledger/facts/fact-schema.ts';
import type { JsonShape } from './json-shape.ts';
import type { RecordDescription } from './record-description.ts';

/** A fact of a record: where it comes from, and what each file of a bag calls it. A file that has no column for it does not tell it. */
export interface Term {
  /** What messages call the fact. */
  readonly fact: string;
  /** The key under which a person files it; absent where the post says it of itself. */
  readonly filed?: FactPath;
  /** How it is read from the record: one value or several, all as text; nothing where nobody gave it. */
  readonly from: (record: RecordDescription) => string | readonly string[] | undefined;
  /** What parts several values where a file has room for one; `; ` where absent. */
  readonly between?: string;
  /** What a file that must say something says instead of `unknown`, where nobody gave the fact because of what the record is. */
  readonly insteadOfUnknown?: readonly [word: string, where: (record: RecordDescription) => boolean];
  /** Label in `bag-info.txt` (RFC 8493 §2.2.2). A required one is `unknown` where nobody gave the fact. */
  readonly bagInfo?: readonly [label: string, use: LabelUse];
  /** Semantic unit of `premis.xml` and its type or label (PREMIS 3.0, units 1.1, 1.4, 1.13 and 4.1.6.4). */
  readonly premis?: readonly [unit: PremisUnit, type: string];
  /** Properties of schema.org in `record.jsonld`. */
  readonly schemaOrg?: Readonly<Record<string, JsonShape>>;
  /** DCMI Metadata Terms (ISO 15836-2) in `record.jsonld`. */
  readonly dcterms?: Readonly<Record<string, JsonShape>>;
  /**
   * Column of `file-list.csv`: the label of 36 CFR 1236.54 (c)–(e). A mandatory one is `unknown` where nobody gave the fact, one
   * that is wanted only where there is any is empty.
   */
  readonly cfr1236?: readonly [label: string, need: 'mandatory' | 'where any'];
  /** Row of the record sheet: its word in `templates/strings`. Facts under one word share a row. */
  readonly sheet?: readonly [word: StringKey, form: SheetForm];
  /** Row in the READMEs of the bag; what is in words of the record is tagged with its language (WCAG 2.2 SC 3.1.2). */
  readonly readme?: readonly [name: string, value: 'in the language of the record' | 'in no language'];
  /** Property of the XMP packet of the PDF (ISO 16684-1 §8, Dublin Core), written by the PDF and read here. */
  readonly xmp?: string;
  /**
   * Element of the package document of the EPUB (EPUB 3.3 §5.5), written by the EPUB and read here: of several the first, each, or
   * the one that names the publication.
   */
  readonly opf?: readonly [element: string, which: 'first' | 'each' | 'unique-identifier'];
}

/** Where PREMIS has room for a fact: the id of the record, a property of it, what it is made of, or a note on rights. */
export type PremisUnit = 'objectIdentifier' | 'significantProperties' | 'relationship' | 'otherRightsNote';

/** How a value stands on the record sheet: a paragraph each, all in one, as code, as a link, or as words of the product. */
export type SheetForm = 'text' | 'list' | 'code' | 'link' | 'phrase';

/** The two vocabularies of `record.jsonld`. */
export type JsonColumn = 'schemaOrg' | 'dcterms';

/** The properties of a fact in a vocabulary of `record.jsonld`, as they are written there. */
export function jsonProperties(
  term: Term,
  column: JsonColumn,
): readonly (readonly [name: string, JsonShape])[] {
  const prefix = column === 'dcterms' ? 'dcterms:' : '';
  return Object.entries(term[column] ?? {}).map(([name, shape]) => [`${prefix}${name}`, shape]);
}

/** The values of a fact; none where nobody gave it. */
export function valuesOf({ from }: Term, record: RecordDescription): readonly string[] {
  const values = from(record) ?? [];
  return typeof values === 'string' ? [values] : values;
}

/** The values of a fact as one; `undefined` where there is none. */
export function toldText(term: Term, record: RecordDescription): string | undefined {
  const values = valuesOf(term, record);
  return values.length === 0 ? undefined : joined(term, values);
}

/** Several values as one. */
export function joined({ between = '; ' }: Term, values: readonly string[]): string {
  return values.join(between);
}

/** What a file that must say something says of a fact that nobody gave. */
export function unknownOf({ insteadOfUnknown }: Term, record: RecordDescription): string {
  const [word = 'unknown', isThere] = insteadOfUnknown ?? [];
  return isThere?.(record) === true ? word : 'unknown';
}

/**
 * The terms in the order of a file, which names facts with commas between them; those that it does not name follow as the table has
 * them, so that a new fact needs a row and nothing else.
 *
 * @throws InternalError where a name is none of the table.
 */
export function inOrder(terms: readonly Term[], order: string): readonly Term[] {
  const named = order.split(', ').map((name) => {
    const term = terms.find(({ fact }) => fact === name);
    if (term === undefined) throw new InternalError(`No term is called “${name}”`, { stage: 'records' });
    return term;
  });
  return [...named, ...terms.filter((term) => !named.includes(term))];
}
