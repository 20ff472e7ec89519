import type { Document } from '../../../src/document/document.ts';
import { blockHast } from '../../../src/epub/xhtml/block-hast.ts';
import { nameNodes } from '../../../src/epub/xhtml/name-nodes.ts';
import { noPageBreaks } from '../../../src/epub/xhtml/place-page-breaks.ts';
import { serialiseXhtml } from '../../../src/epub/xhtml/serialise-xhtml.ts';
import type { XhtmlContext } from '../../../src/epub/xhtml/xhtml-context.ts';
import { buildStructure } from '../../../src/pdf/structure/build-structure.ts';
import { printStructure } from '../../pdf/structure/print-structure.ts';
import { setting } from '../../pdf/layout/lay-out-post.ts';
import { printDocument } from '../print-document.ts';
import { strings } from '../read-text.ts';

/** A document as its tree, its tags in the PDF and its body in the EPUB, one behind the other. */
export function printFormats(document: Document): string {
  const tags = printStructure(buildStructure(document, setting).root);
  return `${printDocument(document)}\n${tags}\n${xhtmlOf(document)}\n`;
}

function xhtmlOf(document: Document): string {
  const { names, distinct } = nameNodes(document);
  const context: XhtmlContext = {
    strings,
    lang: document.metadata.lang ?? 'en',
    names,
    distinct,
    pageBreaks: noPageBreaks,
    hrefOf: (id) => `#${id}`,
    writeBlocks: blockHast,
    imageHref: (id) => id,
  };
  return serialiseXhtml(blockHast(document.body, context));
}
