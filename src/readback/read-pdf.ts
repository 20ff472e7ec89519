import { checkContentOrder } from './check-content-order.ts';
import { listPages, numberPages } from './list-pages.ts';
import { openPdf } from './open-pdf.ts';
import { decodedText } from './pdf-value.ts';
import { readOutline, type PdfBookmark } from './read-outline.ts';
import { readPageText, type FontCache } from './read-page-text.ts';
import { readStructure } from './read-structure.ts';
import type { StructureNode } from './structure-node.ts';
import { structureText } from './structure-text.ts';

/** What a PDF says to someone who reads it by its tags. */
export interface PdfReadback {
  /** `dc:title` of the XMP packet. */
  readonly title: string | undefined;
  /** The language of the catalog. */
  readonly lang: string | undefined;
  readonly pages: number;
  readonly structure: StructureNode;
  readonly outline: readonly PdfBookmark[];
  /** The words in the order of the structure tree, without what is generated (`structureText`). */
  readonly text: string;
  /** The text of the artifacts, page by page. */
  readonly artifactText: readonly string[];
  readonly xmp: string;
  /**
   * Text and drawings that are neither marked nor artifacts, where tree and pages disagree, and what is drawn in another order
   * than it is read; empty in a good file.
   */
  readonly problems: readonly string[];
}

/**
 * Reads tags, text and metadata of a finished PDF, by the structure tree root and MCIDs, never by geometry.
 * Throws an `InternalError` for a file that it cannot read.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReadback> {
  const file = openPdf(bytes);
  const catalog = file.entries(file.trailer.get('Root'));
  const pages = listPages(file, catalog?.get('Pages'));
  const fonts: FontCache = new Map();
  const pageTexts = pages.map((page) => readPageText(file, page, fonts));
  const structure = readStructure(file, pages, pageTexts);
  const xmp = new TextDecoder().decode(file.streamBytes(catalog?.get('Metadata')) ?? new Uint8Array());
  return {
    title: titleOf(xmp),
    lang: decodedText(file.resolve(catalog?.get('Lang'))),
    pages: pages.length,
    structure: structure.root,
    outline: readOutline({ file, numbers: numberPages(file, pages) }),
    text: structureText(structure.root),
    artifactText: pageTexts.map((page) => page.artifactText),
    xmp,
    problems: [
      ...pageTexts.flatMap((page, index) => page.problems.map((problem) => `page ${index + 1}: ${problem}`)),
      ...structure.problems,
      ...checkContentOrder(structure.root, pageTexts),
    ],
  };
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function titleOf(xmp: string): string | undefined {
  const escaped = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)<\/rdf:li>/u.exec(xmp)?.[1];
  return escaped?.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(dec) : Number.parseInt(hex, 16));
    },
  );
}
