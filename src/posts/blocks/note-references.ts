import type { Element } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { Inline, Text } from '../../document/inline.ts';
import { placeOf } from '../context/place-of.ts';
import { report } from '../context/post-context.ts';
import { factOf } from '../html/markers.ts';
import type { Builder } from './builder.ts';

/** A text with its references: in raw HTML `[^x]` is not read as Markdown; where a note of the name is defined, its author meant it all the same. */
export function withReferences(text: Text, builder: Builder): readonly Inline[] {
  const { place, value } = text;
  const out: Inline[] = [];
  let from = 0;
  let escaped: ReadonlySet<string> | undefined;
  for (const { 0: found, 1: label = '', index } of value.matchAll(noteSign)) {
    escaped ??= escapedSigns(builder.context.source.slice(place?.start.offset, place?.end.offset));
    if (escaped.has(found)) continue;
    const reference = builder.notes.refer(label.toUpperCase(), place);
    if (reference === undefined && !reportUnreferred(label, place, builder)) continue;
    if (index > from) out.push({ ...text, value: value.slice(from, index) });
    if (reference) out.push(reference);
    from = index + found.length;
  }
  return from < value.length ? [...out, { ...text, value: value.slice(from) }] : out;
}

// A label holds no bracket (as in the notes of GFM).
const noteSign = /\[\^([^[\]\s]+)\]/gu;

function escapedSigns(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(/\\(\[\^[^[\]\s]+\])/gu)].map(([, sign = '']) => sign));
}

/** The reference of a marker element to the note that it names; where there is none, its mark as text, or nothing. */
export function noteReference(element: Element, builder: Builder): readonly Inline[] {
  const place = placeOf(element);
  const reference = builder.notes.refer(factOf(builder.context, element, 'identifier') ?? '', place);
  if (reference !== undefined) return [reference];
  const label = factOf(builder.context, element, 'label') ?? '';
  if (reportUnreferred(label, place, builder)) return [];
  return [{ type: 'text', value: `[^${label}]`, offset: 0, ...(place && { place }) }];
}

/** The reference to a note that stands in its line: it is written behind the block, as one that is defined elsewhere. */
export function inlineNote(element: Element, builder: Builder): readonly Inline[] {
  const { children, position } = element;
  const around = { properties: {}, ...(position && { position }) };
  const words: Element = { type: 'element', tagName: 'p', ...around, children };
  const note: Element = { type: 'element', tagName: 'div', ...around, children: [words] };
  return [builder.notes.add(note, placeOf(element))];
}

/** Tells why a reference leads to no note; true where its mark is left out, since the note stands without a number. */
function reportUnreferred(label: string, place: Place | undefined, { context, notes }: Builder): boolean {
  const by = notes.referredApart(label.toUpperCase());
  if (by === undefined) {
    report(context, 'footnote-undefined', { reason: `No note is defined for “[^${label}]”`, place });
    return false;
  }
  const who = by === 'itself' ? 'it refers to itself alone' : 'only notes that nothing refers to lead to it';
  const reason = `The note “${label}” stands without a number, for ${who}: the mark “[^${label}]” left out`;
  report(context, 'footnote-self', { reason, place });
  return true;
}
