import type {
  Break,
  Figure,
  Image,
  Link,
  ListItem,
  Note,
  NoteReference,
  Text,
} from '../../document/document.ts';
import type { Slot, StructElem } from './struct-elem.ts';

/** A back-link of a note: generated, one for each reference. */
export interface BackLink {
  readonly elem: StructElem;
  readonly slot: Slot;
  /** The id of the reference that it leads to. */
  readonly target: string;
}

/** The tags of a document, and where each drawn thing of the model belongs in them. */
export interface Structure {
  readonly root: StructElem;
  readonly slots: ReadonlyMap<Text | Break | NoteReference | Image, Slot>;
  readonly links: ReadonlyMap<Link | NoteReference | Figure, StructElem>;
  /** The labels of list items and notes. */
  readonly labels: ReadonlyMap<ListItem | Note, Slot>;
  readonly backLinks: ReadonlyMap<Note, readonly BackLink[]>;
}

/** The maps of `Structure` while they are being filled. */
export interface Bindings {
  readonly slots: Map<Text | Break | NoteReference | Image, Slot>;
  readonly links: Map<Link | NoteReference | Figure, StructElem>;
  readonly labels: Map<ListItem | Note, Slot>;
  readonly backLinks: Map<Note, BackLink[]>;
}

/** The maps of a structure that is still empty. */
export function openBindings(): Bindings {
  return { slots: new Map(), links: new Map(), labels: new Map(), backLinks: new Map() };
}
