import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { readCsv } from '../../csv/read-csv.ts';
import { attributeOf, childElements, descendants, textContent } from '../../readback/xml-tree.ts';
import { recordProperties } from './premis-objects.ts';

/** A fact that more than one of the metadata of a bag give. */
export const comparedFacts = [
  'identifier',
  'title',
  'author',
  'creator',
  'description',
  'publisher',
  'source',
  'released',
  'updated',
  'series',
  'group',
  'members',
  'rights',
  'rights holder',
  'access restriction',
  'specific access restriction',
  'use restriction',
  'specific use restriction',
  'disposition authority',
  'schedule item',
] as const;

export type ComparedFact = (typeof comparedFacts)[number];

/** What one file says: only facts for which it has a place; empty where it says nothing. */
export type FactReading = Readonly<Partial<Record<ComparedFact, string>>>;

/** What the XMP packet of the PDF says. */
export function readXmpFacts(xmp: string): FactReading {
  const tree = fromXml(xmp);
  return {
    identifier: first(tree, 'dc:identifier'),
    title: first(tree, 'dc:title'),
    author: joined(items(tree, 'dc:creator')),
    publisher: joined(items(tree, 'dc:publisher')),
    source: first(tree, 'dc:source'),
    rights: first(tree, 'dc:rights'),
  };
}

/** What the package document of the EPUB says. */
export function readOpfFacts(opf: string): FactReading {
  const tree = fromXml(opf);
  const [root] = descendants(tree, 'package');
  const id = root && attributeOf(root, 'unique-identifier');
  const identifier = descendants(tree, 'dc:identifier').find((element) => attributeOf(element, 'id') === id);
  return {
    identifier: identifier ? textOf(identifier) : '',
    title: first(tree, 'dc:title'),
    author: joined(descendants(tree, 'dc:creator').map(textOf)),
    publisher: first(tree, 'dc:publisher'),
    source: first(tree, 'dc:source'),
    released: first(tree, 'dc:date'),
    rights: first(tree, 'dc:rights'),
  };
}

/** The cells of the file list by their columns. */
export function readFileRows(csv: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = readCsv(csv, { delimiter: '|' });
  return rows.map((cells) => new Map(header.map((column, index) => [column, cells[index] ?? ''])));
}

/** What a row of the file list says of the record. */
export function readRowFacts(row: ReadonlyMap<string, string>): FactReading {
  const cell = (column: string): string => row.get(column) ?? '';
  return {
    identifier: cell('Identifier: Record ID'),
    title: cell('Title'),
    creator: cell('Creator'),
    description: cell('Description'),
    released: cell('Date: Creation Date'),
    members: cell('Relation: Has Part'),
    'rights holder': cell('Rights: Rights Holder'),
    'access restriction': cell('Access Restriction Status'),
    'specific access restriction': cell('Specific Access Restriction'),
    'use restriction': cell('Use Restriction Status'),
    'specific use restriction': cell('Specific Use Restriction'),
    'disposition authority': cell('Disposition Authority'),
    'schedule item': scheduleItem(cell('Identifier: Records Schedule Item #')),
  };
}

/** In the file list the word `unscheduled` stands for no item. */
function scheduleItem(value: string): string {
  return value === 'unscheduled' ? '' : value;
}

/** What `bag-info.txt` says, given as its labels and values. */
export function readInfoFacts(info: readonly (readonly [label: string, value: string])[]): FactReading {
  const values = (label: string): string => {
    return joined(info.filter(([name]) => name === label).map(([, value]) => value));
  };
  return {
    identifier: values('External-Identifier'),
    title: values('Record-Title'),
    creator: values('Record-Creator'),
    source: values('Source-URL'),
    released: values('Record-Released'),
    updated: values('Record-Updated'),
    series: values('Record-Series'),
    group: values('Record-Group'),
    members: values('Relation-Has-Part'),
    rights: values('Rights-Statement'),
    'rights holder': values('Rights-Holder'),
    'access restriction': values('Access-Restriction-Status'),
    'specific access restriction': values('Specific-Access-Restriction'),
    'use restriction': values('Use-Restriction-Status'),
    'specific use restriction': values('Specific-Use-Restriction'),
    'disposition authority': values('Records-Schedule-Authority'),
    'schedule item': scheduleItem(values('Records-Schedule-Item')),
  };
}

/** What the intellectual entity and the rights of the PREMIS document say. */
export function readPremisFacts(tree: Root): FactReading {
  const entity = descendants(tree, 'premis:object').find(
    (object) => attributeOf(object, 'xsi:type') === 'premis:intellectualEntity',
  );
  const found = entity ? descendants(entity, 'premis:significantProperties') : [];
  const property = (key: keyof typeof recordProperties): string => {
    const wanted = recordProperties[key];
    const same = found.filter((element) => first(element, 'premis:significantPropertiesType') === wanted);
    return joined(same.map((element) => first(element, 'premis:significantPropertiesValue')));
  };
  const notes = descendants(tree, 'premis:otherRightsNote').map(textOf);
  const note = (label: string): string =>
    notes.find((text) => text.startsWith(`${label}: `))?.slice(label.length + 2) ?? '';
  return {
    identifier: entity ? first(entity, 'premis:objectIdentifierValue') : '',
    title: property('title'),
    creator: property('creator'),
    description: property('description'),
    publisher: property('publisher'),
    source: property('source'),
    released: property('released'),
    updated: property('updated'),
    series: property('series'),
    group: property('group'),
    members: joined(entity ? descendants(entity, 'premis:relatedObjectIdentifierValue').map(textOf) : []),
    rights: note('Rights Statement'),
    'rights holder': note('Rights: Rights Holder'),
    'access restriction': note('Access Restriction Status'),
    'specific access restriction': note('Specific Access Restriction'),
    'use restriction': note('Use Restriction Status'),
    'specific use restriction': note('Specific Use Restriction'),
  };
}

/** What the JSON-LD says; nothing where it is no object. */
export function readJsonLdFacts(jsonLd: string): FactReading {
  const value: unknown = JSON.parse(jsonLd);
  const fields = new Map<string, unknown>(typeof value === 'object' && value ? Object.entries(value) : []);
  const texts = (key: string): string => {
    const found = fields.get(key);
    const all: readonly unknown[] = Array.isArray(found) ? found : [found];
    return joined(all.filter((text) => typeof text === 'string'));
  };
  return {
    identifier: texts('dcterms:identifier'),
    title: texts('dcterms:title'),
    creator: texts('dcterms:creator'),
    description: texts('description'),
    publisher: texts('dcterms:publisher'),
    source: texts('dcterms:source'),
    released: texts('dcterms:issued'),
    updated: texts('dcterms:modified'),
    members: texts('dcterms:hasPart'),
    rights: texts('copyrightNotice'),
    'rights holder': texts('dcterms:rightsHolder'),
  };
}

function first(tree: Root | Element, name: string): string {
  const [element] = descendants(tree, name);
  return element ? textOf(element) : '';
}

/** The items of an array of XMP. */
function items(tree: Root, name: string): readonly string[] {
  const [element] = descendants(tree, name);
  return element ? descendants(element, 'rdf:li').map(textOf) : [];
}

function joined(values: readonly string[]): string {
  return values.join('; ');
}

/** On one line: some of the files have no lines in a value. */
function textOf(element: Element): string {
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
