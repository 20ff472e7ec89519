import type { Figure, ListItem, Note } from '../../document/document.ts';
import type { Break, Image, Link, NoteReference, Text } from '../../document/inline.ts';
import type { Strings } from '../../document/strings.ts';
import type { Profile } from '../profile/profile.ts';
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
  /** Where the addresses of links are printed: theirs, behind the words or below the picture. */
  readonly addresses: ReadonlyMap<Link | Figure, Slot>;
}

/** What tags say that does not follow from the meaning of a post. */
export interface TagSetting {
  readonly profile: Pick<Profile, 'deepestHeading'>;
  readonly look: TagLook;
  /** The product's words in the language of the document. */
  readonly strings: Strings;
}

/** The look of words as their tags tell it (ISO 32000-1 §14.8.5.4): the theme's. */
export interface TagLook {
  /** Red, green and blue, each from 0 to 1. */
  readonly markColour: readonly number[];
  /** Above the baseline, points. */
  readonly superscriptPt: number;
  readonly subscriptPt: number;
  /** Whether the addresses of links are printed. */
  readonly printedUrls: boolean;
}

/** The maps of `Structure` while they are being filled, and what is said in all of it. */
export interface Bindings {
  readonly setting: TagSetting;
  readonly slots: Map<Text | Break | NoteReference | Image, Slot>;
  readonly links: Map<Link | NoteReference | Figure, StructElem>;
  readonly labels: Map<ListItem | Note, Slot>;
  readonly backLinks: Map<Note, BackLink[]>;
  readonly addresses: Map<Link | Figure, Slot>;
}

/** The maps of a structure that is still empty. */
export function openBindings(setting: TagSetting): Bindings {
  return {
    setting,
    slots: new Map(),
    links: new Map(),
    labels: new Map(),
    backLinks: new Map(),
    addresses: new Map(),
  };
}

/** The structure of a root under which everything was added. */
export function closeBindings<Root extends StructElem>(
  root: Root,
  { slots, links, labels, backLinks, addresses }: Bindings,
): Structure & { readonly root: Root } {
  return { root, slots, links, labels, backLinks, addresses };
}
