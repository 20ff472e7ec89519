import { isLanguageTag, type LanguageTag } from '../../document/language-tag.ts';
import type { Element, ElementContent } from 'hast';
import type { Block } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import type { NodeBase } from '../../document/node-base.ts';
import type { Strings } from '../../document/strings.ts';
import type { Anchors } from '../html/anchors.ts';
import { isFact } from '../html/markers.ts';
import type { NoteRegister } from './notes.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { quotable } from '../../characters/quotable.ts';
import { attributeName } from '../html/quote-words.ts';
import { keptAttributes } from '../html/raw-html.ts';
import { holdsWords } from '../../document/word-attributes.ts';

/** Where blocks are built: it decides about bullets, notes and headings. */
export interface Surroundings {
  /** How many lists are around. */
  readonly listDepth: number;
  /** Notes wait for a block further out: inside tables and notes. */
  readonly holdsNotes: boolean;
  /** Headings are not allowed here. */
  readonly inNote: boolean;
}

/** What all handlers share. */
export interface Builder {
  readonly context: PostContext;
  readonly anchors: Anchors;
  readonly notes: NoteRegister;
  /** The language of the post. */
  readonly language: LanguageTag | undefined;
  /** The product's words in that language, or in English. */
  readonly strings: Strings;
  /** Marks of quotation alternate. */
  readonly insideQuotation: boolean;
  /** Terms that are defined do not stand in each other. */
  readonly insideTerm: boolean;
  readonly blocks: (nodes: readonly ElementContent[], around: Surroundings) => readonly Block[];
  readonly inlines: (nodes: readonly ElementContent[]) => readonly Inline[];
}

/** Place, language, direction and id of an element; tells of attributes that are left out. */
export function baseOf(element: Element, builder: Builder): NodeBase {
  const place = placeOf(element);
  const id = builder.anchors.idOf.get(element);
  reportAttributes(element, builder.context);
  return {
    ...(place && { place }),
    ...readingOf(element, builder),
    ...(id !== undefined && { id }),
  };
}

/** Language and direction of an element; empty where it has none of its own. */
export function readingOf(element: Element, { context }: Builder): Pick<NodeBase, 'lang' | 'dir'> {
  const lang = languageOf(element, context);
  const { dir } = element.properties;
  return {
    ...(lang !== undefined && { lang }),
    ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}),
  };
}

/** Blocks of an element that the model has no place for: in a group, where its language or direction would be lost. */
export function inReading(blocks: readonly Block[], element: Element, builder: Builder): readonly Block[] {
  const reading = readingOf(element, builder);
  if (Object.keys(reading).length === 0 || blocks.length === 0) return blocks;
  const place = placeOf(element);
  return [{ type: 'group', ...(place && { place }), ...reading, children: blocks }];
}

/** Tells of the attributes that are left out, with their words. */
export function reportAttributes(element: Element, context: PostContext): void {
  const { tagName, properties } = element;
  const type = property(element, 'type')?.toLowerCase();
  for (const name of Object.keys(properties)) {
    if (isKept(name, element) || isFact(context, name)) continue;
    const attribute = name === 'className' ? 'class' : name;
    // Words are quoted, so that they are not lost in silence.
    const isSaid = name === 'cite' || holdsWords({ tagName, name: attributeName(name), type });
    const words = isSaid ? quotable(property(element, name) ?? '') : '';
    report(context, 'html-attr-dropped', {
      reason: `Attribute “${attribute}” of <${tagName}> left out${words === '' ? '' : `: “${words}”`}`,
      place: placeOf(element),
    });
  }
}

/** Elements of which a title is read: of links, expansions and captions. */
const titled: ReadonlySet<string> = new Set(['a', 'abbr', 'dfn', 'img']);

/** Attributes of a picture that name what describes it at length (`detailsOf`). */
const describing: ReadonlySet<string> = new Set(['ariaDetails', 'ariaDescribedBy', 'longDesc']);

function isKept(name: string, { tagName }: Element): boolean {
  if (tagName === 'img' && describing.has(name)) return true;
  return keptAttributes.has(name) && (name !== 'title' || titled.has(tagName));
}

function languageOf(element: Element, context: PostContext): string | undefined {
  const { lang } = element.properties;
  if (typeof lang !== 'string' || lang === '') return undefined;
  if (isLanguageTag(lang)) return lang;
  report(context, 'lang-invalid', { reason: `“${lang}” is not a language tag`, place: placeOf(element) });
  return undefined;
}

/** A text property of an element. */
export function property(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}
