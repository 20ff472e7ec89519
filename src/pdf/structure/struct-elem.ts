import type { Direction } from '../../characters/strong-letters.ts';
import { baseDirection } from '../../document/direction.ts';

/** A value of a structure attribute: a name, a number, an array of numbers, or text. */
export type AttributeValue =
  | number
  | readonly number[]
  | { readonly name: string }
  | { readonly text: string };

/** One attribute object: its owner and its entries (ISO 32000-1 §14.7.5). */
export interface Attributes {
  readonly O: 'Layout' | 'List' | 'Table';
  readonly [key: string]: AttributeValue | string;
}

/** A place in the structure tree that drawn content is bound to; each drawing of it becomes one marked-content sequence. */
export interface Slot {
  readonly kind: 'slot';
  readonly elem: StructElem;
}

/** A structure element (ISO 32000-1 §14.7.2). `kids` are in reading order. */
export interface StructElem {
  readonly kind: 'elem';
  /** The structure type as the author-facing name; the profile's role map leads to the standard type. */
  readonly role: string;
  readonly title?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly expansion?: string;
  /** Unique in the file; goes into the IDTree. */
  readonly id?: string;
  readonly attributes: readonly Attributes[];
  readonly kids: readonly (StructElem | Slot)[];
}

/** A structure element while the tree is being built. */
export interface OpenElem extends StructElem {
  readonly kids: (StructElem | Slot)[];
}

/** What an element is given beside its role. */
export type ElemOptions = Partial<
  Pick<StructElem, 'title' | 'lang' | 'alt' | 'expansion' | 'id' | 'attributes'>
>;

/** A new element without kids; absent options are left out. */
export function openElem(role: string, options: ElemOptions = {}): OpenElem {
  return { kind: 'elem', role, attributes: [], ...options, kids: [] };
}

/** The attribute that says in which direction words follow each other (ISO 32000-1 §14.8.5.4.3, `WritingMode`). */
export function writingMode(direction: Direction): Attributes {
  return { O: 'Layout', WritingMode: name(direction === 'rtl' ? 'RlTb' : 'LrTb') };
}

/** The language of an element that is in another than what is around it, and its direction where that is another too. */
export function languageOptions(lang: string | undefined, within?: string): ElemOptions {
  if (lang === undefined || lang === within) return {};
  const direction = baseDirection(lang);
  return { lang, ...(direction !== baseDirection(within) && { attributes: [writingMode(direction)] }) };
}

/** Adds a slot to an element. */
export function addSlot(elem: OpenElem): Slot {
  const slot: Slot = { kind: 'slot', elem };
  elem.kids.push(slot);
  return slot;
}

/** A name of PDF, for attributes. */
export function name(value: string): { readonly name: string } {
  return { name: value };
}
