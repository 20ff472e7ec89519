import { InternalError } from '../../diagnostics/errors.ts';
import type { Block } from '../../document/document.ts';
import { walk } from '../../document/walk.ts';
import { navFileName } from './book.ts';
import type { PageBreaks } from '../xhtml/place-page-breaks.ts';

/** The blocks of one content document, or of the navigation document in the place of the contents. */
export interface Part {
  readonly fileName: string;
  readonly blocks: readonly Block[];
}

/** Where everything in the publication stands. Addresses are relative to the package document. */
export interface Places {
  /** The address of an id; `undefined` where nothing has it. */
  readonly find: (id: string) => string | undefined;
  /** The same, where it is known that something has it. */
  readonly hrefOf: (id: string) => string;
  /** The place of an address in reading order. */
  readonly orderOf: (href: string) => number;
}

/** Walks all files in reading order. */
export function findPlaces(parts: readonly Part[], pageBreaks: PageBreaks): Places {
  const hrefs = new Map<string, string>();
  const order = new Map<string, number>();
  for (const { fileName, blocks } of parts) {
    order.set(fileName, order.size);
    const add = (id: string): void => {
      // The navigation document has ids of its own.
      const href = fileName === navFileName ? `${navFileName}#toc` : `${fileName}#${id}`;
      hrefs.set(id, href);
      order.set(href, order.size);
    };
    for (const node of walk(blocks)) {
      for (const { id } of pageBreaks.before.get(node) ?? []) add(id);
      if (node.id !== undefined) add(node.id);
      for (const { id } of pageBreaks.inText.get(node) ?? []) add(id);
    }
  }
  const find = (id: string): string | undefined => hrefs.get(id);
  return {
    find,
    hrefOf: (id) => find(id) ?? fail(`no node has the id “${id}”`),
    orderOf: (href) => order.get(href) ?? fail(`nothing stands at “${href}”`),
  };
}

function fail(message: string): never {
  throw new InternalError(message, { stage: 'epub/book' });
}
