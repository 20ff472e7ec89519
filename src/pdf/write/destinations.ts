import type { LinkTarget } from '../../document/inline.ts';
import type { OutlineItem } from '../../document/outline.ts';
import type { PageContent } from './draw-page.ts';
import type { PdfFile, PdfReference } from './pdfkit-adapter.ts';

/** A place on a page, for links and bookmarks. */
export interface Destination {
  readonly page: PdfReference;
  /** From the bottom of the page. */
  readonly top: number;
}

/** A link annotation with the element that holds it. */
export interface TaggedLink {
  readonly annotation: PdfReference;
  readonly target: LinkTarget;
  readonly elem: PdfReference | undefined;
}

/** Adds the places of some pages, each id once: where it stands first. */
export function addDestinations(destinations: Map<string, Destination>, pages: readonly PageContent[]): void {
  for (const { page, anchors, heightPt } of pages) {
    for (const [id, y] of anchors) {
      if (!destinations.has(id)) destinations.set(id, { page, top: Math.min(heightPt - y + 4, heightPt) });
    }
  }
}

function explicit(destination: Destination): unknown[] {
  return [destination.page, 'XYZ', 0, destination.top, null];
}

/** A name tree, sorted by code unit: it must not depend on a locale (ISO 32000-1 §7.9.6). */
export function namedDestinations(destinations: ReadonlyMap<string, Destination>): unknown[] {
  const sorted = [...destinations].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([id, destination]) => [new String(id), explicit(destination)]);
}

/** Gives each link its action. An id without a place of its own (an empty block) lies where the first page begins. */
export function writeLinks(
  file: PdfFile,
  links: readonly TaggedLink[],
  to: {
    readonly destinations: ReadonlyMap<string, Destination>;
    readonly first: PdfReference | undefined;
  },
): void {
  // A link has an annotation on each of its lines, so that a long address would be gone over once a line.
  const uris = new Map<string, unknown>();
  const uriOf = (url: string): unknown => {
    const uri = uris.get(url) ?? file.text(asciiUri(url));
    uris.set(url, uri);
    return uri;
  };
  for (const { annotation, target } of links) {
    if (target.kind === 'external') {
      annotation.data['A'] = { S: 'URI', URI: uriOf(target.url) };
    } else {
      const destination = to.destinations.get(target.id) ?? (to.first && { page: to.first, top: 0 });
      annotation.data['A'] = { S: 'GoTo', D: destination && explicit(destination) };
    }
    annotation.end();
  }
}

/** URI actions hold 7-bit text (ISO 32000-1 §12.6.4.7): the rest is percent-encoded as UTF-8. */
export function asciiUri(url: string): string {
  return url.replace(/[^\x21-\x7E]/gu, (char) => encodeURIComponent(char));
}

/** Writes the bookmarks (ISO 32000-1 §12.3.3). The headings of a chapter of a collection are folded away. */
export function writeOutline(
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

  /** Gives back how many items are shown when the parent is open. */
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
      const item = level[index];
      if (index > 0) ref.data['Prev'] = refs[index - 1];
      if (index < refs.length - 1) ref.data['Next'] = refs[index + 1];
      if (item && item.children.length > 0) {
        const below = writeItems(item.children, ref);
        const folded = item.kind !== undefined && item.kind !== 'division';
        ref.data['Count'] = folded ? -below : below;
        if (!folded) count += below;
      }
      ref.end();
    });
    parent.data['First'] = refs[0];
    parent.data['Last'] = refs.at(-1);
    return count;
  }
}
