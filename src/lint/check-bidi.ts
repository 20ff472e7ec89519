import { type BidiControl, findBidiControls } from '../characters/bidi-controls.ts';
import { codePoint } from '../characters/code-point.ts';
import type { Message, Place } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { inlineText } from '../document/plain-text.ts';
import { placeWithin } from '../document/place-within.ts';
import { type Node, walkDocument } from '../document/walk.ts';
import { reportRule } from './rules.ts';

/** What is seen and what is read are in one order, in words, alternatives and facts (WCAG 2.2 SC 1.3.2; Unicode TR #36 §2.4). */
export function checkBidi(document: Document): readonly Message[] {
  const messages = [...walkDocument(document)].flatMap((node) =>
    textsOf(node).flatMap((text) => tell(text, node.place, document)),
  );
  return [...messages, ...factsOf(document).flatMap((text) => tell(text, undefined, document))];
}

/** Texts that are lines of their own: the words of a block, and what is written in an attribute. */
function textsOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(node.children)];
    case 'code-block':
      return [inlineText(node.title ?? []), ...node.lines.map(({ value }) => value)];
    case 'verse':
      return node.lines.map(inlineText);
    case 'image':
      return [node.alt ?? ''];
    case 'link':
      return [node.title ?? ''];
    case 'span':
      return [node.expansion ?? ''];
    default:
      return [];
  }
}

/** The facts that no block of the document shows. */
function factsOf({ metadata }: Document): readonly string[] {
  const { agency, rights, summary, subjects, authors, byline, audience, contributors = [] } = metadata;
  const names = contributors.map(({ name }) => name);
  return [
    agency,
    rights,
    summary,
    audience,
    ...names,
    ...subjects,
    ...(byline === undefined ? [] : authors),
  ].map((text) => text ?? '');
}

function tell(
  text: string,
  place: Place | undefined,
  { file, source }: Pick<Document, 'file' | 'source'>,
): readonly Message[] {
  const controls = findBidiControls(text);
  return (['override', 'unbalanced'] as const).flatMap((kind) => {
    const [first, ...others] = controls.filter((control) => control.kind === kind);
    if (first === undefined) return [];
    const times = others.length === 0 ? '' : `, and ${others.length} more in the same text`;
    const reason = `${describe(first)}${times}`;
    const found = { reason, file, place: placeWithin(first.character, place, source) };
    return [kind === 'override' ? reportRule('bidi-override', found) : reportRule('bidi-unbalanced', found)];
  });
}

const longestQuote = 60;

function describe({ kind, character, words }: BidiControl): string {
  const code = codePoint(character);
  const letters = [...words];
  const quoted = letters.slice(0, longestQuote).join('') + (letters.length > longestQuote ? '…' : '');
  if (kind === 'override') return `${code} has “${quoted}” shown in another order than it is read`;
  return words === ''
    ? `${code} ends a direction that nothing began`
    : `The direction that ${code} begins before “${quoted}” is never ended`;
}
