/** What a format is called in PRONOM. */
export interface FormatName {
  readonly name: string;
  readonly version?: string;
  readonly mediaType: string;
}

/** A PRONOM identifier that is in our table. */
export type KnownPuid =
  | 'fmt/1149'
  | 'fmt/476'
  | 'fmt/276'
  | 'fmt/2050'
  | 'fmt/483'
  | 'fmt/11'
  | 'fmt/12'
  | 'fmt/13'
  | 'fmt/42'
  | 'fmt/43'
  | 'fmt/44'
  | 'x-fmt/398'
  | 'x-fmt/390'
  | 'x-fmt/391'
  | 'fmt/645'
  | 'fmt/1507'
  | 'fmt/3'
  | 'fmt/4'
  | 'fmt/566'
  | 'fmt/567'
  | 'fmt/568'
  | 'fmt/2062'
  | 'fmt/92'
  | 'fmt/1355'
  | 'fmt/1281'
  | 'x-fmt/266'
  | 'fmt/817'
  | 'fmt/880'
  | 'fmt/101'
  | 'fmt/471'
  | 'x-fmt/18'
  | 'fmt/818'
  | 'x-fmt/224'
  | 'x-fmt/111';

/** The formats that can stand in our bags and are known from their bytes, by PRONOM's identifier (signature release 125). */
export const formatNames: Readonly<Record<KnownPuid, FormatName>> = {
  'fmt/1149': { name: 'Markdown', mediaType: 'text/markdown' },
  'fmt/476': {
    name: 'Acrobat PDF/A - Portable Document Format',
    version: '2a',
    mediaType: 'application/pdf',
  },
  'fmt/276': {
    name: 'Acrobat PDF 1.7 - Portable Document Format',
    version: '1.7',
    mediaType: 'application/pdf',
  },
  'fmt/2050': {
    name: 'PDF/UA - Portable Document Format/Universal Accessibility',
    version: '1',
    mediaType: 'application/pdf',
  },
  'fmt/483': { name: 'ePub format', mediaType: 'application/epub+zip' },
  'fmt/11': { name: 'Portable Network Graphics', version: '1.0', mediaType: 'image/png' },
  'fmt/12': { name: 'Portable Network Graphics', version: '1.1', mediaType: 'image/png' },
  'fmt/13': { name: 'Portable Network Graphics', version: '1.2', mediaType: 'image/png' },
  'fmt/42': { name: 'JPEG File Interchange Format', version: '1.00', mediaType: 'image/jpeg' },
  'fmt/43': { name: 'JPEG File Interchange Format', version: '1.01', mediaType: 'image/jpeg' },
  'fmt/44': { name: 'JPEG File Interchange Format', version: '1.02', mediaType: 'image/jpeg' },
  'x-fmt/398': {
    name: 'Exchangeable Image File Format (Compressed)',
    version: '2.0',
    mediaType: 'image/jpeg',
  },
  'x-fmt/390': {
    name: 'Exchangeable Image File Format (Compressed)',
    version: '2.1',
    mediaType: 'image/jpeg',
  },
  'x-fmt/391': {
    name: 'Exchangeable Image File Format (Compressed)',
    version: '2.2',
    mediaType: 'image/jpeg',
  },
  'fmt/645': {
    name: 'Exchangeable Image File Format (Compressed)',
    version: '2.2.1',
    mediaType: 'image/jpeg',
  },
  'fmt/1507': {
    name: 'Exchangeable Image File Format (Compressed)',
    version: '2.3.x',
    mediaType: 'image/jpeg',
  },
  'fmt/3': { name: 'Graphics Interchange Format', version: '87a', mediaType: 'image/gif' },
  'fmt/4': { name: 'Graphics Interchange Format', version: '89a', mediaType: 'image/gif' },
  // Lossy, lossless, and with more than the picture.
  'fmt/566': { name: 'WebP', mediaType: 'image/webp' },
  'fmt/567': { name: 'WebP', mediaType: 'image/webp' },
  'fmt/568': { name: 'WebP', mediaType: 'image/webp' },
  'fmt/2062': { name: 'AV1 Image File Format', mediaType: 'image/avif' },
  'fmt/92': { name: 'Scalable Vector Graphics', version: '1.1', mediaType: 'image/svg+xml' },
  'fmt/1355': { name: 'WARC', version: '1.0', mediaType: 'application/warc' },
  'fmt/1281': { name: 'WARC', version: '1.1', mediaType: 'application/warc' },
  'x-fmt/266': { name: 'GZIP Format', mediaType: 'application/gzip' },
  'fmt/817': { name: 'JSON Data Interchange Format', mediaType: 'application/json' },
  'fmt/880': { name: 'JSON-LD', mediaType: 'application/ld+json' },
  'fmt/101': { name: 'Extensible Markup Language', version: '1.0', mediaType: 'application/xml' },
  'fmt/471': { name: 'Hypertext Markup Language', version: '5', mediaType: 'text/html' },
  'x-fmt/18': { name: 'Comma Separated Values', mediaType: 'text/csv' },
  'fmt/818': { name: 'YAML', mediaType: 'application/yaml' },
  'x-fmt/224': { name: 'Cascading Style Sheet', mediaType: 'text/css' },
  'x-fmt/111': { name: 'Plain Text File', mediaType: 'text/plain' },
};

/** The name of a format; `undefined` where it is not in our table. */
export function describeFormat(puid: string): FormatName | undefined {
  const table: Readonly<Record<string, FormatName>> = formatNames;
  return Object.hasOwn(table, puid) ? table[puid] : undefined;
}
