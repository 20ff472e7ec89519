import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Block, Note } from '../../document/document.ts';
import { fillString } from '../../document/strings.ts';
import { childrenOf, type Node } from '../../document/walk.ts';
import { linesOf } from './lines-of.ts';
import { commonProperties, wordsProperties, type XhtmlContext } from './xhtml-context.ts';

/**
 * The notes that belong to blocks, one after another; nothing where there are none. They stand behind the blocks, so that
 * the reading goes on past them: reading systems show each in front of its page, or lead to it and back.
 */
export function endnotesHast(blocks: readonly Block[], context: XhtmlContext): ElementContent[] {
  const notes = placedNotes(blocks, context);
  if (notes.length === 0) return [];
  const properties = { role: 'doc-endnotes', 'epub:type': 'endnotes' };
  return [h('section', properties, linesOf(notes.map(noteHast)))];
}

/** A note with what it inherits from the place in the tree that it leaves. */
interface PlacedNote {
  readonly note: Note;
  readonly context: XhtmlContext;
  readonly inherited: Pick<Note, 'lang' | 'dir'>;
}

function placedNotes(blocks: readonly Block[], context: XhtmlContext): readonly PlacedNote[] {
  const placed: PlacedNote[] = [];
  const visit = (node: Node, inherited: PlacedNote['inherited']): void => {
    const { lang = inherited.lang, dir = inherited.dir } = node;
    const own = { ...(lang !== undefined && { lang }), ...(dir && { dir }) };
    if (node.type === 'note')
      placed.push({
        note: node,
        context: lang === undefined ? context : { ...context, lang },
        inherited: own,
      });
    for (const child of childrenOf(node)) visit(child, own);
  };
  for (const block of blocks) visit(block, {});
  return placed;
}

/** A note with its label before and a link back to each of its references after its words. */
function noteHast({ note, context: around, inherited }: PlacedNote): ElementContent {
  const own = commonProperties({ ...note, ...inherited });
  const properties = { ...own, role: 'doc-footnote', 'epub:type': 'footnote' };
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
