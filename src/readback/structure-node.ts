import type { PdfValue } from './pdf-value.ts';

/** One element of the structure tree (ISO 32000-1 §14.7.2). */
export interface StructureNode {
  readonly type: 'element';
  /** The structure type as written. */
  readonly role: string;
  /** The standard type that the role map makes of it. */
  readonly standardRole: string;
  readonly title?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  readonly expansion?: string;
  readonly id?: string;
  /** Attribute dictionaries in file order, each with its owner among its entries. */
  readonly attributes: readonly ReadonlyMap<string, PdfValue>[];
  readonly children: readonly StructureChild[];
}

/** What a marked-content sequence of a page says; `page` counts from 1. */
export interface MarkedContent {
  readonly type: 'marked-content';
  readonly page: number;
  readonly mcid: number;
  readonly text: string;
}

/** A reference to an annotation; `page` counts from 1. */
export interface ObjectReference {
  readonly type: 'object-reference';
  readonly page: number;
  /** The accessible name of the annotation. */
  readonly contents?: string;
  /** The address of a `URI` action. */
  readonly url?: string;
  /** The page that a link within the file leads to. */
  readonly targetPage?: number;
}

/** What stands below an element. */
export type StructureChild = StructureNode | MarkedContent | ObjectReference;
