import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { BagInfo } from '../../bag/bag-info.ts';
import { readCsv } from '../../csv/read-csv.ts';
import { attributeOf, childElements, descendants, textContent } from '../../readback/xml-tree.ts';
import { joined, jsonProperties, type PremisUnit, type Term } from '../../terms/term.ts';

/** What one file says of the facts for which it has a place; empty where it says nothing there. */
export type FactReading = readonly (readonly [fact: string, value: string])[];

/** What the XMP packet of the PDF says. */
export function readXmpFacts(xmp: string, terms: readonly Term[]): FactReading {
  const tree = fromXml(xmp);
  return read(terms, 'xmp', (name) => {
    const [element] = descendants(tree, name);
    const items = element ? descendants(element, 'rdf:li') : [];
    return items.length === 0 && element ? [lineOf(element)] : items.map(lineOf);
  });
}

/** What the package document of the EPUB says. */
export function readOpfFacts(opf: string, terms: readonly Term[]): FactReading {
  const tree = fromXml(opf);
  const [root] = descendants(tree, 'package');
  const id = root && attributeOf(root, 'unique-identifier');
  return read(terms, 'opf', ([name, which]) => {
    const elements = descendants(tree, name);
    if (which === 'first') return elements.slice(0, 1).map(lineOf);
    if (which === 'each') return elements.map(lineOf);
    return elements.filter((element) => attributeOf(element, 'id') === id).map(lineOf);
  });
}

/** The cells of the file list by their columns. */
export function readFileRows(csv: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = readCsv(csv, { delimiter: '|' });
  return rows.map((cells) => new Map(header.map((column, index) => [column, cells[index] ?? ''])));
}

/** What a row of the file list says of the record. */
export function readRowFacts(row: ReadonlyMap<string, string>, terms: readonly Term[]): FactReading {
  return read(terms, 'cfr1236', ([label]) => [row.get(label) ?? '']);
}

/** What `bag-info.txt` says, given as its labels and values. */
export function readInfoFacts(info: BagInfo, terms: readonly Term[]): FactReading {
  return read(terms, 'bagInfo', ([label]) =>
    info.filter(([name]) => name === label).map(([, value]) => value),
  );
}

/** What the intellectual entity and the rights of the PREMIS document say. */
export function readPremisFacts(tree: Root, terms: readonly Term[]): FactReading {
  const entity = descendants(tree, 'premis:object').find(
    (object) => attributeOf(object, 'xsi:type') === 'premis:intellectualEntity',
  );
  const units: Readonly<Record<PremisUnit, (type: string) => readonly string[]>> = {
    objectIdentifier: () => (entity ? [first(entity, 'premis:objectIdentifierValue')] : []),
    significantProperties: (type) =>
      below(entity, 'premis:significantProperties')
        .filter((property) => first(property, 'premis:significantPropertiesType') === type)
        .map((property) => first(property, 'premis:significantPropertiesValue')),
    relationship: (type) =>
      below(entity, 'premis:relationship')
        .filter((relationship) => first(relationship, 'premis:relationshipSubType') === type)
        .map((relationship) => first(relationship, 'premis:relatedObjectIdentifierValue')),
    otherRightsNote: (label) =>
      below(tree, 'premis:otherRightsNote')
        .map(lineOf)
        .filter((note) => note.startsWith(`${label}: `))
        .map((note) => note.slice(label.length + 2)),
  };
  return read(terms, 'premis', ([unit, type]) => units[unit](type));
}

/** What the JSON-LD says, in both of its vocabularies; nothing where it is no object. */
export function readJsonLdFacts(jsonLd: string, terms: readonly Term[]): FactReading {
  const value: unknown = JSON.parse(jsonLd);
  const fields = new Map<string, unknown>(typeof value === 'object' && value ? Object.entries(value) : []);
  return terms.flatMap((term) =>
    [...jsonProperties(term, 'dcterms'), ...jsonProperties(term, 'schemaOrg')].flatMap(([name, shape]) =>
      shape.read ? [[term.fact, joined(term, shape.read(fields.get(name)))] as const] : [],
    ),
  );
}

/** What stands in the places of one column. */
function read<Column extends 'bagInfo' | 'premis' | 'cfr1236' | 'xmp' | 'opf'>(
  terms: readonly Term[],
  column: Column,
  values: (place: NonNullable<Term[Column]>) => readonly string[],
): FactReading {
  return terms.flatMap((term) => {
    const place = term[column];
    return place === undefined ? [] : [[term.fact, joined(term, values(place))] as const];
  });
}

function below(node: Root | Element | undefined, name: string): readonly Element[] {
  return node ? descendants(node, name) : [];
}

function first(tree: Root | Element, name: string): string {
  const [element] = descendants(tree, name);
  return element ? lineOf(element) : '';
}

/** On one line: some of the files have no lines in a value. */
function lineOf(element: Element): string {
  return textContent(element).replace(/\s+/gu, ' ').trim();
}

/** What a PREMIS file object says of its file. */
export interface FileReading {
  readonly bytes: string;
  readonly sha256: string;
  readonly sha512: string;
}

/** The file objects of a PREMIS document by their paths. */
export function readPremisFiles(tree: Root): ReadonlyMap<string, FileReading> {
  const objects = descendants(tree, 'premis:object').filter(
    (object) => attributeOf(object, 'xsi:type') === 'premis:file',
  );
  return new Map(
    objects.map((object) => {
      const digests = new Map(
        descendants(object, 'premis:fixity').map((fixity) => [
          first(fixity, 'premis:messageDigestAlgorithm'),
          first(fixity, 'premis:messageDigest'),
        ]),
      );
      const [identifier] = childElements(object);
      const path = identifier ? first(identifier, 'premis:objectIdentifierValue') : '';
      const sha256 = digests.get('SHA-256') ?? '';
      const sha512 = digests.get('SHA-512') ?? '';
      return [path, { bytes: first(object, 'premis:size'), sha256, sha512 }];
    }),
  );
}
