import { formatPlainDate } from '../../document/plain-date.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import { creatorsOf, descriptionOf, type RecordDescription } from './record-description.ts';

export interface RecordJsonLdInput {
  readonly record: RecordDescription;
  /** The files that are the record itself: source, capture and renderings. */
  readonly files: readonly PayloadFile[];
  /** What the files say they conform to, by their payload paths; a file that claims nothing is not there. */
  readonly claims?: ReadonlyMap<string, readonly string[]>;
}

/** `record.jsonld`: the record in the words of schema.org and of DCMI Metadata Terms; facts that nobody gave are absent. */
export function writeRecordJsonLd({ record, files, claims = new Map() }: RecordJsonLdInput): string {
  const posts = files.filter(({ role, path }) => role === 'source' && /\.(?:md|markdown)$/u.test(path));
  const value = {
    '@context': ['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }],
    '@type':
      record.members.length > 0 ? ['Collection', 'ArchiveComponent'] : ['BlogPosting', 'ArchiveComponent'],
    ...schemaFacts(record),
    encoding: files.filter((file) => isRendering(file)).map(mediaObject),
    ...dublinCoreFacts(record),
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

function schemaFacts(record: RecordDescription): Readonly<Record<string, unknown>> {
  const { facts, title, lang, agency, sourceUrl, released, updated, archived, members } = record;
  return {
    identifier: facts.id,
    ...whole('headline', title || undefined),
    ...whole('inLanguage', lang),
    ...whole('description', descriptionOf(record)),
    ...list(
      'author',
      creatorsOf(record).map((name) => ({ name })),
    ),
    ...whole('publisher', agency && { '@type': 'Organization', name: agency }),
    ...whole('url', sourceUrl),
    ...whole('isBasedOn', sourceUrl),
    ...whole('datePublished', released && formatPlainDate(released)),
    ...whole('dateModified', updated && formatPlainDate(updated)),
    ...whole('creativeWorkStatus', archived && 'Archived'),
    ...whole(
      'isPartOf',
      facts.series === undefined ? undefined : { '@type': 'Collection', name: facts.series },
    ),
    ...list(
      'hasPart',
      members.map((identifier) => ({ identifier })),
    ),
    ...whole('copyrightNotice', record.rights),
    ...whole('conditionsOfAccess', facts.access?.restriction),
  };
}

function dublinCoreFacts(record: RecordDescription): Readonly<Record<string, unknown>> {
  const { facts, title, lang, agency, sourceUrl, released, updated, archived, capture, members } = record;
  const accessRights = [facts.access?.restriction, facts.access?.specific, noticeOf(archived)];
  return {
    'dcterms:identifier': facts.id,
    ...whole('dcterms:title', title || undefined),
    ...whole('dcterms:language', lang),
    ...list('dcterms:creator', creatorsOf(record)),
    ...whole('dcterms:publisher', agency),
    ...whole('dcterms:issued', released && formatPlainDate(released)),
    ...whole('dcterms:modified', updated && formatPlainDate(updated)),
    ...whole('dcterms:source', sourceUrl),
    ...list('dcterms:isPartOf', [facts.series, facts.group].filter(isGiven)),
    ...list('dcterms:hasPart', members),
    ...list('dcterms:accessRights', accessRights.filter(isGiven)),
    ...list(
      'dcterms:rights',
      [record.rights, facts.rights?.useRestriction, facts.rights?.specificUse].filter(isGiven),
    ),
    ...whole('dcterms:rightsHolder', facts.rights?.holder),
    ...list('dcterms:provenance', [capture?.capturedAt, capture?.tool].filter(isGiven)),
  };
}

function noticeOf(archived: RecordDescription['archived']): string | undefined {
  return archived && `${archived.label}: ${archived.notice}`;
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

function isGiven(value: string | undefined): value is string {
  return value !== undefined;
}

function whole(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}

function list(key: string, values: readonly unknown[]): Readonly<Record<string, unknown>> {
  return values.length === 0 ? {} : { [key]: values };
}
