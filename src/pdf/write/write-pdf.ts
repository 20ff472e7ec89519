import type { Document } from '../../document/document.ts';
import { outline, type OutlineItem } from '../../document/outline.ts';
import { publicationId } from '../../document/publication-id.ts';
import type { DisplayList } from '../layout/display-list.ts';
import type { Structure } from '../structure/build-structure.ts';
import { drawPage, type PageContent } from './draw-page.ts';
import { createPdfFile, type PdfFile, type PdfReference } from './pdfkit-adapter.ts';
import { writeStructure } from './write-structure.ts';
import { writeXmp, type XmpClaims } from './xmp.ts';

/** The name that files carry as their producer; without a version, so that a new release changes no bytes by itself. */
const producer = 'Tagleaf';

export interface WriteOptions {
  readonly structure: Structure;
  readonly claims: XmpClaims;
  readonly modified: Date | undefined;
}

/** A place on a page, for links and bookmarks. */
interface Destination {
  readonly page: PdfReference;
  /** From the bottom of the page. */
  readonly top: number;
}

/** Writes the file: pages, structure tree, links, bookmarks, page labels, metadata. */
export async function writePdf(
  document: Document,
  list: DisplayList,
  options: WriteOptions,
): Promise<Uint8Array> {
  const { metadata } = document;
  const file = createPdfFile({
    info: info(document, options),
    lang: metadata.lang,
    xmp: writeXmp({
      metadata,
      identifier: publicationId(document.sha256, 'pdf'),
      producer,
      modified: options.modified,
      claims: options.claims,
    }),
  });
  const pages = list.pages.map((page, index) =>
    drawPage(file, page, { widthPt: list.widthPt, heightPt: list.heightPt, index }),
  );
  const destinations = collectDestinations(pages, list.heightPt);
  writeStructure(file, options.structure.root, pages);
  writeLinks(pages, destinations);
  writeOutline(file, outline(document), destinations);
  file.catalog['PageLabels'] = { Nums: [0, { S: 'D' }] };
  file.names['Dests'] = { Names: namedDestinations(destinations) };
  return file.finish();
}

function info(document: Document, options: WriteOptions): Record<string, string | Date> {
  const { metadata } = document;
  return {
    Title: metadata.title,
    ...(metadata.authors.length === 1 && { Author: metadata.authors[0] ?? '' }),
    ...(metadata.summary !== undefined && { Subject: metadata.summary }),
    ...(metadata.subjects.length > 0 && { Keywords: metadata.subjects.join(', ') }),
    Creator: producer,
    Producer: producer,
    ...(options.modified && { CreationDate: options.modified, ModDate: options.modified }),
  };
}

function collectDestinations(
  pages: readonly PageContent[],
  heightPt: number,
): ReadonlyMap<string, Destination> {
  const destinations = new Map<string, Destination>();
  for (const { page, anchors } of pages) {
    for (const [id, y] of anchors) {
      if (!destinations.has(id)) destinations.set(id, { page, top: Math.min(heightPt - y + 4, heightPt) });
    }
  }
  return destinations;
}

function explicit(destination: Destination): unknown[] {
  return [destination.page, 'XYZ', 0, destination.top, null];
}

/** Sorted by code unit: a name tree must not depend on a locale (ISO 32000-1 §7.9.6). */
function namedDestinations(destinations: ReadonlyMap<string, Destination>): unknown[] {
  const sorted = [...destinations].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([id, destination]) => [new String(id), explicit(destination)]);
}

function writeLinks(pages: readonly PageContent[], destinations: ReadonlyMap<string, Destination>): void {
  const first = pages[0];
  for (const { annotation, target } of pages.flatMap((page) => page.links)) {
    if (target.kind === 'external') {
      annotation.data['A'] = { S: 'URI', URI: new String(asciiUri(target.url)) };
    } else {
      // An id without a place of its own (an empty block) lies where the document begins.
      const destination = destinations.get(target.id) ?? (first && { page: first.page, top: 0 });
      annotation.data['A'] = { S: 'GoTo', D: destination && explicit(destination) };
    }
    annotation.end();
  }
}

/** URI actions hold 7-bit text (ISO 32000-1 §12.6.4.7): the rest is percent-encoded as UTF-8. */
function asciiUri(url: string): string {
  return url.replace(/[^\x21-\x7E]/gu, (char) => encodeURIComponent(char));
}

function writeOutline(
  file: PdfFile,
  items: readonly OutlineItem[],
  destinations: ReadonlyMap<string, Destination>,
): void {
  if (items.length === 0) return;
  const root = file.ref({ Type: 'Outlines' });
  root.data['Count'] = writeItems(items, root);
  root.end();
  file.catalog['Outlines'] = root;
  file.catalog['PageMode'] = 'UseOutlines';

  function writeItems(level: readonly OutlineItem[], parent: PdfReference): number {
    const refs = level.map((item) => {
      const destination = destinations.get(item.id);
      return file.ref({
        Title: new String(item.label),
        Parent: parent,
        ...(destination && { Dest: explicit(destination) }),
      });
    });
    let count = level.length;
    refs.forEach((ref, index) => {
      const children = level[index]?.children ?? [];
      if (index > 0) ref.data['Prev'] = refs[index - 1];
      if (index < refs.length - 1) ref.data['Next'] = refs[index + 1];
      if (children.length > 0) {
        const below = writeItems(children, ref);
        ref.data['Count'] = below;
        count += below;
      }
      ref.end();
    });
    parent.data['First'] = refs[0];
    parent.data['Last'] = refs.at(-1);
    return count;
  }
}
