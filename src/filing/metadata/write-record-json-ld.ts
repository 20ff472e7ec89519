import { isMarkdown } from '../../document/markdown-names.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import type { RecordDescription } from '../../terms/record-description.ts';
import { recordTerms } from '../../terms/record-terms.ts';
import { inOrder, joined, jsonProperties, valuesOf, type JsonColumn, type Term } from '../../terms/term.ts';

/** What `record.jsonld` tells. */
export interface RecordJsonLdInput {
  readonly record: RecordDescription;
  /** The files that are the record itself: source, capture and renderings. */
  readonly files: readonly PayloadFile[];
  /** What the files say they conform to, by their payload paths; a file that claims nothing is not there. */
  readonly claims?: ReadonlyMap<string, readonly string[]>;
}

const schemaOrder =
  'identifier, title, language, description, creator, publisher, source, released, updated, archive notice, series, members, ' +
  'rights, access restriction';
const dublinCoreOrder =
  'identifier, title, language, creator, publisher, released, updated, source, series, group, members, ' +
  'access restriction, specific access restriction, archive notice, rights, use restriction, specific use restriction, ' +
  'rights holder, captured, captured with';

/** `record.jsonld`: the record in the words of schema.org and of DCMI Metadata Terms; facts that nobody gave are absent. */
export function writeRecordJsonLd(
  { record, files, claims = new Map() }: RecordJsonLdInput,
  terms: readonly Term[] = recordTerms,
): string {
  const posts = files.filter(({ role, path }) => role === 'source' && isMarkdown(path));
  const value = {
    '@context': ['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }],
    '@type':
      record.members.length > 0 ? ['Collection', 'ArchiveComponent'] : ['BlogPosting', 'ArchiveComponent'],
    ...propertiesOf(record, inOrder(terms, schemaOrder), 'schemaOrg'),
    encoding: files.filter((file) => isRendering(file)).map(mediaObject),
    ...propertiesOf(record, inOrder(terms, dublinCoreOrder), 'dcterms'),
    'dcterms:hasFormat': files
      .filter((file) => isRendering(file) || posts.includes(file))
      .map((file) => ({
        '@id': file.path,
        ...whole('dcterms:format', file.mediaType),
        ...(isRendering(file) && posts.length > 0 && { 'dcterms:isFormatOf': ids(posts) }),
        ...whole('dcterms:conformsTo', claims.get(file.path)),
      })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function propertiesOf(
  record: RecordDescription,
  terms: readonly Term[],
  column: JsonColumn,
): Readonly<Record<string, unknown>> {
  const told = new Map<string, unknown>();
  for (const term of terms) {
    const values = valuesOf(term, record);
    if (values.length === 0) continue;
    for (const [property, shape] of jsonProperties(term, column)) {
      const [before, value] = [told.get(property), shape.write(values, joined(term, values))];
      told.set(property, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
    }
  }
  return Object.fromEntries(told);
}

function mediaObject({ path, mediaType, bytes, sha256 }: PayloadFile): unknown {
  return {
    '@type': 'MediaObject',
    contentUrl: path,
    ...whole('encodingFormat', mediaType),
    contentSize: `${bytes} B`,
    sha256,
  };
}

function ids(files: readonly PayloadFile[]): readonly unknown[] {
  return files.map(({ path }) => ({ '@id': path }));
}

function whole(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}
