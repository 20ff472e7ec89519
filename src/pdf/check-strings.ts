import type { Message, Place } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { inlineText } from '../document/plain-text.ts';
import type { PublicationMetadata } from '../document/publication.ts';
import { walkDocument } from '../document/walk.ts';
import type { Mark, Page } from './layout/display-list.ts';
import { reportRule } from './rules.ts';
import type { Structure } from './structure/bindings.ts';
import type { StructElem } from './structure/struct-elem.ts';
import { asciiUri } from './write/destinations.ts';

/** Most bytes of a string in PDF/A-2 (ISO 19005-2 §6.1.13, which has it from ISO 32000-1 Annex C). */
const mostBytes = 32_767;

/** A text that stands in the file as a string of its own. */
interface Told {
  /** With an article, to begin a sentence with. */
  readonly what: string;
  readonly text: string;
  readonly place?: Place | undefined;
}

/** A document with its tags and pages. */
export interface Written {
  readonly document: Document;
  readonly structure: Structure;
  readonly pages: readonly Page[];
}

/** The texts of a document that PDF/A has no room for, each once, with their places in the post. */
export function checkStrings(written: Written): readonly Message[] {
  return report(textsOf(written), written.document.file);
}

/** The same of what the file says of itself. */
export function checkInfo(metadata: PublicationMetadata, file: string): readonly Message[] {
  const { title, creators, description = '', subjects } = metadata;
  const told: readonly Told[] = [
    { what: 'The title', text: title },
    { what: 'The name of the author', text: creators.length === 1 ? (creators[0] ?? '') : '' },
    { what: 'The description', text: description },
    { what: 'The list of subjects', text: subjects.join(', ') },
  ];
  return report(told, file);
}

function report(told: Iterable<Told>, file: string): readonly Message[] {
  const seen = new Map<string, Set<string>>();
  const messages: Message[] = [];
  for (const { what, text, place } of told) {
    if (!mayBeLong(text)) continue;
    // A link has one on each of its lines.
    const texts = seen.get(what) ?? new Set();
    if (texts.has(text)) continue;
    seen.set(what, texts.add(text));
    const bytes = bytesOf(text);
    if (bytes <= mostBytes) continue;
    const reason = `${what} has ${bytes} bytes as a string of the PDF; PDF/A has room for ${mostBytes}`;
    messages.push(reportRule('pdf-text-too-long', { reason, file, place }));
  }
  return messages;
}

/** One byte for a letter, or UTF-16 with a mark before it where one is not of ASCII (ISO 32000-1 §7.9.2.2). */
function bytesOf(text: string): number {
  return /^[\0-\x7F]*$/u.test(text) ? text.length : 2 * text.length + 2;
}

/** Most texts are short: their bytes need not be counted. */
function mayBeLong(text: string): boolean {
  return 2 * text.length + 2 > mostBytes;
}

function* textsOf({ document, structure, pages }: Written): Generator<Told> {
  // The bookmarks; the words of a heading may stand on several lines.
  for (const node of walkDocument(document)) {
    if (node.type === 'heading')
      yield { what: 'The heading', text: inlineText(node.children), place: node.place };
  }
  const places = placesOf(structure);
  const addresses = new Set<string>();
  yield* textsOfElements(structure.root, places);
  for (const { placed } of pages)
    for (const { marks } of placed)
      for (const mark of marks)
        // Most marks are words of a line, so many that a step for each of them takes its time.
        if (mark.type !== 'run' || mark.runs.some(({ text }) => mayBeLong(text)))
          yield* textsOfMark(mark, { places, addresses });
}

function* textsOfElements(root: StructElem, places: ReadonlyMap<StructElem, Place>): Generator<Told> {
  const open: StructElem[] = [root];
  for (let elem = open.pop(); elem !== undefined; elem = open.pop()) {
    const { alt, expansion, id, title, attributes } = elem;
    const place = places.get(elem);
    if (alt !== undefined) yield { what: 'The text alternative', text: alt, place };
    if (expansion !== undefined) yield { what: 'The expansion of an abbreviation', text: expansion, place };
    if (title !== undefined) yield { what: 'The title of a part', text: title, place };
    if (id !== undefined) yield { what: 'The name of a place that links lead to', text: id, place };
    for (const value of attributes.flatMap((owner) => Object.values(owner)))
      if (typeof value === 'object' && 'text' in value)
        yield { what: 'The summary of a table', text: value.text, place };
    for (const kid of elem.kids) if (kid.kind === 'elem') open.push(kid);
  }
}

/** The texts of a mark; an address stands on every line of its link, and is told once. */
function* textsOfMark(
  mark: Mark,
  { places, addresses }: { readonly places: ReadonlyMap<StructElem, Place>; readonly addresses: Set<string> },
): Generator<Told> {
  switch (mark.type) {
    case 'link': {
      const { contents, target, elem } = mark;
      const place = places.get(elem);
      yield { what: 'The text of a link', text: contents, place };
      if (target.kind !== 'external' || addresses.has(target.url)) return;
      addresses.add(target.url);
      yield { what: 'The address of a link', text: asciiUri(target.url), place };
      return;
    }
    case 'anchor':
      yield { what: 'The name of a place that links lead to', text: mark.id };
      return;
    case 'run':
      for (const { text } of mark.runs) yield { what: 'A line', text, place: undefined };
      return;
    case 'rect':
    case 'shape':
    case 'dots':
    case 'image':
      return;
  }
}

/** Where the elements stand that content of the post is drawn for. */
function placesOf({ slots, links }: Structure): ReadonlyMap<StructElem, Place> {
  const places = new Map<StructElem, Place>();
  for (const [{ place }, { elem }] of slots) if (place && !places.has(elem)) places.set(elem, place);
  for (const [{ place }, elem] of links) if (place) places.set(elem, place);
  return places;
}
