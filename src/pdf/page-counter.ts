import { romanNumeral } from '../document/list-label.ts';
import type { ChapterKind } from '../document/publication.ts';

/** What has pages: a chapter, or the cover before them. */
export type PageOwner = ChapterKind | 'cover';

/** Counts the pages of a collection: those at the front in roman numerals, all others from 1. */
export interface PageCounter {
  /** The number of a page of what comes next, from 0: with those before it that are numbered as it is. */
  readonly number: (owner: PageOwner, index: number) => number;
  /** The same as its label. */
  readonly label: (owner: PageOwner, index: number) => string;
  readonly add: (owner: PageOwner, pages: number) => void;
  readonly romanPages: () => number;
}

/** Whether its pages have roman numbers. */
export function isFront(owner: PageOwner): boolean {
  return front.has(owner);
}

const front: ReadonlySet<PageOwner> = new Set(['cover', 'title-page', 'imprint', 'front', 'contents']);

/** A counter that has seen no page. */
export function createPageCounter(): PageCounter {
  let roman = 0;
  let decimal = 0;
  const number = (owner: PageOwner, index: number): number =>
    (front.has(owner) ? roman : decimal) + index + 1;
  return {
    number,
    label: (owner, index) => {
      const own = number(owner, index);
      return front.has(owner) ? romanNumeral(own).toLowerCase() : String(own);
    },
    add: (owner, pages) => {
      if (front.has(owner)) roman += pages;
      else decimal += pages;
    },
    romanPages: () => roman,
  };
}
