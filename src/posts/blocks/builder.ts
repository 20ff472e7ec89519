import { parse } from 'bcp-47';
import type { Element, ElementContent } from 'hast';
import type { Block, Inline, LanguageTag, NodeBase } from '../../document/document.ts';
import type { Strings } from '../../document/strings.ts';
import type { Anchors } from '../html/anchors.ts';
import { isFact } from '../html/markers.ts';
import type { NoteRegister } from './notes.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { keptAttributes } from '../html/raw-html.ts';

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
  readonly blocks: (nodes: readonly ElementContent[], around: Surroundings) => readonly Block[];
  readonly inlines: (nodes: readonly ElementContent[]) => readonly Inline[];
}

/** Place, language, direction and id of an element; tells of attributes that are left out. */
export function baseOf(element: Element, builder: Builder): NodeBase {
  const { context } = builder;
  const place = placeOf(element);
  const lang = languageOf(element, context);
  const { dir } = element.properties;
  const id = builder.anchors.idOf.get(element);
  for (const name of Object.keys(element.properties)) {
    if (keptAttributes.has(name) || isFact(context, name)) continue;
    const attribute = name === 'className' ? 'class' : name;
    report(context, 'html-attr-dropped', {
      reason: `Attribute “${attribute}” of <${element.tagName}> left out`,
      place,
    });
  }
  return {
    ...(place && { place }),
    ...(lang !== undefined && { lang }),
    ...(dir === 'ltr' || dir === 'rtl' ? { dir } : {}),
    ...(id !== undefined && { id }),
  };
}

/** Whether a tag is well-formed (RFC 5646 §2.2.9) and its language can be a registered one. */
export function isLanguageTag(tag: string): boolean {
  const { language, privateuse } = parse(tag);
  if (!language) return privateuse.length > 0;
  // No language subtag of more than three letters is registered, so that "english" is none.
  return language.length === 2 ? twoLetterCodes.has(language.toLowerCase()) : language.length === 3;
}

/** The two-letter language subtags of the IANA registry (RFC 5646 §3.1); they are stable. */
const twoLetterCodes: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
    'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ' +
    'ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt ' +
    'my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm ' +
    'sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

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
