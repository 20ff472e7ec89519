import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Note } from '../../document/document.ts';
import { fillString } from '../../document/strings.ts';
import { commonProperties, inside, wordsProperties, type XhtmlContext } from './xhtml-context.ts';

/** A footnote with its label before and a link back to each of its references after its words. */
export function noteHast(note: Note, context: XhtmlContext): ElementContent {
  const around = inside(note, context);
  const properties = { ...commonProperties(note), role: 'doc-footnote', 'epub:type': 'footnote' };
  const label = [h('span', { className: 'note-label' }, `${note.label}.`), space()];
  const backLinks = note.references.flatMap((_, index) => [space(), backLink(note, index, around)]);
  const withLabel = addTo('first', label, around.writeBlocks(note.children, around));
  return h('aside', properties, addTo('last', backLinks, withLabel));
}

/** Puts content into the first or last paragraph, or into one of its own where no paragraph stands there. */
function addTo(
  end: 'first' | 'last',
  content: readonly ElementContent[],
  blocks: readonly ElementContent[],
): ElementContent[] {
  const block = end === 'first' ? blocks.at(0) : blocks.at(-1);
  const paragraph = block?.type === 'element' && block.tagName === 'p' ? block : undefined;
  const inner = paragraph?.children ?? [];
  const joined: Element = {
    ...(paragraph ?? h('p')),
    children: end === 'first' ? [...content, ...inner] : [...inner, ...content],
  };
  const others = paragraph === undefined ? blocks : end === 'first' ? blocks.slice(1) : blocks.slice(0, -1);
  return end === 'first' ? [joined, ...others] : [...others, joined];
}

function backLink(note: Note, index: number, context: XhtmlContext): Element {
  const several = note.references.length > 1;
  const number = String(index + 1);
  const ariaLabel = several
    ? fillString(context.strings, 'backToReferenceOf', { label: note.label, number })
    : fillString(context.strings, 'backToReference', { label: note.label });
  const href = context.hrefOf(note.references[index] ?? note.id);
  const properties = { ...wordsProperties(context), role: 'doc-backlink', href, ariaLabel };
  // U+FE0E asks for the sign in the fount of the text, not as a coloured picture.
  return h('a', properties, `↩\uFE0E${several ? number : ''}`);
}

function space(): ElementContent {
  return { type: 'text', value: ' ' };
}
