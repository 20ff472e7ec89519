import type { Block, Document } from './document.ts';
import type { Inline } from './inline.ts';
import { chapterTitle, leadHeading } from './publication-outline.ts';
import { inlineLine } from './plain-text.ts';
import { walkDocument, type Node } from './walk.ts';

/** What readers know the places of a document by, by their ids: the words of a heading, a caption or a label. Where a place has none it is left out. */
export function placeWords(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (id: string | undefined, words: string): void => {
    if (id !== undefined && words !== '' && !found.has(id)) found.set(id, words);
  };
  const title = leadHeading(document);
  add(title?.id, chapterTitle({ document }));
  for (const node of walkDocument(document)) add(node.id, inlineLine(namesOf(node)));
  return found;
}

function namesOf(node: Node): readonly Inline[] {
  switch (node.type) {
    case 'heading':
      return node.children;
    case 'section':
      return node.heading.children;
    case 'figure':
    case 'table':
      return node.caption?.children ?? [];
    case 'code-block':
      return node.title ?? [];
    case 'callout':
      return node.label.children;
    case 'group':
      return firstNames(node.children);
    default:
      return [];
  }
}

/** The summary of a group, or the caption of a figure that has more words below it. */
function firstNames([first, second]: readonly Block[]): readonly Inline[] {
  if (first?.type === 'paragraph')
    return first.role === 'summary' || first.role === 'caption' ? first.children : [];
  if (first?.type === 'figure' || first?.type === 'table')
    return (
      first.caption?.children ??
      (second?.type === 'paragraph' && second.role === 'caption' ? second.children : [])
    );
  return [];
}
