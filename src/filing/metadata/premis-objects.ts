import type { Element } from 'xast';
import { formatPlainDate } from '../../document/plain-date.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { describeFormat } from './format-ids.ts';
import { isRendering } from './is-rendering.ts';
import type { PremisInput } from './premis-input.ts';
import { premis, premisIdentifier, premisText } from './premis-terms.ts';
import { creatorsOf, descriptionOf, type RecordDescription } from './record-description.ts';

/** The record as an intellectual entity, then one object for each file with size, two digests and its relationships. */
export function premisObjects(input: PremisInput): readonly Element[] {
  return [entityObject(input.record), ...input.files.map((file) => fileObject(file, input))];
}

/** The facts of the record that the other metadata give too, by the names of 36 CFR 1236.54 (`recordProperties`). */
export const recordProperties = {
  title: 'Title',
  description: 'Description',
  creator: 'Creator',
  released: 'Date: Creation Date',
  updated: 'Date: Modified',
  source: 'Source: URL',
  publisher: 'Publisher',
  series: 'Series',
  group: 'Record Group',
} as const;

function entityObject(record: RecordDescription): Element {
  const { facts, title, released, updated, sourceUrl, agency, members } = record;
  const properties: readonly (readonly [keyof typeof recordProperties, string | undefined])[] = [
    ['title', title],
    ['description', descriptionOf(record)],
    ...creatorsOf(record).map((creator) => ['creator', creator] as const),
    ['released', released && formatPlainDate(released)],
    ['updated', updated && formatPlainDate(updated)],
    ['source', sourceUrl],
    ['publisher', agency],
    ['series', facts.series],
    ['group', facts.group],
  ];
  return premis(
    'object',
    [
      premisIdentifier('objectIdentifier', facts.id),
      ...properties.map(([key, value]) =>
        value === undefined
          ? undefined
          : premis('significantProperties', [
              premis('significantPropertiesType', [recordProperties[key]]),
              premis('significantPropertiesValue', [value]),
            ]),
      ),
      ...members.map((member) => relationship('structural', 'has part', [member])),
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
      premis('originalName', [file.path.slice(file.path.lastIndexOf('/') + 1)]),
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
