import type { Element } from 'xast';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { describeFormat } from './format-ids.ts';
import { isRendering } from './is-rendering.ts';
import { premisFacts } from './premis-facts.ts';
import type { PremisInput } from './premis-input.ts';
import { premis, premisIdentifier, premisText } from './premis-element.ts';
import type { RecordDescription } from '../../terms/record-description.ts';
import type { PremisUnit, Term } from '../../terms/term.ts';

/** The record as an intellectual entity, then one object for each file with size, two digests and its relationships. */
export function premisObjects(input: PremisInput, terms: readonly Term[]): readonly Element[] {
  return [entityObject(input.record, terms), ...input.files.map((file) => fileObject(file, input))];
}

function entityObject(record: RecordDescription, terms: readonly Term[]): Element {
  const told = (unit: PremisUnit): ReturnType<typeof premisFacts> => premisFacts(unit, record, terms);
  return premis(
    'object',
    [
      ...told('objectIdentifier').map(([, value]) => premisIdentifier('objectIdentifier', value)),
      ...told('significantProperties').map(([type, value]) =>
        premis('significantProperties', [
          premis('significantPropertiesType', [type]),
          premis('significantPropertiesValue', [value]),
        ]),
      ),
      ...told('relationship').map(([subType, value]) => relationship('structural', subType, [value])),
    ],
    { 'xsi:type': 'premis:intellectualEntity' },
  );
}

function fileObject(file: PayloadFile, input: PremisInput): Element {
  return premis(
    'object',
    [
      premisIdentifier('objectIdentifier', file.path),
      premis('objectCharacteristics', [
        premis('compositionLevel', ['0']),
        fixity('SHA-256', file.sha256),
        fixity('SHA-512', file.sha512),
        premis('size', [String(file.bytes)]),
        formatOf(file),
        isRendering(file) ? creatingApplication(input) : undefined,
      ]),
      premis('originalName', [file.originalName ?? file.path.slice(file.path.lastIndexOf('/') + 1)]),
      ...relationships(file, input),
    ],
    { 'xsi:type': 'premis:file' },
  );
}

function fixity(algorithm: string, digest: string): Element {
  return premis('fixity', [
    premis('messageDigestAlgorithm', [algorithm]),
    premis('messageDigest', [digest]),
    premis('messageDigestOriginator', ['Tagleaf']),
  ]);
}

function formatOf({ puid, mediaType }: PayloadFile): Element {
  const known = puid === undefined ? undefined : describeFormat(puid);
  return premis('format', [
    premis('formatDesignation', [
      premis('formatName', [known?.name ?? mediaType ?? 'unknown']),
      premisText('formatVersion', known?.version),
    ]),
    puid === undefined
      ? undefined
      : premis('formatRegistry', [
          premis('formatRegistryName', ['PRONOM']),
          premis('formatRegistryKey', [puid]),
          premis('formatRegistryRole', ['specification']),
        ]),
  ]);
}

function creatingApplication({ software, packedAt }: PremisInput): Element {
  return premis('creatingApplication', [
    premis('creatingApplicationName', ['Tagleaf']),
    premis('creatingApplicationVersion', [software.tagleaf]),
    premis('dateCreatedByApplication', [packedAt]),
  ]);
}

/** Every file is part of the record; what belongs to a post, was made from the posts or tells of a file says so too. */
function relationships(file: PayloadFile, input: PremisInput): readonly Element[] {
  const { record, posts, reports } = input;
  const [onlyPost] = posts;
  const isPart = relationship('structural', 'is part of', [record.facts.id]);
  if (isRendering(file)) {
    return [isPart, ...(posts.length > 0 ? [relationship('derivation', 'has source', posts)] : [])];
  }
  if (file.role === 'source' && posts.length === 1 && onlyPost !== undefined && file.path !== onlyPost) {
    return [isPart, relationship('structural', 'is part of', [onlyPost])];
  }
  const judged = reports.filter(({ report }) => report === file.path).map((report) => report.file);
  return [
    isPart,
    ...(judged.length > 0 ? [relationship('reference', 'documents', [...new Set(judged)])] : []),
  ];
}

function relationship(type: string, subType: string, related: readonly string[]): Element {
  return premis('relationship', [
    premis('relationshipType', [type]),
    premis('relationshipSubType', [subType]),
    ...related.map((value) => premisIdentifier('relatedObjectIdentifier', value)),
  ]);
}
