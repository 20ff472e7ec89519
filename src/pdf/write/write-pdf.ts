import { baseDirection } from '../../document/direction.ts';
import type { OutlineItem } from '../../document/outline.ts';
import type { Publication, PublicationMetadata } from '../../document/publication.ts';
import type { Page } from '../layout/display-list.ts';
import type { Claim, Profile } from '../profile/profile.ts';
import type { StructElem } from '../structure/struct-elem.ts';
import {
  addDestinations,
  namedDestinations,
  writeLinks,
  writeOutline,
  type Destination,
  type TaggedLink,
} from './destinations.ts';
import { drawPage, type PageContent } from './draw-page.ts';
import { createPdfFile, type PdfReference } from './pdfkit-adapter.ts';
import { openStructure, type TreeNode, type TreePlace } from './write-structure.ts';
import { writeXmp } from './xmp.ts';

/** The name that files carry as their producer; without a version, so that a new release changes no bytes by itself. */
const producer = 'Tagleaf';

/** What is known of a file before its first page. */
export interface PdfWriterOptions {
  readonly publication: Publication;
  readonly profile: Profile;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly modified: Date | undefined;
}

/** What is known when all chapters are drawn. */
export interface FileEnd {
  readonly claims: readonly Claim[];
  readonly outline: readonly OutlineItem[];
  /** How many pages at the front have roman labels; those after them are counted from 1. */
  readonly romanPages: number;
}

/** A file while it is written. */
export interface PdfWriter {
  /**
   * Draws pages and writes their tags, all below one element, which stays open. The pages stand in the file by their
   * `order`; nothing of them is kept.
   */
  readonly add: (
    root: StructElem,
    pages: readonly Page[],
    at?: { readonly order: number; readonly place?: TreePlace },
  ) => TreeNode;
  /** Draws pages of artifacts alone, for which there is no element. */
  readonly addUntagged: (pages: readonly Page[], order: number) => void;
  /** Links, bookmarks, page labels, metadata. */
  readonly finish: (end: FileEnd) => Promise<Uint8Array>;
}

/** Starts the file of a publication. */
export function openPdfWriter(options: PdfWriterOptions): PdfWriter {
  const { profile, widthPt, heightPt, modified } = options;
  const { metadata, form, design } = options.publication;
  const file = createPdfFile({ info: info(metadata, modified), lang: metadata.lang, profile });
  const structure = openStructure(file, roleMapOf(profile, form));
  const destinations = new Map<string, Destination>();
  const links: TaggedLink[] = [];
  const drawn: { readonly order: number; readonly pages: readonly PdfReference[] }[] = [];
  const draw = (pages: readonly Page[]): readonly PageContent[] => {
    const first = structure.nextPage();
    return pages.map((page, index) => drawPage(file, page, { widthPt, heightPt, index: first + index }));
  };
  return {
    addUntagged: (pages, order) => {
      const contents = draw(pages);
      structure.addUntagged(contents.length);
      drawn.push({ order, pages: contents.map(({ page }) => page) });
    },
    add: (root, pages, { order, place } = { order: drawn.length }) => {
      const contents = draw(pages);
      const { node, linkElems } = structure.add(root, contents, place);
      addDestinations(destinations, contents);
      const open = contents.flatMap((content) => content.links);
      open.forEach(({ annotation, target }, index) =>
        links.push({ annotation, target, elem: linkElems[index] }),
      );
      drawn.push({ order, pages: contents.map(({ page }) => page) });
      return node;
    },
    finish: ({ claims, outline, romanPages }) => {
      const pages = drawn.toSorted((a, b) => a.order - b.order).flatMap((chapter) => chapter.pages);
      file.orderPages(pages);
      structure.finish(links);
      writeLinks(file, links, { destinations, first: pages[0] });
      writeOutline(file, outline, destinations);
      file.catalog['PageLabels'] = { Nums: pageLabels(romanPages, pages.length) };
      const fromTheRight = baseDirection(metadata.lang) === 'rtl';
      if (fromTheRight) file.preferences['Direction'] = 'R2L';
      if (design?.binding === 'duplex') {
        // Pages with odd numbers stand on the right of what lies open, or, in a book that is read from the right, on the left.
        file.catalog['PageLayout'] = fromTheRight ? 'TwoPageLeft' : 'TwoPageRight';
        file.preferences['Duplex'] = 'DuplexFlipLongEdge';
      }
      file.names['Dests'] = { Names: namedDestinations(destinations) };
      const { identifiers } = metadata;
      return file.finish(
        writeXmp({ metadata, identifier: identifiers.pdf, producer, modified, profile, claims }),
      );
    },
  };
}

function roleMapOf({ roleMap, collectionRoleMap }: Profile, form: Publication['form']): Profile['roleMap'] {
  return form === 'post' ? roleMap : { ...collectionRoleMap, ...roleMap };
}

/** A number tree of labels (ISO 32000-1 §12.4.2). */
function pageLabels(romanPages: number, pages: number): readonly unknown[] {
  return [
    ...(romanPages > 0 ? [0, { S: 'r' }] : []),
    ...(romanPages < pages ? [romanPages, { S: 'D' }] : []),
  ];
}

function info(metadata: PublicationMetadata, modified: Date | undefined): Record<string, string | Date> {
  return {
    Title: metadata.title,
    ...(metadata.creators.length === 1 && { Author: metadata.creators[0] ?? '' }),
    ...(metadata.description !== undefined && { Subject: metadata.description }),
    ...(metadata.subjects.length > 0 && { Keywords: metadata.subjects.join(', ') }),
    Creator: producer,
    Producer: producer,
    ...(modified && { CreationDate: modified, ModDate: modified }),
  };
}
