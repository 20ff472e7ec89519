import type { CatalogueEntry } from './catalogue-entry.ts';

/** A file that stands beside an EPUB. */
export interface FileBeside {
  /** What its name has in the place of `.epub`. */
  readonly ending: CatalogueEnding;
  readonly bytes: Uint8Array;
}

/** How the names of these files may end. */
export const catalogueEndings = [
  '.opds.json',
  '.onix.json',
  '.cover.png',
  '.cover.jpg',
  '.cover.gif',
  '.cover.webp',
  '.cover.svg',
] as const;

/** One of them. */
export type CatalogueEnding = (typeof catalogueEndings)[number];

const coverEndings = {
  'image/png': '.cover.png',
  'image/jpeg': '.cover.jpg',
  'image/gif': '.cover.gif',
  'image/webp': '.cover.webp',
  'image/svg+xml': '.cover.svg',
} as const;

/**
 * The files for catalogues: an OPDS 2.0 publication that leads to the EPUB and to the picture of its cover, that picture,
 * and the codes of ONIX list 196. The same entry under the same name gives the same bytes.
 */
export function catalogueFiles(
  { metadata, codes, cover }: CatalogueEntry,
  epub: { readonly stem: string; readonly sizeBytes: number },
): readonly FileBeside[] {
  const href = (ending: string): string => `${encodeURIComponent(epub.stem)}${ending}`;
  const coverEnding = cover && coverEndings[cover.mediaType];
  const publication = {
    metadata,
    links: [
      { rel: 'self', href: href('.opds.json'), type: 'application/opds-publication+json' },
      {
        rel: 'http://opds-spec.org/acquisition',
        href: href('.epub'),
        type: 'application/epub+zip',
        size: epub.sizeBytes,
      },
    ],
    ...(cover &&
      coverEnding && {
        images: [
          {
            href: href(coverEnding),
            type: cover.mediaType,
            width: cover.widthPx,
            height: cover.heightPx,
          },
        ],
      }),
  };
  const file = (ending: CatalogueEnding, value: unknown): FileBeside => ({
    ending,
    bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
  });
  return [
    file('.opds.json', publication),
    file('.onix.json', { list: '196', codes }),
    ...(cover && coverEnding ? [{ ending: coverEnding, bytes: cover.bytes }] : []),
  ];
}
